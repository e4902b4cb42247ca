import BosonPhysics
import Foundation
import LimitModel
import NumericalMethods
import Reference

/// All that a bound excludes, as points that a table can hold: those of a table as they stand, those of a computed bound
/// close enough to each other, with what lines between them miss.
package struct ExportQuestion: LimitQuestion {
    /// Points a decade of mass, of what is computed.
    package var density: Int

    package init(density: Int = 100) { self.density = density }

    package func answer<B: Bound>(_ bound: B, _ inputs: ParticleInputs) throws -> ExportedCurve {
        if let table = bound as? TableBound, table.recast != .massShell {
            return try exact(table, inputs)
        }
        var sampling = RangeSampling(evaluator: try bound.evaluator(inputs: inputs))
        let ends = bound.validity
        guard ends.lowerBound > 0 else { return ExportedCurve(pieces: [], interpolation: .exact) }
        return try sampling.curve(masses: masses(ends) + bound.corners(for: inputs).filter(ends.contains))
    }

    private func masses(_ ends: ClosedRange<Double>) -> [Double] {
        let ratio = ends.upperBound / ends.lowerBound
        let count = max(1, Int(saturating: (log10(ratio) * Double(density)).rounded(.up)))
        return (0..<count).map { ends.lowerBound * pow(ratio, Double($0) / Double(count)) } + [ends.upperBound]
    }

    /// The points of a table.
    private func exact(_ table: TableBound, _ inputs: ParticleInputs) throws -> ExportedCurve {
        // What a header calls epsilon is stored as the electron's coupling.
        let unit = table.recast == .electron ? (4 * Double.pi * inputs.fineStructure).squareRoot() : 1
        let segments = try table.curve(masses: [table.validity.lowerBound, table.validity.upperBound], inputs: inputs)
        let thinning = table.points.thinning
        func edge(_ coupling: Double) -> Estimate {
            // The charge goes out as it came in, up to rounding.
            let own = Estimate.exact(
                unit == 1 ? coupling : Double(decimal(coupling / unit, digits: 15)) ?? coupling / unit)
            return thinning > 0 ? own + .converged(0, coarse: own.value * thinning) : own
        }
        let pieces = segments.map { segment -> ExportedCurve.Piece in
            if segment.isOutline, let edges = OutlineEdges(segment.points) {
                return .init(
                    .between, edges.rows.map { .init(mass: $0.mass, coupling: edge($0.lower), upper: edge($0.upper)) })
            }
            return .init(
                segment.isOutline ? .outline : .above,
                segment.points.map { .init(mass: $0.mass, coupling: edge($0.coupling)) })
        }
        var curve = ExportedCurve(pieces: pieces.filter { $0.points.count > 1 }, interpolation: .exact)
        if curve.pieces.count < pieces.count { curve.remarks.append("A piece of a single point is left out.") }
        if table.recast == .electron { curve.coupling = .mixing }
        return curve
    }
}

/// The excluded ranges of a bound over masses, as pieces between the masses at which their number changes.
struct RangeSampling {
    let evaluator: LimitEvaluator
    private var known: [Double: [ExcludedCouplings]] = [:]

    init(evaluator: LimitEvaluator) { self.evaluator = evaluator }

    private mutating func ranges(_ mass: Double) throws -> [ExcludedCouplings] {
        if let known = known[mass] { return known }
        let ranges = try evaluator.excludedCouplings(atMass: mass)
        known[mass] = ranges
        return ranges
    }

    /// Whether a range begins above zero, and whether it has an end.
    private struct Form: Equatable {
        var startsAboveZero: Bool
        var ends: Bool
    }

    private static func form(_ ranges: [ExcludedCouplings]) -> [Form] {
        ranges.map { Form(startsAboveZero: $0.lower.value > 0, ends: $0.upper != nil) }
    }

