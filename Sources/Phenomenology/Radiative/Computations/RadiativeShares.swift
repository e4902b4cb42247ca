import Computing
import Kinematics
import NumericalMethods
import SignalPhysics

/// The share of the radiative events within cuts whose photon is closer to the electron than an angle.
package struct RadiativeMergedFraction: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    /// Radians.
    package var separation: Double
    /// Of each of the 16 replicas.
    package var points: Int

    package init(process: RadiativeProcess, cuts: RadiativeCuts, separation: Double, points: Int = 40960) {
        self.process = process
        self.cuts = cuts
        self.separation = separation
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        guard separation >= 0, separation.isFinite else {
            throw RadiativeError.negative(name: "separation", value: separation, unit: "rad")
        }
        return try RadiativeSampler(process, region: cuts).share(points: points, of: "merged share") {
            $0.separation < separation ? 1 : 0
        }
    }
}

/// The share of the radiative events within cuts whose photon hits a square that is centred on a pointlike beam.
package struct PhotonAcceptance: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    /// Of the square, and its distances from the vertex, over which the share is the mean; m.
    package var side: Double
    package var distances: [Double]
    /// Of each of the 16 replicas.
    package var points: Int

    package init(
        process: RadiativeProcess, cuts: RadiativeCuts, side: Double, distances: [Double], points: Int = 40960
    ) {
        self.process = process
        self.cuts = cuts
        self.side = side
        self.distances = distances
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        try RadiativeEscape.check([("side", side)] + distances.map { ("distance", $0) })
        guard !distances.isEmpty else { throw RadiativeError.stations(0) }
        let square = CentredSquare(side: side)
        return try RadiativeSampler(process, region: cuts).share(points: points, of: "photon acceptance") { event in
            let angle = event.emitted.polarAngle
            guard angle < 0.5 * Double.pi else { return 0 }
            return distances.reduce(0) { $0 + square.hitShare(angle: angle, distance: $1) } / Double(distances.count)
        }
    }
}

/// The same over the sides of squares, all of one sample.
package struct PhotonAcceptanceCurve: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    /// Of the squares, and their distances from the vertex, over which the share is the mean; m.
    package var sides: [Double]
    package var distances: [Double]
    /// Of each of the 16 replicas.
    package var points: Int

    package init(
        process: RadiativeProcess, cuts: RadiativeCuts, sides: [Double], distances: [Double], points: Int = 10240
    ) {
        self.process = process
        self.cuts = cuts
        self.sides = sides
        self.distances = distances
        self.points = points
    }

    package func compute(_ input: ()) throws -> Curve {
        try RadiativeEscape.check(sides.map { ("side", $0) } + distances.map { ("distance", $0) })
        guard !distances.isEmpty else { throw RadiativeError.stations(0) }
        let squares = sides.map { CentredSquare(side: $0) }
        let count = sides.count
        let sums = try RadiativeSampler(process, region: cuts).sums(
            count: count + 1, points: points * Refinement.factor, name: "PhotonAcceptanceCurve"
        ) { event, sum in
            sum[count] += event.weight
            let angle = event.emitted.polarAngle
            guard angle < 0.5 * Double.pi else { return }
            for index in 0..<count {
                let hits = distances.reduce(0) { $0 + squares[index].hitShare(angle: angle, distance: $1) }
                sum[index] += event.weight * hits / Double(distances.count)
            }
        }
        guard sums.allSatisfy({ $0[count] > 0 }) else { throw RadiativeError.noEvents("photon acceptance") }
        return Curve(
            x: sides, estimates: sides.indices.map { index in .mean(of: sums.map { $0[index] / $0[count] }) })
    }
}

extension RadiativeSampler {
    /// The ratio of Σ weight · value to Σ weight, from the spread of the replicas' ratios.
    func share(points: Int, of what: String, _ value: (WeightedEvent) -> Double) throws -> Estimate {
        let sums = try sums(count: 2, points: points * Refinement.factor, name: "RadiativeSampler share") {
            event, sum in
            sum[0] += event.weight * value(event)
            sum[1] += event.weight
        }
        guard hasPhaseSpace, sums.allSatisfy({ $0[1] > 0 }) else { throw RadiativeError.noEvents(what) }
        return .mean(of: sums.map { $0[0] / $0[1] })
    }
}
