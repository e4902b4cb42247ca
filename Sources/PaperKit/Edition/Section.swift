import BuildGraph
import Manuscript

/// A part of a document: what it draws, prints and checks.
public struct Section: Sendable {
    /// Names the passages that are made of its claims: `table/claims/NAME`, `rows/claims/NAME` and the sentence
    /// `claims/NAME`.
    public let name: String
    /// In the order in which they are listed.
    public let figures: [Figure]
    /// Computed numbers of the text.
    public let quantities: [Quantity]
    /// Statements of publications, each with its check.
    public let claims: [Claim]
    /// Numbers of the text that are not computed.
    public let inputs: [Input]
    /// Generated texts: captions, tables, sentences.
    public let passages: [Passage]

    /// Where it is declared.
    public let declaration: SourcePlace
    private let token = Token()

    /// The same for all copies of one value, which several documents may hold.
    var identity: ObjectIdentifier { ObjectIdentifier(token) }

    private final class Token: Sendable {}

    /// A section of what a block lists: figures, quantities, claims, inputs and passages, or lists of one of them.
    public init(
        _ name: String, fileID: String = #fileID, line: Int = #line,
        @ListBuilder<SectionPart> _ parts: () throws -> [SectionPart]
    ) rethrows {
        self.name = name
        declaration = SourcePlace(fileID: fileID, line: line)
        var figures: [Figure] = []
        var quantities: [Quantity] = []
        var claims: [Claim] = []
        var inputs: [Input] = []
        var passages: [Passage] = []
        for part in try parts() {
            switch part.kind {
            case .figure(let figure): figures.append(figure)
            case .quantity(let quantity): quantities.append(quantity)
            case .claim(let claim): claims.append(claim)
            case .input(let input): inputs.append(input)
            case .passage(let passage): passages.append(passage)
            }
        }
        (self.figures, self.quantities, self.claims) = (figures, quantities, claims)
        (self.inputs, self.passages) = (inputs, passages)
    }
}

/// What a section is made of: a figure, a number, a claim, an input or a generated text.
public struct SectionPart: Sendable {
    enum Kind: Sendable {
        case figure(Figure)
        case quantity(Quantity)
        case claim(Claim)
        case input(Input)
        case passage(Passage)
    }

    let kind: Kind
}

extension ListBuilder<SectionPart> {
    public static func buildExpression(_ part: Figure) -> [SectionPart] { [SectionPart(kind: .figure(part))] }
    public static func buildExpression(_ part: Quantity) -> [SectionPart] { [SectionPart(kind: .quantity(part))] }
    public static func buildExpression(_ part: Claim) -> [SectionPart] { [SectionPart(kind: .claim(part))] }
    public static func buildExpression(_ part: Input) -> [SectionPart] { [SectionPart(kind: .input(part))] }
    public static func buildExpression(_ part: Passage) -> [SectionPart] { [SectionPart(kind: .passage(part))] }
    public static func buildExpression(_ parts: [Passage]) -> [SectionPart] { parts.flatMap { buildExpression($0) } }
    public static func buildExpression(_ parts: [Figure]) -> [SectionPart] { parts.flatMap { buildExpression($0) } }
    public static func buildExpression(_ parts: [Quantity]) -> [SectionPart] { parts.flatMap { buildExpression($0) } }
    public static func buildExpression(_ parts: [Claim]) -> [SectionPart] { parts.flatMap { buildExpression($0) } }
    public static func buildExpression(_ parts: [Input]) -> [SectionPart] { parts.flatMap { buildExpression($0) } }
}
