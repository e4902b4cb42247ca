import TridentPhysics

extension Constraint {
    /// CHARM-II's neutrino trident measurement, computed from the equivalent-photon spectrum of its glass target.
    public static let charmII = charmII(neutrinoEnergy: TridentExperiment.charmII.neutrinoEnergy)

    /// The same with the cross section evaluated at another energy, GeV.
    public static func charmII(neutrinoEnergy: Double) -> Constraint {
        Constraint(trident: .charmII(neutrinoEnergy: neutrinoEnergy), name: "charm2", label: "CHARM-II")
    }
}
