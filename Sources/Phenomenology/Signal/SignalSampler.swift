import Amplitudes
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Weighted events of μ e → μ e Z′ within cuts on what leaves the vertex, as a function of a point of the unit cube.
///
/// In the variables that the cross section is integrated in (T, the logarithm of ω/E′, Δ and the azimuth of the electron about
/// p⃗ − p⃗′), which are spread so that weights are nearly flat. The same arguments always give the same event.
package struct SignalSampler: Sendable {
    /// Coordinates of the cube, besides the azimuth of the whole event.
    package static let dimensions = 4

    private let integral: EmissionIntegral
    private let table: SamplingTable
    private let maximumElectronAngle: Double

    /// - Parameter region: what is generated, in true variables: where measured ones are cut on, a wider region.
    /// - Throws: ``SignalError`` for input outside of the domain. Where the region leaves no phase space every event is ``WeightedEvent/none``.
    package init(_ process: ZPrimeProduction, region: SelectionCuts) throws {
        integral = try EmissionIntegral(process, cuts: region)
        table = SamplingTable(integral)
        maximumElectronAngle = region.maximumElectronAngle ?? .infinity
    }

    /// Whether any event can come out.
    package var hasPhaseSpace: Bool { !table.panels.isEmpty }

    /// The event at a point of the cube.
    ///
    /// - Parameters:
    ///   - azimuth: of the muon about the beam, free. Radians.
    ///   - u0: with `u1`, `u2` and `u3` each in (0, 1): over uniform ones the mean of the weights is the cross section of the region, fb.
    package func event(_ u0: Double, _ u1: Double, _ u2: Double, _ u3: Double, azimuth: Double) -> WeightedEvent {
        guard hasPhaseSpace else { return .none }
        let place = place(u0, u1)
        let emission = integral.emission
        guard let line = EmissionLine(integral, recoil: place.recoil, muonEnergy: place.muonEnergy) else {
            return .none
        }
        let (position, cell) = Self.step(u2, SamplingTable.transfers, table.transferEdges, place.transfers)
        let (transfer, jacobian) = line.map(position)
        let slice = MuonEmissionSlice(emission, recoil: place.recoil, muonEnergy: place.muonEnergy)
        let (point, momentum) = slice.invariants(transfer: SIMD2(repeating: transfer))
        let turn = Turn(u3, mean: min(point.aMean[0], point.aMean[0] - point.difference[0]), point.aAmplitude[0])
        let squared = integral.amplitude.squaredAmplitude(point.point(cosine: SIMD2(repeating: turn.cosine)))[0]
        let weight =
            integral.factor * place.weight * cell * jacobian * turn.weight * squared / momentum[0]
        let final = FinalState(
            emission, recoil: place.recoil, muonEnergy: place.muonEnergy, transfer: transfer, turn: turn)
        let event = final.event(weight: weight, azimuth: azimuth)
        guard maximumElectronAngle == .infinity || event.electron.polarAngle <= maximumElectronAngle else {
            return .none
        }
        return event
    }

    /// T and E′ of two coordinates, with the density's inverse, and where the cells of Δ begin.
    @inline(__always)
    private func place(
        _ u0: Double, _ u1: Double
    ) -> (recoil: Double, muonEnergy: Double, weight: Double, transfers: Int) {
        var panel = 0
        while panel < table.panels.count - 1, u0 >= table.shares[panel + 1] { panel += 1 }
        let share = table.shares[panel + 1] - table.shares[panel]
        let inside = (u0 - table.shares[panel]) / share
        let recoils = SamplingTable.recoils
        let (position, width, cell, within) = Self.locate(
            inside, recoils, table.recoilEdges, panel * (recoils + 1))
        let (recoil, slope) = table.panels[panel].map(position)
        let row = panel * recoils + cell
        let (lower, length) = table.limits[row].range(at: within)
        let energies = SamplingTable.energies
        let (fraction, step, column, _) = Self.locate(u1, energies, table.energyEdges, row * (energies + 1))
        let ratio = exp(lower + fraction * length)
        let muonEnergy = (integral.emission.beamEnergy - recoil) / (1 + ratio)
        let jacobian = muonEnergy * ratio / (1 + ratio)
        return (
            recoil, muonEnergy, width / share * slope * step * length * jacobian,
            (row * energies + column) * (SamplingTable.transfers + 1)
        )
    }

    /// The place that a coordinate takes among the cells that begin at `start` of `edges`, and the density's inverse there.
    @inline(__always)
    private static func step(
        _ u: Double, _ count: Int, _ edges: [Double], _ start: Int
    ) -> (position: Double, width: Double) {
        let (position, width, _, _) = locate(u, count, edges, start)
        return (position, width)
    }

    @inline(__always)
    private static func locate(
        _ u: Double, _ count: Int, _ edges: [Double], _ start: Int
    ) -> (position: Double, width: Double, cell: Int, within: Double) {
        let scaled = u * Double(count)
        let cell = min(max(Int(saturating: scaled), 0), count - 1)
        let within = scaled - Double(cell)
        let lower = edges[start + cell]
        let width = edges[start + cell + 1] - lower
        return (lower + within * width, width * Double(count), cell, within)
    }
}

