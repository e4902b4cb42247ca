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
        try resolution.validate()
        try requireWidth("angular resolution", angularResolution)
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
            result = resolution.probability(
                ofEnergy: energy, measuredAbove: cuts.minimumElectronEnergy, below: cuts.maximumElectronEnergy)
        }
        if angularResolution > 0, cuts.minimumMuonAngle > 0 {
            let angle = rate.kinematics.muonAngle(recoil: recoil)
            result *= NormalInterval.probability(
                from: (cuts.minimumMuonAngle - angle) / angularResolution, to: .infinity)
        }
        return result
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
