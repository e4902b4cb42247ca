#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Elastic scattering μ e → μ e of a muon beam on electrons at rest, by four-momentum conservation alone.
///
/// This is what the letter's equations 1 to 3 express (Asai2022): one variable, here the electron's total
/// laboratory energy, fixes both angles. All masses are kept. Energies and masses in GeV, angles in radians.
public struct ElasticKinematics: Hashable, Sendable {
    /// Total energy of the incoming muon.
    public let beamEnergy: Double
    public let muonMass: Double
    public let electronMass: Double

    /// - Throws: ``ElasticKinematicsError/invalidBeam(energy:muonMass:electronMass:)`` unless the masses are positive, the
    ///   muon is the heavier particle and the beam moves.
    public init(beamEnergy: Double, muonMass: Double, electronMass: Double) throws {
        guard electronMass > 0, muonMass > electronMass, beamEnergy > muonMass, beamEnergy.isFinite else {
            throw ElasticKinematicsError.invalidBeam(
                energy: beamEnergy, muonMass: muonMass, electronMass: electronMass)
        }
        self.beamEnergy = beamEnergy
        self.muonMass = muonMass
        self.electronMass = electronMass
    }

    /// Momentum of the incoming muon, GeV.
    public var beamMomentum: Double {
        ((beamEnergy - muonMass) * (beamEnergy + muonMass)).squareRoot()
    }

    /// s = m_μ² + m_e² + 2 m_e E_μ, GeV².
    public var centreOfMassEnergySquared: Double {
        muonMass * muonMass + electronMass * electronMass + 2 * electronMass * beamEnergy
    }

    /// √s, GeV.
    public var centreOfMassEnergy: Double { centreOfMassEnergySquared.squareRoot() }

    /// The mass above which nothing can be produced next to the muon and the electron: √s − m_μ − m_e, GeV.
    public var thresholdMass: Double { centreOfMassEnergy - muonMass - electronMass }

    /// The largest kinetic energy that the electron can take: 2 m_e p²/s, GeV.
    public var maximumRecoil: Double {
        2 * electronMass * beamMomentum * beamMomentum / centreOfMassEnergySquared
    }

    /// The largest total energy of the final electron, GeV.
    public var maximumElectronEnergy: Double { electronMass + maximumRecoil }

    /// The largest angle that the muon can scatter by: sin θ = m_e/m_μ, whatever the beam energy. Radians.
    public var maximumMuonAngle: Double { asin(electronMass / muonMass) }

    /// The electron's energy at ``maximumMuonAngle``, where the two branches meet. GeV.
    public var electronEnergyAtMaximumMuonAngle: Double {
        let terms = RecoilQuadratic(self, tangentSquared: maximumTangentSquared)
        return electronMass + terms.sum / terms.leading
    }

    /// The muon's scattering angle when the electron leaves with total energy `electronEnergy`. Radians.
    ///
    /// Zero at both ends of the range, with one maximum in between.
    /// - Throws: ``ElasticKinematicsError/electronEnergyOutOfRange(energy:allowed:)`` outside m_e … ``maximumElectronEnergy``.
    public func muonScatteringAngle(atElectronEnergy electronEnergy: Double) throws -> Double {
        let recoil = try recoil(ofElectronEnergy: electronEnergy)
        return atan2(transverseMomentum(recoil: recoil), beamMomentum - longitudinalMomentum(recoil: recoil))
    }

    /// The electron's scattering angle when it leaves with total energy `electronEnergy`. Radians, falling from π/2 for
    /// an electron at rest to zero at the largest energy.
    /// - Throws: ``ElasticKinematicsError/electronEnergyOutOfRange(energy:allowed:)`` outside m_e … ``maximumElectronEnergy``.
    public func electronScatteringAngle(atElectronEnergy electronEnergy: Double) throws -> Double {
        let recoil = try recoil(ofElectronEnergy: electronEnergy)
        guard recoil > 0 else { return .pi / 2 }
        return atan2(transverseMomentum(recoil: recoil), longitudinalMomentum(recoil: recoil))
    }

    /// The two electron energies (GeV) that go with a muon scattered by `muonAngle`: the muon loses little on the lower
    /// branch, nearly everything on the upper one. Equal at ``maximumMuonAngle``.
    /// - Throws: ``ElasticKinematicsError/muonAngleOutOfRange(angle:maximum:)`` outside 0 … ``maximumMuonAngle``.
    public func electronEnergies(atMuonAngle muonAngle: Double) throws -> (lower: Double, upper: Double) {
        guard let energies = electronEnergies(beyondMuonAngle: muonAngle) else {
            throw ElasticKinematicsError.muonAngleOutOfRange(angle: muonAngle, maximum: maximumMuonAngle)
        }
        return energies
    }

