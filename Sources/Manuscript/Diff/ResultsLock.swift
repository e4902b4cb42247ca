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

    public var schema = ResultsLock.currentSchema
    public var quantities: [String: Number]
    /// The verdict of each claim.
    public var claims: [String: Verdict]
    /// The digest of each figure's display list at a hundredth of a point.
    public var figures: [String: String]

    public init(quantities: [QuantityResult], claims: [ClaimResult], figures: [String: String]) {
        self.quantities = Dictionary(
            quantities.map { ($0.id, Number(value: $0.value, error: $0.error, unit: $0.unit, text: $0.text)) },
            uniquingKeysWith: { $1 })
        self.claims = Dictionary(claims.map { ($0.id, $0.verdict) }, uniquingKeysWith: { $1 })
        self.figures = figures
    }

    public static func node(
        _ name: String, quantities: Node<[QuantityResult]>, claims: Node<[ClaimResult]>, figures: [RenderedFigure]
    ) -> Node<Blob> {
        let digests = Node(
            "figures/layout-digests", fromEach: figures.map(\.displayDigest), parameters: figures.map(\.name)
        ) {
            names, digests in Dictionary(zip(names, digests), uniquingKeysWith: { $1 })
        }
        return Node(name, from: quantities, claims, digests) { quantities, claims, digests in
            Blob(utf8: try readableJSON(ResultsLock(quantities: quantities, claims: claims, figures: digests)))
        }
    }
}
