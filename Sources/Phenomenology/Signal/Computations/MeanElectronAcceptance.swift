import Computing
import Kinematics
import NumericalMethods

/// The share of the selected signal events whose electron hits a square centred on the beam, a mean over the stations that the
/// vertex is in: their distances are the multiples of a pitch. From a sample of events, with its statistical error.
public struct MeanElectronAcceptance: Computation {
    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// Of the square, m.
    public var side: Double
    public var stations: Int
    /// Between the stations, and of the last one from the square, m.
    public var pitch: Double
    /// Of each of the 16 replicas of the sample.
    public var points: Int

    package init(
        point: SignalPoint, cuts: SelectionCuts, side: Double, stations: Int = 40, pitch: Double = 1,
        points: Int = 8192
    ) {
        self.point = point
        self.cuts = cuts
        self.side = side
        self.stations = stations
        self.pitch = pitch
        self.points = points
    }

    /// Nil where there is no signal.
    public func compute(_ input: ()) throws -> Estimate? {
        for (name, length) in [("side of the calorimeter", side), ("distance of the stations", pitch)] {
            guard length > 0, length.isFinite else { throw SignalError.lengthNotPositive(name: name, value: length) }
        }
        guard stations > 0 else {
            throw NumericalError.invalidArgument("there is no mean over \(stations) stations: take at least one")
        }
        let whole = try SignalCrossSection(point: point, cuts: cuts).compute(())
        guard whole.value > 0 else { return nil }
        let square = CentredSquare(side: side)
        let sampler = try SignalSampler(point.production, region: cuts)
        let hits = try sampler.mean(points: points * Refinement.factor, name: "MeanElectronAcceptance") { event in
            let angle = event.electron.polarAngle
            let sum = (1...stations).reduce(0.0) { $0 + square.hitShare(angle: angle, distance: Double($1) * pitch) }
            return sum / Double(stations)
        }
        return hits / whole
    }
}
