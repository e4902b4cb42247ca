import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import Reference

/// The table of what the map of all constraints rests on: one row a curve.
enum LandscapeTable {
    /// `table/map/NAME`: rows of five columns — curve, process, kind and confidence level, masses, inputs with citation.
    static func rows(_ name: String, of constraints: [Constraint]) -> Node<NumbersFile.Passage> {
        Node("paper/map-\(name)", parameters: Table(id: "table/map/\(name)", constraints: constraints)) { table in
            NumbersFile.Passage(table.id, table.constraints.map(row).joined(separator: "\n  "))
        }
    }

    private struct Table: Codable, Sendable {
        var id: String
        var constraints: [Constraint]
    }

    static func row(_ constraint: Constraint) -> String {
        [
            constraint.label, constraint.process, "\(constraint.kind.rawValue), \(constraint.levelText)",
            constraint.massesText, constraint.inputsText + constraint.citation,
        ].joined(separator: " & ") + " \\\\"
    }
}
