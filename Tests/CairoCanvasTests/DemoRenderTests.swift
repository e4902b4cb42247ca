import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite struct DemoRenderTests {
    /// For looking at: set PLOTTING_DEMO to a folder and it receives the demonstration figures.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PLOTTING_DEMO"] != nil))
    func demonstrationFiguresCanBeWrittenForTheEye() throws {
        let folder = ProcessInfo.processInfo.environment["PLOTTING_DEMO"] ?? "/tmp"
        let canvas = try CairoCanvas()
        for (name, chart) in DemoCharts.all {
            let list = try canvas.displayList(chart)
            let png = try canvas.png(list, scale: 300.0 / 72)
            try Data(png).write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
            try Data(canvas.pdf(list)).write(to: URL(fileURLWithPath: "\(folder)/\(name).pdf"))
            try Data(canvas.svg(list)).write(to: URL(fileURLWithPath: "\(folder)/\(name).svg"))
        }
    }
}
