/// A function of `x` and `y` as coloured cells, with a colour bar beside the frame.
public struct ColourMap: Codable, Hashable, Sendable, MarkConvertible {
    /// What is done with cells whose value is NaN.
    public enum Missing: String, Codable, Sendable, CaseIterable {
        /// They stay white or are hatched.
        case blank, hatched
    }

    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// The edges of the cells (one more than there are columns), or their centres; ascending.
    public var x: [Double]
    /// The edges of the cells (one more than there are rows) or their centres, as for `x`; ascending.
    public var y: [Double]
    /// Row by row from the lowest `y`: the value of column `i` and row `j` is at `j × columns + i`.
    public var values: [Double]
    /// Numerical error of each value, absolute; not drawn.
    public var valueError: [Double]?
    /// How values become colours, with the bar that says so.
    public var colours: ColourScale
    /// What is done with cells whose value is NaN.
    public var missing: Missing

    /// A map of cells. Whether `x` and `y` are edges or centres follows from the number of the values.
    public init(
        _ id: String, x: [Double], y: [Double], values: [Double], valueError: [Double]? = nil, colours: ColourScale,
        missing: Missing = .blank
    ) {
        self.id = id
        self.x = x
        self.y = y
        self.values = values
        self.valueError = valueError
        self.colours = colours
        self.missing = missing
    }

    public var mark: Mark { .colourMap(self) }

    /// Whether `x` and `y` are the edges of the cells; otherwise they are the centres.
    var hasEdges: Bool { x.count > 1 && y.count > 1 && values.count == (x.count - 1) * (y.count - 1) }

    func validate() throws {
        guard !values.isEmpty, !x.isEmpty, !y.isEmpty else { throw PlottingError.emptySeries(mark: id) }
        guard hasEdges || (values.count == x.count * y.count && x.count > 1 && y.count > 1) else {
            throw PlottingError.columnLengths(
                mark: id, columns: ["x", "y", "values"], lengths: [x.count, y.count, values.count])
        }
        guard valueError?.count ?? values.count == values.count else {
            throw PlottingError.columnLengths(
                mark: id, columns: ["values", "valueError"], lengths: [values.count, valueError?.count ?? 0])
        }
        for (name, places) in [("x", x), ("y", y)] {
            // Also false for NaN.
            for index in places.indices.dropFirst() where !(places[index] > places[index - 1]) {
                throw PlottingError.notAscending(mark: id, column: name, index: index)
            }
        }
        guard values.contains(where: { !$0.isNaN }) else { throw PlottingError.allUndefined(mark: id) }
        try colours.axis.validate("colour of \(id)")
    }
}
