import NumericalMethods
import Reference

/// Points joined by straight lines in log g′ against log m: curves above which all is excluded, and outlines whose inside
/// is. All pieces count; where there is none, nothing is excluded.
///
/// The error is that of the interpolation's arithmetic, and of what was left out of a table with very many points; what is
/// known of the points themselves is said in words.
public struct TabulatedBound: Bound {
    public var pieces: [LimitSegment]
    /// By what the coupling may be off, relative to it, where points were left out.
    public var thinning = 0.0

    /// One curve.
    public init(points: [LimitPoint]) {
        pieces = [LimitSegment(points: points)]
    }

    public init(pieces: [LimitSegment], thinning: Double = 0) {
        self.pieces = pieces
        self.thinning = thinning
    }

    /// From the smallest mass of all pieces to the largest.
    public var validity: ClosedRange<Double> {
        let ranges = pieces.compactMap(\.masses)
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return 0...0 }
        return low...high
    }

    public func corners(for inputs: ParticleInputs) -> [Double] { pieces.flatMap { $0.points.map(\.mass) } }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule { ranges }

    /// Every range of the second column that is excluded, by the mass.
    public var ranges: @Sendable (_ mass: Double) -> [ExcludedCouplings] {
        let curves = pieces.filter { !$0.isOutline }.map { MassChain(points: $0.points) }
        let outlines = pieces.filter(\.isOutline).map { MassChain.sides(of: $0.points) }
        return { mass in
            var ranges: [ExcludedCouplings] = []
            for curve in curves {
                let (below, above) = curve.crossings(at: mass)
                // At a step both sides exclude; a piece of one point has neither.
                let only = curve.points.count == 1 && curve.points[0].mass == mass ? curve.points[0].coupling : nil
                if let crossing = [below, above].compactMap(\.self).min(by: { $0.coupling < $1.coupling }) {
                    ranges.append(ExcludedCouplings(lower: estimate(crossing), upper: nil))
                } else if let only {
                    ranges.append(ExcludedCouplings(lower: estimate(.init(coupling: only, isPoint: true)), upper: nil))
                }
            }
            for sides in outlines {
                let crossings = sides.map { $0.crossings(at: mass) }
                for side in [crossings.compactMap(\.below), crossings.compactMap(\.above)] {
                    let edges = side.sorted { $0.coupling < $1.coupling }
                    // An outline comes out as often as it goes in.
                    for index in stride(from: 0, to: edges.count - 1, by: 2)
                    where edges[index].coupling < edges[index + 1].coupling {
                        ranges.append(
                            ExcludedCouplings(lower: estimate(edges[index]), upper: estimate(edges[index + 1])))
                    }
                }
            }
            return ranges.union
        }
    }

    private func estimate(_ crossing: MassChain.Crossing) -> Estimate {
        let own: Estimate =
            crossing.isPoint ? .exact(crossing.coupling) : .closedForm(crossing.coupling, operations: 16)
        guard thinning > 0 else { return own }
        return own + .converged(0, coarse: crossing.coupling * thinning)
    }

    /// The edges over an ascending grid of masses: each piece with its own points, and curves with those of the grid
    /// besides.
    public func curve(masses: [Double], inputs: ParticleInputs) -> [LimitSegment] { segments(masses: masses) }

    /// Curves and outlines over an ascending grid: what does not reach into it is left out.
    ///
    /// - Parameter corners: further masses where the curves need a point, and the outlines too.
    public func segments(masses: [Double], corners: [Double] = []) -> [LimitSegment] {
        guard let first = masses.first, let last = masses.last, first <= last else { return [] }
        return pieces.compactMap { piece in
            guard let own = piece.masses, own.lowerBound <= last, own.upperBound >= first else { return nil }
            if piece.isOutline { return piece }
            let grid = (masses + corners).filter { own.contains($0) && first <= $0 && $0 <= last }.sorted()
            let points = Self.merged(piece.points.filter { first <= $0.mass && $0.mass <= last }, grid) { mass in
                let (below, above) = MassChain(points: piece.points).crossings(at: mass)
                return (below ?? above)?.coupling
            }
            return points.isEmpty ? nil : LimitSegment(points: points)
        }
    }

    /// The points, and between them those of the grid.
    private static func merged(
        _ points: [LimitPoint], _ grid: [Double], _ coupling: (Double) -> Double?
    ) -> [LimitPoint] {
        var merged: [LimitPoint] = []
        var next = 0
        for mass in grid {
            while next < points.count, points[next].mass <= mass {
                merged.append(points[next])
                next += 1
            }
            guard merged.last?.mass != mass, let coupling = coupling(mass) else { continue }
            merged.append(LimitPoint(mass: mass, coupling: coupling))
        }
        return merged + points[next...]
    }
}
