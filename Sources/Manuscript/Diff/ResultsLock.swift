import BuildGraph
import Foundation

/// `figures/results.lock`: what the paper says in numbers, committed beside the figures, so that a change of any of them
/// shows in a review and fails in CI.
package struct ResultsLock: Codable, Hashable, Sendable {
    /// Since 2 every drawing and the PDF carry a ``Seal``.
    package static let currentSchema = 2

    package struct Number: Codable, Hashable, Sendable {
        package var value: Double?
        package var error: Double?
        package var unit: String
        /// As printed in the text.
        package var text: String
    }

    /// A document with what it is made of.
    package struct Document: Codable, Hashable, Sendable {
        package var name: String
        /// LaTeX's root.
        package var main: String
        package var figures: [String]
        /// The ids of its numbers and of its claims.
        package var numbers: [String]
        package var claims: [String]

        package init(
            name: String, main: String, figures: [String], numbers: [String] = [], claims: [String] = []
        ) {
            self.name = name
            self.main = main
            self.figures = figures
            self.numbers = numbers
            self.claims = claims
        }
    }

    package var schema = ResultsLock.currentSchema
    package var quantities: [String: Number]
    /// The verdict of each claim.
    package var claims: [String: Verdict]
    /// The digest of each figure's display list at a hundredth of a point.
    package var figures: [String: String]
    package var documents: [Document]

    package init(
        quantities: [QuantityResult], claims: [ClaimResult], figures: [String: String], documents: [Document] = []
    ) {
        self.documents = documents
        self.quantities = Dictionary(
            quantities.map { ($0.id, Number(value: $0.value, error: $0.error, unit: $0.unit, text: $0.text)) },
            uniquingKeysWith: { $1 })
        self.claims = Dictionary(claims.map { ($0.id, $0.verdict) }, uniquingKeysWith: { $1 })
        self.figures = figures
    }

    package static func node(
        _ name: String, quantities: Node<[QuantityResult]>, claims: Node<[ClaimResult]>, figures: [RenderedFigure],
        documents: [Document]
    ) -> Node<Blob> {
        let digests = Node(
            "figures/layout-digests", fromEach: figures.map(\.displayDigest), parameters: figures.map(\.name)
        ) {
            names, digests in Dictionary(zip(names, digests), uniquingKeysWith: { $1 })
        }
        return Node(name, from: quantities, claims, digests, parameters: documents) {
            documents, quantities, claims, digests in
            let lock = ResultsLock(quantities: quantities, claims: claims, figures: digests, documents: documents)
            return Blob(utf8: try readableJSON(lock))
        }
    }
}
