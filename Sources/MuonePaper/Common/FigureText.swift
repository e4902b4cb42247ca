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

/// A number in a label: at most four digits, no trailing zeros.
package func label(_ value: Double) -> String { String(format: "%.4g", value) }

/// A power of ten or a small number, as TeX without dollar signs: `3`, `10^3`, `5\times10^{-4}`.
package func powerLabel(_ value: Double) -> String {
    guard value > 0, value.isFinite, value < 0.01 || value >= 100 else { return label(value) }
    let exponent = Int(saturating: log10(value).rounded(.down))
    let mantissa = value / pow(10, Double(exponent))
    let power = "10^{\(exponent)}"
    return abs(mantissa - 1) < 1e-9 ? power : "\(label(mantissa))\\times\(power)"
}

/// What a panel says on which signal would be drawn if any event passed the selection.
package let noSignalText = Text("no-signal", "no signal passes the selection", at: .frame(0.5, 0.5), alignment: .center)

extension Ink {
    /// Of the area that limits exclude, all alike.
    package static let excludedShade = Ink.darkGray
}
