import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Elastic events that pass the cuts in what is measured: the electron's energy with a Gaussian error, and the muon's angle with
/// a one-dimensional Gaussian one. By quadrature, so that what is rare keeps its relative accuracy.
struct ElasticLeakage {
    let rate: ElasticScattering.Rate
    let resolution: EnergyResolution
    /// Of the muon's angle, radians.
    let angularResolution: Double
    let cuts: SelectionCuts

    init(
        _ elastic: ElasticScattering, resolution: EnergyResolution, angularResolution: Double, cuts: SelectionCuts
    ) throws {
        try cuts.validate()
        for (name, value) in [
            ("relative energy resolution", resolution.constant), ("stochastic term", resolution.stochastic),
            ("angular resolution", angularResolution),
        ] {
            guard value >= 0, value.isFinite else { throw ScatteringError.resolution(name: name, value: value) }
        }
        rate = try elastic.rate()
        self.resolution = resolution
        self.angularResolution = angularResolution
        self.cuts = cuts
    }

    /// Of the largest recoil, where the integral begins that has no edge there.
    private static let smallestShare = 1e-12
    /// Below this, numbers lose their digits to underflow.
    private static let smallestEvents = 1e-280

    private var isEnergyExact: Bool { resolution.constant == 0 && resolution.stochastic == 0 }

    func events() throws -> Estimate {
        if isEnergyExact && angularResolution == 0 { return try rate.events(cuts) }
        var (lower, upper) = (0.0, rate.kinematics.maximumRecoil)
        var edges: [Double] = []
        let passing = rate.recoils(beyondMuonAngle: cuts.minimumMuonAngle)
        if angularResolution == 0 {
            guard let passing else { return .exact(0, as: .bound) }
            (lower, upper) = passing
        } else if let passing {
            edges += [passing.lower, passing.upper]
        }
        if isEnergyExact {
            guard let window = rate.recoils(cuts) else { return .exact(0, as: .bound) }
            (lower, upper) = (max(lower, window.lower), min(upper, window.upper))
        } else {
            let mass = rate.kinematics.electronMass
            edges += [cuts.minimumElectronEnergy, cuts.maximumElectronEnergy].compactMap { $0.map { $0 - mass } }
        }
        guard lower < upper else { return .exact(0, as: .bound) }
        if lower == 0 {
            guard share(recoil: 0) == 0 else {
                throw KickError.unboundedEvents(
                    minimumElectronEnergy: cuts.minimumElectronEnergy, minimumMuonAngle: cuts.minimumMuonAngle)
            }
            // Nothing passes at rest, and nothing does here.
            lower = Self.smallestShare * upper
        }
        return try Quadrature.adaptive(
            splitAt: splits(from: lower, to: upper, edges: edges), relativeTolerance: 1e-8,
            absoluteTolerance: Self.smallestEvents
        ) { logarithm in
            let recoil = exp(logarithm)
            return recoil * rate.density(recoil: recoil) * share(recoil: recoil)
        }
    }

    /// Probability that an event of a recoil (GeV) passes.
    private func share(recoil: Double) -> Double {
        let energy = recoil + rate.kinematics.electronMass
        var result = 1.0
        if !isEnergyExact {
            let width = resolution.width(at: energy)
            result = Self.between(
                ((cuts.minimumElectronEnergy ?? -.infinity) - energy) / width,
                ((cuts.maximumElectronEnergy ?? .infinity) - energy) / width)
        }
        if angularResolution > 0, cuts.minimumMuonAngle > 0 {
            let angle = rate.kinematics.muonAngle(recoil: recoil)
            result *= Self.between((cuts.minimumMuonAngle - angle) / angularResolution, .infinity)
        }
        return result
    }

    /// The normal distribution between two numbers of standard deviations, without cancellation in either tail.
    static func between(_ lower: Double, _ upper: Double) -> Double {
        guard lower < upper else { return 0 }
        let width = upper - lower
        if width < 1e-4 {
            // The density in the middle, with its curvature.
            let middle = lower + 0.5 * width
            return width * exp(-0.5 * middle * middle) / (2 * Double.pi).squareRoot()
                * (1 + (middle * middle - 1) * width * width / 24)
        }
        if lower > 0 { return 0.5 * (erfc(lower * 0.5.squareRoot()) - erfc(upper * 0.5.squareRoot())) }
        if upper < 0 { return 0.5 * (erfc(-upper * 0.5.squareRoot()) - erfc(-lower * 0.5.squareRoot())) }
        return 0.5 * (erf(upper * 0.5.squareRoot()) - erf(lower * 0.5.squareRoot()))
    }

    /// Panels in log T that halve towards each edge, on both sides of it.
    private func splits(from lower: Double, to upper: Double, edges: [Double]) -> [Double] {
        let (from, to) = (log(lower), log(upper))
        var points: Set<Double> = [from, to]
        for edge in edges + [lower, upper] where edge > 0 {
            let centre = log(edge)
            points.insert(centre)
            var width = 16.0
            while width > 1e-3 {
                points.formUnion([centre - width, centre + width])
                width *= 0.5
            }
        }
        return points.filter { $0 >= from && $0 <= to }.sorted()
    }
}
