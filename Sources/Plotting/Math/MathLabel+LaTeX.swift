extension MathLabel {
    /// The label for LaTeX to set: what was written, except where LaTeX would read it differently. Needs `amsmath` and
    /// `amssymb`, and UTF-8 for letters with accents.
    ///
    /// - Throws: ``PlottingError`` for a label that cannot be read, or a character that LaTeX has no command for.
    public static func latex(_ label: String) throws -> String {
        _ = try MathParser.parse(label)
        var writer = LaTeXWriter(label: label)
        return try writer.text()
    }
}

/// Walks through a label once, as LaTeX would.
private struct LaTeXWriter {
    let label: String
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var isMath = false
    private var result = ""

    init(label: String) {
        self.label = label
        scalars = Array(label.unicodeScalars)
    }

    mutating func text() throws -> String {
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            switch scalar {
            case "\\": try command()
            case "$":
                isMath.toggle()
                result.unicodeScalars.append(scalar)
            // These are letters to a label, and signs of LaTeX's own to LaTeX.
            case "%", "#", "&": result += "\\" + String(scalar)
            case "<", ">", "|": result += isMath ? String(scalar) : "\\ensuremath{\(scalar)}"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default: try character(scalar)
            }
        }
        return result
    }

    private mutating func command() throws {
        var name = ""
        while position < scalars.count, scalars[position].properties.isAlphabetic, scalars[position].isASCII {
            name.unicodeScalars.append(scalars[position])
            position += 1
        }
        if name.isEmpty, position < scalars.count {
            name.unicodeScalars.append(scalars[position])
            position += 1
        }
        switch name {
        case "deg", "degree": result += "{}^{\\circ}"
        // LaTeX has letters of Fraktur by these names.
        case "Re", "Im": result += "\\operatorname{\(name)}"
        case "lt": result += "<"
        case "gt": result += ">"
        case "lbrack": result += "["
        case "rbrack": result += "]"
        // A label may do without the dollar signs here.
        case "mathrm" where !isMath: result += "\\textrm"
        case "text", "textrm":
            result += "\\" + name
            try braced()
        default: result += "\\" + name
        }
    }

    /// What stands in the braces of `\text` is text within mathematics.
    private mutating func braced() throws {
        guard isMath else { return }
        isMath = false
        defer { isMath = true }
        var depth = 0
        let start = position
        while position < scalars.count {
            if scalars[position] == "{" { depth += 1 }
            if scalars[position] == "}" { depth -= 1 }
            position += 1
            if depth == 0 { break }
        }
        var inner = LaTeXWriter(label: String(String.UnicodeScalarView(scalars[start..<position])))
        result += try inner.text()
    }

    private mutating func character(_ scalar: Unicode.Scalar) throws {
        if scalar == "\u{A0}" {
            result += "~"
        } else if let name = Self.commands[scalar] {
            result += isMath ? "\\\(name) " : "\\ensuremath{\\\(name)}"
        } else if scalar == "°" {
            result += isMath ? "{}^{\\circ}" : "\\ensuremath{{}^{\\circ}}"
        } else if scalar == "–" || scalar == "—" {
            result += scalar == "–" ? "--" : "---"
        } else if scalar == "−" {
            result += isMath ? "-" : "\\ensuremath{-}"
        } else if !isMath, (0xC0...0x17F).contains(scalar.value) {
            result.unicodeScalars.append(scalar)
        } else {
            let code = String(scalar.value, radix: 16, uppercase: true)
            throw PlottingError.malformedLabel(
                label: label,
                problem:
                    "LaTeX has no command here for “\(scalar)” (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)); "
                    + "write the command of the character instead")
        }
    }

    /// Characters written directly, by the command that stands for them.
    private static let commands: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for name in MathSymbols.symbols.keys.sorted(by: >) {
            guard let (scalar, _) = MathSymbols.symbols[name], !scalar.isASCII, name != "deg", name != "degree" else {
                continue
            }
            table[scalar] = name
            // Greek letters are typed upright and set in italics.
            if (0x1D6FC...0x1D714).contains(scalar.value),
                let plain = Unicode.Scalar(scalar.value - 0x1D6FC + 0x3B1)
            {
                table[plain] = name
            }
        }
        table["µ"] = "mu"
        return table
    }()
}
