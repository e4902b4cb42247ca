import Amplitudes
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An upper cut on the electron's angle, at one recoil T.
///
/// At given T the electron's angle fixes the mass of the μX system, a = W² − m_μ², so the cut is a ≥ `smallestExcess`,
/// and with a = a₀ + a₁ cos φ an interval of the azimuth. The interval opens and closes where electron and muon are
/// coplanar with the electron on the cut: a two-body decay of the μX system, solved in closed form.
struct ElectronAngleCut {
    typealias Lanes = SIMD8<Double>

    enum Part {
        case all
        case some
    }

    private let emission: FixedTargetEmission
    private let halfAngleSineSquared: Double
    private let minimumMuonAngle: Double
    /// a on the cut.
    private let smallestExcess: Double
    /// Energy, momentum and angle of p + l − l′ with the electron on the cut, and the electron's angle.
    private let energy: Double
    private let momentum: Double
    private let angle: Double
    private let electronAngle: Double

    /// `nil` where there is no cut, or where no electron of this recoil can fail it.
    init?(_ emission: FixedTargetEmission, cuts: SelectionCuts, recoil: Double) {
        guard let electronAngle = cuts.maximumElectronAngle else { return nil }
        let excess = Self.excess(emission, recoil: recoil, electronAngle: electronAngle)
        guard excess > emission.bosonMass * (2 * emission.muonMass + emission.bosonMass) else { return nil }
        self.emission = emission
        self.electronAngle = electronAngle
        halfAngleSineSquared = cuts.halfAngleSineSquared
        minimumMuonAngle = cuts.minimumMuonAngle
        smallestExcess = excess
        energy = emission.beamEnergy - recoil
        let electronMomentum = (recoil * (recoil + 2 * emission.electronMass)).squareRoot()
        let along = emission.beamMomentum - electronMomentum * cos(electronAngle)
        let across = electronMomentum * sin(electronAngle)
        momentum = (along * along + across * across).squareRoot()
        angle = atan2(across, along)
    }

    /// W² − m_μ² of the system that recoils against an electron at an angle.
    private static func excess(_ emission: FixedTargetEmission, recoil: Double, electronAngle: Double) -> Double {
        let electronMass = emission.electronMass
        let electronMomentum = (recoil * (recoil + 2 * electronMass)).squareRoot()
        let product = emission.beamMomentum * electronMomentum
        let sine = sin(0.5 * electronAngle)
        // P p_e − E T without cancellation.
        let muonMassSquared = emission.muonMass * emission.muonMass
        let beamMomentumSquared = emission.beamMomentum * emission.beamMomentum
        let forward =
            recoil * (2 * electronMass * beamMomentumSquared - muonMassSquared * recoil)
            / (product + emission.beamEnergy * recoil)
        return 2 * (forward - electronMass * recoil - 2 * product * sine * sine)
    }

    /// The recoils between which electrons can fail the cut: the excess on the cut, concave in T, reaches its threshold.
    static func recoilSplits(_ emission: FixedTargetEmission, cuts: SelectionCuts) -> [Double] {
        guard let electronAngle = cuts.maximumElectronAngle, let range = emission.recoilRange else { return [] }
        let threshold = emission.bosonMass * (2 * emission.muonMass + emission.bosonMass)
        func margin(_ recoil: Double) -> Double {
            excess(emission, recoil: recoil, electronAngle: electronAngle) - threshold
        }
        // d(excess)/dT = 0 for p_e = √T(T + 2m_e): (T + m_e)/p_e = (E + m_e)/(P cos θ).
        let ratio = (emission.beamEnergy + emission.electronMass) / (emission.beamMomentum * cos(electronAngle))
        let peak = emission.electronMass * (ratio / ((ratio - 1) * (ratio + 1)).squareRoot() - 1)
        guard range.contains(peak), margin(peak) > 0 else { return [] }
        return [range.lowerBound...peak, peak...range.upperBound].compactMap { try? RootFinding.brent(in: $0, margin) }
    }

    /// The muon energies at which a boundary of the cut meets the boundary of phase space or the cut on the muon.
    var muonEnergySplits: [Double] {
        let system = smallestExcess + emission.muonMass * emission.muonMass
        let muonMassSquared = emission.muonMass * emission.muonMass
        let bosonMassSquared = emission.bosonMass * emission.bosonMass
        // The muon along or against the system, on the cone of the muon cut, and against a boson along the electron.
        var splits = Self.decayEnergies(
            energy: energy, momentum: momentum, product: 0.5 * (system + muonMassSquared - bosonMassSquared),
            massSquared: muonMassSquared, cosine: 1)
        splits += splits.isEmpty ? [] : backwardEnergy(system)
        for muonAngle in [minimumMuonAngle - angle, minimumMuonAngle + angle] {
            splits += Self.decayEnergies(
                energy: energy, momentum: momentum, product: 0.5 * (system + muonMassSquared - bosonMassSquared),
                massSquared: muonMassSquared, cosine: cos(muonAngle))
        }
        for bosonAngle in [electronAngle + angle, electronAngle + angle + Double.pi] {
            splits += Self.decayEnergies(
                energy: energy, momentum: momentum, product: 0.5 * (system + bosonMassSquared - muonMassSquared),
                massSquared: bosonMassSquared, cosine: cos(bosonAngle)
            ).map { energy - $0 }
        }
        return splits.sorted()
    }

