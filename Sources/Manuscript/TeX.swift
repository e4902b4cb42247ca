import Foundation
import NumericalMethods

/// Plain text and numbers in LaTeX.
public enum TeX {
    /// The text with everything that means something to LaTeX made harmless.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "%", "&", "#", "_", "$", "{", "}": result += "\\\(character)"
            case "′": result += "$'$"
            case "μ": result += "$\\mu$"
            case "θ": result += "$\\theta$"
            case "≲": result += "$\\lesssim$"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            default: result.append(character)
            }
        }
        return result
    }

    /// A number as TeX math without dollar signs: `3`, `0.05`, `10^{3}`, `5\\times10^{-4}`. One that is computed is printed by
    /// ``CertifiedDecimal``, with the digits that its error leaves.
    /// - Parameters:
    ///   - digits: significant ones, at most; no trailing zeros.
    ///   - powersFrom: from here on, and below 0.01, powers of ten are written.
    public static func number(_ value: Double, digits: Int = 4, powersFrom: Double = 1e4) -> String {
        texDecimal(value, digits: digits, powersFrom: powersFrom)
    }
}
