import BuildGraph
import Foundation
import NumericalMethods
import Plotting

extension Claim {
    /// What is claimed, in our words, written once in TeX with the number that is claimed in its place:
    /// `"$\\sqrt{s}\\simeq\\(claimed: 406)$\\,MeV"`.
    public struct Statement: Codable, Hashable, Sendable {
        /// For a terminal; follows from the TeX.
        public var plain: String
        /// As it is set in tables.
        public var tex: String
        /// The numbers; none where the statement has none, or was read from a file.
        var claimed: [Double] = []

        private enum CodingKeys: CodingKey {
            case plain, tex
        }

        /// A statement in TeX without a marked number; the plain text follows from it.
        public init(tex: String) {
            self.tex = tex
            // Few statements need them, and a regular expression is compiled on each use, also by a build with nothing to do.
            let hasEmphasis = tex.contains("\\emph{")
            let label = hasEmphasis ? tex.replacing(#/\\emph\{([^{}]*)\}/#) { $0.output.1 } : tex
            let text = MathLabel.plainText(label.contains("\\ ") ? label.replacing("\\ ", with: " ") : label)
            plain = text.contains("  ") ? text.replacing(#/ {2,}/#, with: " ") : text
        }
    }

    /// A claim that numbers decide.
    ///
    /// - Parameters:
    ///   - statement: with the number that is claimed, in `unit`; or it stands in the reading.
    ///   - place: where in the publication.
    ///   - source: key of the bibliography, or what else states it.
    public init(
        _ id: ResultID, _ statement: Statement, in unit: DisplayUnit = .none, _ rule: ClaimRule,
        at place: String, of source: String, from values: Node<[LabelledEstimate]>, reading: ClaimReading? = nil,
        explanation: Node<String>? = nil, fileID: String = #fileID, line: Int = #line
    ) {
        // The statement's number, or where it has none that of the reading; of two nobody knows which is compared.
        let own = reading.map { statement.claimed.isEmpty ? $0.text.claimed : statement.claimed } ?? statement.claimed
        self.init(
            id, statement, place: place, source: source,
            check: own.count == 1 ? .values(claimed: own[0], unit: unit, rule: rule, from: values) : .notOneNumber(own),
            reading: reading, explanation: explanation, fileID: fileID, line: line)
    }
}

extension Claim.Statement: ExpressibleByStringInterpolation {
    public init(stringLiteral tex: String) { self.init(tex: tex) }

    public init(stringInterpolation parts: Parts) {
        self.init(tex: parts.tex)
        claimed = parts.claimed
    }

    /// TeX with a number in it.
    public struct Parts: StringInterpolationProtocol {
        var tex = ""
        var claimed: [Double] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { tex += literal }

        /// A text that stands in the statement as it is: TeX.
        public mutating func appendInterpolation(_ text: String) { tex += text }

        /// The number that is claimed, in the claim's unit: TeX math.
        public mutating func appendInterpolation(claimed number: Double) {
            // As it is compared: all of its digits.
            tex += TeX.number(number, digits: writtenDigits(of: number))
            claimed.append(number)
        }

        /// A number that is claimed and stands in the text as something else, such as `$O(1)$` or `$10^3$`.
        public mutating func appendInterpolation(claimed number: Double, as text: String) {
            tex += text
            claimed.append(number)
        }
    }
}

/// A claim on numbers whose statement has none, or several.
struct StatementError: Error, Equatable, Codable, CustomStringConvertible {
    var claim: String
    var claimed: [Double]

    var description: String {
        claimed.isEmpty
            ? """
            the claim '\(claim)' states no number to compare with
              write it into the statement or its reading as \\(claimed: 406)
            """
            : """
            the claim '\(claim)' states several numbers, \(claimed.map { decimal($0, digits: writtenDigits(of: $0)) }.joined(separator: " and "))
              mark the one that is compared, and write the others as plain text
            """
    }
}
