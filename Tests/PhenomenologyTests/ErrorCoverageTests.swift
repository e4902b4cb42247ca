import NumericalMethods
@_spi(Solver) import NumericalMethods
import Testing

@testable import BosonPhysics
@testable import CosmologyPhysics
@testable import ElasticPhysics
@testable import Kinematics
@testable import TridentPhysics

/// What an error covers where it is propagated: any shift of what goes in by its own error.
@Suite("Errors cover a shift of their inputs")
struct ErrorCoverageTests {
    private static func shifted(_ estimate: Estimate, by share: Double) -> Double {
        estimate.value + share * estimate.error
    }

    @Test("of the trident cross sections, in the limit and in the ratio", arguments: [0.003, 0.1, 3])
    func tridentLimit(mass: Double) throws {
        let trident = try NeutrinoTrident(experiment: .ccfr)
        let (interference, quadratic) = try trident.coefficients(mass: mass)
        // The rule's own errors, and larger ones that show what is left out.
        for share in [0, 1e-3, 0.3] {
            let b = interference.widened(by: .exact(share * interference.value))
            let c = quadratic.widened(by: .exact(share * quadratic.value))
            let limit = NeutrinoTrident.limit(interference: b, quadratic: c, excess: 0.38)
            for (first, second) in [(1.0, 1.0), (-1, -1), (1, -1), (-1, 1), (0.4, 0.9), (0, -1), (1, 0)] {
                let moved = NeutrinoTrident.limit(
                    interference: .exact(Self.shifted(b, by: first)), quadratic: .exact(Self.shifted(c, by: second)),
                    excess: 0.38)
                #expect((moved.value - limit.value).magnitude <= limit.error)
            }
        }
        #expect(
            try trident.limit(mass: mass).value
                == NeutrinoTrident.limit(
                    interference: interference, quadratic: quadratic, excess: TridentExperiment.ccfr.maximumRatio - 1
                ).value)
    }

    @Test("of the events, in χ²", arguments: [1e-9, 1e-3, 0.2])
    func chiSquared(share: Double) {
        let standard = [2e6, 3e5, 4e4].map { Estimate($0, error: share * $0, kind: .bound) }
        let excess = [800.0, -90, 4].map { Estimate($0, error: share * $0.magnitude, kind: .bound) }
        let found = ElasticDeviation.chiSquared(standard: standard, excess: excess)
        for corner in 0..<64 {
            func move(_ parts: [Estimate], _ offset: Int) -> [Estimate] {
                parts.enumerated().map { index, part in
                    .exact(Self.shifted(part, by: corner >> (index + offset) & 1 == 0 ? 1 : -1))
                }
            }
            let moved = ElasticDeviation.chiSquared(standard: move(standard, 0), excess: move(excess, 3))
            #expect((moved.value - found.value).magnitude <= found.error, "corner \(corner)")
        }
        #expect(found.error < 10 * share * found.value)
    }

    @Test("of χ² are those of the integrals")
    func chiSquaredIsOfTheIntegrals() throws {
        let rate = try ElasticRate(beamEnergy: 150)
        let signal = try ElasticSignal(.lmuLtau, mass: 0.1, rate: rate)
        let deviation = try ElasticDeviation(signal, bins: ElasticBins(of: rate, count: 5))
        let own = ElasticDeviation.chiSquared(standard: deviation.standard, excess: deviation.excess(coupling: 0.01))
        #expect(try deviation.chiSquared(coupling: 0.01) == own)
        #expect(own.error > 0)
    }

    @Test("of the interpolated degrees of freedom: other interpolations stay within the errors of the targets")
    func degreesOfFreedom() throws {
        for kind in DarkMatterKind.allCases {
            let targets = try ThermalTargets(kind: kind)
            for mass in [0.002, 0.03, 0.2, 0.9, 3, 20, 200] {
                let target = try targets.target(mass: mass)
                var smooth = try targets.relicDensity(mass: mass)
                smooth.degrees = smooth.degrees.smooth
                let product = try smooth.targetCouplingProduct()
                #expect((product.value - target.couplingProduct.value).magnitude <= target.couplingProduct.error)
                let freezeOut = try smooth.freezeOut(couplingProduct: product.value)
                #expect((freezeOut - target.freezeOut).magnitude <= target.freezeOutEstimate.error)
                let integral =
                    try smooth.annihilationIntegral(from: freezeOut).value * product.value * product.value
                #expect((integral - target.integral.value).magnitude <= target.integral.error)
                // Some per cent where the strong interaction sets in, and much less elsewhere.
                #expect(target.couplingProduct.relativeError < 0.05, "\(kind) \(mass)")
                #expect(target.couplingProduct.relativeError > 1e-6, "\(kind) \(mass)")
            }
        }
    }
}
