import TridentPhysics

extension Constraint {
    /// CCFR's neutrino trident measurement, computed from the equivalent-photon spectrum of iron at the energy that
    /// meets the published limit.
    public static let ccfr = ccfr(neutrinoEnergy: TridentExperiment.ccfr.neutrinoEnergy)

    /// The same with the cross section evaluated at another energy, GeV.
    public static func ccfr(neutrinoEnergy: Double) -> Constraint {
        Constraint(trident: .ccfr(neutrinoEnergy: neutrinoEnergy), name: "ccfr", label: "CCFR")
    }
}
