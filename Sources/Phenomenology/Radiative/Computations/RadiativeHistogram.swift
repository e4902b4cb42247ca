import Computing
import DetectorPhysics
import Kinematics
import NumericalMethods

/// σ(μe → μeγ) within cuts by bins of one quantity, as ``RadiativeCrossSection`` selects it.
package struct RadiativeHistogram: Computation {
    /// GeV and radians.
    package enum Quantity: String, Codable, Sendable, CaseIterable {
        case electronEnergy
        case photonEnergy
        case photonAngle
        /// The angle between electron and photon.
        case separation
        /// 1 for every event.
        case all
    }

    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    package var detector: DetectorModel?
    package var maximumRatio: Double?
    package var quantity: Quantity
    /// Ascending; what lies outside of them is left out.
    package var edges: [Double]
    /// Of each of the 16 replicas.
    package var points: Int

    package init(
        process: RadiativeProcess, cuts: RadiativeCuts, detector: DetectorModel? = nil, maximumRatio: Double? = nil,
        quantity: Quantity, edges: [Double], points: Int = 40960
    ) {
        self.process = process
        self.cuts = cuts
        self.detector = detector
        self.maximumRatio = maximumRatio
        self.quantity = quantity
        self.edges = edges
        self.points = points
    }

    package struct Bins: Codable, Hashable, Sendable {
        package var edges: [Double]
        /// fb in each bin.
        package var estimates: [Estimate]
        /// Of the quantity over all bins; nil without events.
        package var mean: Estimate?
    }

    package func compute(_ input: ()) throws -> Bins {
        let measurement = try detector.map {
            try RadiativeMeasurement(process, cuts: cuts, detector: $0, maximumRatio: maximumRatio)
        }
        let isSampled = maximumRatio != nil
        let sampler: RadiativeSampler
        if let measurement {
            sampler = try RadiativeSampler(process, region: try measurement.region()) {
                isSampled
                    ? max(measurement.energyShare($0.electron.energy), 1e-3)
                    : measurement.energyShare($0.electron.energy)
            }
        } else {
            sampler = try RadiativeSampler(process, region: cuts)
        }
        let count = max(edges.count - 1, 0)
        let draws = RandomStream("RadiativeHistogram draws")
        var counter: UInt64 = 0
        let sums = try sampler.sums(
            count: count + 2, points: points * Refinement.factor, name: "RadiativeHistogram"
        ) { event, sum in
            func add(_ value: Double, _ weight: Double) {
                guard let bin = bin(value) else { return }
                sum[bin] += weight
                sum[count] += weight
                sum[count + 1] += weight * value
            }
            guard let measurement else { return add(value(event), event.weight) }
            guard isSampled else {
                return add(value(event), event.weight * measurement.energyShare(event.electron.energy))
            }
            counter += 1
            let first = counter &* 8
            guard let energy = measurement.measuredEnergy(event, { draws.uniform(at: first &+ UInt64($0)) }) else {
                return
            }
            add(quantity == .electronEnergy ? energy : value(event), event.weight)
        }
        guard sampler.hasPhaseSpace else {
            return Bins(edges: edges, estimates: .init(repeating: .exact(0, as: .statistical), count: count))
        }
        let means = sums.compactMap { $0[count] > 0 ? $0[count + 1] / $0[count] : nil }
        return Bins(
            edges: edges, estimates: (0..<count).map { bin in .mean(of: sums.map { $0[bin] }) },
            mean: means.count > 1 ? .mean(of: means) : nil)
    }

    private func value(_ event: WeightedEvent) -> Double {
        switch quantity {
        case .electronEnergy: event.electron.energy
        case .photonEnergy: event.emitted.energy
        case .photonAngle: event.emitted.polarAngle
        case .separation: event.separation
        case .all: 1
        }
    }

    private func bin(_ value: Double) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first, value < last else { return nil }
        var (lower, upper) = (0, edges.count - 1)
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if value < edges[middle] { upper = middle } else { lower = middle }
        }
        return lower
    }
}
