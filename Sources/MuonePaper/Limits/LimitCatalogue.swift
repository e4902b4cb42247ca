import BuildGraph
import LimitModel
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// Every limit of the paper for one set of parameters: those that are computed, the published tables, and what a reader
/// brings along. Which of them a map has, each says itself.
package struct LimitCatalogue: Sendable {
    package let computed: ComputedLimits
    package let cited: CitedTables
    /// Of all files in the folder, and of those that are cited.
    package let published: [PublishedTable]
    /// Named after their files, which alone are known before the tables are read.
    package let supplied: [Limit]
    /// The reader's tables over all their masses, whose names are those of no other.
    package let suppliedCurves: Node<[DrawnLimit]>

    private let frame: MapFrame

    /// Computed and published.
    package var limits: [Limit] { computed.all + published.map(\.limit) }

    package init(_ p: PaperParameters, sources: LimitSources) {
        computed = ComputedLimits(p)
        frame = MapFrame(p)
        let cited = CitedTables(p)
        self.cited = cited
        let others = sources.published.files.filter { file in !cited.all.contains { $0.file == file } }
        published = cited.all + others.map { PublishedTable(file: $0, isCited: false, p) }
        let supplied = sources.supplied.files.enumerated().map { index, file in
            let name = file.split(separator: "/").last.map(String.init) ?? file
            return Limit(
                name,
                table: Node(
                    "limits/supplied/\(name)",
                    ReadLimit(
                        file: file, kind: .supplied, index: index, markPrefix: "supplied/", particles: p.particles,
                        treeLevelMixing: 0),
                    from: .file(file)), particles: p.particles)
        }
        self.supplied = supplied
        suppliedCurves = Node(
            Self.reader,
            fromEach: supplied.map { $0.answer(CurveQuestion(), "limits/supplied/\($0.name)/curve") },
            parameters: sources.supplied.files
        ) { files, limits in
            try SuppliedLimitsError.checkNames(zip(files, limits).map { ($0, $1.name) })
            return limits
        }
    }

    /// What tables hold that can be read and is seldom meant; nil where the program knows all tables.
    package var warnings: Node<[String]>? {
        let added = published.filter { table in !cited.all.contains { $0.file == table.file } }.map(\.limit)
        guard !added.isEmpty || !supplied.isEmpty else { return nil }
        let curves = Node(
            "limits/added", collecting: added.map { $0.answer(CurveQuestion(), "limits/added/\($0.name)") })
        return Node("limits/warnings", from: curves, suppliedCurves, parameters: frame) { frame, added, supplied in
            (added + supplied).flatMap { $0.declaration.warnings + frame.warnings(of: $0) }
        }
    }

    /// The node that every figure with limits reads.
    package static let reader = "limits/supplied"

    /// The limits that stand on any of these maps with their curves, in order: limits, then projections.
    package func drawn(
        onAnyOf maps: [LimitMap], in group: String, over masses: LogarithmicGrid
    ) -> Node<[DrawnLimit]> {
        ask(CurveQuestion(masses: masses.points), onAnyOf: maps, in: group)
    }

    /// What is said of the limits of a map, in order.
    package func declarations(on map: LimitMap, in group: String) -> Node<[LimitDeclaration]> {
        Node(
            "\(group)/declarations", fromEach: limits.filter { $0.mayStand(onAnyOf: [map]) }.map(\.declaration),
            parameters: map
        ) { map, limits in limits.filter { $0.stands(on: map) }.sorted(by: LimitDeclaration.precedes) }
    }

    /// Nodes `group/NAME`, and `group/limits` of all.
    package func ask<Question: LimitQuestion>(
        _ question: Question, onAnyOf maps: [LimitMap], in group: String
    ) -> Node<[Described<Question.Answer>]> {
        let limits = limits.filter { $0.mayStand(onAnyOf: maps) }
        return Node(
            "\(group)/limits", InOrder(),
            from: Node(
                "\(group)/limits/all",
                collecting: limits.map { $0.ask(question, "\(group)/\($0.name)", onAnyOf: maps) }))
    }

    /// The masses that limits take of the bands of the magnetic moment, for each search by its name: what windows are made
    /// of.
    ///
    /// - Parameter withSupplied: whether the tables of a reader exclude too.
    package func lostMasses(
        _ searches: [String: WindowSearch], on map: LimitMap, in group: String, withSupplied: Bool
    ) -> Node<[Described<[String: [LostMasses]]>]> {
        let question = LostMassesQuestion(searches: searches)
        let counted = limits.filter { $0.mayStand(onAnyOf: [map]) && $0.stated?.excludes != false }
        let regions = Node(
            "\(group)/regions", Joined(),
            from: Node(
                "\(group)/regions/all",
                collecting: counted.compactMap { $0.regions("\(group)/regions/\($0.name)", onAnyOf: [map]) }
                    + (withSupplied
                        ? supplied.compactMap { $0.regions("\(group)/regions/supplied/\($0.name)", onAnyOf: nil) } : [])
            ))
        let own = counted.map { $0.ask(question, beside: regions, "\(group)/\($0.name)", onAnyOf: [map]) }
        let others =
            withSupplied ? supplied.map { $0.ask(question, beside: regions, "\(group)/supplied/\($0.name)") } : []
        return Node("\(group)/limits", InOrder(), from: Node("\(group)/limits/all", collecting: own + others))
    }
}

