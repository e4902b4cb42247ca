import Foundation
import LimitModel
import MuoneParameters
import NumericalMethods

/// What the map of all limits shows. GeV.
package struct MapFrame: Codable, Hashable, Sendable {
    package var masses: ClosedRange<Double>
    package var couplings: ClosedRange<Double>

    package init(_ p: PaperParameters) {
        masses = p.landscape.masses.lower...p.landscape.masses.upper
        couplings = Self.shownCouplings
    }

    package static let shownCouplings = 1e-6...1e-1

    /// What is seldom meant of a limit on this map: to be drawn nowhere, or to exclude all of it.
    package func warnings(of limit: DrawnLimit) -> [String] {
        guard !limit.segments.isEmpty else { return [] }
        let own = limit.facts.masses
        let shown = (max(own.lowerBound, masses.lowerBound), min(own.upperBound, masses.upperBound))
        let span =
            "its masses are \(text(own)) GeV, the map shows \(text(masses)) GeV and couplings of \(text(couplings))"
        guard shown.0 < shown.1 else {
            return ["'\(limit.name)' is drawn nowhere on the map: \(span); check the line '# mass unit:'"]
        }
        let ranges = TabulatedBound(pieces: limit.segments).ranges
        let samples =
            LogarithmicGrid(lower: shown.0, upper: shown.1, count: 200).points
            + limit.segments.flatMap { $0.points.map(\.mass) }.filter { shown.0 <= $0 && $0 <= shown.1 }.prefix(2000)
        var shares: [Double] = []
        var showsEdge = false
        for mass in samples {
            let excluded = ranges(mass)
            guard !excluded.isEmpty else { continue }
            shares.append(excluded.map(share).reduce(0, +))
            showsEdge =
                showsEdge
                || excluded.contains { range in
                    couplings.contains(range.lower.value) || range.upper.map { couplings.contains($0.value) } ?? false
                }
        }
        guard showsEdge || shares.contains(where: { $0 > 0 }) else {
            return [
                "'\(limit.name)' is drawn nowhere on the map: \(span); check the lines '# mass unit:' and '# coupling:'"
            ]
        }
        let mean = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
        guard mean > 0.95, limit.facts.role == .limit else { return [] }
        return [
            "'\(limit.name)' excludes nearly all of the map at its masses (\(decimal(100 * mean, digits: 3)) % of the couplings "
                + "\(text(couplings))); check the lines '# coupling:' and '# mass unit:'"
        ]
    }

    /// Of the logarithm of the couplings shown.
    private func share(_ range: ExcludedCouplings) -> Double {
        let low = max(couplings.lowerBound, range.lower.value)
        let high = min(couplings.upperBound, range.upper?.value ?? couplings.upperBound)
        return low < high ? log(high / low) / log(couplings.upperBound / couplings.lowerBound) : 0
    }

    private func text(_ range: ClosedRange<Double>) -> String {
        "\(decimal(range.lowerBound)) to \(decimal(range.upperBound))"
    }
}
