import LimitModel
import NumericalMethods

/// All that a limit excludes, in pieces that a table can hold.
package struct ExportedCurve: Codable, Hashable, Sendable {
    package enum Shape: String, Codable, Hashable, Sendable {
        /// All couplings above the points' are excluded.
        case above
        /// Those between the points' lower and upper ones.
        case between
        /// Those inside a closed line, whose points follow each other; the last joins the first.
        case outline
    }

    /// What the couplings are.
    package enum Coupling: String, Codable, Hashable, Sendable {
        case gauge = "g'"
        /// ε, for a limit on the coupling εe of electrons.
        case mixing = "epsilon"
    }

    package struct Point: Codable, Hashable, Sendable {
        /// GeV.
        package var mass: Double
        package var coupling: Estimate
        /// Of ``Shape/between`` alone.
        package var upper: Estimate?

        package init(mass: Double, coupling: Estimate, upper: Estimate? = nil) {
            self.mass = mass
            self.coupling = coupling
            self.upper = upper
        }

        var edges: [Estimate] { [coupling] + (upper.map { [$0] } ?? []) }
    }

    package struct Piece: Codable, Hashable, Sendable {
        package var shape: Shape
        /// Ascending in mass, but for an outline.
        package var points: [Point]

        package init(_ shape: Shape, _ points: [Point]) {
            self.shape = shape
            self.points = points
        }
    }

    package var coupling = Coupling.gauge
    package var pieces: [Piece]
    /// How far straight lines in the logarithms are off between the points, relative.
    package var interpolation: Interpolation
    /// What the pieces do not say, a sentence each.
    package var remarks: [String] = []

    package enum Interpolation: Codable, Hashable, Sendable {
        /// The limit is these straight lines.
        case exact
        /// The largest halfway between neighbouring points.
        case halfway(Double)
        /// The largest at a point that is left out, and its mass (GeV): more than between the points.
        case leavingOut(Double, at: Double)

        package var largest: Double {
            switch self {
            case .exact: 0
            case .halfway(let value), .leavingOut(let value, _): value
            }
        }

        var text: String {
            switch self {
            case .exact: "straight lines in the logarithms, which are the limit itself"
            case .halfway(let value):
                "straight lines in the logarithms are off by at most \(decimal(value, digits: 2)) (relative, seen halfway)"
            case .leavingOut(let value, let mass):
                "straight lines in the logarithms are off by less than \(decimal(value, digits: 2)) (relative: what leaving "
                    + "out each second point does, most of it at \(decimal(mass)) GeV)"
            }
        }
    }

    /// The largest numerical error of a point, relative.
    package var largestError: Double {
        pieces.flatMap(\.points).flatMap(\.edges).map { $0.error / $0.value }.max() ?? 0
    }

    /// A curve that a scan gives: the couplings above which all are excluded.
    package init(_ curve: Curve) {
        let points = curve.x.indices.map { Point(mass: curve.x[$0], coupling: curve.estimate(at: $0)) }
        var (worst, place) = (0.0, points.first?.mass ?? 0)
        for index in stride(from: 1, to: points.count - 1, by: 2) {
            let (before, after) = (points[index - 1], points[index + 1])
            let line = LogarithmicLine.value(
                at: points[index].mass, from: (before.mass, before.coupling.value),
                to: (after.mass, after.coupling.value))
            let miss = (line / points[index].coupling.value - 1).magnitude
            if miss > worst { (worst, place) = (miss, points[index].mass) }
        }
        self.init(pieces: points.count > 1 ? [Piece(.above, points)] : [], interpolation: .leavingOut(worst, at: place))
    }

    package init(pieces: [Piece], interpolation: Interpolation, remarks: [String] = []) {
        self.pieces = pieces
        self.interpolation = interpolation
        self.remarks = remarks
    }
}
