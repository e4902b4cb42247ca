import BosonPhysics
import NumericalMethods
import Reference

/// The contribution of a neutral boson of mass m to the anomalous magnetic moment of a lepton ℓ when another lepton f, of
/// mass M, runs in the loop.
///
/// From L = g Z_α ℓ̄ γ^α f + h.c. (vector), g Z_α ℓ̄ γ^α γ₅ f (axial vector), g φ ℓ̄ f (scalar), g φ ℓ̄ iγ₅ f (pseudoscalar), with
/// r = m²/m_ℓ², ε = M/m_ℓ and x the Feynman parameter of the boson's complement:
///
///     Δa = (g²/8π²) ∫₀¹ dx N(x)/D(x),   D = x² + (ε² − 1 − r) x + r
///     N  = 2x(1−x)(x − 2 + 2ε) + x²(1−x+ε)(1−ε)²/r    vector
///     N  = x²(1−x+ε)                                    scalar
///
/// and ε → −ε in N for the two with γ₅. The vector's first term is that of Feynman's gauge; the second is its Goldstone
/// boson's, a scalar of the Yukawa coupling g(M − m_ℓ)/m, since a current that changes the lepton is not conserved. With
/// ε = 1 they are eqs. 2.15 and 2.16 of Dev2020. Where M ≫ m_ℓ, N is linear in ε: the moment is enhanced by M/m_ℓ, with the
/// sign of ε.
///
/// Below ``threshold`` the lepton decays into f and the boson, D has zeros, and Δa is the real part.
public struct OneLoopMoment: Codable, Hashable, Sendable {
    /// What is exchanged.
    public enum Mediator: String, Codable, Hashable, Sendable, CaseIterable {
        case vector
        case axialVector = "axial-vector"
        case scalar
        case pseudoscalar

        var hasSpin: Bool { self == .vector || self == .axialVector }
    }

    public var mediator: Mediator
    /// m_ℓ, whose moment is meant. GeV.
    public var leptonMass: Double
    /// M, in the loop. GeV.
    public var loopMass: Double

    public init(_ mediator: Mediator, leptonMass: Double, loopMass: Double) {
        self.mediator = mediator
        self.leptonMass = leptonMass
        self.loopMass = loopMass
    }

    /// The mass (GeV) of the boson below which ℓ → f + boson is open; nil where f is not lighter than ℓ.
    public var threshold: Double? { leptonMass > loopMass ? leptonMass - loopMass : nil }

    /// Δa for a boson of mass `mass` (GeV, > 0) and coupling `coupling` (any sign). A pure number of either sign.
    /// - Throws: ``MagneticMomentError``, and `NumericalError` when neither method reaches its accuracy.
    public func shift(mass: Double, coupling: Double) throws -> Estimate {
        guard coupling.isFinite else { throw MagneticMomentError.invalidCoupling(coupling) }
        return try loopFunction(mass: mass).scaled(by: coupling * coupling)
    }

    /// Δa at unit coupling: the closed form, or, where its terms cancel (two roots of D that meet), the quadrature.
    ///
    /// The relative error is below 10⁻¹⁰ except next to a zero of Δa or to ``threshold``, where it is what it says.
    /// - Throws: ``MagneticMomentError`` and `NumericalError`.
    public func loopFunction(mass: Double) throws -> Estimate {
        let integral = try integral(mass: mass)
        let closed = integral.closedForm
        guard !(closed.relativeError < 1e-11) else { return closed.scaled(by: Self.prefactor) }
        let numeric: Estimate
        do {
            numeric = try integral.quadrature(relativeTolerance: 1e-12)
        } catch let error as NumericalError {
            // Next to the threshold the peak is too narrow; the closed form knows how well it does.
            guard closed.error.isFinite else { throw error }
            return closed.scaled(by: Self.prefactor)
        }
        return (numeric.error < closed.error || !closed.error.isFinite ? numeric : closed).scaled(by: Self.prefactor)
    }

    /// The coupling at which Δa = `deviation`; nil where the loop has the other sign, and no coupling does.
    /// - Throws: as ``loopFunction(mass:)``.
    public func coupling(mass: Double, deviation: Double) throws -> Estimate? {
        guard deviation.isFinite else { throw MagneticMomentError.invalidDeviation(deviation) }
        let loop = try loopFunction(mass: mass)
        guard deviation != 0 else { return .exact(0) }
        let square = deviation / loop
        guard square.value > 0, square.value.isFinite else { return nil }
        return square.squareRoot()
    }

    /// The couplings that bring Δa within `sigmas` standard deviations of `measurement`, whichever sign the loop has.
    ///
    /// `lower` is nil when a vanishing contribution lies inside: the band is then an upper limit. The band is nil where the
    /// loop has the other sign than all of the interval.
    /// - Throws: as ``loopFunction(mass:)``.
    public func band(
        mass: Double, measurement: Measurement, sigmas: Double
    ) throws -> (lower: Estimate?, upper: Estimate)? {
        let edges = [-sigmas, sigmas].map { measurement.shifted(bySigmas: $0) }
        let couplings = try edges.compactMap { edge in
            edge == 0 ? nil : try coupling(mass: mass, deviation: edge)
        }.sorted { $0.value < $1.value }
        guard let upper = couplings.last else { return nil }
        return (couplings.count == 2 ? couplings[0] : nil, upper)
    }

    static let prefactor = 0.125 / (Double.pi * Double.pi)

    func integral(mass: Double) throws -> UnequalLoopIntegral {
        guard mass > 0, mass.isFinite else { throw MagneticMomentError.invalidMass(mass, of: "boson") }
        for lepton in [leptonMass, loopMass] {
            guard lepton > 0, lepton.isFinite else {
                throw MagneticMomentError.invalidMass(lepton, of: "lepton")
            }
        }
        return UnequalLoopIntegral(mediator, rho: mass / leptonMass, epsilon: loopMass / leptonMass)
    }
}
