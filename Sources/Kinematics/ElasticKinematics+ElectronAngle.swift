#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ElasticKinematics {
    /// The total energy (GeV) of an electron that leaves at `electronAngle` (radians): the inverse of
    /// ``electronScatteringAngle(atElectronEnergy:)``, T = 2 m_e p² cos²θ/(s + p² sin²θ).
    ///
    /// Electrons at rest lose their direction: from π/2 on the answer is m_e.
    public func electronEnergy(atElectronAngle electronAngle: Double) -> Double {
        guard electronAngle < .pi / 2 else { return electronMass }
        let along = beamMomentum * cos(electronAngle)
        let across = beamMomentum * sin(electronAngle)
        return electronMass + 2 * electronMass * along * along / (centreOfMassEnergySquared + across * across)
    }
}
