import Reference

extension ElasticKinematics {
    /// The kinematics of a muon beam of total energy `beamEnergy` (GeV) with the masses of `inputs`.
    /// - Throws: as ``ElasticKinematics/init(beamEnergy:muonMass:electronMass:)``.
    public init(beamEnergy: Double, inputs: ParticleInputs) throws {
        try self.init(beamEnergy: beamEnergy, muonMass: inputs.muonMass, electronMass: inputs.electronMass)
    }
}
