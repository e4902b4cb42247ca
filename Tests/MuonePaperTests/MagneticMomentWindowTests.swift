import BosonPhysics
import BuildGraph
import LimitModel
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference
import Testing

@testable import Limits
@testable import MagneticMoment

@Suite("What the magnetic moment favours and allows")
struct MagneticMomentWindowTests {
    private func windows(
        _ input: MagneticMomentInput, limits: [AnyLimit], smallestMass: Double = 5.3e-3
    ) throws -> [FavouredWindow.Window] {
        let search = WindowSearch(
            measurement: input.deviation, sigmas: 2, smallestMass: smallestMass,
            masses: LogarithmicGrid(lower: 1e-3, upper: 10, count: 201))
        let question = LostMassesQuestion(searches: ["test": search])
        let regions = limits.compactMap { $0.bound as? TabulatedBound }.flatMap(\.pieces).filter(\.isOutline)
        return try FavouredWindow(search, name: "test").compute(
            limits.map { Described($0.declaration, try answer($0.bound, question, regions)) })
    }

    private func answer(
        _ bound: some Bound, _ question: LostMassesQuestion, _ regions: [LimitSegment]
    ) throws -> [String: [LostMasses]] {
        try question.answer(bound, beside: regions, .standard)
    }

    /// A closed region between two masses (GeV) and two couplings.
    private func region(
        _ name: String, _ couplings: ClosedRange<Double>, _ lower: Double, _ upper: Double
    ) -> AnyLimit {
        let (low, high) = (couplings.lowerBound, couplings.upperBound)
        let corners = [(lower, low), (upper, low), (upper, high), (lower, high)]
        var limit = flat(name, low, lower, upper)
        limit.bound = TabulatedBound(pieces: [
            LimitSegment(points: corners.map { LimitPoint(mass: $0.0, coupling: $0.1) }, isOutline: true)
        ])
        return limit
    }

    @Test("a closed region takes masses only where it holds the whole band")
    func regions() throws {
        // At 10 MeV the band goes from 3.66e-4 to 5.6e-4.
        func count(_ couplings: ClosedRange<Double>) throws -> Int {
            try windows(.fnal2021, limits: [region("region", couplings, 0.0099, 0.0101)]).count
        }
        let whole = try windows(.fnal2021, limits: [region("whole", 3e-4...1e-3, 0.0099, 0.0101)])
        #expect(whole.count == 2 && whole.first?.closedAboveBy == "whole" && whole.last?.closedBelowBy == "whole")
        #expect((whole[0].upper.value / 0.0099 - 1).magnitude < 1e-9)
        #expect((whole[1].lower.value / 0.0101 - 1).magnitude < 1e-9)
        #expect(try count(3e-4...4.5e-4) == 1 && count(4.5e-4...1e-2) == 1 && count(1e-6...1e-4) == 1)
    }

    @Test("what a region takes of the band and a limit of the rest closes a window that neither closes")
    func regionsAndLimits() throws {
        let (low, rest) = (region("low", 1e-4...4.5e-4, 0.0099, 0.0101), flat("rest", 4.4e-4, 0.0099, 0.0101))
        #expect(try windows(.fnal2021, limits: [rest]).count == 1)
        #expect(try windows(.fnal2021, limits: [low, rest]).count == 2)
        #expect(try windows(.fnal2021, limits: [low, flat("above", 4.6e-4, 0.0099, 0.0101)]).count == 1)
        let two = [region("first", 1e-4...4.5e-4, 0.0099, 0.0101), region("second", 4.4e-4...1e-2, 0.0099, 0.0101)]
        #expect(try windows(.fnal2021, limits: two).count == 2)
    }

