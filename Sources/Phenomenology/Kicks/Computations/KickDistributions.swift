import Computing
import DetectorPhysics
import NumericalMethods

/// Kicked events over the electron's measured energy and angle, in bins.
package struct KickedPlane: Computation {
    package var settings: KickSettings
    /// Ascending, GeV.
    package var energyEdges: [Double]
    /// Ascending, radians.
    package var angleEdges: [Double]
    /// Of each replica.
    package var points: Int

    package init(settings: KickSettings, energyEdges: [Double], angleEdges: [Double], points: Int = 32_768) {
        self.settings = settings
        self.energyEdges = energyEdges
        self.angleEdges = angleEdges
        self.points = points
    }

    package struct Result: Codable, Sendable {
        /// GeV.
        package var energyEdges: [Double]
        /// Radians.
        package var angleEdges: [Double]
        /// Events, a row for each bin of the energy.
        package var events: [[Estimate]]
    }

    package func compute(_ input: ()) throws -> Result {
        let columns = max(angleEdges.count - 1, 0)
        let rows = max(energyEdges.count - 1, 0)
        let sums = try KickedSums(settings: settings, name: "KickedPlane", points: points).events(rows * columns) {
            event in
            guard let row = Self.bin(event.measured.electronEnergy, energyEdges),
                let column = Self.bin(event.measured.electron.length, angleEdges)
            else { return nil }
            return row * columns + column
        }
        return Result(
            energyEdges: energyEdges, angleEdges: angleEdges,
            events: (0..<rows).map { row in Array(sums[row * columns..<(row + 1) * columns]) })
    }

    static func bin(_ value: Double, _ edges: [Double]) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first, value < last else { return nil }
        return edges.ascendingIndex { $0 <= value } - 1
    }
}

/// Kicked events over the electron's measured energy, in bins.
package struct KickedSpectrum: Computation {
    package var settings: KickSettings
    /// Ascending, GeV.
    package var energyEdges: [Double]
    /// Of θ_e/θ_el(E_e), as measured; nil for all.
    package var ratioMaximum: Double?
    /// Of each replica.
    package var points: Int

    package init(
        settings: KickSettings, energyEdges: [Double], ratioMaximum: Double? = nil, points: Int = 16_384
    ) {
        self.settings = settings
        self.energyEdges = energyEdges
        self.ratioMaximum = ratioMaximum
        self.points = points
    }

    /// Events of each bin.
    package func compute(_ input: ()) throws -> [Estimate] {
        let kinematics = try settings.elastic.kinematics()
        return try KickedSums(
            settings: settings, name: "KickedSpectrum", points: points, ratioMaximum: ratioMaximum
        ).events(max(energyEdges.count - 1, 0)) { event in
            if let ratioMaximum, event.measured.ratio(kinematics) >= ratioMaximum { return nil }
            return KickedPlane.bin(event.measured.electronEnergy, energyEdges)
        }
    }
}

/// The share of the kicked events within the cuts whose electron and muon lie off a plane with the beam by more than an angle.
package struct KickedAcoplanarity: Computation {
    package var settings: KickSettings
    /// Radians.
    package var minimum: Double
    /// Of each replica.
    package var points: Int

    package init(settings: KickSettings, minimum: Double, points: Int = 8192) {
        self.settings = settings
        self.minimum = minimum
        self.points = points
    }

    /// Nil where there are none.
    package func compute(_ input: ()) throws -> Estimate? {
        let sums = try KickedSums(settings: settings, name: "KickedAcoplanarity", points: points).events(2) {
            $0.measured.acoplanarity > minimum ? 1 : 0
        }
        let whole = sums[0] + sums[1]
        return whole.value > 0 ? sums[1] / whole : nil
    }
}

/// Numbers of kicked events of one or both positions.
struct KickedSums {
    var settings: KickSettings
    /// Of the random numbers.
    var name: String
    var points: Int
    var ratioMaximum: Double?

    /// - Parameter bin: where an event counts; nil for nowhere.
    func events(_ count: Int, bin: (KickedEvent) -> Int?) throws -> [Estimate] {
        var total = [Estimate](repeating: .exact(0, as: .statistical), count: count)
        for side in settings.position.sides {
            let sampler = try KickedSampler(settings, side: side, ratioMaximum: ratioMaximum)
            let found = try sampler.sums(count, points: points, name: "\(name) \(side.rawValue)") { event, sums in
                if let bin = bin(event) { sums[bin] += event.weight }
            }
            total = zip(total, found).map { $0 + $1.scaled(by: settings.elastic.luminosity) }
        }
        return total
    }
}
