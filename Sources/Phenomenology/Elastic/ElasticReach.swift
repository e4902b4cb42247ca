import Foundation
@_spi(Solver) import NumericalMethods

/// The smallest coupling at which χ² of ``ElasticDeviation`` reaches a number.
public struct ElasticReach: Codable, Hashable, Sendable {
    /// With a certified error: below the number at its lower end, above it at its upper one.
    public var coupling: Estimate
    /// Larger couplings at which χ² is below the number again, as an interference can make it; nil where there are none up
    /// to ``largestCoupling``.
    public var gap: Gap?

    public init(coupling: Estimate, gap: Gap?) {
        self.coupling = coupling
        self.gap = gap
    }

    /// χ² is below the number between these couplings; nil as upper end where it does not rise again.
    public struct Gap: Codable, Hashable, Sendable {
        public var lower: Double
        public var upper: Double?
    }

    /// Where the search ends: g² = 4π.
    public static let largestCoupling = (4 * Double.pi).squareRoot()
    /// Where it begins: no rate is known that well.
    static let smallestCoupling = 1e-12
}

extension ElasticDeviation {
    /// The smallest coupling at which χ² reaches `target`; nil where none up to g² = 4π does.
    ///
    /// - Throws: ``ElasticError/badTarget(_:)``, and `NumericalError` where χ² only touches the number.
    public func reach(chiSquared target: Double = 2.71) throws -> ElasticReach? {
        guard target > 0, target.isFinite else { throw ElasticError.badTarget(target) }
        let search = CouplingSearch(deviation: self, target: target)
        guard let first = search.crossing(from: ElasticReach.smallestCoupling, upward: true) else { return nil }
        let coupling = try certified(first, target: target)
        guard let fall = search.crossing(from: first.upperBound, upward: false) else {
            return ElasticReach(coupling: coupling, gap: nil)
        }
        let rise = search.crossing(from: fall.upperBound, upward: true)
        return ElasticReach(
            coupling: coupling,
            gap: ElasticReach.Gap(
                lower: try search.root(in: fall), upper: try rise.map { try search.root(in: $0) }))
    }

    /// The root in a bracket, with an error beyond which χ² is on the other side whatever its own error.
    private func certified(_ bracket: ClosedRange<Double>, target: Double) throws -> Estimate {
        guard bracket.lowerBound < bracket.upperBound else {
            // Above the number at every coupling that is looked at: on a resonance.
            return Estimate(bracket.upperBound, error: bracket.upperBound, kind: .bound)
        }
        let root = try CouplingSearch(deviation: self, target: target).root(in: bracket)
        var error = 8 * 0x1p-52 * root
        while error < 0.5 * root {
            let below = try chiSquared(coupling: root - error)
            let above = try chiSquared(coupling: root + error)
            if below.value + below.error < target, above.value - above.error > target {
                return Estimate(root, error: error, kind: .bound)
            }
            error *= 2
        }
        throw NumericalError.notConverged(
            task: "the coupling at which chi^2 reaches \(target)", reached: error, requested: 0.5 * root, effort: 50)
    }
}

/// Where χ² crosses a number, walking up in the logarithm of the coupling.
private struct CouplingSearch {
    let deviation: ElasticDeviation
    let target: Double

    /// 32 samples per factor of ten. Extrema between them are looked for.
    private let step = pow(10, 1 / Double(32 * Refinement.factor))

    func root(in bracket: ClosedRange<Double>) throws -> Double {
        guard bracket.lowerBound < bracket.upperBound else { return bracket.lowerBound }
        return try RootFinding.brent(in: bracket) { deviation.value(coupling: $0) - target }
    }

    /// The first bracket above `start` in which χ² − target changes to positive (`upward`) or to negative. A single point
    /// where it has that sign at the start already.
    func crossing(from start: Double, upward: Bool) -> ClosedRange<Double>? {
        let sign = upward ? 1.0 : -1.0
        func height(_ coupling: Double) -> Double { sign * (deviation.value(coupling: coupling) - target) }
        var points: [(coupling: Double, height: Double)] = [(start, height(start))]
        if points[0].height >= 0, upward { return start...start }
        var coupling = start
        while coupling < ElasticReach.largestCoupling {
            coupling = min(coupling * step, ElasticReach.largestCoupling)
            points.append((coupling, height(coupling)))
            if points.count > 3 { points.removeFirst() }
            let last = points[points.count - 1]
            if last.height >= 0 { return points[points.count - 2].coupling...last.coupling }
            if points.count == 3, points[1].height > points[0].height, points[1].height > last.height {
                let top = summit(points[0].coupling, last.coupling, height)
                if height(top) >= 0 { return points[0].coupling...top }
            }
        }
        return nil
    }

    /// A local maximum, by golden section in the logarithm.
    private func summit(_ lower: Double, _ upper: Double, _ height: (Double) -> Double) -> Double {
        let ratio = 0.5 * (5.0.squareRoot() - 1)
        var (a, b) = (log(lower), log(upper))
        for _ in 0..<60 {
            let (left, right) = (b - ratio * (b - a), a + ratio * (b - a))
            if height(exp(left)) > height(exp(right)) { b = right } else { a = left }
        }
        return exp(0.5 * (a + b))
    }
}