/// The tables of publications that the text or a figure speaks of: where one is missing, the build fails.
package struct CitedTables: Sendable {
    package let babarFourMuon, babarInvisible, babarVisible, borexino: PublishedTable
    package let m3Phase1, m3Phase2, na64Electrons, na64Mu: PublishedTable

    package var all: [PublishedTable] {
        [babarFourMuon, babarInvisible, babarVisible, borexino, m3Phase1, m3Phase2, na64Electrons, na64Mu]
    }

    package init(_ p: PaperParameters) {
        func table(_ name: String) -> PublishedTable {
            PublishedTable(file: "\(LimitSources.publishedFolder)/\(name).csv", p)
        }
        babarFourMuon = table("babar-4mu")
        babarInvisible = table("babar-invisible")
        babarVisible = table("babar-visible")
        borexino = table("borexino")
        m3Phase1 = table("m3-phase1")
        m3Phase2 = table("m3-phase2")
        na64Electrons = table("na64-electrons")
        na64Mu = table("na64mu")
    }
}

/// A table of the paper.
package struct PublishedTable: Sendable {
    package let file: String
    package let limit: Limit
    package let bytes: Node<Blob>

    /// - Parameter isCited: whether the program knows the file, so that no mark of a figure has its name.
    package init(file: String, isCited: Bool = true, _ p: PaperParameters) {
        self.file = file
        bytes = .file(file)
        let last = file.split(separator: "/").last.map(String.init) ?? file
        limit = Limit(
            last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last,
            table: Node(
                "limits/published/\(last)",
                ReadLimit(
                    file: file, kind: .published, index: 0, markPrefix: isCited ? "" : "limit/", particles: p.particles,
                    treeLevelMixing: p.landscape.treeLevelMixing), from: bytes), particles: p.particles)
    }

    /// The points as they stand, whatever the parameters.
    package func points(_ name: String) -> Node<[LimitPoint]> {
        Node(name, ReadPoints(file: file), from: bytes)
    }
}

package struct ReadPoints: Computation {
    package var file: String

    package func compute(_ table: Blob) throws -> [LimitPoint] {
        try LimitTable(bytes: table.bytes, file: file, kind: .published).points
    }
}

/// A table as a limit on g′.
package struct ReadLimit: Computation {
    /// For messages, and for the name of a table that states none.
    package var file: String
    package var kind: LimitFacts.Kind
    /// Its place among the tables that state no look.
    package var index: Int
    package var markPrefix: String
    package var particles: ParticleInputs
    package var treeLevelMixing: Double

    package func compute(_ table: Blob) throws -> Described<TableBound> {
        let read = try LimitTable(bytes: table.bytes, file: file, kind: kind)
        var limit = try read.described(inputs: particles, treeLevelMixing: treeLevelMixing, index: index)
        limit.declaration.markPrefix = markPrefix
        limit.declaration.warnings = read.warnings.map { "\(file): \($0)" }
        return limit
    }
}
