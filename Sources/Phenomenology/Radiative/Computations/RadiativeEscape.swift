import Computing
import Kinematics
import NumericalMethods
import SignalPhysics

/// σ of the radiative events within cuts whose electron hits a square centred on a pointlike beam and whose photon misses it; the
/// mean over distances that are the multiples of a pitch. fb.
package struct RadiativeEscape: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    /// Of the square, m.
    package var side: Double
    package var stations: Int
    /// m.
    package var pitch: Double
    /// Of each of the 16 replicas.
    package var points: Int

    package init(
        process: RadiativeProcess, cuts: RadiativeCuts, side: Double, stations: Int = 40, pitch: Double = 1,
        points: Int = 16384
    ) {
        self.process = process
        self.cuts = cuts
        self.side = side
        self.stations = stations
        self.pitch = pitch
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        try Self.check([("side", side), ("pitch", pitch)])
        guard stations > 0 else { throw RadiativeError.stations(stations) }
        return try RadiativeSampler(process, region: cuts).mean(
            points: points * Refinement.factor, name: "RadiativeEscape"
        ) { event in
            let electron = event.electron.polarAngle
            let photon = event.emitted.polarAngle
            let turn =
                atan2(event.emitted.y, event.emitted.x) - atan2(event.electron.y, event.electron.x)
            guard electron < 0.5 * Double.pi else { return 0 }
            let photonSlope = photon < 0.5 * Double.pi ? tan(photon) : .infinity
            let electronSlope = tan(electron)
            var sum = 0.0
            for station in 1...stations {
                let half = 0.5 * side / (Double(station) * pitch)
                sum += Self.share(electron: half / electronSlope, photon: half / photonSlope, turn: turn)
            }
            return sum / Double(stations)
        }
    }

    static func check(_ lengths: [(name: String, value: Double)]) throws {
        for (name, value) in lengths {
            guard value > 0, value.isFinite else {
                throw RadiativeError.notPositive(name: name, value: value, unit: "m")
            }
        }
    }

    /// The share of the azimuths at which the electron is inside of a square of side 2h and the photon outside.
    ///
    /// A track at ρ is outside where it is within arccos(h/ρ) of the direction of a side's middle, of which there is one in each quarter
    /// turn: the photon's arc less its overlap with the electron's, on a circle of a quarter turn.
    /// - Parameters: h/ρ of both, and the azimuth from one to the other.
    static func share(electron: Double, photon: Double, turn: Double) -> Double {
        func halfArc(_ ratio: Double) -> Double {
            ratio >= 1 ? 0 : ratio > 0.5.squareRoot() ? acos(ratio) : 0.25 * Double.pi
        }
        let (a, b) = (halfArc(electron), halfArc(photon))
        guard b > 0 else { return 0 }
        let quarter = 0.5 * Double.pi
        let distance = turn - quarter * (turn / quarter).rounded()
        var overlap = 0.0
        for image in -1...1 {
            let centre = distance + Double(image) * quarter
            overlap += max(0, min(a, centre + b) - max(-a, centre - b))
        }
        return max(2 * b - overlap, 0) / quarter
    }
}
