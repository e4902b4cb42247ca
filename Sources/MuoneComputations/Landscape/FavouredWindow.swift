import BuildGraph
import func Foundation.log
import NumericalMethods
import Phenomenology
import Reference

/// The masses at which limits leave a part of the couplings that the muon's magnetic moment favours: the edge of the band
/// that lies lowest must be below every limit, and the mass above that which light elements exclude.
public struct FavouredWindow: Computation {
    public var particles: ParticleInputs
    public var measurement: Measurement
    public var sigmas: Double
    public var limits: [Constraint]

    public init(particles: ParticleInputs, measurement: Measurement, sigmas: Double, limits: [Constraint]) {
        self.particles = particles
        self.measurement = measurement
        self.sigmas = sigmas
        self.limits = limits
    }

    /// GeV; with the label of what excludes just beyond each end.
    public struct Window: Codable, Hashable, Sendable {
        public var lower: Estimate
        public var upper: Estimate
        public var lowerLimit: String
        public var upperLimit: String
    }

    static let lightElements = "BBN"
    /// Beyond, a boson that explains the moment is excluded many times over.
    private static let largestMass = 3.0

    /// Nil where a vanishing contribution is within the band, which then favours nothing, and where nothing is left.
    public func compute(_ input: ()) throws -> Window? {
        let deviation = measurement.shifted(bySigmas: -sigmas)
        guard deviation > 0 else { return nil }
        let evaluators = try limits.map { (label: $0.label, evaluator: try $0.evaluator(inputs: particles)) }

        /// ln of the lowest limit over the edge of the band, what that limit is, and the error.
        func gap(_ mass: Double) throws -> (value: Double, label: String, error: Double) {
            let edge = try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles)
            var lowest: (limit: Estimate, label: String)?
            for (label, evaluator) in evaluators {
                guard let limit = try evaluator.coupling(atMass: mass) else { continue }
                if limit.value < lowest?.limit.value ?? .infinity { lowest = (limit, label) }
            }
            guard let lowest else { return (.infinity, "", 0) }
            return (
                log(lowest.limit.value / edge.value), lowest.label, lowest.limit.relativeError + edge.relativeError
            )
        }
        let start = EffectiveNeutrinos.publishedMassBound
        let ends = limits.flatMap { [$0.validity.lowerBound, $0.validity.upperBound] }
            .filter { start < $0 && $0 < Self.largestMass }
        let grid = LogarithmicGrid(lower: start, upper: Self.largestMass, count: 64).points
        let masses = Set(grid + ends.flatMap { [$0 * (1 - 1e-12), $0, $0 * (1 + 1e-12)] }).sorted()
        let gaps = try masses.map { try gap($0).value }
        guard let first = gaps.firstIndex(where: { $0 > 0 }) else { return nil }
        let last = gaps[first...].firstIndex { $0 <= 0 }

        func crossing(from inside: Double, to outside: Double) throws -> (mass: Estimate, label: String) {
            let bracket = min(inside, outside)...max(inside, outside)
            let root = try RootFinding.brent(in: bracket, tolerance: 1e-13) { try max(-10, min(10, gap($0).value)) }
            let beyond = root * (outside > inside ? 1 + 1e-6 : 1 - 1e-6)
            let there = try gap(beyond)
            // Where the limit begins with a step the slope is steep, and the place exact.
            let slope = max((there.value - (try gap(root)).value).magnitude / 1e-6, 1e-3)
            let error = root * (2 * there.error / slope + 1e-12)
            return (Estimate(root, error: error, kind: .bound), there.label)
        }
        let lower =
            try first == 0
            ? (Estimate(start, error: 0, kind: .rounding), Self.lightElements)
            : crossing(from: masses[first], to: masses[first - 1])
        guard let last else { return nil }
        let upper = try crossing(from: masses[last - 1], to: masses[last])
        return Window(lower: lower.0, upper: upper.mass, lowerLimit: lower.1, upperLimit: upper.label)
    }
}
