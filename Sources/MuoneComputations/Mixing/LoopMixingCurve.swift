import BosonPhysics
import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference

/// Π(q²)/g′ of the loops over spacelike and timelike q², with its cusps on the grid.
public struct LoopMixingCurve: Computation {
    public var particles: ParticleInputs
    /// GeV²; the curve covers −`largest` to +`largest`.
    public var largest: Double
    /// GeV²; below it the points are equally spaced, above it their logarithms are.
    public var smallest: Double
    public var count: Int

    public struct Curves: Codable, Hashable, Sendable {
        public var real: Curve
        /// Zero below the muon threshold.
        public var imaginary: Curve
        /// 4m_μ² and 4m_τ², GeV².
        public var muonThreshold: Double
        public var tauThreshold: Double
    }

    public init(particles: ParticleInputs, largest: Double = 100, smallest: Double = 0.003, count: Int = 120) {
        self.particles = particles
        self.largest = largest
        self.smallest = smallest
        self.count = count
    }

    public func compute(_ input: ()) throws -> Curves {
        let thresholds: [Double] = [particles.muonMass, particles.tauMass].map { 4 * $0 * $0 }
        let sizes = LogarithmicGrid(lower: smallest, upper: largest, count: count).points
        let inner: [Double] = (-4...4).map { 0.2 * Double($0) * smallest }
        // Both sides of a threshold are roots of the distance from it.
        let corners: [Double] = thresholds.flatMap { (threshold: Double) -> [Double] in
            (-12...12).map { (step: Int) -> Double in threshold * (1 + 0.004 * Double(step * abs(step))) }
        }
        let mirrored = sizes.map { -$0 }
        let points = Set(mirrored + inner + sizes + corners.filter { $0 <= largest }).sorted()
        let mixing = try KineticMixing(coupling: 1, inputs: particles)
        let values = try points.map { try mixing.loop(q2: $0) }
        return Curves(
            real: Curve(x: points, estimates: values.map(\.real)),
            imaginary: Curve(x: points, estimates: values.map(\.imaginary)),
            muonThreshold: thresholds[0], tauThreshold: thresholds[1])
    }
}
