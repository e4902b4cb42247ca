import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// g′ = `coefficient` · (m/GeV)^`exponent`.
public struct PowerLawBound: Bound {
    public var coefficient: Double
    public var exponent: Double
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(coefficient: Double, exponent: Double, masses: ClosedRange<Double>) {
        self.coefficient = coefficient
        self.exponent = exponent
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in ExcludedCouplings.above(.closedForm(coefficient * pow(mass, exponent), operations: 8)) }
    }
}
