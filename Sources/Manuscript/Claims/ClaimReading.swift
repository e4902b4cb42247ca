/// What of a claim is ours and not the publication's, so that nobody takes the one for the other.
public struct ClaimReading: Codable, Hashable, Sendable {
    /// How far from the printed words the check is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The publication says it in other words, or without a number: what we check for it.
        case reading
        /// The publication does not say it: we conclude it from what is printed.
        case inference
    }

    /// How far from the printed words the check is.
    public var kind: Kind
    /// What is read or concluded: for a terminal, and as TeX.
    public var text: Claim.Statement

    /// What we check for words of another form, or without a number.
    public static func reading(_ text: Claim.Statement) -> ClaimReading { ClaimReading(kind: .reading, text: text) }

    /// What we conclude from what is printed.
    public static func inference(_ text: Claim.Statement) -> ClaimReading {
        ClaimReading(kind: .inference, text: text)
    }
}
