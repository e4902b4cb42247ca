import Kinematics

/// The phase space of μ e → μ e X at given recoil T and muon energy E′: a slice in which only Δ and the azimuth move.
///
/// The azimuth φ is that of the electron about the direction of p⃗ − p⃗′, from the muons' plane. All in the laboratory.
public struct MuonEmissionSlice: Sendable {
    /// T.
    public let recoil: Double
    @usableFromInline let t: Double
    @usableFromInline let electronMass: Double
    @usableFromInline let muonMassSquared: Double
    @usableFromInline let bosonMassSquared: Double
    @usableFromInline let beamEnergy: Double
    @usableFromInline let beamMomentumSquared: Double
    /// ε = E − E′.
    @usableFromInline let loss: Double
    /// E_X = ε + m_e of p + l − p′.
    @usableFromInline let remainingEnergy: Double
    /// P P′.
    @usableFromInline let momentumProduct: Double
    /// P (P − P′).
    @usableFromInline let longitudinal: Double
    /// Δ of the muon going straight on.
    public let forwardTransfer: Double
    /// The range of Δ allowed by the electron and X.
    public let lowerTransfer: Double
    public let upperTransfer: Double

    /// - Parameters: T > 0 and E′ > m_μ, both physical.
    @inlinable
    public init(_ emission: FixedTargetEmission, recoil: Double, muonEnergy: Double) {
        self.recoil = recoil
        electronMass = emission.electronMass
        t = -2 * emission.electronMass * recoil
        muonMassSquared = emission.muonMass * emission.muonMass
        bosonMassSquared = emission.bosonMass * emission.bosonMass
        beamEnergy = emission.beamEnergy
        beamMomentumSquared = emission.beamMomentum * emission.beamMomentum
        loss = emission.beamEnergy - muonEnergy
        remainingEnergy = loss + emission.electronMass
        let momentum = ((muonEnergy - emission.muonMass) * (muonEnergy + emission.muonMass)).squareRoot()
        momentumProduct = emission.beamMomentum * momentum
        longitudinal =
            emission.beamMomentum * loss * (emission.beamEnergy + muonEnergy) / (emission.beamMomentum + momentum)
        forwardTransfer = emission.smallestTransfer(muonEnergy: muonEnergy, halfAngleSineSquared: 0)
        (lowerTransfer, upperTransfer) = emission.transferRange(recoil: recoil, bosonEnergy: loss - recoil)
    }

    /// The invariants at Δ, up to the azimuth, and |p⃗ − p⃗′| (the phase-space density is its inverse).
    ///
    /// - Parameter transfer: Δ within the slice's range and above `forwardTransfer`, a point in each lane. GeV².
    @inlinable
    public func invariants<V: SIMD>(transfer: V) -> (point: MuonEmissionAzimuth<V>, momentum: V)
    where V.Scalar == Double {
        // h = q·(p + l − p′), d = 2 q·k.
        let h = transfer + 0.5 * bosonMassSquared
        let y = transfer - forwardTransfer
        let momentumSquared = 2 * transfer + loss * loss
        let massSquared = electronMass * (electronMass + 2 * loss) - 2 * transfer
        let parallel = y + longitudinal
        let transverse = y * (2 * momentumProduct - y)
        let inverseSquared = 1 / momentumSquared
        // (P∥ E_X − E P_X)/P_X as a quotient of terms that do not cancel to many digits.
        let numerator =
            beamMomentumSquared * massSquared - muonMassSquared * momentumSquared
            - remainingEnergy * remainingEnergy * transverse * inverseSquared
        let denominator = remainingEnergy * parallel + beamEnergy * momentumSquared
        let inverse = 1 / (denominator * h)
        let skew = numerator * inverse * h
        let inverseH = inverse * denominator
        let aMean = 2 * (parallel * inverseSquared * h + recoil * skew) + t
        let electronTransverse = (upperTransfer - transfer) * (transfer - lowerTransfer)
        // Rounding at the ends of the range must not take the root of a negative number.
        let squares = (transverse * electronTransverse).replacing(with: 0, where: transverse * electronTransverse .< 0)
        let aAmplitude = 2 * inverseSquared * squares.squareRoot()
        let x = electronMass * remainingEnergy * inverseH
        let z0 = electronMass * (electronMass - skew) * (1 + remainingEnergy * recoil * inverseH)
        let electronMassSquared = electronMass * electronMass
        let point = MuonEmissionAzimuth<V>(
            t: V(repeating: t), aMean: aMean, aAmplitude: aAmplitude, difference: 2 * h + t,
            lSquared: t * x * (x - 1) + electronMassSquared, lFinalMuonMean: z0,
            lFinalMuonAmplitude: -0.5 * x * aAmplitude,
            lBoson: 0.5 * t * (1 - x) - electronMassSquared, lTransfer: t * (0.5 - x))
        return (point, momentumSquared.squareRoot())
    }

    /// The invariants at one Δ.
    public func invariants(transfer: Double) -> (point: MuonEmissionAzimuth<Double>, momentum: Double) {
        let (point, momentum) = invariants(transfer: SIMD2(repeating: transfer))
        let one = MuonEmissionAzimuth<Double>(
            t: point.t[0], aMean: point.aMean[0], aAmplitude: point.aAmplitude[0], difference: point.difference[0],
            lSquared: point.lSquared[0], lFinalMuonMean: point.lFinalMuonMean[0],
            lFinalMuonAmplitude: point.lFinalMuonAmplitude[0], lBoson: point.lBoson[0], lTransfer: point.lTransfer[0])
        return (one, momentum[0])
    }
}
