import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Elastic events whose muon a single nucleus kicks over the angle cut.
///
/// The elastic angle θ and the kick κ add as vectors with a uniform azimuth between them, so that the muon passes the cut θ₀ in
/// the direction φ of the kick if κ exceeds −θ cos φ + √(θ₀² − θ² sin² φ). The mean number K of such scatters is that integral
/// of the tail of ``NuclearScattering`` over φ, and 1 − e^(−K) is the probability that there is one. Events that pass without a
/// kick are not counted. At the kick, the muon has the beam's momentum before the vertex and what is left of it after.
struct SingleKick {
    let rate: ElasticScattering.Rate
    let scattering: NuclearScattering
    /// Of the matter in front of or behind the vertex, m.
    let thickness: Double
    let cuts: SelectionCuts

    init(_ elastic: ElasticScattering, scattering: NuclearScattering, thickness: Double, cuts: SelectionCuts) throws {
        try cuts.validate()
        guard thickness >= 0, thickness.isFinite else { throw ScatteringError.thickness(thickness) }
        rate = try elastic.rate()
        self.scattering = scattering
        self.thickness = thickness
        self.cuts = cuts
    }

    /// The recoils within the window at which the elastic muon stays below the cut: at most two intervals.
    var intervals: [(lower: Double, upper: Double)] {
        guard let window = rate.recoils(cuts) else { return [] }
        guard let passing = rate.recoils(beyondMuonAngle: cuts.minimumMuonAngle) else { return [window] }
        return [
            (window.lower, min(window.upper, passing.lower)), (max(window.lower, passing.upper), window.upper),
        ].filter { $0.0 < $0.1 }
    }

    func events(_ position: KickPosition) throws -> Estimate {
        guard cuts.minimumMuonAngle > 0, thickness > 0 else { return .exact(0, as: .bound) }
        let intervals = intervals
        if intervals.contains(where: { $0.lower <= 0 }) {
            throw KickError.unboundedEvents(
                minimumElectronEnergy: cuts.minimumElectronEnergy, minimumMuonAngle: cuts.minimumMuonAngle)
        }
        let coarse = ScatterTable(scattering)
        let fine = ScatterTable(scattering, refinement: 2)
        var sum = Estimate.exact(0, as: .bound)
        for side in position.sides {
            for interval in intervals {
                let lower = try integral(over: interval, side, coarse, order: 48)
                let upper = try integral(over: interval, side, fine, order: 96)
                sum = sum + upper.widened(by: .converged(0, coarse: lower.value - upper.value))
            }
        }
        return sum
    }

    private func integral(
        over interval: (lower: Double, upper: Double), _ side: KickPosition, _ table: ScatterTable, order: Int
    ) throws -> Estimate {
        // In log T, towards an end that may lie on the cut in steps that halve.
        let (from, to) = (log(interval.lower), log(interval.upper))
        let splits = (0...24).map { to - (to - from) * Double(1 << (24 - $0)) / Double(1 << 24) }
        let mirrored = (0...24).map { from + (to - from) * Double(1 << $0) / Double(1 << 24) }
        let points =
            [from]
            + (interval.lower > rate.kinematics.electronEnergyAtMaximumMuonAngle ? mirrored : splits.dropFirst() + [to])
        return try Quadrature.adaptive(splitAt: points, relativeTolerance: 1e-6) { logarithm in
            let recoil = exp(logarithm)
            return recoil * rate.density(recoil: recoil)
                * probability(recoil: recoil, side, table, order: order * Refinement.factor)
        }
    }

    /// That a nucleus carries the muon over the cut, at a recoil in GeV.
    func probability(recoil: Double, _ side: KickPosition, _ table: ScatterTable, order: Int) -> Double {
        let angle = rate.kinematics.muonAngle(recoil: recoil)
        let momentum =
            side == .before ? rate.kinematics.beamMomentum : rate.kinematics.muonMomentum(recoil: recoil)
        let edge = cuts.minimumMuonAngle
        let distance = edge - angle
        guard distance > 0, momentum > 0 else { return 0 }
        let limit = scattering.largestKick(momentum: momentum)
        let beyond = limit.isFinite ? table.rate(beyond: limit) : 0
        // tan(φ/2) = ρ tan(ψ/2) spreads the peak at the nearest point of the cut; the rule is periodic in ψ.
        let ratio = (distance / (edge + angle)).squareRoot()
        var sum = 0.0
        for index in 0..<order {
            let psi = Double.pi * (Double(index) + 0.5) / Double(order)
            let (sine, cosine) = (sin(0.5 * psi), cos(0.5 * psi))
            let denominator = cosine * cosine + ratio * ratio * sine * sine
            let cosinePhi = (cosine * cosine - ratio * ratio * sine * sine) / denominator
            let root = (edge * edge - angle * angle * (1 - cosinePhi * cosinePhi)).squareRoot()
            // √(θ₀² − θ² sin² φ) − θ cos φ, of which the product with the sum of both is θ₀² − θ².
            let kick =
                cosinePhi > 0 ? distance * (edge + angle) / (root + angle * cosinePhi) : root - angle * cosinePhi
            let tail = table.rate(beyond: momentum * kick) - beyond
            sum += max(tail, 0) * ratio / denominator
        }
        return -expm1(-sum / Double(order) * thickness)
    }
}