    mutating func curve(masses: [Double]) throws -> ExportedCurve {
        var ascending: [Double] = []
        for mass in Set(masses).sorted() {
            if let last = ascending.last, Self.form(try ranges(last)) != Self.form(try ranges(mass)) {
                let (below, above) = try change(between: last, and: mass)
                ascending += [below, above].filter { $0 != last && $0 != mass }
            }
            ascending.append(mass)
        }
        var runs: [[Double]] = []
        for mass in ascending {
            if let last = runs.last?.last, Self.form(try ranges(last)) == Self.form(try ranges(mass)) {
                runs[runs.count - 1].append(mass)
            } else {
                runs.append([mass])
            }
        }
        var result = ExportedCurve(pieces: [], interpolation: .exact)
        var worst = 0.0
        for run in runs {
            let (refined, miss) = try refined(run)
            let (pieces, remarks) = try pieces(refined)
            result.pieces += pieces
            result.remarks += remarks
            if !pieces.isEmpty { worst = max(worst, miss) }
        }
        result.interpolation = .halfway(worst)
        return result
    }

    /// The two neighbouring masses between which the number of ranges changes.
    private mutating func change(between lower: Double, and upper: Double) throws -> (Double, Double) {
        var (low, high) = (lower, upper)
        let form = Self.form(try ranges(low))
        while high / low > 1 + 1e-13 {
            let middle = (low * high).squareRoot()
            guard middle > low, middle < high else { break }
            if Self.form(try ranges(middle)) == form { low = middle } else { high = middle }
        }
        return (low, high)
    }

    private mutating func pieces(_ run: [Double]) throws -> ([ExportedCurve.Piece], [String]) {
        guard let first = run.first, let last = run.last else { return ([], []) }
        let form = Self.form(try ranges(first))
        let masses = "from \(decimal(first, digits: 6)) to \(decimal(last, digits: 6)) GeV"
        var (pieces, remarks): ([ExportedCurve.Piece], [String]) = ([], [])
        for index in form.indices {
            let hasEnd = form[index].ends
            guard form[index].startsAboveZero else {
                remarks.append(
                    hasEnd
                        ? "All couplings from zero to an upper edge are excluded \(masses), which no table of positive "
                            + "numbers holds: that range is left out."
                        : "Every coupling is excluded \(masses), where there is no curve.")
                continue
            }
            guard run.count > 1 else {
                remarks.append("One more range is excluded at \(decimal(first, digits: 6)) GeV alone: it is left out.")
                continue
            }
            pieces.append(
                ExportedCurve.Piece(
                    hasEnd ? .between : .above,
                    try run.map { mass in
                        let range = try ranges(mass)[index]
                        return .init(mass: mass, coupling: range.lower, upper: range.upper)
                    }))
        }
        return (pieces, remarks)
    }

    /// What straight lines may be off, relative, before there is another point between two.
    private static let tolerance = 1e-4
    /// At a corner that the bound does not name this many halvings come close enough.
    private static let mostHalvings = 24

    /// The masses with others between them where straight lines are off, and by how much they still are halfway.
    private mutating func refined(_ run: [Double]) throws -> (masses: [Double], miss: Double) {
        var (masses, worst) = (Array(run.prefix(1)), 0.0)
        var open = zip(run, run.dropFirst()).map { (low: $0, high: $1, left: Self.mostHalvings) }
        open.reverse()
        while let (low, high, left) = open.popLast() {
            let middle = (low * high).squareRoot()
            if middle > low, middle < high, let miss = try miss(low, middle, high) {
                if miss > Self.tolerance, left > 0 {
                    open += [(middle, high, left - 1), (low, middle, left - 1)]
                    continue
                }
                worst = max(worst, miss)
            }
            masses.append(high)
        }
        return (masses, worst)
    }

    /// Nil where the ranges are not those on both sides.
    private mutating func miss(_ low: Double, _ middle: Double, _ high: Double) throws -> Double? {
        let between = try ranges(middle)
        guard Self.form(between) == Self.form(try ranges(low)) else { return nil }
        let ends = try zip(Self.edges(ranges(low)), Self.edges(ranges(high)))
        return zip(ends, Self.edges(between)).map { ends, edge in
            edge > 0 ? ((ends.0 * ends.1).squareRoot() / edge - 1).magnitude : 0
        }.max() ?? 0
    }

    private static func edges(_ ranges: [ExcludedCouplings]) -> [Double] {
        ranges.flatMap { [$0.lower.value] + ($0.upper.map { [$0.value] } ?? []) }
    }
}
