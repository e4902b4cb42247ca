import Foundation

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

    /// A number as TeX math, at most four digits and no trailing zeros: `3`, `0.05`, `10^{3}`, `5\\times10^{-4}`.
    ///
    /// For a number that is known exactly; one that is computed is printed by ``CertifiedDecimal``.
    public static func number(_ value: Double) -> String {
        guard value != 0, value.isFinite, value.magnitude < 0.01 || value.magnitude >= 1e4 else {
            return String(format: "%.4g", value)
        }
        let exponent = Int(saturating: log10(value.magnitude).rounded(.down))
        let mantissa = value / pow(10, Double(exponent))
        let power = "10^{\(exponent)}"
        if (mantissa.magnitude - 1).magnitude < 1e-9 { return mantissa < 0 ? "-" + power : power }
        return String(format: "%.4g", mantissa) + "\\times" + power
    }
}
