import BosonPhysics
import NumericalMethods
import Reference

/// The photon–muon vertex with one boson of gauged L_μ−L_τ exchanged, and the boson's mixing with the photon.
///
/// With on-shell muons p, p′ and q = p′ − p the vertex is e Γ^μ, and the boson changes it by
///
///     δΓ^μ = (g²/16π²) [F₁(q²) γ^μ + F₂(q²) iσ^{μν}q_ν/2m_μ],   F₁(0) = 0,
///
/// so that F₁ and F₂ are in units of λ = e g²/16π² (Dev2020, sec. 4, whose λ this is). A boson that reaches the electron
/// through the loops of μ and τ adds a third term to the exchange of a photon, −(g/e) Π(t) t/(t − m²) in the same units.
///
/// F₁ and F₂ are real below the threshold q² = 4m_μ², and dispersion integrals over the cut above it
/// (``MuonVertexSpectrum``). As the muon's coupling conserves the current, the q_μq_ν part of the boson's propagator
/// changes F₁ by a constant, which F₁(0) = 0 removes.
///
/// The integrals of a mass are prepared once: make one value for each mass, and ask it for many q².
public struct LmuLtauFormFactors: Sendable {
    /// m, GeV.
    public let mass: Double
    public let inputs: ParticleInputs

    private let mixingLoop: KineticMixing
    private let spectrum: MuonVertexSpectrum

    /// δΓ over g² F: 1/16π².
    public static let unit = 1 / (16 * Double.pi * Double.pi)

    /// - Parameter mass: in GeV; zero is a photon, whose F₁ does not exist.
    /// - Throws: ``FormFactorError``, ``MixingError`` for inputs that are not positive.
    public init(mass: Double, inputs: ParticleInputs = .standard) throws {
        mixingLoop = try KineticMixing(coupling: 1, inputs: inputs)
        let ratio = mass / inputs.muonMass
        guard mass == 0 || MuonVertexSpectrum.ratios.contains(ratio) else { throw FormFactorError.invalidMass(mass) }
        self.mass = mass
        self.inputs = inputs
        spectrum = MuonVertexSpectrum(massRatio: ratio, largestMomentum: Self.prepared, smallestGap: 2)
    }

    /// F₁(q²)/λ: zero at q² = 0, negative for spacelike q², where it falls as a squared logarithm.
    /// - Parameter q2: GeV², below 4m_μ².
    /// - Throws: ``FormFactorError``; F₁ of a massless boson is infrared divergent.
    public func f1(q2: Double) throws -> Estimate {
        try vertex(q2: q2).f1
    }

    /// F₂(q²)/λ: positive, and 16π²Δa_μ/g² at q² = 0.
    /// - Parameter q2: GeV², below 4m_μ².
    /// - Throws: ``FormFactorError``.
    public func f2(q2: Double) throws -> Estimate {
        let point = try point(q2)
        return spectrum(for: point).vertex(at: point).magnetic
    }

    /// Both, in the time of one.
    /// - Throws: as ``f1(q2:)``.
    public func vertex(q2: Double) throws -> (f1: Estimate, f2: Estimate) {
        guard mass > 0 else { throw FormFactorError.infraredDivergence }
        let point = try point(q2)
        let values = spectrum(for: point).vertex(at: point)
        return (values.charge, values.magnetic)
    }

    /// −(g/e) Π(q²) q²/(q² − m²)/λ, with e taken out of λ as in F₁: what the mixing adds to the muon's charge e as the
    /// electron sees it.
    /// - Parameter q2: GeV², below 4m_μ² and not on the pole m².
    /// - Throws: ``FormFactorError``.
    public func mixing(q2: Double) throws -> Estimate {
        _ = try point(q2)
        // One rounding, also next to the pole; closer than the rounding of q² and m² is on it.
        let propagator = q2.addingProduct(-mass, mass)
        if mass > 0, propagator.magnitude <= 0x1p-50 * q2.magnitude { throw FormFactorError.pole(q2) }
        let share = mass == 0 ? 1 : q2 / propagator
        // Π/e is free of α.
        let charge = KineticMixing.charge(inputs)
        // What the propagator and its factors round by.
        return try mixingLoop.loop(q2: q2).real * .closedForm(-share / (charge * Self.unit), operations: 8)
    }

    /// The largest −q²/m_μ² that the prepared integrals serve; beyond, they are made anew.
    private static let prepared = 1e4

    func point(_ q2: Double) throws -> MuonVertexSpectrum.Point {
        guard q2.isFinite, q2.magnitude <= 1e60 * inputs.muonMass * inputs.muonMass else {
            throw FormFactorError.invalidMomentum(q2)
        }
        guard let point = MuonVertexSpectrum.Point(q2: q2, muonMass: inputs.muonMass) else {
            throw FormFactorError.aboveThreshold(q2, threshold: 4 * inputs.muonMass * inputs.muonMass)
        }
        return point
    }

    private func spectrum(for point: MuonVertexSpectrum.Point) -> MuonVertexSpectrum {
        guard point.ratio.magnitude > Self.prepared || point.gap < 2 else { return spectrum }
        return MuonVertexSpectrum(
            massRatio: mass / inputs.muonMass, largestMomentum: max(point.ratio.magnitude, 1),
            smallestGap: min(point.gap, 2))
    }
}

/// Arguments for which the form factors are not defined.
public enum FormFactorError: Error, Equatable, CustomStringConvertible {
    /// GeV.
    case invalidMass(Double)
    /// GeV².
    case invalidMomentum(Double)
    case aboveThreshold(Double, threshold: Double)
    case pole(Double)
    case infraredDivergence

    public var description: String {
        switch self {
        case .invalidMass(let mass):
            "a boson mass of \(mass) GeV is not possible here: give zero, or from 1e-50 to 1e50 muon masses"
        case .invalidMomentum(let q2):
            "a squared momentum transfer of \(q2) GeV² is not possible: give a finite number, of at most 1e60 m_μ²"
        case .aboveThreshold(let q2, let threshold):
            "at q² = \(q2) GeV², above 4m_μ² = \(threshold) GeV², the form factors are complex and not given: "
                + "choose a q² below"
        case .pole(let q2):
            "at q² = \(q2) GeV² the boson is on its mass shell, and the mixing term has its pole: choose another q²"
        case .infraredDivergence:
            "F₁ of a massless boson is infrared divergent: choose a mass above zero"
        }
    }
}
