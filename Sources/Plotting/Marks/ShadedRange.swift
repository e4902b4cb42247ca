/// A range of `x` or of `y`, shaded across the whole frame: what a cut takes away, for instance.
public struct ShadedRange: Codable, Hashable, Sendable, MarkConvertible {
    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// The axis whose values are shaded: a range of `x` is a vertical strip.
    public var axis: AxisName
    /// `nil` reaches the edge of the frame.
    public var lower: Double?
    /// Where it ends, in data units; `nil` reaches the edge of the frame.
    public var upper: Double?
    /// What the range means, from which it takes ink, tint and hatch.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Fills with a tint of the ink; `nil` takes the role's choice.
    public var isFilled: Bool?
    /// `nil` takes the role's hatch; ``Hatch/none`` leaves it out.
    public var hatch: Hatch?
    /// Label in the legend.
    public var label: String?

    /// A strip of the frame that is open where no end is given.
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
