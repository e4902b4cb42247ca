import Units

/// A column that is read from a table: its name, what stands in it, and what may.
public struct DataColumn: Codable, Hashable, Sendable {
    enum Kind: Codable, Hashable, Sendable {
        case number(PhysicalDimension, ClosedRange<Double>?)
        case count
        case text
    }

    /// As the table names it, without the unit.
    public let name: String
    let kind: Kind
    /// Whether cells may be empty or `nan`.
    let hasGaps: Bool

    /// A column of numbers, whose unit the table states behind the name: `energy [MeV]`.
    ///
    /// - Parameters:
    ///   - dimension: of what the numbers are. Without it, pure numbers, and no unit.
    ///   - range: in the internal unit; a number beyond it is refused.
    ///   - gaps: whether a cell may be empty or `nan`: there is no number then.
    public static func number(
        _ name: String, _ dimension: PhysicalDimension = .dimensionless, in range: ClosedRange<Double>? = nil,
        gaps: Bool = false
    ) -> DataColumn { DataColumn(name: name, kind: .number(dimension, range), hasGaps: gaps) }

    /// A column of whole numbers, zero or larger.
    public static func count(_ name: String) -> DataColumn { DataColumn(name: name, kind: .count, hasGaps: false) }

    /// A column of texts.
    ///
    /// - Parameter gaps: whether a cell may be empty.
    public static func text(_ name: String, gaps: Bool = false) -> DataColumn {
        DataColumn(name: name, kind: .text, hasGaps: gaps)
    }

    /// How the table names it: `energy [GeV]`.
    var example: String {
        guard case .number(let dimension, _) = kind, dimension != .dimensionless else { return name }
        return "\(name) [\(dimension.internalUnit.symbol)]"
    }
}

/// What stands between the cells of a table.
public enum DataSeparator: String, Codable, Sendable, CaseIterable {
    /// A tab, a semicolon or a comma: the first of these that the line of names has.
    case found
    /// That character and no other.
    case comma, semicolon, tab
    /// Blanks and tabs, any number of them.
    case blanks
}
