/// What can be wrong with a chart, in the user's words: what happened with the values, in which mark or label,
/// and what to do.
public enum PlottingError: Error, Hashable, Sendable {
    /// A label has a command that the TeX subset does not know.
    case unknownCommand(command: String, label: String, suggestion: String?)
    /// A label's braces, scripts or dollar signs do not fit together.
    case malformedLabel(label: String, problem: String)
    /// The font has no glyph for a character of a label.
    case missingGlyph(character: String, label: String, font: String)
    /// An axis is empty, inverted, infinite, or not positive although it is logarithmic.
    case badRange(axis: String, scale: Axis.Scale, lower: Double, upper: Double)
    /// A symmetric logarithmic axis has no positive end of its linear part.
    case badThreshold(axis: String, value: Double?)
    /// A given tick lies outside the axis.
    case badTick(axis: String, value: Double)
    /// A size of the style is not positive and finite.
    case badSize(what: String, value: Double)
    /// The legend's columns or the width of its entries are impossible.
    case badLegend(what: String, value: Double)
    /// Something needs more room, in points, than there is.
    case doesNotFit(what: String, needed: Double, available: Double)
    /// Columns of one mark have different lengths.
    case columnLengths(mark: String, columns: [String], lengths: [Int])
    /// A mark has no points.
    case emptySeries(mark: String)
    /// Every point of a mark is NaN.
    case allUndefined(mark: String)
    /// A column that has to ascend does not, at an index.
    case notAscending(mark: String, column: String, index: Int)
    /// Two marks of a chart have one id.
    case duplicateID(String)
    /// More points stand apart on the page than a reader could tell apart.
    case tooManySymbols(mark: String, count: Int, limit: Int)
    /// A place cannot be shown on the chart's axes.
    case badPosition(mark: String, x: Double, y: Double)
    /// A range ends before it begins.
    case badInterval(mark: String, lower: Double, upper: Double)
    /// Panels do not fit into the rows and columns of a grid.
    case badGrid(rows: Int, columns: Int, panels: Int)
    /// A grid's list of heights, widths or tags has another length than its rows, columns or panels.
    case gridCounts(what: String, count: Int, needed: Int)
    /// Panels that share an axis differ in its scale, range or ticks.
    case sharedAxisDiffers(axis: String, panel: String, other: String)
    /// One of the others, in a panel of a grid.
    indirect case inPanel(String, PlottingError)
}

extension PlottingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownCommand(let command, let label, let suggestion):
            "unknown command \\\(command) in the label \"\(label)\""
                + (suggestion.map { "; did you mean \\\($0)?" }
                    ?? "; labels take the TeX subset that MathSymbols.swift lists: use another command or add it there")
        case .malformedLabel(let label, let problem):
            "the label \"\(label)\" cannot be read: \(problem)"
        case .missingGlyph(let character, let label, let font):
            "the font \(font) has no glyph for \(character), which the label \"\(label)\" needs; "
                + "write it another way or choose another math font"
        case .badRange(let axis, let scale, let lower, let upper):
            "the \(axis) axis runs from \(lower) to \(upper); "
                + (scale == .log
                    ? "a logarithmic axis needs 0 < lower < upper, both finite"
                    : "an axis needs lower < upper, both finite")
        case .badThreshold(let axis, let value):
            "the \(axis) axis is symmetric logarithmic and has "
                + (value.map { "\($0) as the end of its linear part" } ?? "no end of its linear part")
                + "; give it a positive, finite linearThreshold"
        case .badTick(let axis, let value):
            "the \(axis) axis has a tick at \(value), outside its range; remove it or widen the range"
        case .badSize(let what, let value):
            "the \(what) of the chart is \(value) pt; it must be positive, finite and large enough for its labels"
        case .badLegend(let what, let value):
            "the \(what) of the legend is \(value); columns are counted from 1, and an entry's width is a share of the "
                + "frame's, above 0 and at most 1"
        case .doesNotFit(let what, let needed, let available):
            "\(what) needs \(Ticks.fixed(needed, decimals: 1)) pt, but only \(Ticks.fixed(available, decimals: 1)) pt "
                + "are free; shorten it, choose a smaller font or a larger chart"
        case .columnLengths(let mark, let columns, let lengths):
            "the columns of the mark \"\(mark)\" do not match: "
                + zip(columns, lengths).map { "\($0) has \($1)" }.joined(separator: ", ")
                + " values; give them the lengths that the mark's documentation states"
        case .emptySeries(let mark):
            "the mark \"\(mark)\" has no points; leave it out of the chart or give it data"
        case .allUndefined(let mark):
            "every point of the mark \"\(mark)\" is undefined (NaN); check what computed it, or leave it out"
        case .notAscending(let mark, let column, let index):
            "the column \(column) of the mark \"\(mark)\" does not ascend at index \(index); sort it"
        case .duplicateID(let id):
            "two marks have the id \"\(id)\"; the chart diff needs distinct ids, rename one"
        case .tooManySymbols(let mark, let count, let limit):
            "the mark \"\(mark)\" has \(count) points, of which more than \(limit) stand apart on the page, where no "
                + "reader tells them apart; draw a histogram or the density instead"
        case .badPosition(let mark, let x, let y):
            "the mark \"\(mark)\" stands at (\(x), \(y)), which is not a point of the chart; "
                + "give finite coordinates near the axes' ranges (positive on a logarithmic axis)"
        case .badInterval(let mark, let lower, let upper):
            "the mark \"\(mark)\" runs from \(lower) to \(upper); it needs lower < upper (or no bound on a side)"
        case .badGrid(let rows, let columns, let panels):
            "a grid of \(rows) rows and \(columns) columns cannot hold \(panels) panels; "
                + "give it at least one panel and as many cells as there are panels, and no empty row"
        case .gridCounts(let what, let count, let needed):
            "the grid has \(count) \(what) and needs \(needed), all positive and finite (or none: then they are equal)"
        case .sharedAxisDiffers(let axis, let panel, let other):
            "the panels \(other) and \(panel) share their \(axis) axis, but its scale, range or ticks differ; "
                + "give them the same axis or do not share it"
        case .inPanel(let panel, let error):
            "panel \(panel): \(error)"
        }
    }
}
