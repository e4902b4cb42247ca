/// A straight line across the frame at one value of `x` or of `y`.
public struct Rule: Codable, Hashable, Sendable, MarkConvertible {
    public var id: String
    /// The axis on which the value lies: a rule at a value of x is vertical.
    public var axis: AxisName
    public var value: Double
    /// Where it starts and ends on the other axis, in data units; `nil` is the frame.
    public var from: Double?
    public var to: Double?
    public var role: Role
    public var ink: Ink?
    public var dash: Dash?
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

public enum AxisName: String, Codable, Sendable, CaseIterable {
    case x, y
}

/// A label beside a ``Rule``, parallel to it.
public struct SideLabel: Codable, Hashable, Sendable {
    /// Which side of the rule: for a vertical rule `before` is left, for a horizontal one below.
    public enum Side: String, Codable, Sendable, CaseIterable {
        case before, after
    }

    public var text: String
    public var side: Side
    /// Where along the rule the label is centred, as a fraction of the frame (0 left or bottom, 1 right or top).
    /// The label is shifted inwards where it would leave the frame.
    public var position: Double

    public init(_ text: String, _ side: Side = .after, at position: Double = 0.8) {
        self.text = text
        self.side = side
        self.position = position
    }
}
