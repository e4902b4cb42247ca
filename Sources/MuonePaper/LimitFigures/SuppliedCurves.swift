import MuoneCommon
import MuoneComputations
import Plotting

extension CouplingPlane {
    /// The limits that a reader brought along: an ink of their own, and the word on each curve.
    package func supplied(_ limits: [DrawnLimit]) -> [Mark] {
        limits.enumerated().flatMap { position, limit in
            limit.segments.enumerated().map { index, segment in
                let id = "supplied-\(limit.constraint.name)"
                return Line(
                    limit.segments.count == 1 ? id : "\(id)-\(index + 1)",
                    x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                    role: limit.constraint.role == .limit ? .excluded : .comparison, ink: .deepBlue,
                    dash: Self.suppliedDashes[position % Self.suppliedDashes.count],
                    inlineLabel: index == 0 ? InlineLabel("\(limit.constraint.label) (supplied)", .above) : nil
                ).mark
            }
        }
    }

    /// The first is that of no other curve.
    private static let suppliedDashes: [Dash] = [
        .dashDotDotted, .dotted, .longDashed, .dashDotted, .dashed, .solid,
    ]
}
