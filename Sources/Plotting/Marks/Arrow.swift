/// A straight arrow from one place to another.
public struct Arrow: Codable, Hashable, Sendable, MarkConvertible {
    /// Distinct in the chart; texts and arrows are no data, and are compared by their place alone.
    public var id: String
    /// Where it starts.
    public var from: Position
    /// Where its head is.
    public var to: Position
    /// What it means, from which it takes its ink.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// In points; `nil` takes the role's.
    public var width: Double?

    /// An arrow between two places, each in data coordinates or in shares of the frame.
    public init(
        _ id: String, from: Position, to: Position, role: Role = .reference, ink: Ink? = nil, width: Double? = nil
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.role = role
        self.ink = ink
        self.width = width
    }

    public var mark: Mark { .arrow(self) }
}