    /// The ends of the electron energies (GeV) of all elastic events whose muon scatters by `muonAngle` or more; nil where none
    /// scatters so much, and for what is no angle.
    package func electronEnergies(beyondMuonAngle muonAngle: Double) -> (lower: Double, upper: Double)? {
        guard muonAngle >= 0, muonAngle <= maximumMuonAngle else { return nil }
        // Rounding of the angle must not push the discriminant below zero.
        let tangent = tan(muonAngle)
        let terms = RecoilQuadratic(self, tangentSquared: min(tangent * tangent, maximumTangentSquared))
        let larger = terms.sum + terms.root
        return (electronMass + terms.constant / larger, electronMass + larger / terms.leading)
    }

    /// E_e^min(θ_μ,th): no elastic event whose muon scatters by more than `muonAngle` has an electron below this energy.
    /// GeV. The lower branch of the elastic relation, as the muon angle has a single maximum.
    /// - Throws: ``ElasticKinematicsError/muonAngleOutOfRange(angle:maximum:)`` outside 0 … ``maximumMuonAngle``:
    ///   beyond it there are no elastic events at all.
    public func minimumElectronEnergy(forMuonAngle muonAngle: Double) throws -> Double {
        try electronEnergies(atMuonAngle: muonAngle).lower
    }

    /// The largest muon angle of elastic events whose electron energy stays below `electronEnergy`: a cut
    /// θ_μ > θ_th below this value lets elastic events in. Radians; zero for energies that no electron can have.
    public func largestMuonAngle(belowElectronEnergy electronEnergy: Double) -> Double {
        if electronEnergy >= electronEnergyAtMaximumMuonAngle { return maximumMuonAngle }
        return (try? muonScatteringAngle(atElectronEnergy: electronEnergy)) ?? 0
    }

    /// tan²θ at the largest muon angle: m_e²/(m_μ² − m_e²).
    private var maximumTangentSquared: Double {
        electronMass * electronMass / ((muonMass - electronMass) * (muonMass + electronMass))
    }

    private func recoil(ofElectronEnergy electronEnergy: Double) throws -> Double {
        // The upper end is a computed value: a few ulps beyond it are rounding, not an error.
        let slack = maximumElectronEnergy * 8 * 0x1p-52
        guard electronEnergy >= electronMass, electronEnergy <= maximumElectronEnergy + slack else {
            throw ElasticKinematicsError.electronEnergyOutOfRange(
                energy: electronEnergy, allowed: electronMass...maximumElectronEnergy)
        }
        return min(electronEnergy - electronMass, maximumRecoil)
    }

    /// The electron's momentum across the beam: p_T² = 2 m_e T (1 − T/T_max). Free of cancellation at small angles.
    func transverseMomentum(recoil: Double) -> Double {
        (2 * electronMass * recoil * max(0, 1 - recoil / maximumRecoil)).squareRoot()
    }

    /// The electron's momentum along the beam: (E_μ + m_e) T/p.
    func longitudinalMomentum(recoil: Double) -> Double {
        (beamEnergy + electronMass) * recoil / beamMomentum
    }
}

/// `leading` T² − 2 `sum` T + `constant` = 0, the condition that the muon scatters by a given angle.
///
/// It follows from tan θ = p_T/(p − p_L) with the electron's momentum components as functions of its recoil T; the
/// discriminant collapses to m_e² − tan²θ (m_μ² − m_e²), which vanishes at the largest angle.
private struct RecoilQuadratic {
    let leading: Double
    let sum: Double
    let constant: Double
    let root: Double

    init(_ kinematics: ElasticKinematics, tangentSquared: Double) {
        let momentum = kinematics.beamMomentum
        let total = kinematics.beamEnergy + kinematics.electronMass
        let ratio = total / momentum
        leading =
            tangentSquared * ratio * ratio + kinematics.centreOfMassEnergySquared / (momentum * momentum)
        sum = tangentSquared * total + kinematics.electronMass
        constant = tangentSquared * momentum * momentum
        let massGap =
            (kinematics.muonMass - kinematics.electronMass) * (kinematics.muonMass + kinematics.electronMass)
        root = max(0, kinematics.electronMass * kinematics.electronMass - tangentSquared * massGap).squareRoot()
    }
}
