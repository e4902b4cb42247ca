import BeamPhysics
import BuildGraph
import Foundation
import LimitModel
import MixingPhysics
import MuoneParameters
import NumericalMethods
import Reference
import Testing
import TridentPhysics

@testable import Limits

/// A limit of the paper as tests ask it, computed or from its table, without a graph.
struct AnyLimit: Sendable, Hashable, CustomTestStringConvertible {
    var declaration: LimitDeclaration
    var bound: any Bound

    init<B: Bound>(_ limit: BoundedLimit<B>) { self.init(limit.declaration, limit.bound) }

    init(_ declaration: LimitDeclaration, _ bound: any Bound) {
        self.declaration = declaration
        self.bound = bound
    }

    var testDescription: String { name }
    var facts: LimitFacts { declaration.facts }
    var name: String { facts.name }
    var kind: LimitFacts.Kind { facts.kind }
    var validity: ClosedRange<Double> { bound.validity }
    var captionSentence: String { facts.captionSentence }

    func evaluator(inputs: ParticleInputs = .standard) throws -> LimitEvaluator { try bound.evaluator(inputs: inputs) }

    func coupling(atMass mass: Double, inputs: ParticleInputs = .standard) throws -> Estimate? {
        try bound.coupling(atMass: mass, inputs: inputs)
    }

    func curve(masses: [Double], inputs: ParticleInputs = .standard) throws -> [LimitSegment] {
        try bound.curve(masses: masses, inputs: inputs)
    }

    static func == (a: AnyLimit, b: AnyLimit) -> Bool {
        a.declaration == b.declaration && AnyHashable(a.bound) == AnyHashable(b.bound)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(declaration) }

    // MARK: Computed

    static func ccfr(neutrinoEnergy: Double) -> AnyLimit { AnyLimit(.ccfr(neutrinoEnergy: neutrinoEnergy)) }
    static func charmII(neutrinoEnergy: Double) -> AnyLimit { AnyLimit(.charmII(neutrinoEnergy: neutrinoEnergy)) }
    static let ccfr = AnyLimit(.ccfr())
    static let borexinoRecast = AnyLimit(.borexinoRecast())
    static func borexinoRecast(
        allowedExcess: Double = SolarScatteringRecast.standardExcess, treeLevelMixing: Double
    ) -> AnyLimit {
        AnyLimit(.borexinoRecast(allowedExcess: allowedExcess, treeLevelMixing: treeLevelMixing))
    }
    static let whiteDwarfs = whiteDwarfs(treeLevelMixing: 0)
    static func whiteDwarfs(treeLevelMixing: Double) -> AnyLimit {
        AnyLimit(.whiteDwarfs(treeLevelMixing: treeLevelMixing))
    }
    static let electronMagneticMoment = electronMagneticMoment(treeLevelMixing: 0)
    static func electronMagneticMoment(treeLevelMixing: Double) -> AnyLimit {
        AnyLimit(.electronMagneticMoment(treeLevelMixing: treeLevelMixing))
    }
    static let na62 = AnyLimit(.na62)
    static func na62(backgroundEvents: Double, systematic: Double) -> AnyLimit {
        AnyLimit(.na62(backgroundEvents: backgroundEvents, systematic: systematic))
    }
    static let na64MuOverlay = AnyLimit(.na64Mu)
    static let m3Phase1Overlay = AnyLimit(.m3Phase1)
    static let m3Phase2Overlay = AnyLimit(.m3Phase2)

    static func throughMixing(treeLevelMixing: Double, borexinoExcess: Double) -> [AnyLimit] {
        [
            borexinoRecast(allowedExcess: borexinoExcess, treeLevelMixing: treeLevelMixing),
            whiteDwarfs(treeLevelMixing: treeLevelMixing), electronMagneticMoment(treeLevelMixing: treeLevelMixing),
            na64Electron(treeLevelMixing: treeLevelMixing),
        ]
    }
    static let throughMixing = throughMixing(treeLevelMixing: 0, borexinoExcess: 0.08)

    // MARK: From tables

    /// A table of the paper; a test fails where it cannot be read.
    static func published(_ name: String, treeLevelMixing: Double = 0) -> AnyLimit {
        let file = "\(LimitSources.publishedFolder)/\(name).csv"
        do {
            let bytes = try Data(contentsOf: Package.folder.appending(path: file))
            let table = try LimitTable(bytes: Array(bytes), file: file, kind: .published)
                .described(inputs: .standard, treeLevelMixing: treeLevelMixing)
            return AnyLimit(table.declaration, table.value)
        } catch {
            Issue.record("\(file): \(error)")
            return na62
        }
    }
    static let babarFourMuon = published("babar-4mu")
    static let borexino = published("borexino")
    static let na64Mu = published("na64mu")
    static let m3Phase1 = published("m3-phase1")
    static let m3Phase2 = published("m3-phase2")
    static let na64Electron = published("na64-electrons")
    static func na64Electron(treeLevelMixing: Double) -> AnyLimit {
        published("na64-electrons", treeLevelMixing: treeLevelMixing)
    }

    // MARK: All

    /// Those of the map for some parameters: limits, then projections, each in order.
    static func map(_ l: LandscapeParameters = LandscapeParameters()) -> [AnyLimit] {
        let tables = ["babar-4mu", "borexino", "na64-electrons", "na64mu", "m3-phase1", "m3-phase2"]
            .map { published($0, treeLevelMixing: l.treeLevelMixing) }
        let computed = [
            ccfr(neutrinoEnergy: l.ccfrEnergy), charmII(neutrinoEnergy: l.charmIIEnergy),
            borexinoRecast(allowedExcess: l.borexinoExcess, treeLevelMixing: l.treeLevelMixing),
            whiteDwarfs(treeLevelMixing: l.treeLevelMixing), electronMagneticMoment(treeLevelMixing: l.treeLevelMixing),
            na62(backgroundEvents: l.kaonBackground, systematic: l.kaonSystematic), na64MuOverlay, m3Phase1Overlay,
            m3Phase2Overlay,
        ]
        return (tables + computed).filter { $0.declaration.stands(on: .landscape) }
            .sorted { LimitDeclaration.precedes($0.declaration, $1.declaration) }
    }
    static let all = map()
}

extension LimitSources {
    /// The tables of this package, without a reader's.
    static let ofThisPackage = LimitSources(
        published: {
            do { return try LimitSources(project: Package.folder).published } catch {
                Issue.record("\(error)")
                return LimitFiles(files: [], path: publishedFolder)
            }
        }())
}

extension LimitCatalogue {
    static func test(_ parameters: PaperParameters = .published) -> LimitCatalogue {
        LimitCatalogue(parameters, sources: .ofThisPackage)
    }
}

extension Limit {
    /// What it says of one mass (GeV), computed from an empty cache.
    func asked(atMass mass: Double) async throws -> Described<[ExcludedCouplings]> {
        try await BuildEngine(
            store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder
        ).value(of: excluded("test", atMass: mass))
    }
}
