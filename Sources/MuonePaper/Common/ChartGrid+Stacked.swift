import MuoneParameters
import Plotting

extension ChartGrid {
    /// Two panels one above the other in a column, and side by side where there is more room.
    package static func stacked(
        _ title: String, _ panels: [Chart], style choice: FigureStyleChoice, _ style: ChartStyle
    ) -> ChartGrid {
        guard choice == .column else {
            return ChartGrid(
                title, rows: 1, columns: 2, panels: panels, tags: ChartGrid.letters(2), tagCorner: .topRight,
                style: style)
        }
        var high = style
        high.height *= 1.6
        return ChartGrid(
            title, rows: 2, columns: 1, panels: panels, tags: ChartGrid.letters(2), tagCorner: .topRight, style: high)
    }
}
