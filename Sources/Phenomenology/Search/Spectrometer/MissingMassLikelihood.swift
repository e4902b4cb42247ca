import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The binned distribution of the measured missing mass squared of signal events, and how it moves with the Z′'s mass.
///
/// Expected events are g² n_i(m²) in bins of equal content of m²_meas. Of a change of m² two things follow: the whole
/// distribution moves along, and rate and shape of the deviations change. Each has a difference of its own, of the same
/// random points, so that events that cross the edges of bins by chance do not count.
package struct MissingMassLikelihood: Sendable {
    /// Of each replica, events at the coupling of the production.
    package let expected: [[Double]]
    /// ∂/∂m², events a GeV².
    package let slopes: [[Double]]
    /// The edges between the bins, of m²_meas − m² of the true mass; the first bin is open below and the last above. GeV².
    package let edges: [Double]

    package init(
        _ production: ZPrimeProduction, cuts: SelectionCuts, spectrometer: MuonSpectrometer, luminosity: Double,
        bins: Int, points: Int, replicas: Int
    ) throws {
        guard !spectrometer.isPerfect else { throw SpectrometerError.nothingToResolve }
        func sample(_ massSquared: Double) throws -> MissingMassSample {
            var production = production
            production.mass = massSquared.squareRoot()
            return try MissingMassSample(
                production, cuts: cuts, spectrometer: spectrometer, points: points, replicas: replicas)
        }
        let square = production.mass * production.mass
        let centre = try sample(square)
        let all = centre.replicas.flatMap { $0 }
        guard let width = MissingMassSample.halfWidth(of: all), width > 0,
            let edges = MissingMassSample.quantiles((1..<bins).map { Double($0) / Double(bins) }, of: all)
        else { throw SpectrometerError.nothingToResolve }
        self.edges = edges
        func histogram(_ entries: [MissingMassSample.Entry], shift: Double = 0) -> [Double] {
            var counts = [Double](repeating: 0, count: bins)
            for entry in entries {
                counts[Self.bin(entry.deviation + shift, edges)] += luminosity * entry.weight
            }
            return counts
        }
        expected = centre.replicas.map { histogram($0) }
        // A tenth of the width, and of m² what keeps the mass below the threshold.
        let move = 0.1 * width
        let threshold = ZPrimeProduction.thresholdMass(inputs: production.inputs, beamEnergy: production.beamEnergy)
        var step = min(move, 0.2 * square, 0.2 * (threshold * threshold - square))
        while step > 1e-6 * square {
            var heavier = production
            heavier.mass = (square + step).squareRoot()
            if try heavier.hasPhaseSpace(cuts) { break }
            step *= 0.5
        }
        let (lighter, heavier) = (try sample(square - step), try sample(square + step))
        slopes = centre.replicas.indices.map { replica in
            let ahead = histogram(centre.replicas[replica], shift: move)
            let behind = histogram(centre.replicas[replica], shift: -move)
            let more = histogram(heavier.replicas[replica])
            let less = histogram(lighter.replicas[replica])
            return (0..<bins).map {
                (ahead[$0] - behind[$0]) / (2 * move) + (more[$0] - less[$0]) / (2 * step)
            }
        }
    }

    static func bin(_ value: Double, _ edges: [Double]) -> Int {
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The mean over replicas, without one of them where an index is given.
    package static func mean(_ replicas: [[Double]], without omitted: Int? = nil) -> [Double] {
        let used = replicas.indices.filter { $0 != omitted }
        return replicas[0].indices.map { bin in
            used.reduce(0) { $0 + replicas[$1][bin] } / Double(used.count)
        }
    }
}

/// The covariance of a fit of a mass and a coupling to binned events g² n_i, by the Fisher information of Asimov data.
package struct MassCouplingInformation: Sendable {
    /// σ of the parameter that the slopes are derivatives by.
    package let parameterError: Double
    /// σ_g/g.
    package let couplingError: Double
    package let correlation: Double

    /// - Parameters:
    ///   - slopes: ∂n_i/∂(parameter).
    /// - Returns: nil where the two cannot be told apart.
    package init?(expected: [Double], slopes: [Double]) {
        var (mm, mg, gg) = (0.0, 0.0, 0.0)
        for (n, slope) in zip(expected, slopes) where n > 0 {
            mm += slope * slope / n
            // ∂n/∂ln g = 2n.
            mg += 2 * slope
            gg += 4 * n
        }
        let determinant = mm * gg - mg * mg
        guard determinant > 1e-12 * mm * gg else { return nil }
        parameterError = (gg / determinant).squareRoot()
        couplingError = (mm / determinant).squareRoot()
        correlation = -mg / (mm * gg).squareRoot()
    }
}
