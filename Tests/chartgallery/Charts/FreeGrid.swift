import Foundation
import Plotting

extension Gallery {
    /// Panels with axes of their own, and a cell left for the legend.
    static var freeGrid: ChartGrid {
        let x = spaced(0, 10, 200)
        func panel(_ label: String, _ y: Axis, _ values: [Double]) -> Chart {
            Chart(label, x: .linear("$t$ [ns]", 0...10), y: y, style: .revtexColumn) {
                Line("pulse", x: x, y: values, role: .signal, label: "pulse")
                Rule("threshold", y: y.scale == .log ? 0.1 : 0.3, label: "threshold")
            }
        }
        return ChartGrid(
            "Pulses", rows: 2, columns: 2,
            panels: [
                panel("a", .linear("$U$ [V]", -1...1), x.map { sin($0) * exp(-$0 / 4) }),
                panel("b", .log("$|U|$ [V]", 1e-4...10), x.map { exp(-$0 / 2) }),
                panel("c", .linear("$Q$ [pC]", -400_000...400_000), x.map { 3e5 * sin($0 * 2) * exp(-$0 / 3) }),
            ], tags: ChartGrid.letters(3), tagCorner: .topRight, legend: .emptyCell, style: .wide(height: 360))
    }
}
