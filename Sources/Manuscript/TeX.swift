/// Plain text in LaTeX.
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
}