    /// The muon thrown back in the system's rest frame, its energy also allowed when it still moves forward.
    private func backwardEnergy(_ system: Double) -> [Double] {
        Self.decayEnergies(
            energy: energy, momentum: momentum,
            product: 0.5
                * (system + emission.muonMass * emission.muonMass - emission.bosonMass * emission.bosonMass),
            massSquared: emission.muonMass * emission.muonMass, cosine: -1)
    }

    /// The laboratory energies of a decay product at a given angle to the decaying system: none, one or two.
    private static func decayEnergies(
        energy: Double, momentum: Double, product: Double, massSquared: Double, cosine: Double
    ) -> [Double] {
        let along = momentum * cosine
        let denominator = (energy - along) * (energy + along)
        let radicand = product * product - massSquared * denominator
        guard denominator > 0, radicand >= 0 else { return [] }
        let root = radicand.squareRoot()
        return [-1.0, 1.0].compactMap { sign in
            let candidate = (energy * product + sign * along * root) / denominator
            // Squaring has added the solutions with the direction reversed.
            return (energy * candidate - product) * along >= 0 ? candidate : nil
        }
    }

    /// The parts of a range of Δ in which all or some azimuths pass.
    func parts(
        of slice: MuonEmissionSlice, muonEnergy: Double, from lower: Double, to upper: Double
    ) -> [(part: Part, range: ClosedRange<Double>)] {
        let muonMomentum = ((muonEnergy - emission.muonMass) * (muonEnergy + emission.muonMass)).squareRoot()
        let system = smallestExcess + emission.muonMass * emission.muonMass
        let product =
            0.5 * (system + emission.muonMass * emission.muonMass - emission.bosonMass * emission.bosonMass)
        let cosine = (energy * muonEnergy - product) / (momentum * muonMomentum)
        var ends = [lower, upper]
        if abs(cosine) <= 1 {
            let opening = acos(cosine)
            for muonAngle in [angle - opening, angle + opening] {
                let sine = sin(0.5 * muonAngle)
                let transfer = emission.smallestTransfer(muonEnergy: muonEnergy, halfAngleSineSquared: sine * sine)
                if lower < transfer && transfer < upper { ends.append(transfer) }
            }
        }
        ends.sort()
        return zip(ends, ends.dropFirst()).compactMap { start, end in
            guard start < end else { return nil }
            let (point, _) = slice.invariants(transfer: 0.5 * (start + end))
            if point.aMean + point.aAmplitude <= smallestExcess { return nil }
            return (point.aMean - point.aAmplitude >= smallestExcess ? .all : .some, start...end)
        }
    }

    /// ∫ dΔ |M|²/|p⃗ − p⃗′| over a range in which some azimuths pass, averaged over the whole circle.
    func line(
        _ slice: MuonEmissionSlice, over range: ClosedRange<Double>, rule: GaussLegendre, amplitude: MuonEmission
    ) -> Double {
        let half = 0.5 * (range.upperBound - range.lowerBound)
        let centre = range.lowerBound + half
        var sum = 0.0
        for outer in rule.nodes.indices {
            // The width of the interval behaves like a root at both ends.
            let phase = 0.5 * Double.pi * rule.nodes[outer]
            let weight = 0.5 * Double.pi * half * cos(phase) * rule.weights[outer]
            let (point, momentum) = slice.invariants(transfer: Lanes(repeating: centre + half * sin(phase)))
            let bound = (smallestExcess - point.aMean[0]) / point.aAmplitude[0]
            let width = acos(min(max(bound, -1), 1))
            var inner = Lanes.zero
            for block in stride(from: 0, to: rule.order, by: Lanes.scalarCount) {
                var cosine = Lanes.zero
                var weights = Lanes.zero
                for lane in 0..<Lanes.scalarCount {
                    cosine[lane] = cos(0.5 * width * (1 + rule.nodes[block + lane]))
                    weights[lane] = rule.weights[block + lane]
                }
                inner += weights * amplitude.squaredAmplitude(point.point(cosine: cosine))
            }
            sum += weight * inner.sum() * width / (2 * Double.pi * momentum[0])
        }
        return sum
    }
}
