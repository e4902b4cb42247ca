/// A straight line across the frame at one value of `x` or of `y`.
public struct Rule: Codable, Hashable, Sendable, MarkConvertible {
    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// The axis on which the value lies: a rule at a value of x is vertical.
    public var axis: AxisName
    /// Where it crosses that axis, in data units.
    public var value: Double
    /// Where it starts and ends on the other axis, in data units; `nil` is the frame.
    public var from: Double?
    /// Where it ends on the other axis, in data units; `nil` is the frame.
    public var to: Double?
    /// What it means, from which it takes ink, dash and width.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Another dash pattern than the role's.
    public var dash: Dash?
    /// In points; `nil` takes the role's.
    public var width: Double?
    /// Label in the legend.
    public var label: String?
    /// Label written beside the line.
    public var sideLabel: SideLabel?

    /// A vertical rule.
    public init(
        _ id: String, x value: Double, from: Double? = nil, to: Double? = nil, role: Role = .reference,
        ink: Ink? = nil, dash: Dash? = nil, width: Double? = nil, label: String? = nil, sideLabel: SideLabel? = nil
    ) {
        self.init(
            id, axis: .x, value: value, from: from, to: to, role: role, ink: ink, dash: dash, width: width,
            label: label, sideLabel: sideLabel)
    }

    /// A horizontal rule.
    public init(
        _ id: String, y value: Double, from: Double? = nil, to: Double? = nil, role: Role = .reference,
        ink: Ink? = nil, dash: Dash? = nil, width: Double? = nil, label: String? = nil, sideLabel: SideLabel? = nil
    ) {
        self.init(
            id, axis: .y, value: value, from: from, to: to, role: role, ink: ink, dash: dash, width: width,
            label: label, sideLabel: sideLabel)
    }

    init(
        _ id: String, axis: AxisName, value: Double, from: Double?, to: Double?, role: Role, ink: Ink?, dash: Dash?,
        width: Double?, label: String?, sideLabel: SideLabel?
    ) {
        self.id = id
        self.axis = axis
        self.value = value
        self.from = from
        self.to = to
        self.role = role
        self.ink = ink
        self.dash = dash
        self.width = width
        self.label = label
        self.sideLabel = sideLabel
    }

    public var mark: Mark { .rule(self) }
}

/// One of the two axes of a chart.
public enum AxisName: String, Codable, Sendable, CaseIterable {
    /// The horizontal axis is `x`, the vertical one `y`.
    case x, y
}

/// A label beside a ``Rule``, parallel to it.
public struct SideLabel: Codable, Hashable, Sendable {
    /// Which side of the rule: for a vertical rule `before` is left, for a horizontal one below.
    public enum Side: String, Codable, Sendable, CaseIterable {
        /// Left or right of a vertical rule, below or above a horizontal one.
        case before, after
    }

    /// In the TeX subset of ``MathLabel``.
    public var text: String
    /// On which side of the rule it stands.
    public var side: Side
    /// Where along the rule the label is centred, as a fraction of the frame (0 left or bottom, 1 right or top).
    /// The label is shifted inwards where it would leave the frame.
    public var position: Double

    /// A label centred at a share of the frame's length.
    public init(_ text: String, _ side: Side = .after, at position: Double = 0.8) {
        self.text = text
        self.side = side
        self.position = position
    }
}
