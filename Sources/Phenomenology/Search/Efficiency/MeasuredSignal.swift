import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics

/// Signal events as they are measured: the electron's energy and both angles with Gaussian errors, after the electron's multiple
/// scattering in the rest of the target behind a vertex that is uniform in it.
package struct MeasuredSignal: Codable, Hashable, Sendable {
    package var point: SignalPoint
    package var detector: DetectorModel
    /// On what is measured.
    package var cuts: SelectionCuts

    package init(point: SignalPoint, detector: DetectorModel = DetectorModel(), cuts: SelectionCuts) {
        self.point = point
        self.detector = detector
        self.cuts = cuts
    }

    /// Of the Kronecker sequence: those of the event. The vertex is chance: in five dimensions such a sequence is no better.
    private static let dimensions = SignalSampler.dimensions

    private func validate() throws {
        try cuts.validate()
        try detector.validate()
    }

    /// What true values can be measured within the cuts.
    private func region(angularDeviations: Double) -> SelectionCuts {
        let resolution = detector.energyResolution
        let (least, most) = (point.particles.electronMass, point.beamEnergy)
        return SelectionCuts(
            minimumMuonAngle: max(cuts.minimumMuonAngle - angularDeviations * detector.angularResolution, 0),
            minimumElectronEnergy: cuts.minimumElectronEnergy.map {
                resolution.leastEnergy(measuredAbove: $0, from: least, to: most)
            },
            maximumElectronEnergy: cuts.maximumElectronEnergy.map {
                resolution.largestEnergy(measuredBelow: $0, from: least, to: most)
            })
    }

    /// Sums over the events within the cuts, as cross sections (fb), one row a replica.
    ///
    /// - Parameters:
    ///   - count: how many sums.
    ///   - fill: adds what an event counts to the sums: what is measured, with a weight.
    package func sums(
        _ count: Int, points: Int, replicas: Int = 16, name: String = "MeasuredSignal",
        fill: (MeasuredPair, Double, inout [Double]) -> Void
    ) throws -> [[Double]] {
        try validate()
        guard points >= 1, replicas >= 2 else {
            throw NumericalError.invalidArgument(
                "\(points) points in \(replicas) replicas give no statistical error: take at least 1 point in 2 replicas"
            )
        }
        let sampler = try SignalSampler(
            point.production, region: region(angularDeviations: EnergyResolution.largestDeviation))
        let sequence = KroneckerSequence(dimensions: Self.dimensions)
        let highland = HighlandWidth(material: detector.target)
        return (0..<replicas).map { replica in
            var sums = [Double](repeating: 0, count: count)
            guard sampler.hasPhaseSpace else { return sums }
            let stream = RandomStream("\(name) \(replica)")
            let shifts = (0..<Self.dimensions).map { stream.bits(at: UInt64.max - UInt64($0)) }
            for index in 0..<points {
                func coordinate(_ dimension: Int) -> Double {
                    sequence.coordinate(dimension, ofPoint: index, shift: shifts[dimension])
                }
                let event = sampler.event(coordinate(0), coordinate(1), coordinate(2), coordinate(3), azimuth: 0)
                guard event.weight > 0 else { continue }
                var draws = RandomDraws(stream, event: index)
                let width = highland.planeWidth(
                    thickness: draws.uniform() * detector.targetThickness, momentum: event.electron.momentum,
                    energy: event.electron.energy)
                if let measured = measured(event, scattering: width, &draws) { fill(measured, event.weight, &sums) }
            }
            return sums.map { $0 / Double(points) }
        }
    }

    /// Nil outside of the cuts.
    private func measured(_ event: WeightedEvent, scattering: Double, _ draws: inout RandomDraws) -> MeasuredPair? {
        let energy = event.electron.energy
        let measured = energy + detector.energyResolution.width(at: energy) * draws.normalPair().x
        if let least = cuts.minimumElectronEnergy, measured <= least { return nil }
        if let most = cuts.maximumElectronEnergy, measured >= most { return nil }
        let muon = PlaneAngle(event.muon) + detector.angularResolution * draws.normalPair()
        guard cuts.minimumMuonAngle == 0 || muon.length > cuts.minimumMuonAngle else { return nil }
        let width =
            (scattering * scattering + detector.angularResolution * detector.angularResolution).squareRoot()
        let electron = PlaneAngle(event.electron) + width * draws.normalPair()
        if let most = cuts.maximumElectronAngle, electron.length >= most { return nil }
        return MeasuredPair(muon: muon, electron: electron, electronEnergy: measured)
    }

    /// The cross section (fb) of what is measured within the energy window, with the angles as they are.
    package func energyWindow(points: Int, replicas: Int = 16) throws -> Estimate {
        try validate()
        let sampler = try SignalSampler(point.production, region: region(angularDeviations: 0))
        return try sampler.mean(points: points, replicas: replicas, name: "MeasuredSignal energy") { event in
            detector.energyResolution.probability(
                ofEnergy: event.electron.energy, measuredAbove: cuts.minimumElectronEnergy,
                below: cuts.maximumElectronEnergy)
        }
    }
}
