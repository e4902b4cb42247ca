import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import MuoneParameters
import NumericalMethods
import Reference
import SignalPhysics
import Synchronization

/// A limit of the map made ready to be asked at many masses.
struct PreparedLimit: Sendable {
    var facts: LimitFacts
    /// Every range of couplings that is excluded at a mass (GeV).
    var ranges: @Sendable (_ mass: Double) throws -> [ExcludedCouplings]
}

extension PreparedLimit {
    /// Those that answer as the single questions do: of the map, beside it, and of the reader; limits before projections.
    ///
    /// - Parameter isWanted: by name and role; the others are not made ready.
    static func all(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, by engine: BuildEngine,
        _ isWanted: (String, LimitFacts.Role) -> Bool
    ) async throws -> [PreparedLimit] {
        let tables = try await engine.value(of: catalogue.tables)
        var own: [(declaration: LimitDeclaration, limit: PreparedLimit)] = []
        for limit in catalogue.computed.all {
            guard let declaration = limit.stated, declaration.stands(on: .landscape),
                isWanted(declaration.name, declaration.facts.role), case .computed(let evaluator) = limit.evaluator
            else { continue }
            own.append((declaration, PreparedLimit(facts: declaration.facts, try evaluator())))
        }
        let published = tables.prefix(catalogue.published.count)
        for table in published where table.declaration.stands(on: .landscape) && isWanted(table.name, table.facts.role)
        {
            own.append(
                (table.declaration, PreparedLimit(facts: table.facts, try table.value.evaluator(inputs: p.particles))))
        }
        let beams = ExclusionNodes.beams(p).map {
            (energy: $0, facts: LimitFacts.reach(beamEnergy: $0, events: p.requiredEvents, p))
        }
        var others: [PreparedLimit] = []
        let lightElements = LightElementBound.facts
        if isWanted(lightElements.name, lightElements.role) { others.append(try Self.lightElements(lightElements, p)) }
        for beam in beams where isWanted(beam.facts.name, beam.facts.role) {
            others.append(try await reach(beam.facts, beamEnergy: beam.energy, p, by: engine))
        }
        // A reader's table of a name that is taken answers under another one.
        let taken = Set(
            [lightElements.name] + beams.map(\.facts.name) + catalogue.computed.all.compactMap(\.stated?.name)
                + published.map(\.name))
        let supplied = try tables.dropFirst(catalogue.published.count).compactMap { table -> PreparedLimit? in
            var facts = table.facts
            if taken.contains(facts.name) { facts.name = "supplied/\(facts.name)" }
            guard isWanted(facts.name, facts.role) else { return nil }
            return PreparedLimit(facts: facts, try table.value.evaluator(inputs: p.particles))
        }
        let all =
            own.sorted { LimitDeclaration.precedes($0.declaration, $1.declaration) }.map(\.limit) + others + supplied
        return all.filter { $0.facts.role == .limit } + all.filter { $0.facts.role == .projection }
    }

    private init(facts: LimitFacts, _ evaluator: LimitEvaluator) {
        self.init(facts: facts) { mass in try evaluator.excludedCouplings(atMass: mass) }
    }

    private static func lightElements(_ facts: LimitFacts, _ p: PaperParameters) throws -> PreparedLimit {
        let equilibrium = try EquilibriumCoupling(
            temperature: p.landscape.decouplingTemperature, inputs: p.particles)
        let end = facts.masses.upperBound
        return PreparedLimit(facts: facts) { mass in
            // A boson on the bound is allowed.
            mass < end ? ExcludedCouplings.above(try equilibrium.coupling(mass: mass)) : []
        }
    }

    /// MUonE's own reach: an integral at each mass, which is done once for each that comes again.
    private static func reach(
        _ stated: LimitFacts, beamEnergy: Double, _ p: PaperParameters, by engine: BuildEngine
    ) async throws -> PreparedLimit {
        var facts = stated
        let end = try await engine.value(
            of: ExclusionNodes.vanishingMass(beamEnergy: beamEnergy, in: "evaluate/excluded/\(facts.name)", p))
        if let end { facts.masses = 0...max(0, end.value) }
        let (particles, cuts, events, luminosity) = (p.particles, p.cuts, p.requiredEvents, p.luminosity)
        let known = KnownRanges()
        return PreparedLimit(facts: facts) { mass in
            try known.ranges(at: mass) {
                let point = SignalPoint(
                    particles: particles, beamEnergy: beamEnergy, benchmark: Benchmark(mass: mass, coupling: 1e-3))
                let coupling = CouplingForEvents(events: events, luminosity: luminosity, coupling: 1e-3)
                return ExcludedCouplings.above(
                    try coupling.compute(SignalCrossSection(point: point, cuts: cuts).compute(())))
            }
        }
    }
}

/// What is excluded at masses that were asked before.
private final class KnownRanges: Sendable {
    private let known = Mutex<[Double: [ExcludedCouplings]]>([:])

    func ranges(at mass: Double, _ compute: () throws -> [ExcludedCouplings]) rethrows -> [ExcludedCouplings] {
        if let ranges = known.withLock({ $0[mass] }) { return ranges }
        let ranges = try compute()
        known.withLock { $0[mass] = ranges }
        return ranges
    }
}

extension LimitCatalogue {
    /// What the tables say: the published ones, then the reader's.
    var tables: Node<[Described<TableBound>]> {
        let all = (published.map(\.limit) + supplied).compactMap { limit -> Node<Described<TableBound>>? in
            if case .table(let table) = limit.evaluator { table } else { nil }
        }
        // Refuses a reader's tables whose names clash.
        return Node("evaluate/points", from: Node("evaluate/points/tables", collecting: all), suppliedCurves) {
            tables, _ in
            tables
        }
    }
}
