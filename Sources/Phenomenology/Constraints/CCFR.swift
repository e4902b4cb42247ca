extension Constraint {
    /// CCFR's neutrino trident measurement, computed from the equivalent-photon spectrum of iron.
    public static let ccfr = Constraint(trident: .ccfr, name: "ccfr", label: "CCFR")
}
