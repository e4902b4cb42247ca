import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The Standard Model's effective degrees of freedom of energy, g_ρ, and entropy, g_s, from 1 keV to 280 GeV.
///
/// From 1 MeV up the points of a lattice equation of state (Borsanyi2016, table S2: log₁₀(T/MeV), g_ρ, g_ρ/g_s). Below,
/// ideal gases: photons, e± and neutrinos that decouple at once, with T_ν from conserved entropy. Between points ln g is
/// linear in ln T; ``smooth`` puts monotone cubics there, as the table's own authors leave it to a spline, and what the two
/// differ by is the error of the interpolation. Nothing is claimed of dark matter's own or the boson's share.
struct DegreesOfFreedom: Sendable {
    private static let lattice: [(logTemperature: Double, energy: Double, ratio: Double)] = [
        (0.00, 10.71, 1.00228), (0.50, 10.74, 1.00029), (1.00, 10.76, 1.00048), (1.25, 11.09, 1.00505),
        (1.60, 13.68, 1.02159), (2.00, 17.61, 1.02324), (2.15, 24.07, 1.05423), (2.20, 29.84, 1.07578),
        (2.40, 47.83, 1.06118), (2.50, 53.04, 1.04690), (3.00, 73.48, 1.01778), (4.00, 83.10, 1.00123),
        (4.30, 85.56, 1.00389), (4.60, 91.97, 1.00887), (5.00, 102.17, 1.00750), (5.45, 104.98, 1.00023),
    ]

    /// ln T in GeV, ascending, with ln g_ρ and ln g_s.
    private let points: [(temperature: Double, energy: Double, entropy: Double)]
    /// Where the gas ends and the lattice begins: the index of the last point of the gas.
    private let junction: Int
    private let energy: MonotoneCubic
    private let entropy: MonotoneCubic
    private var isSmooth = false

    init(electronMass: Double) throws {
        let kiloelectronvolt = 1e-6
        let perDecade = 20 * Refinement.factor
        var points: [(temperature: Double, energy: Double, entropy: Double)] = []
        for step in 0..<(3 * perDecade) {
            let temperature = kiloelectronvolt * pow(10, Double(step) / Double(perDecade))
            let gas = try Self.idealGas(electronMassOverTemperature: electronMass / temperature)
            points.append((log(temperature), log(gas.energy), log(gas.entropy)))
        }
        for point in Self.lattice {
            points.append(
                (log(1e-3 * pow(10, point.logTemperature)), log(point.energy), log(point.energy / point.ratio)))
        }
        self.init(points, junction: points.count - Self.lattice.count - 1)
        if Refinement.factor > 1 { self = refined(by: Refinement.factor) }
    }

    private init(_ points: [(temperature: Double, energy: Double, entropy: Double)], junction: Int) {
        self.points = points
        self.junction = junction
        energy = MonotoneCubic(x: points.map(\.temperature), y: points.map(\.energy))
        entropy = MonotoneCubic(x: points.map(\.temperature), y: points.map(\.entropy))
    }

    /// The same points joined by cubics.
    var smooth: DegreesOfFreedom {
        var copy = self
        copy.isSmooth = true
        return copy
    }

    /// Of the points, GeV, ascending.
    var temperatures: [Double] { points.map { exp($0.temperature) } }

    /// The temperatures between which the table goes over from the gas to the lattice, GeV.
    var junctionTemperatures: ClosedRange<Double> {
        exp(points[junction].temperature)...exp(points[junction + 1].temperature)
    }

    /// By how much ln g_ρ and ln g_s differ between those: where in between is not known.
    var step: (energy: Double, entropy: Double) {
        let (gas, lattice) = (points[junction], points[junction + 1])
        return ((lattice.energy - gas.energy).magnitude, (lattice.entropy - gas.entropy).magnitude)
    }

