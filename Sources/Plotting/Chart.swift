/// A figure as a value: axes, marks that carry their data, legend and style. No drawing happens here;
/// ``layout(_:metrics:)-(Chart,_)`` turns it into a ``DisplayList``.
///
/// Marks are drawn in the order in which they are declared; the frame, the ticks and all texts lie above them.
public struct Chart: Codable, Hashable, Sendable {
    /// A plain-text description: the title of the PDF and SVG, and the figure's alternative text.
    public var title: String
    /// The horizontal axis.
    public var x: Axis
    /// The vertical axis.
    public var y: Axis
    /// What is drawn, the lowest first; each has an id of its own.
    public var marks: [Mark]
    /// Where the labels of the marks are explained.
    public var legend: Legend
    /// The size of the page, and those of type and lines.
    public var style: ChartStyle

    /// A chart of the marks that a block lists: marks, arrays of them, `if`, `switch` and `for`.
    ///
    /// Nothing is checked here: ``layout(_:metrics:)-(Chart,_)`` names the mark or the label that cannot be drawn.
    public init(
        _ title: String, x: Axis, y: Axis, legend: Legend = .automatic, style: ChartStyle = .revtexColumn,
        @MarkBuilder marks: () throws -> [Mark]
    ) rethrows {
        self.title = title
        self.x = x
        self.y = y
        self.legend = legend
        self.style = style
        self.marks = try marks()
    }
}

/// Collects the marks of a ``Chart`` declaration; takes single marks, arrays of marks, `if`, `switch` and `for`.
@resultBuilder
public enum MarkBuilder {
    public static func buildExpression(_ mark: some MarkConvertible) -> [Mark] { [mark.mark] }
    public static func buildExpression(_ marks: [some MarkConvertible]) -> [Mark] { marks.map(\.mark) }
    public static func buildBlock(_ parts: [Mark]...) -> [Mark] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Mark]?) -> [Mark] { part ?? [] }
    public static func buildEither(first part: [Mark]) -> [Mark] { part }
    public static func buildEither(second part: [Mark]) -> [Mark] { part }
    public static func buildArray(_ parts: [[Mark]]) -> [Mark] { parts.flatMap { $0 } }
}
