import BosonPhysics
import BuildGraph
import CosmologyPhysics
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference

/// The thermal targets of one kind of dark matter over the boson's mass.
public struct ThermalTargetScan: Computation {
    public var particles: ParticleInputs
    public var kind: DarkMatterKind
    /// m_Z′/m_χ.
    public var ratio: Double
    /// Of the boson, GeV. Masses beyond ``ThermalTargets/masses`` are left out, its ends put in.
    public var mediatorMasses: LogarithmicGrid

    public init(particles: ParticleInputs, kind: DarkMatterKind, ratio: Double, mediatorMasses: LogarithmicGrid) {
        self.particles = particles
        self.kind = kind
        self.ratio = ratio
        self.mediatorMasses = mediatorMasses
    }

    public func compute(_ input: ()) throws -> [ThermalTarget] {
        let targets = try ThermalTargets(kind: kind, ratio: ratio, inputs: particles)
        let range = ThermalTargets.masses
        let all = mediatorMasses.points.map { $0 / ratio }
        guard let first = all.first, let last = all.last else { return [] }
        // The targets vary slowly between corners: every second mass.
        let grid = all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) + [last]
        // The pair of muons opens at m_μ and of taus at m_τ: the curves have a corner there.
        let corners = [range.lowerBound, range.upperBound, particles.muonMass, particles.tauMass]
        return try Set(grid + corners.filter { first <= $0 && $0 <= last }).filter(range.contains).sorted().map {
            try targets.target(mass: $0)
        }
    }
}

/// The thermal target at one mass of the boson (GeV).
public struct ThermalTargetPoint: Computation {
    public var particles: ParticleInputs
    public var kind: DarkMatterKind
    public var ratio: Double
    public var mediatorMass: Double

    public init(particles: ParticleInputs, kind: DarkMatterKind, ratio: Double, mediatorMass: Double) {
        self.particles = particles
        self.kind = kind
        self.ratio = ratio
        self.mediatorMass = mediatorMass
    }

    public func compute(_ input: ()) throws -> ThermalTarget {
        try ThermalTargets(kind: kind, ratio: ratio, inputs: particles).target(mass: mediatorMass / ratio)
    }
}

/// Ωh² by the Boltzmann equation for the coupling of a target: the second method.
public struct BoltzmannAbundance: Computation {
    public var particles: ParticleInputs
    public var kind: DarkMatterKind
    public var ratio: Double

    public init(particles: ParticleInputs, kind: DarkMatterKind, ratio: Double) {
        self.particles = particles
        self.kind = kind
        self.ratio = ratio
    }

    public func compute(_ target: ThermalTarget) throws -> Estimate {
        try ThermalTargets(kind: kind, ratio: ratio, inputs: particles).relicDensity(mass: target.mass)
            .byBoltzmannEquation(couplingProduct: target.couplingProduct.value)
    }
}

/// g′ = g_χ of Dirac dark matter for a constant σv (cm³ s⁻¹), without freeze-out: the closed form.
public struct ConstantCrossSectionCoupling: Computation {
    public var particles: ParticleInputs
    public var ratio: Double
    public var mediatorMass: Double
    public var crossSection: Double

    public init(particles: ParticleInputs, ratio: Double, mediatorMass: Double, crossSection: Double) {
        self.particles = particles
        self.ratio = ratio
        self.mediatorMass = mediatorMass
        self.crossSection = crossSection
    }

    public func compute(_ input: ()) throws -> Estimate {
        let annihilation = try DarkMatterAnnihilation(
            kind: .dirac, mass: mediatorMass / ratio, mediatorMass: mediatorMass, inputs: particles)
        let product = try annihilation.couplingProduct(crossSection: crossSection / RelicInputs.crossSectionUnit)
        return product.squareRoot()
    }
}

/// The m_χ of Dirac targets that the microwave background excludes: from just above m_μ, where muons open, up to where the
/// energy per mass has become small. GeV; nil where it excludes none.
public struct MicrowaveBackgroundRange: Computation {
    public var particles: ParticleInputs
    public var ratio: Double

    public init(particles: ParticleInputs, ratio: Double) {
        self.particles = particles
        self.ratio = ratio
    }

    public func compute(_ input: ()) throws -> MassBand? {
        let targets = try ThermalTargets(kind: .dirac, ratio: ratio, inputs: particles)
        func excess(_ mass: Double) throws -> Estimate {
            try targets.target(mass: mass).microwaveBackgroundEstimate - 1
        }
        let inside = 2 * particles.muonMass
        guard particles.muonMass >= ThermalTargets.masses.lowerBound, inside < 100, try excess(inside).value > 0 else {
            return nil
        }
        func root(_ range: ClosedRange<Double>) throws -> Estimate {
            try RootFinding.certified(in: range, tolerance: 1e-9 * range.lowerBound, excess)
        }
        return MassBand(lower: try root(particles.muonMass...inside), upper: try root(inside...100))
    }
}

extension [ThermalTarget] {
    /// The targets in the plane of the boson's mass and coupling, for a g_χ or, with nil, for g_χ = g′; ascending.
    public func segments(darkCoupling: Double?) -> [LimitSegment] {
        guard !isEmpty else { return [] }
        return [
            LimitSegment(
                points: map {
                    LimitPoint(mass: $0.mediatorMass, coupling: $0.coupling(darkCoupling: darkCoupling).value)
                })
        ]
    }

    /// Those that the microwave background allows.
    public var allowed: [ThermalTarget] { filter { $0.microwaveBackgroundRatio <= 1 } }
    /// Those that it excludes.
    public var excluded: [ThermalTarget] { filter { $0.microwaveBackgroundRatio > 1 } }
}
