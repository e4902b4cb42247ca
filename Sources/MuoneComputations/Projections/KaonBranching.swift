import BeamPhysics
import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference

/// BR(K → μνZ′)/g′² over the mass of the boson (GeV), up to where the decay closes.
public struct KaonBranching: Computation {
    public var particles: ParticleInputs
    public var masses: LogarithmicGrid
    /// GeV².
    public var missingMassSquaredMinimum: Double

    public init(particles: ParticleInputs, masses: LogarithmicGrid, missingMassSquaredMinimum: Double) {
        self.particles = particles
        self.masses = masses
        self.missingMassSquaredMinimum = missingMassSquaredMinimum
    }

    /// Every curve is a branching ratio at coupling one.
    public struct Curves: Codable, Hashable, Sendable {
        public var all: Curve
        /// Behind the cut on the missing mass.
        public var selected: Curve
        /// Behind the cut, times BR(Z′→νν̄).
        public var invisible: Curve
        /// Without the cut, times BR(Z′→μ⁺μ⁻): from 2 m_μ on.
        public var muons: Curve
        /// The share of all decays that the cut keeps.
        public var kept: Curve
        /// BR(Z′→νν̄) and BR(Z′→μ⁺μ⁻) at the same masses.
        public var invisibleShare: Curve
        public var muonShare: Curve
        /// 2 m_μ, GeV.
        public var muonThreshold: Double
        /// m_K − m_μ, GeV.
        public var closing: Double
    }

    public func compute(_ input: ()) throws -> Curves {
        let closing = KaonEmission.kaonMass - particles.muonMass
        let muonThreshold = 2 * particles.muonMass
        let masses = refined(closing: closing, muonThreshold: muonThreshold)
        let emissions = try masses.map { try KaonEmission(mass: $0, inputs: particles) }
        let all = try emissions.map { try $0.branchingRatio() }
        let selected = try emissions.map {
            try $0.branchingRatio(missingMassSquaredMinimum: missingMassSquaredMinimum)
        }
        let open = masses.indices.filter { masses[$0] >= muonThreshold }
        return Curves(
            all: Curve(x: masses, estimates: all), selected: Curve(x: masses, estimates: selected),
            invisible: Curve(
                x: masses, estimates: zip(emissions, selected).map { $1.scaled(by: $0.invisibleFraction) }),
            muons: Curve(
                x: open.map { masses[$0] }, estimates: open.map { all[$0].scaled(by: emissions[$0].muonFraction) }),
            kept: Curve(x: masses, estimates: zip(selected, all).map { $0 / $1 }),
            invisibleShare: Curve(x: masses, estimates: emissions.map { .closedForm($0.invisibleFraction) }),
            muonShare: Curve(
                x: open.map { masses[$0] }, estimates: open.map { .closedForm(emissions[$0].muonFraction) }),
            muonThreshold: muonThreshold, closing: closing)
    }

    /// The grid with more points where curves bend: towards both thresholds, each halving the distance, and where the cut
    /// begins to act.
    private func refined(closing: Double, muonThreshold: Double) -> [Double] {
        let corner = missingMassSquaredMinimum.squareRoot()
        var halved = 1.0
        var near: [Double] = [corner, muonThreshold]
        for _ in 0..<10 {
            halved *= 0.5
            near.append(closing - 0.1 * closing * halved)
            near.append(muonThreshold + 0.1 * muonThreshold * halved)
        }
        let inside = near.filter { $0 >= masses.lower && $0 <= masses.upper }
        return Set(masses.points + inside).filter { $0 < closing }.sorted()
    }
}

/// BR(K → μνZ′)/g′² at one mass (GeV).
public struct KaonBranchingPerCoupling: Computation {
    public var particles: ParticleInputs
    public var mass: Double
    /// GeV²; zero counts every decay.
    public var missingMassSquaredMinimum: Double

    public init(particles: ParticleInputs, mass: Double, missingMassSquaredMinimum: Double = 0) {
        self.particles = particles
        self.mass = mass
        self.missingMassSquaredMinimum = missingMassSquaredMinimum
    }

    /// Nil where the decay is closed.
    public func compute(_ input: ()) throws -> Estimate? {
        guard mass < KaonEmission.kaonMass - particles.muonMass else { return nil }
        return try KaonEmission(mass: mass, inputs: particles)
            .branchingRatio(missingMassSquaredMinimum: missingMassSquaredMinimum)
    }
}

/// B^−½ of NA62's background that the published point means, with the published kaons and acceptance.
public struct KaonInverseRootBackground: Computation {
    public var particles: ParticleInputs
    public var projection: KaonProjection

    public init(particles: ParticleInputs, projection: KaonProjection) {
        self.particles = particles
        self.projection = projection
    }

    public func compute(_ input: ()) throws -> Estimate { try projection.inverseRootBackground(inputs: particles) }
}
