/// A label that runs along a curve.
public struct InlineLabel: Codable, Hashable, Sendable {
    public enum Placement: String, Codable, Sendable, CaseIterable {
        /// In a gap of the curve.
        case gap
        /// Beside the curve, on the side that is up (or left, where the curve is vertical) on the page.
        case above
        case below
    }

    public var text: String
    /// The point of the curve closest to this one (on the page) carries the label's centre;
    /// `nil` takes the middle of the longest visible piece.
    public var anchor: DataPoint?
    public var placement: Placement
    /// `nil` takes the colour of the curve, darkened for reading.
    public var ink: Ink?
    /// Font size in points; `nil` takes the style's inline size.
    public var size: Double?

    public init(
        _ text: String, near anchor: DataPoint? = nil, _ placement: Placement = .gap, ink: Ink? = nil,
        size: Double? = nil
    ) {
        self.text = text
        self.anchor = anchor
        self.placement = placement
        self.ink = ink
        self.size = size
    }
}
