import LimitModel
import MixingPhysics
import NumericalMethods
import Reference
import TestPhysics
import Testing

@testable import BosonPhysics
@testable import Limits

@Suite("Limits with a kinetic mixing beside that of the loops")
struct TreeLevelMixingTests {
    @Test("a vanishing tree-level mixing gives the limits of the loops", arguments: [1e-15, -1e-15])
    func continuity(treeLevel: Double) throws {
        for (with, without) in zip(
            AnyLimit.throughMixing(treeLevelMixing: treeLevel, borexinoExcess: 0.08), AnyLimit.throughMixing)
        {
            let limit = try #require(try with.coupling(atMass: 0.01)).value
            let closed = try #require(try without.coupling(atMass: 0.01)).value
            // NA64's counts the decays to electrons, a part (eΠ)² = 2e-5, which the closed form leaves out.
            let tolerance = with.name == AnyLimit.na64Electron.name ? 1.1e-5 : 1e-8
            #expect((limit / closed - 1).magnitude < tolerance)
        }
    }

    @Test("a mixing of the loops' sign makes limits stronger, one of the other sign weaker")
    func direction() throws {
        for (index, name) in AnyLimit.throughMixing.map(\.name).enumerated() {
            let limits = try [-5e-6, 0, 5e-6].map { mixing in
                try #require(
                    try AnyLimit.throughMixing(treeLevelMixing: mixing, borexinoExcess: 0.08)[index]
                        .coupling(atMass: 0.01)
                ).value
            }
            #expect(limits[0] > limits[1] && limits[1] > limits[2], "\(name)")
        }
    }

    @Test("the contact interaction has a second range below 6.84 MeV for a mixing of -1e-5, and none above")
    func secondRange() throws {
        // g|g p − |ε₀|| is largest, ε₀²/4p, at g = |ε₀|/2p below its zero |ε₀|/p. It reaches C m²/e up to
        // m = |ε₀| √(e/4pC) = 1e-5 √(0.302822/(4·0.0144329·1.12e-5)) = 6.844 MeV.
        let constraint = AnyLimit.whiteDwarfs(treeLevelMixing: -1e-5)
        let evaluator = try constraint.evaluator()
        #expect(try evaluator.excludedCouplings(atMass: 6.84e-3).count == 2)
        #expect(try evaluator.excludedCouplings(atMass: 6.85e-3).count == 1)
        // Far below, the ranges are about (C m²/e|ε₀|) … |ε₀|/p and from there on.
        let ranges = try evaluator.excludedCouplings(atMass: 2e-3)
        let cancelling = 1e-5 / 0.0144329111183
        #expect(try #require(ranges.first).lower.value < 0.1 * cancelling)
        #expect(try #require(ranges.first?.upper).value < cancelling)
        let limit = try #require(try constraint.coupling(atMass: 2e-3))
        #expect(limit.value > cancelling)
        #expect(limit == ranges.last?.lower)
        #expect(!ranges.contains { $0.contains(cancelling) })
    }

    @Test("every edge is where the rate meets its ceiling", arguments: [-2e-5, -3e-6, 4e-6])
    func edgesMeetTheCeiling(treeLevel: Double) throws {
        let charge = (4 * Double.pi / 137.036).squareRoot()
        for mass in [0.003, 0.006, 0.02] {
            let solar = try AnyLimit.borexinoRecast(treeLevelMixing: treeLevel).evaluator()
            for edge in try edges(solar, mass) {
                let recast = SolarScatteringRecast(
                    line: .beryllium7, smallestRecoil: 0, largestRecoil: 1e-3, allowedExcess: 0.08)
                let mixing = try KineticMixing(coupling: edge, treeLevel: treeLevel)
                #expect((try recast.ratio(bosonMass: mass, mixing: mixing).value - 1.08).magnitude < 1e-7)
            }
            let dwarfs = try AnyLimit.whiteDwarfs(treeLevelMixing: treeLevel).evaluator()
            for edge in try edges(dwarfs, mass) {
                let epsilon = try KineticMixing(coupling: edge, treeLevel: treeLevel).epsilon(q2: 0).magnitude.value
                #expect((edge * charge * epsilon / (mass * mass * 1.12e-5) - 1).magnitude < 1e-9)
            }
            let moment = try AnyLimit.electronMagneticMoment(treeLevelMixing: treeLevel).evaluator()
            for edge in try edges(moment, mass) {
                let mixing = try KineticMixing(coupling: edge, treeLevel: treeLevel)
                #expect(
                    (try MixingLimits.electronMoment(mass: mass, mixing: mixing).value / 1.08e-12 - 1).magnitude < 1e-9)
            }
        }
    }

    private func edges(_ evaluator: LimitEvaluator, _ mass: Double) throws -> [Double] {
        let ranges = try evaluator.excludedCouplings(atMass: mass)
        #expect(!ranges.isEmpty)
        return ranges.flatMap { [$0.lower.value, $0.upper?.value ?? 0] }.filter { $0 > 0 }
    }

    @Test("NA64's edge has the published rate, with the decays to electrons counted")
    func invisibleEdge() throws {
        // At m = 25 MeV the published ε is 7.7e-5. With ε₀ = 7.6e-5 the boson decays to electrons unless g′ ≳ e ε.
        let mass = 0.0250
        let coupling = try #require(
            try AnyLimit.na64Electron(treeLevelMixing: 7.6e-5).coupling(atMass: mass)
        ).value
        let epsilon = try KineticMixing(coupling: coupling, treeLevel: 7.6e-5).epsilon(q2: mass * mass).real.value
        let electrons = 4 * Double.pi / 137.036 * epsilon * epsilon / (coupling * coupling)
        let ratio = 0.51099895e-3 / mass
        let velocity = (1 - 4 * ratio * ratio).squareRoot() * (1 + 2 * ratio * ratio)
        let rate = epsilon * epsilon / (1 + electrons * velocity)
        #expect((rate / (7.7e-5 * 7.7e-5) - 1).magnitude < 1e-9)
    }

    @Test("NA64's curve ends where muons open, if hadrons may come in through a tree-level mixing")
    func invisibleEnds() throws {
        let constraint = AnyLimit.na64Electron(treeLevelMixing: 1e-5)
        #expect(try constraint.coupling(atMass: 0.211) != nil)
        #expect(try constraint.coupling(atMass: 0.212) == nil)
    }

    @Test("a tree-level mixing that the electron's moment excludes by itself leaves no curve, and no allowed coupling")
    func excludedByItself() throws {
        // At 1 MeV Δa_e = (eε₀)² F with F ≈ 4e-3 reaches 1.08e-12 at ε₀ ≈ 5e-5.
        let evaluator = try AnyLimit.electronMagneticMoment(treeLevelMixing: 1e-3).evaluator()
        #expect(try evaluator.coupling(atMass: 1e-3) == nil)
        let ranges = try evaluator.excludedCouplings(atMass: 1e-3)
        #expect(ranges.count == 1)
        #expect(ranges.first?.lower.value == 0 && ranges.first?.upper == nil)
        // The opposite sign is excluded until the loops cancel it, and again beyond.
        let opposite = try AnyLimit.electronMagneticMoment(treeLevelMixing: -1e-3).evaluator()
        #expect(try opposite.excludedCouplings(atMass: 1e-3).count == 2)
        #expect(try opposite.coupling(atMass: 1e-3) != nil)
    }

    @Test("a caption names the tree-level mixing and the excess that Borexino allows")
    func captions() {
        for constraint in AnyLimit.throughMixing(treeLevelMixing: -2.5e-5, borexinoExcess: 0.16) {
            #expect(constraint.captionSentence.contains("\\varepsilon_0=-2.5\\times10^{-5}"))
            #expect(constraint.captionSentence.filter { $0 == "$" }.count.isMultiple(of: 2))
        }
        let weaker = AnyLimit.borexinoRecast(allowedExcess: 0.16, treeLevelMixing: 0)
        #expect(weaker.captionSentence.contains("16\\,\\%"))
        #expect(AnyLimit.throughMixing(treeLevelMixing: 0, borexinoExcess: 0.08) == AnyLimit.throughMixing)
    }

    @Test("a table's limit on ε is shifted by the tree-level mixing, and refused where that exceeds it")
    func tableRecast() throws {
        let recast = KineticMixingRecast.loopAtZeroMomentum(treeLevelMixing: 1e-5)
        #expect((try recast.coupling(0.01, 3e-5) / (2e-5 / 0.0144329111183) - 1).magnitude < 1e-8)
        #expect(throws: MixingError.noAllowedCoupling(ceiling: 5e-6)) { try recast.coupling(0.01, 5e-6) }
        let opposite = KineticMixingRecast.loopAtZeroMomentum(treeLevelMixing: -1e-5)
        #expect((try opposite.coupling(0.01, 3e-5) / (4e-5 / 0.0144329111183) - 1).magnitude < 1e-8)
    }
}
