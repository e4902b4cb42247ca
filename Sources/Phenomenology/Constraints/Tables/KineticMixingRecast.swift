import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a limit on the kinetic mixing ε of a dark photon becomes one on g′.
public struct KineticMixingRecast: Sendable {
    /// What was done, TeX, for the caption.
    public var note: String
    /// g′ from a mass in GeV and ε.
    public var coupling: @Sendable (_ mass: Double, _ epsilon: Double) throws -> Double

    public init(
        note: String, coupling: @escaping @Sendable (_ mass: Double, _ epsilon: Double) throws -> Double
    ) {
        self.note = note
        self.coupling = coupling
    }

    /// The mixing that the loops of μ and τ induce at zero momentum transfer, ε = g′ e ln(m_τ/m_μ)/6π²: for experiments
    /// that see the boson through its coupling to electrons, |q²| ≪ m_μ², whatever it decays to.
    public static func loopAtZeroMomentum(inputs: ParticleInputs = .standard) -> KineticMixingRecast {
        let charge = (4 * Double.pi * inputs.fineStructure).squareRoot()
        let slope = charge * log(inputs.tauMass / inputs.muonMass) / (6 * Double.pi * Double.pi)
        return KineticMixingRecast(
            note: "$g'=\(decimal(1 / slope))\\,\\epsilon$ (loops of $\\mu$ and $\\tau$, $q^2=0$)"
        ) {
            _, epsilon in epsilon / slope
        }
    }
}
