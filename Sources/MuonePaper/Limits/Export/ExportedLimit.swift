import Foundation
import LimitModel
import NumericalMethods
import Plotting

/// A limit, or a projection, as other programs get it: its curve with all that is said of it, as plain text.
package struct ExportedLimit: Codable, Hashable, Sendable {
    package var facts: LimitFacts
    /// Whether it counts towards what is excluded.
    package var excludes: Bool
    package var curve: ExportedCurve

    package init(facts: LimitFacts, excludes: Bool, curve: ExportedCurve) {
        self.facts = facts
        self.excludes = excludes
        self.curve = curve
    }

    package init(_ limit: Described<ExportedCurve>) {
        self.init(facts: limit.facts, excludes: limit.declaration.excludes, curve: limit.value)
    }

    /// Where the points come from: keys of the bibliography, or what a reader's table said.
    var source: String {
        let keys = facts.sources.joined(separator: ", ")
        let stated = facts.inputs.first { $0.name == "source" }.map { PlainText($0.value).ascii }
        switch facts.kind {
        case .computed: return "computed by paperbuild" + (keys.isEmpty ? "" : " from " + keys)
        case .calibrated: return "computed by paperbuild and calibrated" + (keys.isEmpty ? "" : " with " + keys)
        case .published: return keys
        case .supplied: return stated ?? "a table of the reader"
        }
    }

    /// The confidence level if a table can state it: from a half to below one.
    var statableLevel: Double? { facts.confidenceLevel.flatMap { $0 >= 0.5 && $0 < 1 ? $0 : nil } }

    /// What is wrong with the numbers; nil where a table can hold them.
    ///
    /// - Returns: the first point that is no positive number.
    var impossiblePoint: String? {
        for point in curve.pieces.flatMap(\.points) {
            for number in [point.mass] + point.edges.map(\.value) where !(number > 0 && number.isFinite) {
                return "\(facts.name) at \(point.mass) GeV: \(number)"
            }
        }
        return nil
    }
}

/// TeX as text that every program reads.
struct PlainText {
    /// Without a letter beyond ASCII.
    let ascii: String

    init(_ tex: String) {
        var text = ""
        var endsSpelt = false
        for scalar in MathLabel.plainText(tex.replacing("~", with: " ").replacing("--", with: "-")).unicodeScalars {
            let name: String
            if scalar.isASCII {
                name = String(scalar)
            } else if let known = Self.names[scalar] {
                name = known
            } else {
                let folded = String(scalar).folding(options: .diacriticInsensitive, locale: nil)
                name = folded.unicodeScalars.allSatisfy(\.isASCII) ? folded : "?"
            }
            // Spelt letters would run into their neighbours.
            let isSpelt = name.count > 1 && name.first?.isLetter == true
            if isSpelt && text.last?.isLetter == true || name.first?.isLetter == true && endsSpelt { text += " " }
            text += name
            endsSpelt = isSpelt
        }
        for sign in ["+", "-"] { text = text.replacing("^ \(sign) ", with: "^\(sign) ") }
        ascii = text.split(separator: " ").joined(separator: " ")
    }

    /// What stands on a curve of a reader's table: short, and without TeX's own signs.
    var label: String { String(ascii.filter { !"\\~^".contains($0) }.prefix(40)) }

    private static let names: [Unicode.Scalar: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "θ": "theta",
        "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "π": "pi", "Π": "Pi", "ρ": "rho", "σ": "sigma",
        "τ": "tau", "φ": "phi", "χ": "chi", "ω": "omega", "Δ": "Delta", "→": "->", "′": "'", "×": "x", "±": "+-",
        "≤": "<=", "≥": ">=", "≃": "~", "−": "-", "–": "-", "—": "-", "√": "sqrt", "¯": "", "\u{2009}": " ",
        "\u{00A0}": " ", "ß": "ss", "ø": "oe", "Ø": "Oe", "æ": "ae", "Æ": "Ae",
    ]
}
