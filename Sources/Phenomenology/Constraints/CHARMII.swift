extension Constraint {
    /// CHARM-II's neutrino trident measurement, computed from the equivalent-photon spectrum of its glass target.
    public static let charmII = Constraint(trident: .charmII, name: "charm2", label: "CHARM-II")
}
