import Units

/// A column that a list of points may have.
public struct PointColumn: Sendable {
    public enum Kind: Sendable {
        /// Numbers, in a unit that the header, or each of them, states.
        case number(PhysicalDimension, allowed: ClosedRange<Double>, zero: Zero)
        case text
    }

    /// Whether zero, and what is below it, may stand in a column.
    public enum Zero: Sendable {
        case refused, allowed, signed
    }

    public var name: String
    public var kind: Kind
    public var isRequired: Bool

    public init(_ name: String, _ kind: Kind, isRequired: Bool) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
    }
}

/// Why a list of points was refused.
public struct PointListError: Error, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1; nil where the fault is of the whole.
    public var line: Int?
    public var reason: String

    public init(file: String, line: Int?, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String { (line.map { "\(file):\($0): " } ?? "\(file): ") + reason }
}
