import LimitModel
import NumericalMethods
import Reference

// In all of these `treeLevelMixing` is a kinetic mixing beside that of the loops: with it the rates are polynomials in g′,
// and there may be two ranges of excluded couplings.

/// Solar neutrinos on electrons through mixing, computed.
public struct SolarScatteringBound: Bound {
    public var recast: SolarScatteringRecast
    public var treeLevelMixing: Double
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(
        _ recast: SolarScatteringRecast, treeLevelMixing: Double = 0, masses: ClosedRange<Double> = 0.002...0.025
    ) {
        self.recast = recast
        self.treeLevelMixing = treeLevelMixing
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in
            treeLevelMixing == 0
                ? ExcludedCouplings.above(try recast.limit(bosonMass: mass, inputs: inputs))
                : try recast.excluded(bosonMass: mass, treeLevel: treeLevelMixing, inputs: inputs)
        }
    }
}

/// A ceiling (GeV⁻²) on the contact interaction g′ e ε(0)/m² of neutrinos with electrons.
public struct ContactInteractionBound: Bound {
    public var ceiling: Double
    public var treeLevelMixing: Double
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(ceiling: Double, treeLevelMixing: Double = 0, masses: ClosedRange<Double>) {
        self.ceiling = ceiling
        self.treeLevelMixing = treeLevelMixing
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in
            treeLevelMixing == 0
                ? ExcludedCouplings.above(
                    try MixingLimits.contactInteraction(mass: mass, ceiling: ceiling, inputs: inputs))
                : try MixingLimits.excludedByContactInteraction(
                    mass: mass, ceiling: ceiling, treeLevel: treeLevelMixing, inputs: inputs)
        }
    }
}

/// A ceiling on the boson's contribution to the electron's magnetic moment, through mixing at q² = 0.
public struct ElectronMomentBound: Bound {
    public var ceiling: Double
    public var treeLevelMixing: Double
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(ceiling: Double, treeLevelMixing: Double = 0, masses: ClosedRange<Double>) {
        self.ceiling = ceiling
        self.treeLevelMixing = treeLevelMixing
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in
            treeLevelMixing == 0
                ? ExcludedCouplings.above(try MixingLimits.electronMoment(mass: mass, ceiling: ceiling, inputs: inputs))
                : try MixingLimits.excludedByElectronMoment(
                    mass: mass, ceiling: ceiling, treeLevel: treeLevelMixing, inputs: inputs)
        }
    }
}

/// A published limit on the mixing |ε| of a boson that decays invisibly, met on the mass shell. With a tree-level mixing
/// it ends at 2 m_μ.
public struct InvisibleMixingBound: Bound {
    /// The coupling of a point is ε.
    public var published: TabulatedBound
    public var treeLevelMixing: Double

    public init(_ points: [LimitPoint], treeLevelMixing: Double = 0) {
        published = TabulatedBound(points: points)
        self.treeLevelMixing = treeLevelMixing
    }

    public var validity: ClosedRange<Double> { published.validity }

    /// The mixing has a cusp at the muon threshold, where the muons also open.
    public func corners(for inputs: ParticleInputs) -> [Double] {
        published.corners(for: inputs) + [2 * inputs.muonMass]
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in
            guard let epsilon = published.interpolated(at: mass) else { return [] }
            guard treeLevelMixing != 0 else {
                return ExcludedCouplings.above(
                    try MixingLimits.invisible(mass: mass, epsilon: epsilon, inputs: inputs))
            }
            return try MixingLimits.excludedByInvisible(
                mass: mass, epsilon: epsilon, treeLevel: treeLevelMixing, inputs: inputs) ?? []
        }
    }
}
