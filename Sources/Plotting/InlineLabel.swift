/// A label of a curve. The layout finds its place: the one that is asked for, or the nearest where it stands in the frame, on no
/// other label and on as little else as possible; another side of the curve, beside it with an arrow, or at last the legend.
public struct InlineLabel: Codable, Hashable, Sendable {
    /// How a label stands to its curve.
    public enum Placement: String, Codable, Sendable, CaseIterable {
        /// In a gap of the curve.
        case gap
        /// Beside the curve, on the side that is up (or left, where the curve is vertical) on the page.
        case above
        /// Beside the curve, on the side that is down (or right, where the curve is vertical) on the page.
        case below
        /// Upright beside a point of the curve.
        case beside
        /// Away from the curve, with an arrow to it.
        case pointer
    }

    /// In the TeX subset of ``MathLabel``.
    public var text: String
    /// The point of the curve closest to this one (on the page) is where the label is to be centred;
    /// `nil` takes the middle of the longest visible piece.
    public var anchor: DataPoint?
    /// The same as a share of the visible curve's length, from its first point on, where there is no ``anchor``.
    public var share: Double?
    /// The form that is tried first.
    public var placement: Placement
    /// `nil` takes the colour of the curve, darkened for reading.
    public var ink: Ink?
    /// Font size in points; `nil` takes the style's inline size.
    public var size: Double?

    /// A label near a point of the curve, or in its middle.
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

    /// - Parameter share: of the visible curve's length, 0 at its first point and 1 at its last.
    public init(_ text: String, at share: Double, _ placement: Placement = .gap, ink: Ink? = nil, size: Double? = nil) {
        self.init(text, near: nil, placement, ink: ink, size: size)
        self.share = share
    }
}
