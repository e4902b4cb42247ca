import BuildGraph
import LimitModel
import Limits

/// A constraint with its curve: what a figure draws.
public struct DrawnLimit: Codable, Hashable, Sendable {
    public var constraint: Constraint
    /// Unbroken pieces, ascending in mass.
    public var segments: [LimitSegment]

    public init(constraint: Constraint, segments: [LimitSegment]) {
        self.constraint = constraint
        self.segments = segments
    }
}
