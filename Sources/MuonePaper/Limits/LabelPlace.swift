import Plotting

/// Where the label of a curve is to stand: a side and a rough place along it. The layout finds the place itself.
package enum LabelPlace: Codable, Hashable, Sendable {
    /// Nowhere: a neighbour's label says it all.
    case unlabelled
    /// On a side of the curve, or away from it with an arrow.
    ///
    /// - Parameter at: a share of the curve's visible length, from its smallest mass on; anywhere without one.
    case along(InlineLabel.Placement, at: Double? = nil, text: String? = nil)
}

extension LabelPlace {
    package static let remedy =
        "after the map write nothing, or a side "
        + "(\(InlineLabel.Placement.allCases.map(\.rawValue).joined(separator: ", "))), and after it, if you like, a share of "
        + "the curve's visible length from 0 to 1 and a text"

    /// `above 0.4 TEXT`: a side, a share and a text, of which the latter two may be missing.
    package init?(_ words: [String]) {
        guard let first = words.first else {
            self = .unlabelled
            return
        }
        guard let side = InlineLabel.Placement(rawValue: first) else { return nil }
        let share = words.count > 1 ? Double(words[1]) : nil
        if let share, !(0...1).contains(share) { return nil }
        let rest = words.dropFirst(share == nil ? 1 : 2).joined(separator: " ")
        self = .along(side, at: share, text: rest.isEmpty ? nil : rest)
    }
}
