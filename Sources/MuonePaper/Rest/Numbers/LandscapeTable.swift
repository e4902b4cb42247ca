import BuildGraph
import LimitModel
import Limits
import Manuscript
import MuoneComputations
import Reference

/// The table of what the map of all constraints rests on: one row a curve.
enum LandscapeTable {
    /// `table/map/NAME`: rows of five columns — curve, process, kind and confidence level, masses, inputs with citation.
    static func rows(
        _ name: String, of limits: Node<[LimitDeclaration]>, _ role: LimitFacts.Role
    ) -> Node<NumbersFile.Passage> {
        Node("paper/map-\(name)", from: limits, parameters: Table(id: "table/map/\(name)", role: role)) {
            table, limits in
            NumbersFile.Passage(
                table.id,
                limits.map(\.facts).filter { $0.role == table.role }.map(row).joined(separator: "\n  "))
        }
    }

    private struct Table: Codable, Sendable {
        var id: String
        var role: LimitFacts.Role
    }

    static func row(_ limit: LimitFacts) -> String {
        [
            limit.label, limit.process, "\(limit.kind.rawValue), \(limit.levelText)", limit.massesText,
            limit.inputsText + limit.citation,
        ].joined(separator: " & ") + " \\\\"
    }
}
