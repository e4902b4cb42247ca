import LimitModel
import Limits
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import PointTables

extension Observable<PaperParameters>.Points {
    /// `evaluate excluded --points`: the verdict of all limits at each point, and each one's g/g_limit.
    static let excluded = Self(
        columns: ["mass": .refused, "coupling": .allowed],
        options: [.choice("projections", ["no", "yes"], .text("no"))]
    ) { request in
        let withProjections = request.arguments.text("projections") == "yes"
        let (catalogue, warnings) = try await request.catalogue()
        let limits = try await PreparedLimit.all(request.variant.parameters, catalogue, by: request.engine) {
            withProjections || $1 == .limit
        }
        let excluding = limits.prefix { $0.facts.role == .limit }.count
        let columns =
            [AnswerColumn("excluded"), AnswerColumn("excluded by", key: "excludedBy")]
            + limits.enumerated().map { index, limit in
                AnswerColumn(
                    "g/g_limit \(limit.facts.name)", key: limit.facts.name,
                    group: index < excluding ? "ratios" : "projections")
            } + [AnswerColumn("note")]
        let arguments = request.arguments
        return PointAnswers(columns: columns, warnings: warnings) { points, range in
            let (masses, couplings) = (points.values("mass", arguments), points.values("coupling", arguments))
            var known: [Double: [Asked]] = [:]
            return try range.map { index in
                let (mass, coupling) = (try masses(index), try couplings(index))
                let asked = known[mass] ?? limits.map { Asked($0, mass) }
                known[mass] = asked
                return excludedAnswer(coupling, limits, asked, excluding)
            }
        }
    }

    /// What a limit says at a mass.
    private enum Asked {
        case ranges([ExcludedCouplings])
        case failed(String)

        init(_ limit: PreparedLimit, _ mass: Double) {
            do {
                self = .ranges(try limit.ranges(mass))
            } catch {
                self = .failed("\(limit.facts.name): \(error)")
            }
        }
    }

    private static func excludedAnswer(
        _ coupling: Double, _ limits: [PreparedLimit], _ asked: [Asked], _ excluding: Int
    ) -> PointAnswer {
        var (ratios, names, failures): ([PointCell], [String], [String]) = ([], [], [])
        var covers = false
        for index in asked.indices {
            switch asked[index] {
            case .failed(let reason):
                failures.append(reason)
                ratios.append(.none)
            case .ranges(let ranges):
                guard !ranges.isEmpty else {
                    ratios.append(.none)
                    continue
                }
                let verdict = CouplingVerdict(coupling, in: ranges)
                if index < excluding {
                    covers = true
                    if verdict.isExceeded { names.append(limits[index].facts.name) }
                }
                if let ratio = verdict.ratio?.value, !ratio.isFinite {
                    failures.append("\(limits[index].facts.name): the ratio is \(ratio)")
                    ratios.append(.none)
                } else {
                    ratios.append(verdict.ratio.map { .number($0.value) } ?? .none)
                }
            }
        }
        let note: PointCell =
            !failures.isEmpty
            ? .text(failures.joined(separator: "; ")) : covers ? .none : .text("no limit covers this mass")
        return PointAnswer([.flag(!names.isEmpty), .list(names)] + ratios + [note], hasFailed: !failures.isEmpty)
    }

    /// `evaluate limit --points`: one limit, or one at each point, over the masses of a list.
    static let limit = Self(columns: ["name": .signed, "mass": .refused, "coupling": .allowed]) { request in
        let asked = request.arguments.text("name").map { [$0] } ?? request.points.texts("name") ?? []
        let wanted = Set(asked)
        let (catalogue, warnings) = try await request.catalogue()
        var known: [String] = []
        let limits = try await PreparedLimit.all(request.variant.parameters, catalogue, by: request.engine) { name, _ in
            known.append(name)
            return wanted.contains(name)
        }
        let byName = limits.reduce(into: [:]) { $0[$1.facts.name] = $1 }
        if let index = asked.firstIndex(where: { byName[$0] == nil }) {
            let error = EvaluationError.unknownChoice(argument: "name", of: "limit", text: asked[index], choices: known)
            guard request.arguments.text("name") == nil else { throw error }
            throw request.points.error(index, "\(error)")
        }
        let hasCoupling = request.arguments.number("coupling") != nil || request.points.numbers("coupling") != nil
        let columns =
            [AnswerColumn("value"), AnswerColumn("error"), AnswerColumn("error kind", key: "errorKind")]
            + (hasCoupling ? [AnswerColumn("excluded")] : [])
            + [AnswerColumn("excluded ranges", key: "ranges"), AnswerColumn("note")]
        let arguments = request.arguments
        return PointAnswers(columns: columns, warnings: warnings) { points, range in
            let (masses, couplings) = (points.values("mass", arguments), points.values("coupling", arguments))
            let names = points.texts("name")
            let only = limits.count == 1 ? limits.first : nil
            return try range.map { index in
                guard let limit = only ?? names.flatMap({ byName[$0[index]] }) else {
                    throw points.error(index, "there is no limit of this name")
                }
                return try limitAnswer(limit, try masses(index), hasCoupling ? try couplings(index) : nil)
            }
        }
    }

    private static func limitAnswer(_ limit: PreparedLimit, _ mass: Double, _ coupling: Double?) throws -> PointAnswer {
        func none(_ reason: String, hasFailed: Bool = false, ranges: PointCell = .none, excluded: PointCell = .none)
            -> PointAnswer
        {
            PointAnswer(
                [.none, .none, .none] + (coupling == nil ? [] : [excluded]) + [ranges, .text(reason)],
                hasFailed: hasFailed)
        }
        let stated = limit.facts.masses
        guard stated.contains(mass) else {
            return none(
                "stated from \(Observable<PaperParameters>.massText(stated.lowerBound)) to "
                    + "\(Observable<PaperParameters>.massText(stated.upperBound)) alone")
        }
        let ranges: [ExcludedCouplings]
        do {
            ranges = try limit.ranges(mass)
        } catch {
            return none("\(error)", hasFailed: true)
        }
        let excluded: PointCell = coupling.map { coupling in .flag(ranges.contains { $0.contains(coupling) }) } ?? .none
        guard let edge = ranges.edge(nearest: coupling) else {
            return none(
                ranges.isEmpty ? "excludes no coupling there" : "excludes every coupling there",
                ranges: .ranges(ranges.map { ($0.lower.value, $0.upper?.value) }), excluded: excluded)
        }
        guard ranges.edges.allSatisfy({ $0.value.isFinite }) else {
            return none("an edge is not finite", hasFailed: true)
        }
        return PointAnswer(
            [.number(edge.value), .number(edge.error), .text(edge.kind.rawValue)] + (coupling == nil ? [] : [excluded])
                + [.ranges(ranges.map { ($0.lower.value, $0.upper?.value) }), .none])
    }
}

extension Observable<PaperParameters>.Points.Request {
    /// The limits, and what to say of the files that they are read from.
    fileprivate func catalogue() async throws -> (LimitCatalogue, warnings: [String]) {
        let tables = try variant.limitTables()
        let catalogue = LimitCatalogue(variant.parameters, sources: tables)
        let warnings = if let node = catalogue.warnings { try await engine.value(of: node) } else { [String]() }
        return (catalogue, tables.ignored.map(\.description) + warnings)
    }
}

extension PointList {
    /// The values of an argument: of its column, or the one that all points share.
    fileprivate func values(_ name: String, _ arguments: ArgumentValues) -> (Int) throws -> Double {
        if let column = numbers(name) { return { column[$0] } }
        return { _ in try arguments.required(name) }
    }
}
