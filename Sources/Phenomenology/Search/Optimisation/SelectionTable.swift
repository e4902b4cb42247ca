import Kinematics
import NumericalMethods

/// What passes each combination of the cuts of a scan: a cross section in fb, or events.
package struct SelectionTable: Codable, Hashable, Sendable {
    package let scan: CutScan
    /// In bins of angle, energy and ratio, summed over all larger angles, smaller energies and smaller ratios.
    private var sums: [Double]
    /// The same sums of the squares of the bins' errors.
    private var variances: [Double]

    /// - Parameter bins: the contents, as ``bin(of:_:)`` numbers them.
    init(_ scan: CutScan, bins: [Estimate]) {
        self.scan = scan
        sums = Self.cumulated(bins.map(\.value), scan)
        variances = Self.cumulated(bins.map { $0.error * $0.error }, scan)
    }

    /// Of what nothing is left.
    package static func empty(_ scan: CutScan) -> SelectionTable {
        SelectionTable(scan, bins: [Estimate](repeating: .exact(0), count: scan.bins))
    }

    /// What passes cuts of the scan; nil for others.
    package func value(_ cuts: MeasuredCuts) -> Double? {
        guard let angle = scan.muonAngles.firstIndex(of: cuts.minimumMuonAngle),
            let lower = scan.energies.firstIndex(of: cuts.minimumElectronEnergy),
            let upper = scan.energies.firstIndex(of: cuts.maximumElectronEnergy), lower < upper,
            let ratio = cuts.maximumRatio.flatMap({ scan.ratios.firstIndex(of: $0) })
        else { return nil }
        return value(CutScan.Choice(muonAngle: angle, lower: lower, upper: upper, ratio: ratio))
    }

    /// The number of the bin that an event lies in, nil where no cuts of the scan take it.
    static func bin(of event: EventRecord, _ scan: CutScan, _ elastic: ElasticKinematics) -> Int? {
        let angle = scan.muonAngles.partition(below: event.muonAngle) - 1
        let energy = scan.energies.partition(below: event.electronEnergy) - 1
        guard angle >= 0, energy >= 0, energy < scan.energies.count - 1 else { return nil }
        let recoil = event.electronEnergy - elastic.electronMass
        guard recoil > 0, recoil < elastic.maximumRecoil else { return nil }
        let ratio = scan.ratios.partition(below: event.electronAngle / elastic.electronAngle(recoil: recoil))
        guard ratio < scan.ratios.count else { return nil }
        return number(scan, angle, energy, ratio)
    }

    static func number(_ scan: CutScan, _ angle: Int, _ energy: Int, _ ratio: Int) -> Int {
        (angle * (scan.energies.count - 1) + energy) * scan.ratios.count + ratio
    }

    private static func cumulated(_ bins: [Double], _ scan: CutScan) -> [Double] {
        var sums = bins
        let (angles, energies, ratios) = (scan.muonAngles.count, scan.energies.count - 1, scan.ratios.count)
        for angle in stride(from: angles - 1, through: 0, by: -1) {
            for energy in 0..<energies {
                var row = 0.0
                for ratio in 0..<ratios {
                    let here = number(scan, angle, energy, ratio)
                    row += bins[here]
                    sums[here] = row
                    if energy > 0 { sums[here] += sums[number(scan, angle, energy - 1, ratio)] }
                }
            }
        }
        // Over the larger angles last: what lies beyond them is complete in energy and ratio.
        for angle in stride(from: angles - 2, through: 0, by: -1) {
            for energy in 0..<energies {
                for ratio in 0..<ratios {
                    sums[number(scan, angle, energy, ratio)] += sums[number(scan, angle + 1, energy, ratio)]
                }
            }
        }
        return sums
    }

    private func within(_ choice: CutScan.Choice, _ sums: [Double]) -> Double {
        let upper = sums[Self.number(scan, choice.muonAngle, choice.upper - 1, choice.ratio)]
        guard choice.lower > 0 else { return upper }
        return upper - sums[Self.number(scan, choice.muonAngle, choice.lower - 1, choice.ratio)]
    }

    func value(_ choice: CutScan.Choice) -> Double { max(within(choice, sums), 0) }

    /// The statistical error of the value.
    func error(_ choice: CutScan.Choice) -> Double { max(within(choice, variances), 0).squareRoot() }

    /// Sums over the weighted events of a sampler.
    static func filled<Sampler: EventSampler>(
        _ scan: CutScan, from sampler: Sampler, points: Int, elastic: ElasticKinematics, name: String
    ) throws -> [Estimate] {
        try sampler.sums(scan.bins, points: points, name: name) { event, weight, sums in
            if let bin = bin(of: event, scan, elastic) { sums[bin] += weight }
        }
    }
}

extension [Double] {
    /// How many of the ascending values lie below a number.
    fileprivate func partition(below value: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
