import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The Standard Model's effective degrees of freedom of energy, g_ρ, and entropy, g_s, from 1 keV to 280 GeV.
///
/// From 1 MeV up the points of a lattice equation of state (arXiv:1606.07494, table S2: log₁₀(T/MeV), g_ρ, g_ρ/g_s). Below,
/// ideal gases: photons, e± and neutrinos that decouple at once, with T_ν from conserved entropy. Between points ln g is
/// linear in ln T, which the table's own authors leave to a spline: expect a few per cent near the QCD transition, and
/// nothing is claimed of dark matter's own or the boson's share.
struct DegreesOfFreedom: Sendable {
    private static let lattice: [(logTemperature: Double, energy: Double, ratio: Double)] = [
        (0.00, 10.71, 1.00228), (0.50, 10.74, 1.00029), (1.00, 10.76, 1.00048), (1.25, 11.09, 1.00505),
        (1.60, 13.68, 1.02159), (2.00, 17.61, 1.02324), (2.15, 24.07, 1.05423), (2.20, 29.84, 1.07578),
        (2.40, 47.83, 1.06118), (2.50, 53.04, 1.04690), (3.00, 73.48, 1.01778), (4.00, 83.10, 1.00123),
        (4.30, 85.56, 1.00389), (4.60, 91.97, 1.00887), (5.00, 102.17, 1.00750), (5.45, 104.98, 1.00023),
    ]

    /// ln T in GeV, ln g_ρ, ln g_s; ascending.
    private let points: [(temperature: Double, energy: Double, entropy: Double)]

    init(electronMass: Double) throws {
        let kiloelectronvolt = 1e-6
        var points: [(temperature: Double, energy: Double, entropy: Double)] = []
        for step in 0..<60 {
            let temperature = kiloelectronvolt * pow(10, Double(step) / 20)
            let gas = try Self.idealGas(electronMassOverTemperature: electronMass / temperature)
            points.append((log(temperature), log(gas.energy), log(gas.entropy)))
        }
        for point in Self.lattice {
            points.append(
                (log(1e-3 * pow(10, point.logTemperature)), log(point.energy), log(point.energy / point.ratio)))
        }
        self.points = points
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
        let (a, b) = (points[lower], points[upper])
        let fraction = (t - a.temperature) / (b.temperature - a.temperature)
        let slope = (b.entropy - a.entropy) / (b.temperature - a.temperature)
        let energy = exp(a.energy + fraction * (b.energy - a.energy))
        let entropy = exp(a.entropy + fraction * (b.entropy - a.entropy))
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
