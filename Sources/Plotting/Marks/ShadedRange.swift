/// A range of `x` or of `y`, shaded across the whole frame: what a cut takes away, for instance.
public struct ShadedRange: Codable, Hashable, Sendable, MarkConvertible {
    public var id: String
    public var axis: AxisName
    /// `nil` reaches the edge of the frame.
    public var lower: Double?
    public var upper: Double?
    public var role: Role
    public var ink: Ink?
    public var isFilled: Bool?
    public var hatch: Hatch?
    public var label: String?

    public init(
        _ id: String, _ axis: AxisName, from lower: Double? = nil, to upper: Double? = nil, role: Role = .cut,
        ink: Ink? = nil, isFilled: Bool? = nil, hatch: Hatch? = nil, label: String? = nil
    ) {
        self.id = id
        self.axis = axis
        self.lower = lower
        self.upper = upper
        self.role = role
        self.ink = ink
        self.isFilled = isFilled
        self.hatch = hatch
        self.label = label
    }

    public var mark: Mark { .shadedRange(self) }
}
