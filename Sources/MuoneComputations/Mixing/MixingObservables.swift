import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// ε(q²) = ε₀ + Π(q²) at one point, for `evaluate kinetic-mixing`.
public struct KineticMixingValue: Computation {
    public var particles: ParticleInputs
    /// GeV², any sign.
    public var q2: Double
    /// g′.
    public var coupling: Double
    public var treeLevelMixing: Double

    public init(particles: ParticleInputs, q2: Double, coupling: Double, treeLevelMixing: Double = 0) {
        self.particles = particles
        self.q2 = q2
        self.coupling = coupling
        self.treeLevelMixing = treeLevelMixing
    }

    public func compute(_ input: ()) throws -> KineticMixing.Value {
        try KineticMixing(coupling: coupling, treeLevel: treeLevelMixing, inputs: particles).epsilon(q2: q2)
    }
}

/// Δa_e at one point, for `evaluate electron-g-2`.
public struct ElectronMomentShift: Computation {
    public var particles: ParticleInputs
    public var benchmark: Benchmark
    public var path: ElectronCouplingPath
    public var treeLevelMixing: Double

    public init(
        particles: ParticleInputs, benchmark: Benchmark, path: ElectronCouplingPath = .direct,
        treeLevelMixing: Double = 0
    ) {
        self.particles = particles
        self.benchmark = benchmark
        self.path = path
        self.treeLevelMixing = treeLevelMixing
    }

    public func compute(_ input: ()) throws -> Estimate {
        try ElectronMagneticMomentShift.value(
            mass: benchmark.mass, coupling: benchmark.coupling, through: path, treeLevelMixing: treeLevelMixing,
            inputs: particles)
    }
}

/// The coupling on a constraint's boundary at one mass (GeV); nil outside its validity.
public struct LimitAtMass: Computation {
    public var particles: ParticleInputs
    public var constraint: Constraint
    public var mass: Double

    public init(particles: ParticleInputs, constraint: Constraint, mass: Double) {
        self.particles = particles
        self.constraint = constraint
        self.mass = mass
    }

    public func compute(_ input: ()) throws -> Estimate? {
        try constraint.coupling(atMass: mass, inputs: particles)
    }
}

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
        let range = masses.lower...max(masses.lower, masses.upper)
        let points = Set(masses.points + thresholds.filter(range.contains)).sorted()
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