    /// What ln g_ρ and ln g_s may be wrong by at `temperature` (GeV): the largest distance of lines and cubics between the
    /// two points next to it, and all of the step where the gas ends and the lattice begins. Zero beyond the table, of which
    /// nothing is known.
    func interpolationError(temperature: Double) -> (energy: Double, entropy: Double) {
        let t = log(temperature)
        guard let upper = points.firstIndex(where: { $0.temperature > t }), upper > 0 else { return (0, 0) }
        let lower = upper - 1
        guard lower != junction else { return (step.energy, step.entropy) }
        let width = points[upper].temperature - points[lower].temperature
        func largest(_ curve: MonotoneCubic) -> Double {
            stride(from: 0.125, to: 1, by: 0.125).reduce(0) { found, share in
                let t = points[lower].temperature + share * width
                return max(found, (curve.value(in: lower, at: t).value - curve.line(in: lower, at: t).value).magnitude)
            }
        }
        return (largest(energy), largest(entropy))
    }

    /// More points, on the cubics.
    private func refined(by factor: Int) -> DegreesOfFreedom {
        var dense: [(temperature: Double, energy: Double, entropy: Double)] = []
        for (index, (lower, upper)) in zip(points, points.dropFirst()).enumerated() {
            for step in 0..<factor {
                let t = lower.temperature + (upper.temperature - lower.temperature) * Double(step) / Double(factor)
                dense.append((t, energy.value(in: index, at: t).value, entropy.value(in: index, at: t).value))
            }
        }
        return DegreesOfFreedom(dense + points.suffix(1), junction: junction * factor)
    }

    /// g_ρ and g_s at `temperature` (GeV), and g_*^½ = (g_s/√g_ρ)(1 + ⅓ dln g_s/dln T), which the relic density needs.
    /// Constant beyond both ends of the table.
    func values(temperature: Double) -> (energy: Double, entropy: Double, relic: Double) {
        let t = log(temperature)
        var lower = 0
        var upper = points.count - 1
        if t <= points[lower].temperature || t >= points[upper].temperature {
            let end = points[t <= points[lower].temperature ? lower : upper]
            let (energy, entropy) = (exp(end.energy), exp(end.entropy))
            return (energy, entropy, entropy / energy.squareRoot())
        }
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if points[middle].temperature <= t { lower = middle } else { upper = middle }
        }
        if isSmooth {
            let (logEnergy, logEntropy) = (energy.value(in: lower, at: t), entropy.value(in: lower, at: t))
            return Self.values(energy: logEnergy.value, entropy: logEntropy.value, slope: logEntropy.slope)
        }
        let (a, b) = (points[lower], points[upper])
        let fraction = (t - a.temperature) / (b.temperature - a.temperature)
        return Self.values(
            energy: a.energy + fraction * (b.energy - a.energy),
            entropy: a.entropy + fraction * (b.entropy - a.entropy),
            slope: (b.entropy - a.entropy) / (b.temperature - a.temperature))
    }

    /// From logarithms and dln g_s/dln T.
    private static func values(
        energy: Double, entropy: Double, slope: Double
    ) -> (energy: Double, entropy: Double, relic: Double) {
        let (energy, entropy) = (exp(energy), exp(entropy))
        return (energy, entropy, entropy / energy.squareRoot() * (1 + slope / 3))
    }

    /// Photons, e± and three decoupled neutrinos: g_s = g_em + (21/4)(T_ν/T)³ with (T_ν/T)³ = g_em/(11/2).
    static func idealGas(electronMassOverTemperature x: Double) throws -> (energy: Double, entropy: Double) {
        func gas(_ integrand: (Double, Double) -> Double) throws -> Double {
            try Quadrature.adaptive(
                from: 0, to: 60 + 12 * x.squareRoot(), relativeTolerance: 1e-9, absoluteTolerance: 1e-12
            ) {
                let energy = ($0 * $0 + x * x).squareRoot()
                return $0 * $0 * integrand($0, energy) / (exp(energy) + 1)
            }.value * 4 / (2 * Double.pi * Double.pi)
        }
        let square = Double.pi * Double.pi
        let energy = try gas { _, e in e } * 30 / square
        let entropy = try gas { p, e in e + p * p / (3 * e) } * 45 / (2 * square)
        let plasma = 2 + entropy
        let cubed = plasma / 5.5
        return (2 + energy + 5.25 * pow(cubed, 4.0 / 3), plasma + 5.25 * cubed)
    }
}
