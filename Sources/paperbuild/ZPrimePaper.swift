import BuildGraph
import Foundation
import Limits
import MuoneComputations
import MuonePaper
import MuoneParameters
import PaperKit

/// The paper on a light gauge boson of L_μ−L_τ at MUonE.
@main
struct ZPrimePaper: Paper {
    let documents: [Document]
    let variantChanges: Node<[String]>?
    private let tables: LimitSources

    init(_ variant: Variant<PaperParameters>) throws {
        tables = try variant.limitTables()
        let catalogue = LimitCatalogue(variant.parameters, sources: tables)
        documents = [
            try Document("paper", main: "paper/main.tex") { try Section.all(variant.parameters, catalogue) }
        ]
        variantChanges = Node("paper/supplied-names", from: catalogue.suppliedCurves) { limits in
            limits.map { "a limit is supplied, \($0.facts.label)" }
        }
    }

    static let observables = Observable<PaperParameters>.all

    var warnings: [String] { tables.ignored.map(\.description) }

    var inputFolders: [InputFolder] { tables.folders }

    func inventories(in project: URL) -> [Inventory] { [tables.inventory(in: project)] }

    static let help = ProgramHelp(
        abstract: "Regenerates a particle-physics paper from first principles: figures, numbers and PDF.",
        examples: [
            ("One figure", "build reach"),
            ("A variant, in a folder of its own", "--set cuts.theta=2mrad --output /tmp/variant"),
            ("One number", "evaluate signal-events mass=100MeV coupling=1e-3"),
        ],
        lists: [
            #""limits": [{"file", "name", "label", "points"} or {"file", "error"}], the tables that a reader brings along"#
        ],
        answers: [
            """
            For excluded: {"schema": 1, "quantity", "inputs", "excluded", "excludedBy": [name], "limits" and "projections": \
            [{"name", "bound", "ratio": g/g_limit, "error", "errorKind", "limit", "excluded", "confidenceLevel", "kind", \
            "sources", "assumptions", "masses"}], "ended": curves that do not cover the mass, with the "masses" that they \
            do, "magneticMoment": {…}}.
            """,
            """
            For limit: a number's members and "ranges": [{"from", "to"}] of all that is excluded at the mass, "excluded" \
            where a coupling was given, "origin": "published table"|"supplied table"|"computation", "role", "kind", "bound", \
            "confidenceLevel", "sources", "assumptions", "masses".
            """,
        ])
}
