import BosonPhysics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// K⁺ → μ⁺ ν_μ Z′ at tree level, the boson emitted from the muon and from the neutrino, which carry the same charge.
///
/// With C p̸_K(1−γ⁵) for the vertex of the kaon, which has no charge, both diagrams together are
/// C g m_μ ū(k)(1+γ⁵)[(2p^β + q̸γ^β)/D − (2k^β + γ^β q̸)/s] v(p) ε*_β with s = (k+q)² and D = (p+q)² − m_μ²: the
/// current is conserved, so the longitudinal part of the boson drops out, and the rate keeps the factor m_μ² of K → μν.
/// Everything is normalised to the measured branching ratio of K⁺ → μ⁺ν.
public struct KaonEmission: Sendable {
    /// m_K in GeV (PDG 2022).
    public static let kaonMass = ParticleConstants.chargedKaonMass.value
    /// BR(K⁺ → μ⁺ ν) (PDG 2022).
    public static let muonNeutrinoBranchingRatio = ParticleConstants.kaonMuonBranchingRatio.value

    /// m_Z′ in GeV.
    public let mass: Double
    /// m_K − m_μ in GeV, where the decay closes.
    public let threshold: Double
    let muonSquared: Double
    private let massSquared: Double
    private let kaonSquared: Double
    /// BR(Z′ → ν ν̄) at tree level; one below 2 m_μ.
    public let invisibleFraction: Double
    /// BR(Z′ → μ⁺μ⁻) at tree level; zero below 2 m_μ. Nothing else is open below m_K − m_μ.
    public let muonFraction: Double

    /// - Parameter mass: m_Z′ in GeV, above zero and below m_K − m_μ.
    public init(mass: Double, inputs: ParticleInputs = .standard) throws(KaonEmissionError) {
        guard mass.isFinite, mass > 0 else { throw .invalidMass(mass) }
        threshold = Self.kaonMass - inputs.muonMass
        guard mass < threshold else { throw .closed(mass: mass, threshold: threshold) }
        self.mass = mass
        muonSquared = inputs.muonMass * inputs.muonMass
        massSquared = mass * mass
        kaonSquared = Self.kaonMass * Self.kaonMass
        invisibleFraction = ZPrimeWidths.invisibleFraction(mass: mass, inputs: inputs)
        muonFraction = ZPrimeWidths.muonFraction(mass: mass, inputs: inputs)
    }

    /// The missing mass squared s = (p_K − p_μ)² of an invisible boson, GeV²: from m_Z′² to (m_K − m_μ)².
    public var missingMassSquaredRange: ClosedRange<Double> { massSquared...(threshold * threshold) }

    /// −Σ|M|²/(C g m_μ)² summed over spins, as a Laurent polynomial in D: the coefficients of D⁻², D⁻¹, D⁰ and D¹,
    /// to be multiplied by −2.
    func coefficients(_ s: Double) -> (Double, Double, Double, Double) {
        let delta = kaonSquared - muonSquared
        let c = delta + massSquared - s
        let ratio = massSquared / s
        return (
            (8 * muonSquared + 4 * massSquared) * delta,
            -8 * muonSquared * ratio - 8 * c * c / s + 16 * c * ratio - 8 * c - 4 * s + 8 * massSquared
                - 8 * massSquared * ratio,
            8 * c / s - 8 * ratio + 4 * ratio * delta / s,
            -4 / s
        )
    }

    /// The ends of D = (p+q)² − m_μ², and their difference.
    func propagatorRange(_ s: Double) -> (lower: Double, upper: Double, width: Double) {
        let rest = kaonSquared - muonSquared - s
        let triangle = max(0, rest * rest - 4 * muonSquared * s)
        let width = max(0, s - massSquared) * triangle.squareRoot() / s
        let upper = 0.5 * (2 * massSquared + (s + massSquared) * rest / s + width)
        // 2p·q from the product of its two ends, which loses no digits where the lower one is small.
        let product = (massSquared * rest * rest + muonSquared * (s - massSquared) * (s - massSquared)) / s
        return (massSquared + product / (upper - massSquared), upper, width)
    }

    /// dBR/ds in GeV⁻² at coupling one: multiply by g′². Zero outside ``missingMassSquaredRange``.
    public func spectrum(missingMassSquared s: Double) -> Double {
        guard missingMassSquaredRange.contains(s) else { return 0 }
        let (lower, upper, width) = propagatorRange(s)
        let (minusTwo, minusOne, zero, one) = coefficients(s)
        let sum = lower + upper
        let logarithm = 2 * atanh(width / sum)
        let integral =
            -2 * (minusTwo * width / (lower * upper) + minusOne * logarithm + zero * width + 0.5 * one * width * sum)
        return normalisation * integral
    }

    /// BR(K → μν) over the two-body rate and the three-body phase space.
    private var normalisation: Double {
        let delta = kaonSquared - muonSquared
        return Self.muonNeutrinoBranchingRatio / (64 * Double.pi * Double.pi * delta * delta)
    }

    /// BR(K⁺ → μ⁺ ν Z′) at coupling g′, with s ≥ `missingMassSquaredMinimum` (GeV²).
    ///
    /// - Returns: the branching ratio with the bound of its quadrature, relative 1e-10 or 1e-18 g′²; exactly zero where the cut
    ///   leaves no phase space. The uncertainty of BR(K → μν) (0.2 %) is not part of it.
    public func branchingRatio(
        coupling: Double = 1, missingMassSquaredMinimum: Double = 0
    ) throws -> Estimate {
        guard coupling.isFinite else { throw KaonEmissionError.invalidCoupling(coupling) }
        guard missingMassSquaredMinimum.isFinite, missingMassSquaredMinimum >= 0 else {
            throw KaonEmissionError.invalidMissingMassSquared(missingMassSquaredMinimum)
        }
        let upper = missingMassSquaredRange.upperBound
        let lower = max(massSquared, missingMassSquaredMinimum)
        guard lower < upper else { return .exact(0, as: .bound) }
        // s grows over many decades for a light boson; the root at the upper end is taken out by 1 − z².
        let decades = log(upper / lower)
        let integral = try Quadrature.adaptive(over: 0...1, relativeTolerance: 1e-10, absoluteTolerance: 1e-18) { z in
            let s = lower * exp(decades * (1 - z * z))
            return spectrum(missingMassSquared: s) * s * decades * 2 * z
        }
        return integral.scaled(by: coupling * coupling)
    }
}
