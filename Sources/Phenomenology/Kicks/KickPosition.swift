/// On which side of the vertex the nucleus stands that kicks the muon.
package enum KickPosition: String, Codable, Hashable, Sendable, CaseIterable {
    case after
    case before
    /// The sum of the two.
    case both

    /// The sides that are summed.
    package var sides: [KickPosition] { self == .both ? [.after, .before] : [self] }
}
