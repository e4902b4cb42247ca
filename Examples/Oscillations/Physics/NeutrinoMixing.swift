import ComplexModule
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public enum Flavour: String, Codable, Sendable, CaseIterable {
    case electron, muon, tau

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Three flavours of three masses: the squared sines of the angles, the phase, and two differences of squared masses.
public struct NeutrinoMixing: Codable, Hashable, Sendable {
    public var sinSquared12: Double
    public var sinSquared13: Double
    public var sinSquared23: Double
    /// δ_CP, radians.
    public var phase: Double
    /// m₂² − m₁², GeV².
    public var splitting21: Double
    /// m₃² − m₁², GeV²; negative where the ordering is inverted.
    public var splitting31: Double

    public init(
        sinSquared12: Double, sinSquared13: Double, sinSquared23: Double, phase: Double, splitting21: Double,
        splitting31: Double
    ) {
        self.sinSquared12 = sinSquared12
        self.sinSquared13 = sinSquared13
        self.sinSquared23 = sinSquared23
        self.phase = phase
        self.splitting21 = splitting21
        self.splitting31 = splitting31
    }

    /// The same with another phase.
    public func with(phase: Double) -> NeutrinoMixing {
        var mixing = self
        mixing.phase = phase
        return mixing
    }

    /// U in ν_α = Σ U_αi ν_i, of the Particle Data Group: a rotation 23, one 13 with the phase, one 12.
    var matrix: ComplexMatrix {
        let (s12, s13, s23) = (sinSquared12.squareRoot(), sinSquared13.squareRoot(), sinSquared23.squareRoot())
        let (c12, c13, c23) = (
            (1 - sinSquared12).squareRoot(), (1 - sinSquared13).squareRoot(), (1 - sinSquared23).squareRoot()
        )
        let turn = Complex(cos(phase), sin(phase))
        func real(_ value: Double) -> Complex<Double> { Complex(value) }
        let rows: [[Complex<Double>]] = [
            [real(c12 * c13), real(s12 * c13), real(s13) * turn.conjugate],
            [
                real(-s12 * c23) - real(c12 * s23 * s13) * turn, real(c12 * c23) - real(s12 * s23 * s13) * turn,
                real(s23 * c13),
            ],
            [
                real(s12 * s23) - real(c12 * c23 * s13) * turn, real(-c12 * s23) - real(s12 * c23 * s13) * turn,
                real(c23 * c13),
            ],
        ]
        return ComplexMatrix { rows[$0][$1] }
    }

    /// The largest that the Jarlskog invariant can be for these angles: c₁₂s₁₂c₂₃s₂₃c₁₃²s₁₃.
    public var largestJarlskog: Estimate {
        func both(_ sinSquared: Double) -> Double { (sinSquared * (1 - sinSquared)).squareRoot() }
        return .closedForm(
            both(sinSquared12) * both(sinSquared23) * both(sinSquared13) * (1 - sinSquared13).squareRoot())
    }
}
