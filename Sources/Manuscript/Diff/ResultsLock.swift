import BuildGraph
import Foundation

/// `figures/results.lock`: what the paper says in numbers, committed beside the figures, so that a change of any of them
/// shows in a review and fails in CI.
public struct ResultsLock: Codable, Hashable, Sendable {
    /// Since 2 every drawing and the PDF carry a ``Seal``.
    public static let currentSchema = 2

    public struct Number: Codable, Hashable, Sendable {
        public var value: Double?
        public var error: Double?
        public var unit: String
        /// As printed in the text.
        public var text: String
    }

    /// A document with what it is made of.
    public struct Document: Codable, Hashable, Sendable {
        public var name: String
        /// LaTeX's root.
        public var main: String
        public var figures: [String]
        /// The ids of its numbers and of its claims.
        public var numbers: [String]
        public var claims: [String]

        public init(
            name: String, main: String, figures: [String], numbers: [String] = [], claims: [String] = []
        ) {
            self.name = name
            self.main = main
            self.figures = figures
            self.numbers = numbers
            self.claims = claims
        }
    }

    public var schema = ResultsLock.currentSchema
    public var quantities: [String: Number]
    /// The verdict of each claim.
    public var claims: [String: Verdict]
    /// The digest of each figure's display list at a hundredth of a point.
    public var figures: [String: String]
    public var documents: [Document]

    public init(
        quantities: [QuantityResult], claims: [ClaimResult], figures: [String: String], documents: [Document] = []
    ) {
        self.documents = documents
        self.quantities = Dictionary(
            quantities.map { ($0.id, Number(value: $0.value, error: $0.error, unit: $0.unit, text: $0.text)) },
            uniquingKeysWith: { $1 })
        self.claims = Dictionary(claims.map { ($0.id, $0.verdict) }, uniquingKeysWith: { $1 })
        self.figures = figures
    }

    public static func node(
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
