import LimitModel
import NumericalMethods

/// The part of a band of couplings that lies in a closed region; masses in MeV.
struct BandInRegion: Equatable {
    var x: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []

    /// Unbroken pieces, between the couplings `low` and `high` at ascending masses.
    static func parts(masses: [Double], from low: [Double], to high: [Double], in outline: LimitSegment)
        -> [BandInRegion]
    {
        guard let range = outline.masses, masses.count == low.count, low.count == high.count else { return [] }
        let region = TabulatedBound(pieces: [outline])
        let edges = [low, high].map { couplings in
            LogarithmicLines(x: masses, y: couplings)
        }
        // Points of both, with some between them where the two may cross.
        let corners = Set(masses.map { $0 / 1e3 } + outline.points.map(\.mass)).filter(range.contains).sorted()
        var dense: [Double] = []
        for (from, to) in zip(corners, corners.dropFirst()) {
            dense += LogarithmicGrid(lower: from, upper: to, count: 9).points.dropLast()
        }
        dense += corners.suffix(1)
        var parts: [BandInRegion] = []
        var open: [BandInRegion] = []
        for mass in dense {
            let ranges = region.ranges(mass)
            var found: [(Double, Double)] = []
            if let low = edges[0].value(at: mass * 1e3), let high = edges[1].value(at: mass * 1e3) {
                found = ranges.compactMap { range in
                    let (a, b) = (max(low, range.lower.value), min(high, range.upper?.value ?? high))
                    return a < b ? (a, b) : nil
                }
            }
            if found.count != open.count {
                parts += open
                open = found.map { _ in BandInRegion() }
            }
            for (index, span) in found.enumerated() {
                open[index].x.append(mass * 1e3)
                open[index].lower.append(span.0)
                open[index].upper.append(span.1)
            }
        }
        return (parts + open).filter { $0.x.count > 1 }
    }
}

/// Straight lines in the logarithms between points of ascending x.
private struct LogarithmicLines {
    var x: [Double]
    var y: [Double]

    func value(at place: Double) -> Double? {
        let next = x.ascendingIndex(below: { $0 < place })
        guard next < x.count else { return nil }
        guard x[next] > place else { return y[next] }
        guard next > 0 else { return nil }
        return LogarithmicLine.value(at: place, from: (x[next - 1], y[next - 1]), to: (x[next], y[next]))
    }
}
