import BosonPhysics
import LimitModel
import NumericalMethods
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

    /// The mixing that the loops of μ and τ induce at zero momentum transfer, ε = g′ e ln(m_τ/m_μ)/6π², and a mixing ε₀ of
    /// another origin: for experiments that see the boson through its coupling to electrons, |q²| ≪ m_μ², whatever it
    /// decays to.
    ///
    /// The coupling is that above which all have |ε₀ + ε| beyond the limit. Where ε₀ is beyond it by itself there is
    /// none, and the recast throws ``MixingError/noAllowedCoupling(ceiling:)``.
    public static func loopAtZeroMomentum(
        treeLevelMixing: Double = 0, inputs: ParticleInputs = .standard
    ) -> KineticMixingRecast {
        let charge = (4 * Double.pi * inputs.fineStructure).squareRoot()
        let slope = charge * log(inputs.tauMass / inputs.muonMass) / (6 * Double.pi * Double.pi)
        let shifted = treeLevelMixing == 0 ? "\\epsilon" : "(\\epsilon-\\varepsilon_0)"
        return KineticMixingRecast(
            note: "$g'=\(decimal(1 / slope))\\,\(shifted)$ (loops of $\\mu$ and $\\tau$, $q^2=0$"
                + MixingText.treeLevelInputs(treeLevelMixing).map { "; \($0.name) \($0.value)" }.joined() + ")"
        ) {
            _, epsilon in
            guard epsilon > treeLevelMixing else { throw MixingError.noAllowedCoupling(ceiling: epsilon) }
            return (epsilon - treeLevelMixing) / slope
        }
    }
}
