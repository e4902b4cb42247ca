/// Sets labels written in a TeX subset: `"$t'_\mathrm{max}$ [ms]"`.
///
/// Text outside dollar signs is upright. Inside them the rules are those of TeX's text style (The TeXbook,
/// appendix G) with the lengths of the font's MATH table (OpenType specification, "MATH"). Known are scripts and
/// primes, `\frac`, `\sqrt`, `\left … \right`, Greek letters, relations, operators and operator names, `\text`,
/// `\mathrm`, `\mathbf`, `\mathcal`, the accents `\hat \bar \tilde \vec \dot`, `\overline`, and spaces. Anything else
/// is an error: nothing is substituted silently.
public enum MathLabel {
    /// - Parameter size: font size in points.
    /// - Throws: ``PlottingError`` naming the command or character, and the label.
    package static func layout(_ label: String, size: Double, metrics: some MathFontMetrics) throws -> MathLabelBox {
        let nodes = try MathParser.parse(label)
        let setter = MathSetter(label: label, metrics: metrics, textSize: size)
        var box = try setter.set(nodes, MathSetter.Style(level: 0, isCramped: false)).box
        box.size = size
        return box
    }

    /// The label as plain text for titles and tooltips, best effort: `"t_max [ms]"`.
    public static func plainText(_ label: String) -> String {
        guard let nodes = try? MathParser.parse(label) else { return label }
        return nodes.map(plain).joined().unicodeScalars.map { ligatures[$0] ?? String($0) }.joined()
    }

    /// What the parser sets for letters that a terminal shows one by one.
    private static let ligatures: [Unicode.Scalar: String] = ["ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"]

    private static func plain(_ node: MathNode) -> String {
        switch node {
        case .text(let text): text
        case .symbol(let scalar, let atom):
            atom == .relation || atom == .binary ? " \(folded(scalar)) " : folded(scalar)
        case .operatorName(let name): name + " "
        case .group(let nodes):
            // A leading sign belongs to what follows it.
            nodes.enumerated().map { index, node in
                if index == 0, case .symbol(let scalar, .binary) = node { folded(scalar) } else { plain(node) }
            }.joined()
        case .scripts(let base, let sub, let sup):
            (base.map(plain) ?? "") + (sub.map { "_" + plain($0) } ?? "")
                + (sup.map { plain($0).allSatisfy { $0 == "′" } ? plain($0) : "^" + plain($0) } ?? "")
        case .fraction(let numerator, let denominator): "\(plain(numerator))/\(plain(denominator))"
        case .root(let body): "√(\(plain(body)))"
        case .accent(_, let body), .overline(let body): plain(body)
        case .delimited(let left, let body, let right):
            (left.map { String($0) } ?? "") + body.map(plain).joined() + (right.map { String($0) } ?? "")
        case .space(let ems): ems > 0 ? " " : ""
        }
    }

    /// Mathematical alphanumerics back to ordinary letters.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if scalar == "ℎ" { return "h" }
        let value = scalar.value
        func letter(_ code: UInt32) -> String { Unicode.Scalar(code).map { String($0) } ?? String(scalar) }
        switch value {
        case 0x1D400...0x1D433: return letter(fold(value - 0x1D400))
        case 0x1D434...0x1D467: return letter(fold(value - 0x1D434))
        case 0x1D49C...0x1D4CF: return letter(fold(value - 0x1D49C))
        case 0x1D6FC...0x1D714: return letter(value - 0x1D6FC + 0x3B1)
        case 0x1D715: return "∂"
        case 0x1D716: return "ϵ"
        case 0x1D717: return "ϑ"
        case 0x1D719: return "ϕ"
        case 0x1D71A: return "ϱ"
        case 0x1D71B: return "ϖ"
        default: return String(scalar)
        }
    }

    private static func fold(_ offset: UInt32) -> UInt32 {
        offset < 26 ? 0x41 + offset : 0x61 + offset - 26
    }
}
