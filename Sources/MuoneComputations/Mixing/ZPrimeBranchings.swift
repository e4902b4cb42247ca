import BosonPhysics
import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference

/// The shares of Z′ → νν̄, μ⁺μ⁻ and τ⁺τ⁻ over masses.
public struct ZPrimeBranchings: Computation {
    public var particles: ParticleInputs
    public var masses: LogarithmicGrid

    public struct Curves: Codable, Hashable, Sendable {
        public var neutrinos: Curve
        public var muons: Curve
        public var taus: Curve
    }

    public init(particles: ParticleInputs, masses: LogarithmicGrid) {
        self.particles = particles
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> Curves {
        // The thresholds, where a share starts as a root, with points that crowd towards them.
        let thresholds: [Double] = [particles.muonMass, particles.tauMass].flatMap { (lepton: Double) -> [Double] in
            (0...12).map { (step: Int) -> Double in 2 * lepton * (1 + 0.003 * Double(step * step)) }
        }
        let inside = thresholds.filter { masses.lower <= $0 && $0 <= masses.upper }
        let points = Set(masses.points + inside).sorted()
        let shares = try points.map {
            try ZPrimeWidths(mass: $0, coupling: 1, inputs: particles).branchingRatios
        }
        func curve(_ values: [Double]) -> Curve {
            Curve(x: points, estimates: values.map { .closedForm($0, operations: 32) })
        }
        return Curves(
            neutrinos: curve(shares.map(\.neutrinos)), muons: curve(shares.map(\.muons)),
            taus: curve(shares.map(\.taus)))
    }
}
