import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The largest laboratory angle of the photon in μ e → μ e γ when the muon scatters by more than
/// `minimumMuonAngle` and the electron has at most `maximumElectronEnergy`.
///
/// A photon veto that reaches this angle sees every radiative event that passes the cuts. With E_eγ, p_eγ and m_eγ the
/// energy, momentum and mass of the electron–photon system, the angle between the photon and p_eγ obeys
///
///     cos θ = E_eγ/|p_eγ| − (m_eγ² − m_e²) / (2 |p_eγ| (E_eγ − E_e)),
///
/// which is largest at the largest electron energy. The angle of p_eγ to the beam is added (the photon's azimuth about
/// p_eγ is free) and the sum is maximised over the muon's energy and angle.
public struct PhotonAngleBound: Hashable, Sendable {
    public let kinematics: ElasticKinematics
    /// Radians.
    public let minimumMuonAngle: Double
    /// Total energy, GeV.
    public let maximumElectronEnergy: Double

    /// Where the largest photon angle is attained.
    public struct Maximum: Codable, Hashable, Sendable {
        /// The photon's largest angle to the beam, radians.
        public var photonAngle: Estimate
        /// E_e + E_γ, GeV.
        public var systemEnergy: Double
        /// GeV.
        public var photonEnergy: Double
        /// Radians.
        public var muonScatteringAngle: Double
        /// m_eγ², GeV².
        public var systemMassSquared: Double
    }

    public init(kinematics: ElasticKinematics, minimumMuonAngle: Double, maximumElectronEnergy: Double) {
        self.kinematics = kinematics
        self.minimumMuonAngle = minimumMuonAngle
        self.maximumElectronEnergy = maximumElectronEnergy
    }

    /// The least energy that the photon of a selected event carries: E_e^min(θ_μ) less the largest electron energy. GeV.
    /// - Throws: as ``maximum()``.
    public func minimumPhotonEnergy() throws -> Double {
        let systemEnergy = try kinematics.minimumElectronEnergy(forMuonAngle: minimumMuonAngle)
        guard systemEnergy > maximumElectronEnergy else {
            throw ElasticKinematicsError.photonAngleUnbounded(
                minimumMuonAngle: minimumMuonAngle, maximumElectronEnergy: maximumElectronEnergy,
                minimumSystemEnergy: systemEnergy)
        }
        return systemEnergy - maximumElectronEnergy
    }

    /// The largest photon angle, with the point where it is attained.
    ///
    /// A scan of the system's energy brackets the maximum, golden sections refine it; the error is the difference to the
    /// result of a scan of half the density, plus the resolution of the refinement.
    /// - Throws: ``ElasticKinematicsError/photonAngleUnbounded(minimumMuonAngle:maximumElectronEnergy:minimumSystemEnergy:)``
    ///   when a soft photon can pass the cuts, ``ElasticKinematicsError/muonAngleOutOfRange(angle:maximum:)`` when
    ///   `minimumMuonAngle` is beyond the elastic maximum.
    public func maximum() throws -> Maximum {
        _ = try minimumPhotonEnergy()
        let range = try kinematics.electronEnergies(atMuonAngle: minimumMuonAngle)
        let density = Refinement.factor
        let fine = refine(range, points: 512 * density)
        let coarse = refine(range, points: 256 * density)
        return Maximum(
            photonAngle: .converged(fine.angle, coarse: coarse.angle, operations: Self.resolution),
            systemEnergy: fine.systemEnergy, photonEnergy: fine.systemEnergy - maximumElectronEnergy,
            muonScatteringAngle: fine.muonAngle,
            systemMassSquared: kinematics.systemMassSquared(
                systemEnergy: fine.systemEnergy, muonAngle: fine.muonAngle) ?? 0)
    }

    /// The photon's largest angle to the beam at one muon energy and angle; nil where no electron energy up to the cut
    /// is possible. Radians.
    public func photonAngle(systemEnergy: Double, muonAngle: Double) -> Double? {
        guard let halfSineSquared = halfSineSquared(systemEnergy: systemEnergy, muonAngle: muonAngle),
            halfSineSquared >= 0
        else { return nil }
        let toSystem = halfSineSquared >= 1 ? .pi : 2 * asin(halfSineSquared.squareRoot())
        return min(.pi, toSystem + kinematics.systemAngle(systemEnergy: systemEnergy, muonAngle: muonAngle))
    }

