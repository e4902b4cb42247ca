import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Expected events in bins of the missing mass squared at a row of values of m² about the true one, for fits: three samples,
/// interpolated, each moved along.
struct MissingMassTemplates {
    /// m² less the true one, ascending in equal steps, GeV².
    let shifts: [Double]
    /// Of each shift, events in each bin at the true coupling.
    let events: [[Double]]

    /// - Parameters:
    ///   - spacing: of the shifts, GeV².
    ///   - reach: how many there are on either side.
    ///   - lever: between the three samples, in spacings.
    init(
        _ production: ZPrimeProduction, cuts: SelectionCuts, spectrometer: MuonSpectrometer, luminosity: Double,
        bins: Int, points: Int, replicas: Int, spacing: Double, reach: Int, lever: Double
    ) throws {
        let square = production.mass * production.mass
        let distance = min(lever * spacing, 0.5 * square)
        let distributions = try [-1.0, 0, 1].map { side -> CumulativeWeight in
            var production = production
            production.mass = (square + side * distance).squareRoot()
            let sample = try MissingMassSample(
                production, cuts: cuts, spectrometer: spectrometer, points: points, replicas: replicas,
                name: "MissingMassTemplates")
            return CumulativeWeight(sample.replicas.flatMap { $0 }, scale: luminosity / Double(replicas))
        }
        let edges = (1..<bins).map { distributions[1].position(ofShare: Double($0) / Double(bins)) }
        let shifts = (-reach...reach).map { Double($0) * spacing }
        self.shifts = shifts
        events = shifts.map { shift in
            let t = shift / distance
            let weights = [0.5 * t * (t - 1), (1 - t) * (1 + t), 0.5 * t * (t + 1)]
            let parts = distributions.map { distribution -> [Double] in
                let below = [0] + edges.map { distribution.below($0 - shift) } + [distribution.total]
                return (0..<bins).map { below[$0 + 1] - below[$0] }
            }
            // Never negative, and never without an event where one may be drawn.
            return (0..<bins).map { bin in
                max((0..<3).reduce(0) { $0 + weights[$1] * parts[$1][bin] }, 1e-12)
            }
        }
    }
}

/// The weight below a value, by straight lines between the entries.
private struct CumulativeWeight {
    let values: [Double]
    let sums: [Double]
    let total: Double

    init(_ entries: [MissingMassSample.Entry], scale: Double) {
        let sorted = entries.sorted { $0.deviation < $1.deviation }
        var sum = 0.0
        var sums: [Double] = []
        for entry in sorted {
            sums.append(sum + 0.5 * scale * entry.weight)
            sum += scale * entry.weight
        }
        values = sorted.map(\.deviation)
        self.sums = sums
        total = sum
    }

    func below(_ value: Double) -> Double {
        let index = MissingMassLikelihood.bin(value, values)
        if index == 0 { return 0 }
        if index == values.count { return total }
        let length = values[index] - values[index - 1]
        let fraction = length > 0 ? (value - values[index - 1]) / length : 0
        return sums[index - 1] + fraction * (sums[index] - sums[index - 1])
    }

    func position(ofShare share: Double) -> Double {
        let index = MissingMassLikelihood.bin(share * total, sums)
        return values[min(index, values.count - 1)]
    }
}
