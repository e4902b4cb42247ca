import DetectorPhysics
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How often recoils are drawn: as single kicks make them, with a share uniform in log T.
struct RecoilDensity: Sendable {
    /// Cells of each interval.
    private static let cells = 64
    private static let uniformShare = 0.3
    /// Of the average over azimuths.
    private static let order = 24

    /// Ends of the cells in log T, cell by cell.
    private let lower: [Double]
    private let width: [Double]
    /// The share of all cells up to and without each, and one at the end.
    private let cumulative: [Double]

    var isEmpty: Bool { lower.isEmpty }

    init(
        intervals: [(lower: Double, upper: Double)], _ single: SingleKick, _ side: KickPosition, table: ScatterTable,
        resolution: EnergyResolution
    ) {
        var lower: [Double] = []
        var width: [Double] = []
        var rates: [Double] = []
        for interval in intervals {
            let step = (interval.upper - interval.lower) / Double(Self.cells)
            for cell in 0..<Self.cells {
                let start = interval.lower + step * Double(cell)
                let recoil = exp(start + 0.5 * step)
                lower.append(start)
                width.append(step)
                rates.append(
                    step * recoil * single.rate.density(recoil: recoil)
                        * single.probability(recoil: recoil, side, table, order: Self.order)
                        * resolution.probability(
                            ofEnergy: recoil + single.rate.kinematics.electronMass,
                            measuredAbove: single.cuts.minimumElectronEnergy, below: single.cuts.maximumElectronEnergy))
            }
        }
        let (length, total) = (width.reduce(0, +), rates.reduce(0, +))
        var sum = 0.0
        var cumulative = [0.0]
        for cell in lower.indices {
            let uniform = width[cell] / length
            sum += total > 0 ? Self.uniformShare * uniform + (1 - Self.uniformShare) * rates[cell] / total : uniform
            cumulative.append(sum)
        }
        self.lower = lower
        self.width = width
        self.cumulative = cumulative.map { $0 / sum }
    }

    /// T (GeV) at a uniform coordinate, and the inverse of its density.
    func recoil(_ coordinate: Double) -> (value: Double, inverse: Double) {
        let place = cumulative.ascendingIndex { $0 <= coordinate }
        let cell = min(max(place - 1, 0), lower.count - 1)
        let share = cumulative[cell + 1] - cumulative[cell]
        let recoil = exp(lower[cell] + width[cell] * (coordinate - cumulative[cell]) / share)
        return (recoil, recoil * width[cell] / share)
    }
}