    /// sin²(θ/2) of the photon to p_eγ at the largest electron energy; negative where the system is too light to give
    /// so little energy to the electron, nil where the muon's energy and angle are not possible.
    private func halfSineSquared(systemEnergy: Double, muonAngle: Double) -> Double? {
        let photonEnergy = systemEnergy - maximumElectronEnergy
        guard photonEnergy > 0,
            let massSquared = kinematics.systemMassSquared(systemEnergy: systemEnergy, muonAngle: muonAngle)
        else { return nil }
        let momentum = (systemEnergy * systemEnergy - massSquared).squareRoot()
        let excess = massSquared - kinematics.electronMass * kinematics.electronMass
        // (1 − cos θ)/2 with E − |p| = m²/(E + |p|), which keeps the digits that E/|p| − … would lose.
        return (0.5 * excess / photonEnergy - massSquared / (systemEnergy + momentum)) / (2 * momentum)
    }

    /// In roundings: golden sections stop where the angle is flat to half of the digits, and its ends are bisected.
    private static let resolution = 4096.0

    private struct Point {
        var angle: Double
        var systemEnergy: Double
        var muonAngle: Double
    }

    private func refine(_ range: (lower: Double, upper: Double), points: Int) -> Point {
        let step = (range.upper - range.lower) / Double(points)
        var best = Point(angle: 0, systemEnergy: range.lower, muonAngle: minimumMuonAngle)
        for index in 1..<points {
            let candidate = overMuonAngles(systemEnergy: range.lower + Double(index) * step)
            if candidate.angle > best.angle { best = candidate }
        }
        let lower = max(range.lower, best.systemEnergy - step)
        let upper = min(range.upper, best.systemEnergy + step)
        let energy = goldenMaximum(in: lower...upper) { overMuonAngles(systemEnergy: $0).angle }
        let refined = overMuonAngles(systemEnergy: energy)
        return refined.angle > best.angle ? refined : best
    }

    /// The best muon angle at one energy. The photon's angle to p_eγ falls like the square root of a concave function of
    /// the muon angle while the angle of p_eγ rises: the sum has one maximum.
    private func overMuonAngles(systemEnergy: Double) -> Point {
        guard photonAngle(systemEnergy: systemEnergy, muonAngle: minimumMuonAngle) != nil else {
            return Point(angle: 0, systemEnergy: systemEnergy, muonAngle: minimumMuonAngle)
        }
        // The angles end where the system is too light: bisect that boundary from inside.
        var inside = minimumMuonAngle
        var outside = kinematics.maximumMuonAngle
        for _ in 0..<52 {
            let middle = 0.5 * (inside + outside)
            if photonAngle(systemEnergy: systemEnergy, muonAngle: middle) != nil {
                inside = middle
            } else {
                outside = middle
            }
        }
        let muonAngle = goldenMaximum(in: minimumMuonAngle...inside) {
            photonAngle(systemEnergy: systemEnergy, muonAngle: $0) ?? 0
        }
        var best = Point(angle: 0, systemEnergy: systemEnergy, muonAngle: minimumMuonAngle)
        for candidate in [minimumMuonAngle, muonAngle, inside] {
            let angle = photonAngle(systemEnergy: systemEnergy, muonAngle: candidate) ?? 0
            if angle > best.angle { best = Point(angle: angle, systemEnergy: systemEnergy, muonAngle: candidate) }
        }
        return best
    }
}

/// The argument of the maximum of a function with one maximum, by golden sections down to the resolution at which
/// rounding hides a difference of values.
private func goldenMaximum(in range: ClosedRange<Double>, _ f: (Double) -> Double) -> Double {
    let ratio = 0.5 * (5.0.squareRoot() - 1)
    var lower = range.lowerBound
    var upper = range.upperBound
    var left = upper - ratio * (upper - lower)
    var right = lower + ratio * (upper - lower)
    var atLeft = f(left)
    var atRight = f(right)
    for _ in 0..<48 {
        if atLeft >= atRight {
            (upper, right, atRight) = (right, left, atLeft)
            left = upper - ratio * (upper - lower)
            atLeft = f(left)
        } else {
            (lower, left, atLeft) = (left, right, atRight)
            right = lower + ratio * (upper - lower)
            atRight = f(right)
        }
    }
    return 0.5 * (lower + upper)
}
