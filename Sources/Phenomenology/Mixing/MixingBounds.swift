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

    public init(_ published: TabulatedBound, treeLevelMixing: Double = 0) {
        self.published = published
        self.treeLevelMixing = treeLevelMixing
    }

    public init(_ points: [LimitPoint], treeLevelMixing: Double = 0) {
        self.init(TabulatedBound(points: points), treeLevelMixing: treeLevelMixing)
    }

    public var validity: ClosedRange<Double> { published.validity }

    /// The mixing has a cusp at the muon threshold, where the muons also open.
    public func corners(for inputs: ParticleInputs) -> [Double] {
        published.corners(for: inputs) + [2 * inputs.muonMass]
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        let published = published.ranges
        return { mass in
            try published(mass).flatMap { range in
                let excluded = try above(range.lower, mass, inputs)
                // Beyond the upper edge of what was published nothing is excluded.
                return try range.upper.map { excluded.without(try above($0, mass, inputs)) } ?? excluded
            }.union
        }
    }

    /// The couplings whose mixing is above one.
    private func above(
        _ epsilon: Estimate, _ mass: Double, _ inputs: ParticleInputs
    ) throws -> [ExcludedCouplings] {
        guard treeLevelMixing != 0 else {
            return ExcludedCouplings.above(try MixingLimits.invisible(mass: mass, epsilon: epsilon, inputs: inputs))
        }
        return try MixingLimits.excludedByInvisible(
            mass: mass, epsilon: epsilon, treeLevel: treeLevelMixing, inputs: inputs) ?? []
    }

    /// The curves over an ascending grid of masses, and the outlines around what is excluded. With a tree-level mixing that
    /// is the coupling above which all are excluded alone.
    public func curve(masses: [Double], inputs: ParticleInputs) throws -> [LimitSegment] {
        let segments = published.segments(masses: masses, corners: [2 * inputs.muonMass])
        let evaluator = try evaluator(inputs: inputs)
        return try segments.compactMap { segment in
            let points = try segment.points.compactMap { point -> LimitPoint? in
                if treeLevelMixing == 0 {
                    let coupling = try MixingLimits.invisible(
                        mass: point.mass, epsilon: .exact(point.coupling), inputs: inputs)
                    return LimitPoint(mass: point.mass, coupling: coupling.value)
                }
                return try evaluator.coupling(atMass: point.mass).map {
                    LimitPoint(mass: point.mass, coupling: $0.value)
                }
            }
            return points.isEmpty ? nil : LimitSegment(points: points, isOutline: segment.isOutline)
        }
    }
}
