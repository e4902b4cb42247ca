import BeamPhysics
import BosonPhysics
import Foundation
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference
import Testing

@testable import Limits
@testable import Mixing

@Suite("Limits of kaons, beam dumps and BABAR")
struct ProjectionLimitTests {
    @Test("the constraint for a background and its uncertainty is the published one where both are zero")
    func namedVariant() throws {
        #expect(AnyLimit.na62(backgroundEvents: 0, systematic: 0) == .na62)
        let plain = try #require(try AnyLimit.na62.coupling(atMass: 0.03)).value
        let varied = AnyLimit.na62(backgroundEvents: 1e6, systematic: 0.02)
        let value = try #require(try varied.coupling(atMass: 0.03)).value
        // (1 + κ²B)^¼ = 401^¼.
        #expect((pow(value / plain, 4) - 401).magnitude < 1e-9)
        #expect(varied.captionSentence.contains("B=1000000"))
    }

    @Test("an uncertainty of a background that nobody states has no effect, and that is said")
    func systematicWithoutBackground() throws {
        let blind = AnyLimit.na62(backgroundEvents: 0, systematic: 0.05)
        #expect(try blind.coupling(atMass: 0.03) == AnyLimit.na62.coupling(atMass: 0.03))
        #expect(blind.captionSentence.contains("no effect"))
        let projection = KaonProjection.na62
        let warning = try #require(projection.with(backgroundEvents: 0, relativeSystematic: 0.05).warning)
        #expect(warning.contains("na62.background"))
        #expect(projection.with(backgroundEvents: 10, relativeSystematic: 0.05).warning == nil)
        #expect(projection.warning == nil)
        #expect(throws: KaonEmissionError.self) {
            try AnyLimit.na62(backgroundEvents: 10, systematic: -0.1).evaluator()
        }
    }

    @Test(
        "the overlay lies near the published projection, and is not fitted to it",
        arguments: [
            (AnyLimit.na64MuOverlay, AnyLimit.na64Mu, 1.08, 1.24), (.m3Phase1Overlay, .m3Phase1, 0.90, 0.96),
            (.m3Phase2Overlay, .m3Phase2, 0.75, 0.95),
        ])
    func overlays(overlay: AnyLimit, published: AnyLimit, lower: Double, upper: Double) throws {
        for mass in [0.01, 0.0995] {
            let ratio =
                try #require(try overlay.coupling(atMass: mass)).value
                / #require(try published.coupling(atMass: mass)).value
            #expect(ratio > lower && ratio < upper, "\(mass): \(ratio)")
        }
    }

    @Test(
        "a computed projection says how many muons, what target and how many events it takes",
        arguments: [
            (AnyLimit.na64MuOverlay, "muons on target $10^{12}$", "22.45\\,cm of Pb", "signal events 2.3"),
            (.m3Phase1Overlay, "muons on target $10^{10}$", "17.52\\,cm of W", "signal events 3"),
            (.m3Phase2Overlay, "muons on target $10^{13}$", "17.52\\,cm of W", "signal events 3"),
        ])
    func caption(overlay: AnyLimit, muons: String, target: String, events: String) {
        for part in [muons, target, events] { #expect(overlay.captionSentence.contains(part)) }
    }

    @Test("BABAR's couplings shrink by the square root of the muons' share")
    func babarWithoutNeutrinos() throws {
        let published = try #require(AnyLimit.babarFourMuon.bound as? TableBound)
        let all = TabulatedBound(
            points: try AllMuonsLimit(
                particles: .standard, masses: LogarithmicGrid(lower: 0.2, upper: 10, count: 2)
            ).compute(published.points.pieces.flatMap(\.points)).flatMap(\.points))
        func ratio(_ mass: Double) throws -> Double {
            try #require(try all.coupling(atMass: mass)).value
                / #require(try AnyLimit.babarFourMuon.coupling(atMass: mass)).value
        }
        // Three equal channels far above 2 m_τ, two below.
        #expect((try ratio(8.10) - (1.0 / 3).squareRoot()).magnitude < 5e-3)
        #expect((try ratio(2.12) - 0.5.squareRoot()).magnitude < 1e-3)
        let r = pow(0.1056583755 / 0.219, 2)
        let muons = (1 + 2 * r) * (1 - 4 * r).squareRoot()
        #expect((try ratio(0.219) - (muons / (1 + muons)).squareRoot()).magnitude < 1e-12)
    }
}
