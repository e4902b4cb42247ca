import DetectorPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a particle crosses on its way from a station to the calorimeter.
public struct StationMatter: Codable, Hashable, Sendable {
    public var stations: Int
    public var target: Material
    /// m.
    public var targetThickness: Double
    public var sensor: Material
    /// Of one sensor, m.
    public var sensorThickness: Double
    public var sensors: Int

    package init(
        stations: Int, target: Material = .beryllium, targetThickness: Double, sensor: Material = .silicon,
        sensorThickness: Double, sensors: Int
    ) {
        self.stations = stations
        self.target = target
        self.targetThickness = targetThickness
        self.sensor = sensor
        self.sensorThickness = sensorThickness
        self.sensors = sensors
    }

    /// One station in radiation lengths.
    public var stationLengths: Double {
        target.radiationLengths(thickness: targetThickness)
            + Double(sensors) * sensor.radiationLengths(thickness: sensorThickness)
    }

    /// From the middle of the target of station 1… `stations`, counted along the beam, in radiation lengths.
    public func lengths(fromStation station: Int) -> Double {
        (Double(stations - station) + 1) * stationLengths - 0.5 * target.radiationLengths(thickness: targetThickness)
    }

    /// The share of photons that make a pair in the stations, averaged over the stations: 1 − exp(−7t/9).
    public var convertedShare: Double {
        let shares = (1...max(stations, 1)).map { -expm1(-7.0 / 9 * lengths(fromStation: $0)) }
        return shares.reduce(0, +) / Double(shares.count)
    }
}

/// The energy that electrons lose by bremsstrahlung: Bethe and Heitler's distribution of u = ln(E₀/E) after t radiation
/// lengths, u^(t/ln 2 − 1) e^−u/Γ(t/ln 2) (Heitler, The Quantum Theory of Radiation, section 37).
public enum ElectronStraggling {
    /// The probability that less than `share` of the energy is left after `lengths` radiation lengths: the upper incomplete gamma
    /// function.
    public static func probability(below share: Double, after lengths: Double) -> Double {
        guard share > 0, lengths > 0 else { return 0 }
        guard share < 1 else { return 1 }
        return 1 - regularisedGamma(lengths / log(2.0), -log(share))
    }

    /// P(a, x), by its series below a + 1 and its continued fraction above.
    static func regularisedGamma(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        let front = exp(a * log(x) - x - lgamma(a))
        if x < a + 1 {
            var term = 1 / a
            var sum = term
            var index = a
            for _ in 0..<1000 where term > 1e-17 * sum {
                index += 1
                term *= x / index
                sum += term
            }
            return front * sum
        }
        // Lentz's method.
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var fraction = d
        for step in 1...1000 {
            let factor = -Double(step) * (Double(step) - a)
            b += 2
            d = 1 / (factor * d + b)
            c = b + factor / c
            let change = c * d
            fraction *= change
            if (change - 1).magnitude < 1e-16 { break }
        }
        return 1 - front * fraction
    }
}
