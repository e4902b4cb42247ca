/// Where the legend stands. It has no frame.
public struct Legend: Codable, Hashable, Sendable {
    public enum Placement: String, Codable, Sendable, CaseIterable {
        /// The place inside the frame that covers least of lines, regions and texts.
        case automatic
        case topLeft, top, topRight, left, right, bottomLeft, bottom, bottomRight
        /// No legend, although marks have labels.
        case hidden
    }

    public var placement: Placement
    /// A line above the entries.
    public var heading: String?

    public init(_ placement: Placement, heading: String? = nil) {
        self.placement = placement
        self.heading = heading
    }

    public static let automatic = Legend(.automatic)
    public static let hidden = Legend(.hidden)
}