/// An azimuth, drawn with a density as 1/(a₀ + a₁ cos φ).
private struct Turn {
    let cosine: Double
    let sine: Double
    /// The inverse of the density relative to a uniform one.
    let weight: Double

    @inline(__always)
    init(_ u: Double, mean: Double, _ amplitude: Double) {
        // The amplitude is below the mean but for rounding.
        let ratio = min(amplitude / mean, 1 - 1e-12)
        let stretch = ((1 + ratio) / (1 - ratio)).squareRoot()
        let tangent = stretch * tan(.pi * (u - 0.5))
        let square = tangent * tangent
        let inverse = 1 / (1 + square)
        cosine = (1 - square) * inverse
        sine = 2 * tangent * inverse
        weight = (1 + ratio * cosine) / ((1 - ratio) * (1 + ratio)).squareRoot()
    }
}

/// The momenta at a point of phase space, the muon's transverse one along x, from sums that do not cancel.
private struct FinalState {
    private let muonEnergy: Double
    private let muonAlong: Double
    private let muonAcross: Double
    private let electronEnergy: Double
    private let electron: (x: Double, y: Double, z: Double)
    private let bosonEnergy: Double
    private let transferAlong: Double

    @inline(__always)
    init(_ emission: FixedTargetEmission, recoil: Double, muonEnergy: Double, transfer: Double, turn: Turn) {
        let beamMomentum = emission.beamMomentum
        self.muonEnergy = muonEnergy
        electronEnergy = recoil + emission.electronMass
        bosonEnergy = emission.beamEnergy - recoil - muonEnergy
        let muonMomentum = ((muonEnergy - emission.muonMass) * (muonEnergy + emission.muonMass)).squareRoot()
        let loss = emission.beamEnergy - muonEnergy
        // y = P P′ (1 − cos θ).
        let y = max(transfer - emission.smallestTransfer(muonEnergy: muonEnergy, halfAngleSineSquared: 0), 0)
        muonAlong = muonMomentum - y / beamMomentum
        muonAcross = max(y * (2 * beamMomentum * muonMomentum - y), 0).squareRoot() / beamMomentum
        transferAlong =
            loss * (emission.beamEnergy + muonEnergy) / (beamMomentum + muonMomentum) + y / beamMomentum
        let square = 2 * transfer + loss * loss
        let size = square.squareRoot()
        // |p⃗ − p⃗′| times the electron's momentum along p⃗ − p⃗′, and across.
        let along =
            transfer + 0.5 * emission.bosonMass * emission.bosonMass + recoil * (loss + emission.electronMass)
        let range = emission.transferRange(recoil: recoil, bosonEnergy: bosonEnergy)
        let across = max((range.upper - transfer) * (transfer - range.lower), 0).squareRoot()
        let tilt = across * turn.cosine / size
        let forward = along / size
        electron = (
            (tilt * transferAlong - forward * muonAcross) / size, across * turn.sine / size,
            (forward * transferAlong + tilt * muonAcross) / size
        )
    }

    @inline(__always)
    func event(weight: Double, azimuth: Double) -> WeightedEvent {
        let c = cos(azimuth)
        let s = sin(azimuth)
        func turned(_ energy: Double, _ x: Double, _ y: Double, _ z: Double) -> FourVector {
            FourVector(energy: energy, x: c * x - s * y, y: s * x + c * y, z: z)
        }
        return WeightedEvent(
            weight: weight, muon: turned(muonEnergy, muonAcross, 0, muonAlong),
            electron: turned(electronEnergy, electron.x, electron.y, electron.z),
            emitted: turned(
                bosonEnergy, -muonAcross - electron.x, -electron.y, transferAlong - electron.z))
    }
}
