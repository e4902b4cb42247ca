import Amplitudes
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a sampler of μ e → μ e Z′ spreads its points: over panels of T, and in each over T, the logarithm of ω/E′ and Δ, in
/// cells of nearly equal cross section.
///
/// Any table gives the same mean; a good one gives weights that are nearly flat.
struct SamplingTable {
    /// Cells of T in a panel, of ω/E′ in a cell of T, and of Δ in one of both.
    static let recoils = 32
    static let energies = 16
    static let transfers = 16

    /// A share of the points is spread evenly, so that no place is left without.
    private static let evenShare = 0.1

    let panels: [RecoilPanel]
    /// The share of the points that each panel takes: the ends of its part of (0, 1), ascending from 0 to 1.
    private(set) var shares: [Double] = [0]
    /// The ends of the cells, `recoils + 1` a panel, and so on.
    private(set) var recoilEdges: [Double] = []
    private(set) var energyEdges: [Double] = []
    private(set) var transferEdges: [Double] = []
    /// ln(ω/E′) at both ends, as polynomials of the place within a cell of T.
    private(set) var limits: [Limits] = []

    /// Parabolas through three places of a cell that take in the allowed range of ln(ω/E′) over the cell.
    struct Limits {
        var lower: (Double, Double, Double)
        var upper: (Double, Double, Double)

        @inline(__always)
        func range(at place: Double) -> (lower: Double, length: Double) {
            let bottom = lower.0 + place * (lower.1 + place * lower.2)
            return (bottom, upper.0 + place * (upper.1 + place * upper.2) - bottom)
        }
    }

    init(_ integral: EmissionIntegral) {
        panels = integral.panels
        var panelSums: [Double] = []
        for panel in panels {
            let count = Self.recoils
            let sums = (0..<count).map { index -> Double in
                let (recoil, jacobian) = panel.map((Double(index) + 0.5) / Double(count))
                guard let range = Self.logarithms(integral, recoil: recoil) else { return 0 }
                return jacobian * Self.energySums(integral, recoil: recoil, range).reduce(0, +)
            }
            panelSums.append(sums.reduce(0, +))
            let edges = Self.edges(sums, count: count)
            recoilEdges += edges
            for (start, end) in zip(edges, edges.dropFirst()) {
                appendCell(integral, panel: panel, from: start, to: end)
            }
        }
        let total = panelSums.reduce(0, +)
        var end = 0.0
        for sum in panelSums {
            let even = 1 / Double(panels.count)
            end += total > 0 ? (1 - Self.evenShare) * sum / total + Self.evenShare * even : even
            shares.append(end)
        }
        // The sum of the shares is one up to rounding.
        if !panels.isEmpty { shares[panels.count] = 1 }
    }

    /// The cells of ω/E′ and Δ in one of T.
    private mutating func appendCell(
        _ integral: EmissionIntegral, panel: RecoilPanel, from start: Double, to end: Double
    ) {
        let limits = Self.limits(integral, panel: panel, from: start, to: end)
        self.limits.append(limits)
        let recoil = panel.map(0.5 * (start + end)).recoil
        let (lower, length) = limits.range(at: 0.5)
        let range = (lower: lower, upper: lower + length)
        let edges = Self.edges(Self.energySums(integral, recoil: recoil, range), count: Self.energies)
        energyEdges += edges
        for (left, right) in zip(edges, edges.dropFirst()) {
            let ratio = exp(lower + 0.5 * (left + right) * length)
            let densities = Self.transferDensities(
                integral, recoil: recoil, muonEnergy: (integral.emission.beamEnergy - recoil) / (1 + ratio))
            transferEdges += Self.edges(densities, count: Self.transfers)
        }
    }

    /// The range of ln(ω/E′) at one T.
    private static func logarithms(
        _ integral: EmissionIntegral, recoil: Double
    ) -> (lower: Double, upper: Double)? {
        let emission = integral.emission
        guard
            let energies = emission.muonEnergyRange(
                recoil: recoil, halfAngleSineSquared: integral.cuts.halfAngleSineSquared)
        else { return nil }
        let available = emission.beamEnergy - recoil
        return (
            log((available - energies.upperBound) / energies.upperBound),
            log((available - energies.lowerBound) / energies.lowerBound)
        )
    }