    /// A limit at one coupling between two masses (GeV).
    private func flat(_ name: String, _ coupling: Double, _ lower: Double, _ upper: Double) -> AnyLimit {
        let bound = TabulatedBound(points: [lower, upper].map { LimitPoint(mass: $0, coupling: coupling) })
        return AnyLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: name, label: name, process: "test", kind: .supplied, role: .limit, confidenceLevel: 0.95,
                    sources: [String](), inputs: [], masses: bound.validity), look: LimitLook(.black, .solid), order: 0),
            bound)
    }

    @Test("two limits that overlap leave one gap less, and a projection takes nothing")
    func unions() throws {
        let first = flat("first", 1e-5, 0.02, 0.05)
        let overlapping = try windows(.fnal2021, limits: [first, flat("second", 1e-5, 0.04, 0.07)])
        #expect(overlapping.count == 2)
        #expect(overlapping.first?.closedAboveBy == "first" && overlapping.last?.closedBelowBy == "second")
        var projection = first
        projection.declaration.excludes = false
        #expect(try windows(.fnal2021, limits: [projection]).count == 1)
    }

    // g at the band's lower edge is 3.66301315e-4 at 10 MeV: a flat limit at that coupling closes the window there.
    @Test("a flat limit closes the window where the band's lower edge reaches it")
    func flatLimit() throws {
        let found = try windows(.fnal2021, limits: [flat("flat", 3.66301315e-4, 1e-3, 10)])
        let window = try #require(found.first)
        #expect(found.count == 1 && window.closedBelowBy == nil && window.closedAboveBy == "flat")
        #expect(window.lower.value == 5.3e-3)
        #expect((window.upper.value / 0.01 - 1).magnitude < 1e-7)
    }

    @Test("a limit that starts and ends within the window parts it there")
    func gap() throws {
        let found = try windows(.fnal2021, limits: [flat("gap", 1e-5, 0.03, 0.07)])
        #expect(found.count == 2)
        #expect((try #require(found.first).upper.value / 0.03 - 1).magnitude < 1e-12)
        #expect((try #require(found.last).lower.value / 0.07 - 1).magnitude < 1e-12)
        #expect(found.first?.closedAboveBy == "gap" && found.last?.closedBelowBy == "gap")
    }

    @Test("the edges of the window are on the limits that close it")
    func edgesAreOnLimits() throws {
        let limits: [AnyLimit] = [.ccfr, .babarFourMuon, .borexino]
        for window in try windows(.fnal2021, limits: limits) {
            for (mass, name) in [
                (window.lower.value, window.closedBelowBy), (window.upper.value, window.closedAboveBy),
            ] {
                guard let limit = limits.first(where: { $0.name == name }) else { continue }
                let edge = try MuonMagneticMoment.coupling(mass: mass, deviation: 133e-11).value
                // A window also ends just before the first point of a limit that starts below the band.
                let isAtStart = abs(mass / limit.validity.lowerBound - 1) < 1e-9
                let bound = try limit.coupling(atMass: mass)?.value ?? .infinity
                #expect(isAtStart || abs(bound / edge - 1) < 1e-9, "\(limit.name)")
            }
        }
    }

    @Test(
        "nothing is favoured where zero is within the band",
        arguments: [MagneticMomentInput.lattice2021, .whitePaper2025])
    func noWindow(input: MagneticMomentInput) throws {
        #expect(try windows(input, limits: []).isEmpty)
    }

    // For heavy particles: Δa = g²m_μ²/12π²M², M = m_μ √(4π/(12π²·Δa)) for a vector.
    @Test("the largest mass of a vector follows from its heavy limit, 0.687 TeV")
    func vectorMass() throws {
        let mass = try #require(try largestMass(.vector))
        #expect((mass.value / (0.1056583755 * (1 / (3 * Double.pi * 251e-11)).squareRoot()) - 1).magnitude < 1e-4)
        #expect((mass.value - 687).magnitude < 0.5)
    }

    @Test("the largest masses give back the deviation", arguments: SingletKind.allCases)
    func massesInvert(kind: SingletKind) throws {
        let mass = try #require(try largestMass(kind))
        let back = try kind.contribution(
            mass: mass.value, coupling: Singlets.largestCoupling, inputs: .standard)
        #expect((back.value / 251e-11 - 1).magnitude < 1e-11)
    }

    @Test("no mass explains what a massless particle does not, or a negative deviation")
    func noMass() throws {
        for deviation in [1.0, -1e-9, 0] {
            #expect(
                try SingletMass(particles: .standard, kind: .vector, coupling: 1e-4, deviation: deviation).compute(())
                    == nil)
        }
    }

    @Test(
        "differences are printed as their sources quote them",
        arguments: [
            (MagneticMomentMeasurements.experiment2021, MagneticMomentMeasurements.prediction2020, "251(59)"),
            (MagneticMomentMeasurements.experiment2021, MagneticMomentMeasurements.predictionLattice2021, "107(69)"),
            (MagneticMomentMeasurements.experiment2025, MagneticMomentMeasurements.prediction2025, "38.5(63.7)"),
        ])
    func printedDifferences(experiment: Measurement, prediction: Measurement, text: String) {
        #expect(MagneticMomentText.shortText(Measurement.difference(experiment, prediction, name: "d")) == text)
    }

    private func largestMass(_ kind: SingletKind) throws -> Estimate? {
        try SingletMass(
            particles: .standard, kind: kind, coupling: Singlets.largestCoupling, deviation: 251e-11
        ).compute(())
    }
}
