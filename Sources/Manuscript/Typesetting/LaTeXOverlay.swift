import Foundation
import Plotting

/// A figure whose labels LaTeX sets: a drawing without text, and a `picture` that puts each label over it.
package enum LaTeXOverlay {
    /// The LaTeX of a figure: as large as the figure, in points, with every label at its place.
    ///
    /// - Parameters:
    ///   - list: the finished drawing, with its labels.
    ///   - graphic: the name that `\includegraphics` finds the drawing without labels by.
    /// - Throws: `PlottingError` for a label that LaTeX cannot set.
    package static func text(of list: DisplayList, graphic: String) throws -> String {
        var lines = [
            "% \(graphic): the labels of this figure, set by LaTeX. Needs graphicx, amsmath, amssymb and color or xcolor.",
            "\\begingroup\\setlength{\\unitlength}{1bp}%",
            "\\begin{picture}(\(number(list.width)),\(number(list.height)))(0,0)%",
            "\\put(0,0){\\includegraphics{\(graphic)}}%",
        ]
        for run in list.labels {
            guard let setting = run.setting else { continue }
            lines.append(try line(run, setting, pageHeight: list.height))
        }
        return (lines + ["\\end{picture}\\endgroup"]).joined(separator: "\n") + "\n"
    }

    /// A label has no extent of its own here, so that a rotation turns it about its anchor.
    private static func line(
        _ run: DisplayList.GlyphRun, _ setting: DisplayList.LabelSetting, pageHeight: Double
    ) throws -> String {
        let (letter, share) =
            switch setting.anchor {
            case .start: ("l", 0.0)
            case .center: ("c", 0.5)
            case .end: ("r", 1)
            }
        let x = run.origin.x + share * setting.width * cos(run.rotation)
        let y = pageHeight - run.origin.y + share * setting.width * sin(run.rotation)
        // LaTeX's points are smaller than those of a page: 72.27 to the inch.
        let size = number(setting.size * 72.27 / 72)
        var label =
            "\\makebox[0pt][\(letter)]{\\smash{\\fontsize{\(size)}{\(size)}\\selectfont\(colour(run.colour))\(try MathLabel.latex(setting.label))}}"
        let degrees = number(run.rotation * 180 / .pi)
        if degrees != "0" { label = "\\rotatebox{\(degrees)}{\(label)}" }
        return "\\put(\(number(x)),\(number(y))){\(label)}%"
    }

    private static func colour(_ colour: Colour) -> String {
        guard colour != .black else { return " " }
        return "\\color[rgb]{\([colour.red, colour.green, colour.blue].map(number).joined(separator: ","))}"
    }

    /// At most three decimals, no trailing zeros, no exponent, no locale.
    private static func number(_ value: Double) -> String {
        let thousandths = Int(saturating: (value * 1000).rounded())
        let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
        var digits = String(rest)
        while digits.count < 3 { digits = "0" + digits }
        while digits.hasSuffix("0") { digits.removeLast() }
        return (thousandths < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
    }
}