    /// Parabolas through the ranges at three places, widened by more than they miss at four others.
    private static func limits(
        _ integral: EmissionIntegral, panel: RecoilPanel, from start: Double, to end: Double
    ) -> Limits {
        func range(_ place: Double) -> (lower: Double, upper: Double) {
            let recoil = panel.map(start + place * (end - start)).recoil
            if let found = logarithms(integral, recoil: recoil) { return found }
            // Next to where phase space closes: all that kinematics may allow.
            let emission = integral.emission
            let available = emission.beamEnergy - recoil
            return (
                log(emission.bosonMass / available), log((available - emission.muonMass) / emission.muonMass)
            )
        }
        let places = [0.01, 0.5, 0.99]
        let checks = [0.002, 0.2, 0.8, 0.998]
        let known = places.map(range)
        let tested = checks.map { ($0, range($0)) }
        func parabola(_ values: [Double], _ tests: [(Double, Double)], sign: Double) -> (Double, Double, Double) {
            let width = places[1] - places[0]
            let slope = (values[2] - values[0]) / (2 * width)
            let bend = (values[2] - 2 * values[1] + values[0]) / (2 * width * width)
            // Around 0.5, expanded.
            var constant = values[1] - 0.5 * slope + 0.25 * bend
            let linear = slope - bend
            var missed = 1e-9
            for (place, value) in tests {
                let fitted = constant + place * (linear + place * bend)
                missed = max(missed, 1.5 * abs(value - fitted))
            }
            constant += sign * missed
            return (constant, linear, bend)
        }
        return Limits(
            lower: parabola(known.map(\.lower), tested.map { ($0.0, $0.1.lower) }, sign: -1),
            upper: parabola(known.map(\.upper), tested.map { ($0.0, $0.1.upper) }, sign: 1))
    }

    /// ∫ dΔ at places spread evenly over a range of ln(ω/E′), with the jacobian of that.
    private static func energySums(
        _ integral: EmissionIntegral, recoil: Double, _ range: (lower: Double, upper: Double)
    ) -> [Double] {
        let count = 2 * energies
        let available = integral.emission.beamEnergy - recoil
        return (0..<count).map { index in
            let place = (Double(index) + 0.5) / Double(count)
            let ratio = exp(range.lower + place * (range.upper - range.lower))
            let muonEnergy = available / (1 + ratio)
            let densities = transferDensities(integral, recoil: recoil, muonEnergy: muonEnergy)
            return densities.reduce(0, +) * (range.upper - range.lower) * muonEnergy * ratio / (1 + ratio)
        }
    }

    /// |M|²/|p⃗ − p⃗′| with the jacobian of the map of Δ, at places spread evenly; none outside of phase space.
    private static func transferDensities(
        _ integral: EmissionIntegral, recoil: Double, muonEnergy: Double
    ) -> [Double] {
        let count = 2 * transfers
        let emission = integral.emission
        guard let line = EmissionLine(integral, recoil: recoil, muonEnergy: muonEnergy) else {
            return [Double](repeating: 0, count: count)
        }
        let slice = MuonEmissionSlice(emission, recoil: recoil, muonEnergy: muonEnergy)
        return (0..<count).map { index in
            let (transfer, jacobian) = line.map((Double(index) + 0.5) / Double(count))
            let (point, momentum) = slice.invariants(transfer: SIMD2(repeating: transfer))
            return jacobian * integral.amplitude.azimuthalAverage(point)[0] / momentum[0]
        }
    }

    /// The ends of `count` cells of equal content, of a density that is constant in steps.
    private static func edges(_ density: [Double], count: Int) -> [Double] {
        let sum = density.reduce(0, +)
        let even = 1 / Double(density.count)
        let steps = density.map { value in
            sum > 0 ? (1 - evenShare) * value / sum + evenShare * even : even
        }
        var edges = [0.0]
        var index = 0
        var below = 0.0
        for edge in 1..<count {
            let wanted = Double(edge) / Double(count)
            while index < steps.count - 1, below + steps[index] < wanted {
                below += steps[index]
                index += 1
            }
            edges.append((Double(index) + min((wanted - below) / steps[index], 1)) * even)
        }
        return edges + [1]
    }
}

/// The allowed Δ at one T and E′, with their substitutions.
struct EmissionLine {
    private let lower: TransferMap.Piece
    private let upper: TransferMap.Piece?

    /// `nil` where no Δ is allowed.
    @inline(__always)
    init?(_ integral: EmissionIntegral, recoil: Double, muonEnergy: Double) {
        let emission = integral.emission
        let bosonEnergy = emission.beamEnergy - recoil - muonEnergy
        guard bosonEnergy > emission.bosonMass, muonEnergy > emission.muonMass else { return nil }
        let range = emission.transferRange(recoil: recoil, bosonEnergy: bosonEnergy)
        let cut = emission.smallestTransfer(
            muonEnergy: muonEnergy, halfAngleSineSquared: integral.cuts.halfAngleSineSquared)
        let least = max(cut, range.lower)
        guard least < range.upper else { return nil }
        (lower, upper) = TransferMap.pieces(
            emission, recoil: recoil, bosonEnergy: bosonEnergy, from: least, to: range.upper)
    }

    /// Δ and dΔ/du at u in (0, 1).
    @inline(__always)
    func map(_ u: Double) -> (transfer: Double, jacobian: Double) {
        guard let upper else {
            let (transfer, jacobian) = lower.map(SIMD2(repeating: u))
            return (transfer[0], jacobian[0])
        }
        let piece = u < 0.5 ? lower : upper
        let (transfer, jacobian) = piece.map(SIMD2(repeating: u < 0.5 ? 2 * u : 2 * u - 1))
        return (transfer[0], 2 * jacobian[0])
    }
}
