import Foundation
import MuoneParameters
import Plotting

extension PaperParameters {
    /// The style of a figure: every figure of the paper takes it from here.
    package func style(_ shape: FigureStyle.Shape = .standard) -> ChartStyle {
        let style: FigureStyle =
            switch figureStyle {
            case .column: .column
            case .twoColumn: .twoColumn
            case .slides: .slides
            }
        return style(shape)
    }
}

/// What a panel says on which signal would be drawn if any event passed the selection.
package let noSignalText = Text("no-signal", "no signal passes the selection", at: .frame(0.5, 0.5), alignment: .center)

extension Ink {
    /// Of the area that limits exclude, all alike.
    package static let excludedShade = Ink.darkGray
}
