import NumericalMethods
import Reference

/// What an experiment excludes in the plane of the boson's mass and coupling: a formula, a computation or a table with the
/// numbers that it takes, and nothing that is only said of it.
///
/// Each subject has its own beside its physics. Masses in GeV.
public protocol Bound: Codable, Hashable, Sendable {
    /// The masses for which it is stated: it is never extrapolated.
    var validity: ClosedRange<Double> { get }

    /// The masses where its curve has corners, which a grid would cut.
    func corners(for inputs: ParticleInputs) -> [Double]

    /// The work that does not depend on the mass, done once. The rule is asked within ``validity`` alone.
    func rule(for inputs: ParticleInputs) throws -> LimitEvaluator.Rule

    /// Its curves over an ascending grid of masses, and its closed outlines.
    func curve(masses: [Double], inputs: ParticleInputs) throws -> [LimitSegment]
}

extension Bound {
    public func corners(for inputs: ParticleInputs) -> [Double] { [] }

    /// The bound made ready to be asked at many masses.
    public func evaluator(inputs: ParticleInputs = .standard) throws -> LimitEvaluator {
        LimitEvaluator(validity: validity, rule: try rule(for: inputs))
    }

    /// The coupling above which all are excluded for a boson of mass `mass`; nil outside ``validity``.
    public func coupling(atMass mass: Double, inputs: ParticleInputs = .standard) throws -> Estimate? {
        try evaluator(inputs: inputs).coupling(atMass: mass)
    }

    /// The curve over an ascending grid of masses, as unbroken segments.
    ///
    /// A segment starts and ends where the grid or the curve does; an end of the curve that falls between two grid masses
    /// is added as a point, and so are its corners.
    public func curve(masses: [Double], inputs: ParticleInputs) throws -> [LimitSegment] {
        guard let first = masses.first, let last = masses.last, first <= last else { return [] }
        let evaluator = try evaluator(inputs: inputs)
        let ends = [validity.lowerBound, validity.upperBound] + corners(for: inputs)
        let candidates = Set(masses + ends.filter { first <= $0 && $0 <= last }).sorted()
        var points: [LimitPoint] = []
        for mass in candidates {
            guard let coupling = try evaluator.coupling(atMass: mass) else { continue }
            points.append(LimitPoint(mass: mass, coupling: coupling.value))
        }
        return points.isEmpty ? [] : [LimitSegment(points: points)]
    }

    /// The same with the standard inputs.
    public func curve(masses: [Double]) throws -> [LimitSegment] { try curve(masses: masses, inputs: .standard) }
}

/// A bound made ready to be asked at many masses.
public struct LimitEvaluator: Sendable {
    /// Every range of couplings that is excluded at a mass (GeV), ascending.
    public typealias Rule = @Sendable (_ mass: Double) throws -> [ExcludedCouplings]

    let validity: ClosedRange<Double>
    let rule: Rule

    /// Every range of couplings that the bound excludes at `mass` (GeV), ascending; none where the curve has ended.
    ///
    /// One range without an end, but for a bound through mixing with a tree-level part: where that cancels the loops there
    /// may be another range below, and where it is excluded by itself the range starts at zero.
    public func excludedCouplings(atMass mass: Double) throws -> [ExcludedCouplings] {
        guard validity.contains(mass) else { return [] }
        return try rule(mass)
    }

    /// The coupling at `mass` (GeV) above which all are excluded; nil where the curve has ended, or where a tree-level
    /// mixing is excluded by itself.
    public func coupling(atMass mass: Double) throws -> Estimate? {
        try excludedCouplings(atMass: mass).limit
    }
}

extension [ExcludedCouplings] {
    /// The coupling above which all are excluded; nil where there is none, or where a vanishing one is excluded too.
    public var limit: Estimate? { first { $0.upper == nil && $0.lower.value > 0 }?.lower }
}
