import Computing
import NumericalMethods

/// The period at an amplitude in rad, relative to that of small swings: 2/π K(sin θ₀/2).
public func relativePeriod(amplitude: Double) throws -> Estimate {
    let modulus = sin(amplitude / 2)
    let integral = try Quadrature.adaptive(over: 0...(.pi / 2)) { angle in
        1 / (1 - pow(modulus * sin(angle), 2)).squareRoot()
    }
    return integral * (2 / Double.pi)
}

/// The relative period at amplitudes up to a largest one.
public struct PeriodCurve: Computation {
    /// The largest amplitude, rad.
    public var largest: Double

    public init(largest: Double) { self.largest = largest }

    public func compute(_ input: ()) throws -> Curve {
        let amplitudes = (1...60).map { largest * Double($0) / 60 }
        return Curve(x: amplitudes, estimates: try amplitudes.map(relativePeriod))
    }
}

/// The period of small swings, s.
public struct SmallSwings: Computation {
    /// The length of the thread, m.
    public var length: Double

    public init(length: Double) { self.length = length }

    public func compute(_ input: ()) -> Estimate {
        .closedForm(2 * .pi * (length / 9.80665).squareRoot(), operations: 6)
    }
}

/// By how much the formula of Lima and Arun, −ln a / (1 − a) with a = cos θ₀/2, exceeds the relative period.
public struct FormulaError: Computation {
    /// The amplitude, rad.
    public var amplitude: Double

    public init(amplitude: Double) { self.amplitude = amplitude }

    public func compute(_ input: ()) throws -> Estimate {
        let a = cos(amplitude / 2)
        let formula = Estimate.closedForm(-log(a) / (1 - a))
        return try formula / relativePeriod(amplitude: amplitude) - 1
    }
}
