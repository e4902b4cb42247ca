import BuildGraph
import Foundation
import MuoneComputations
import MuonePaper
import MuoneParameters
import PaperKit

/// The paper on a light gauge boson of L_μ−L_τ at MUonE.
@main
struct ZPrimePaper: Paper {
    let documents: [Document]
    let variantChanges: Node<[String]>?
    private let suppliedLimits: SuppliedLimits

    init(_ variant: Variant<PaperParameters>) throws {
        suppliedLimits = try variant.suppliedLimits()
        let supplied = suppliedLimits.node(variant.parameters)
        documents = [
            try Document("paper", main: "paper/main.tex") { try Section.all(variant.parameters, supplied: supplied) }
        ]
        variantChanges = Node("paper/supplied-names", from: supplied) { limits in
            limits.map { "a limit is supplied, \($0.constraint.label)" }
        }
    }

    static let observables = Observable<PaperParameters>.all

    var warnings: [String] { suppliedLimits.ignored.map(\.description) }

    var inputFolders: [InputFolder] { [suppliedLimits.folder] }

    func inventories(in project: URL) -> [Inventory] { [suppliedLimits.inventory(in: project)] }

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
            """
        ])
}
