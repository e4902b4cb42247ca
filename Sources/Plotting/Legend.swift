/// Where the legend stands, and in which form. It has no frame.
public struct Legend: Codable, Hashable, Sendable {
    /// Where a legend stands in the frame.
    public enum Placement: String, Codable, Sendable, CaseIterable {
        /// The place inside the frame that covers least of lines, texts and symbols, then of hatched and filled areas;
        /// a corner where several are alike.
        case automatic
        /// A fixed place inside the frame.
        case topLeft, top, topRight, left, right, bottomLeft, bottom, bottomRight
        /// No legend, although marks have labels.
        case hidden
    }

    /// Where an automatic legend goes when every place inside the frame would hide data.
    public enum Outside: String, Codable, Sendable, CaseIterable {
        /// Right of the frame, which becomes narrower.
        case right
        /// Over the frame, which becomes lower.
        case above
    }

    /// Where it stands; only an automatic one moves out of the way of data.
    public var placement: Placement
    /// A line above the entries.
    public var heading: String?
    /// Entries are set column by column; `nil` is one column.
    public var columns: Int?
    /// The widest that an entry may be, relative to the frame; longer ones are broken at spaces. `nil` breaks only what
    /// would not fit into the frame.
    public var wrap: Double?
    /// The place that an automatic legend keeps until data come within a point of it, or would be hidden more than
    /// necessary if no place is free. Stored with the chart, so that the legend does not jump when data move a little.
    public var preferred: Placement?
    /// `nil` stays inside the frame and hides as little as possible.
    public var outside: Outside?

    /// A legend at a place; the entries are the labels of the marks, in the marks' order.
    public init(
        _ placement: Placement, heading: String? = nil, columns: Int? = nil, wrap: Double? = nil,
        preferring preferred: Placement? = nil, outside: Outside? = nil
    ) {
        self.placement = placement
        self.heading = heading
        self.columns = columns
        self.wrap = wrap
        self.preferred = preferred
        self.outside = outside
    }

    /// One column where it hides least.
    public static let automatic = Legend(.automatic)
    /// No legend, although marks have labels.
    public static let hidden = Legend(.hidden)
}
