/// A straight arrow from one place to another.
public struct Arrow: Codable, Hashable, Sendable, MarkConvertible {
    public var id: String
    public var from: Position
    public var to: Position
    public var role: Role
    public var ink: Ink?
    public var width: Double?

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
