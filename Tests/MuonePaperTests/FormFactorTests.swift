import BuildGraph
import FormFactorPhysics
import MuoneParameters
import NumericalMethods
import Testing

@testable import FormFactors
@testable import MuoneCommon
@testable import PaperKit

@Suite("The section on the form factors")
struct FormFactorTests {
    private let particles = PaperParameters.published.particles

    private func value(_ arguments: String) async throws -> Answer? {
        let evaluation = try Evaluation("form-factor", arguments.split(separator: " ").map(String.init))
        let answer = try #require(try await evaluation.answer() as? Answer)
        return answer
    }

    @Test(
        "evaluate gives the values of an independent calculation",
        arguments: [
            ("F1", -2.26040051), ("F2", 0.33513893), ("mixing", -5.57496109),
        ])
    func evaluate(name: String, expected: Double) async throws {
        let result = try #require(try await value("name=\(name) mass=100MeV q2=-0.05GeV2"))
        #expect((result.value - expected).magnitude < 6e-9)
        #expect((result.error / result.value).magnitude < 1e-12)
    }

    @Test(
        "evaluate names what is wrong",
        arguments: [
            ("name=F1 mass=0MeV q2=-1GeV2", "larger than zero"), ("name=F2 mass=1MeV q2=0.05GeV2", "below 4m_μ²"),
            ("name=F3 mass=1MeV q2=0GeV2", "F1"), ("name=F2 mass=-1MeV q2=0GeV2", "zero or larger"),
        ])
    func refusals(arguments: String, part: String) async {
        do {
            _ = try await value(arguments)
            Issue.record("\(arguments) was taken")
        } catch {
            #expect("\(error)".contains(part), "\(error)")
        }
    }

    @Test("a massless boson has an F2, which at q² = 0 is Schwinger's")
    func schwinger() async throws {
        let result = try #require(try await value("name=F2 mass=0MeV q2=0GeV2"))
        #expect((result.value - 2).magnitude <= result.error)
    }

    @Test("the maps hold −F1 and F2 at each mass and momentum transfer, row by row")
    func maps() throws {
        let maps = try FormFactorMap(
            particles: particles, masses: LogarithmicGrid(lower: 1e-3, upper: 1, count: 4),
            momenta: LogarithmicGrid(lower: 1e-4, upper: 1, count: 3)
        ).compute(())
        for (row, momentum) in maps.charge.y.enumerated() {
            for (column, mass) in maps.charge.x.enumerated() {
                let factors = try LmuLtauFormFactors(mass: mass, inputs: particles)
                let index = row * 4 + column
                #expect(maps.charge.values[index] == -(try factors.f1(q2: -momentum).value))
                #expect(maps.magnetic.values[index] == (try factors.f2(q2: -momentum).value))
            }
        }
        #expect(maps.relativeError > 0 && maps.relativeError < 1e-12)
    }

    @Test("all that the figures show is positive, as their logarithmic axes need")
    func positive() throws {
        for benchmark in [PaperParameters.published.light, PaperParameters.published.heavy] {
            let curves = try FormFactorCurves(
                particles: particles, mass: benchmark.mass, momenta: FormFactorRange.momenta
            ).compute(())
            for curve in [curves.charge, curves.magnetic, curves.mixing] {
                #expect(curve.positivePart == curve)
            }
        }
    }

    @Test("the facts are the form factors at the beam's largest momentum transfer, and their ratios")
    func facts() throws {
        var parameters = PaperParameters.published
        parameters.beamEnergy = 160
        func largest(_ beamEnergy: Double) throws -> Double {
            try MeasuredMomenta(particles: particles, beamEnergy: beamEnergy, smallestRecoil: 1)
                .compute(()).largest.value
        }
        #expect(try largest(160) > largest(150))
        let facts = try FormFactorFacts(particles: particles, beamEnergy: 160, benchmark: parameters.heavy).compute(())
        let factors = try LmuLtauFormFactors(mass: parameters.heavy.mass, inputs: particles)
        let q2 = -(try largest(160))
        let (f1, f2, mixing) = (
            try factors.f1(q2: q2).value, try factors.f2(q2: q2).value, try factors.mixing(q2: q2).value
        )
        #expect((facts.charge.value / f1 - 1).magnitude < 1e-13)
        #expect((facts.magneticShare.value / (f2 / (try factors.f2(q2: 0).value)) - 1).magnitude < 1e-13)
        #expect((facts.chargeOverMixing.value / (f1 / mixing) - 1).magnitude < 1e-13)
        let coupling = parameters.heavy.coupling
        let shift = coupling * coupling * (f1 + mixing) / (16 * Double.pi * Double.pi)
        #expect((facts.chargeShift.value / shift - 1).magnitude < 1e-13)
    }
}
