import BosonPhysics
import BuildGraph
import Manuscript
import MixingPhysics
import MuoneComputations
import MuoneParameters
import NumericalMethods
import Plotting
import Testing

@testable import Limits
@testable import MuoneCommon
@testable import MuonePaper

@Suite("The section on kinetic mixing")
struct MixingSectionTests {
    private let particles = PaperParameters.published.particles

    private func loop() throws -> LoopMixingCurve.Curves { try LoopMixingCurve(particles: particles).compute(()) }

    @Test("the curve of the mixing passes through the independently computed values")
    func loopValues() throws {
        let curves = try loop()
        let zero = try #require(curves.real.x.firstIndex(of: 0))
        // The values belong to 1/α = 137.035999084.
        #expect((curves.real.y[zero] / 0.0144329111183 - 1).magnitude < 1e-8)
        for (q2, expected) in [(-0.01, 0.0140153573447), (0.04, 0.0181661750451)] {
            let next = try #require(curves.real.x.firstIndex { $0 >= q2 })
            let share = (q2 - curves.real.x[next - 1]) / (curves.real.x[next] - curves.real.x[next - 1])
            let value = curves.real.y[next - 1] + share * (curves.real.y[next] - curves.real.y[next - 1])
            #expect((value / expected - 1).magnitude < 2e-3)
        }
    }

    @Test("the real part is largest at the muon threshold, where the imaginary part starts, and least at the tau's")
    func cusps() throws {
        // With x(1−x) = ¼ − w², L(4m²) − L(0) = ∫₀^½ 2(¼−w²) 2 ln(2w) dw = −4/9, and so the muon raises Π by 4/9 in units
        // of e g′/2π².
        let curves = try loop()
        let (real, imaginary) = (curves.real, curves.imaginary)
        let top = try #require(real.y.indices.max { real.y[$0] < real.y[$1] })
        #expect(real.x[top] == curves.muonThreshold)
        let bottom = try #require(real.y.indices.min { real.y[$0] < real.y[$1] })
        #expect(real.x[bottom] == curves.tauThreshold)
        for (x, y) in zip(imaginary.x, imaginary.y) {
            #expect(x <= curves.muonThreshold ? y == 0 : y > 0)
        }
        // Light against heavy: the tau loop at 4m_μ² is at zero but for s/30m_τ², s = 4m_μ².
        let charge = (4 * Double.pi / particles.inverseFineStructure).squareRoot()
        let ratio = particles.muonMass / particles.tauMass
        let step = charge / (2 * Double.pi * Double.pi) * (4.0 / 9 - 4 * ratio * ratio / 30)
        let zero = try #require(real.x.firstIndex(of: 0))
        #expect(((real.y[top] - real.y[zero]) / step - 1).magnitude < 1e-4)
    }

    @Test("shares of the decays add up to one; muons have nothing at their threshold and a third far above the tau's")
    func shares() throws {
        let curves = try ZPrimeBranchings(
            particles: particles, masses: LogarithmicGrid(lower: 0.15, upper: 100, count: 60)
        ).compute(())
        for index in curves.muons.x.indices {
            let sum = curves.neutrinos.y[index] + curves.muons.y[index] + curves.taus.y[index]
            #expect((sum - 1).magnitude < 1e-14)
        }
        let start = try #require(curves.muons.x.firstIndex(of: 2 * particles.muonMass))
        #expect(curves.muons.y[start] == 0 && curves.neutrinos.y[start] == 1)
        #expect((try #require(curves.muons.y.last) - 1.0 / 3).magnitude < 1e-3)
    }

    @Test("ε is g′/69.3 with α at zero, g′/66.9 at the mass of the Z, so that g′/67 differs from the former")
    func claim() throws {
        func couplingPerMixing(_ inverseAlpha: Double) throws -> Double {
            var inputs = particles
            inputs.inverseFineStructure = inverseAlpha
            return 1 / (try KineticMixing(coupling: 1, inputs: inputs).loop(q2: 0).real.value)
        }
        let own = try couplingPerMixing(particles.inverseFineStructure)
        #expect((own - 1 / 0.0144329111183).magnitude < 1e-5)
        let running = try couplingPerMixing(127.9)
        #expect((running - 66.936).magnitude < 1e-3)
        let rule = ClaimRule.asRounded(toDigits: 2)
        #expect(try !rule.isSatisfied(by: own, claimed: 67))
        #expect(try rule.isSatisfied(by: running, claimed: 67))
    }

    @Test("a tree-level mixing and Borexino's excess in the parameters reach the curves")
    func parametersReachTheCurves() async throws {
        var parameters = PaperParameters.published
        try parameters.set("mixing.tree-level=1e-5")
        try parameters.set("borexino.excess=0.16")
        func drawn(_ parameters: PaperParameters) async throws -> [DrawnLimit] {
            try await BuildEngine(
                store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder
            ).value(
                of:
                    LimitCatalogue.test(parameters).drawn(
                        onAnyOf: [.kineticMixing], in: "mixing/limits", over: parameters.landscape.masses))
        }
        let (changed, published) = (try await drawn(parameters), try await drawn(.published))
        #expect(changed.map(\.name) == published.map(\.name))
        #expect(changed.first?.name == "borexino" && changed.first?.segments == published.first?.segments)
        for (limit, before) in zip(changed, published).dropFirst() {
            #expect(limit.segments != before.segments, "\(limit.name)")
        }
        #expect(changed[1].facts.inputs.contains { $0.value == "16\\,\\%" })
    }
}
