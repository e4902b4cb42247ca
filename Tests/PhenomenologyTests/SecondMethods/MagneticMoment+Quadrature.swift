import NumericalMethods

@testable import BosonPhysics
@testable import MomentPhysics

extension MuonMagneticMoment {
    /// F(m) by adaptive quadrature of the Feynman-parameter integral: the second method.
    /// - Throws: ``MagneticMomentError``, and `NumericalError` when the tolerance is out of reach.
    static func loopFunctionByQuadrature(
        mass: Double, leptonMass: Double, relativeTolerance: Double = 1e-12
    ) throws -> Estimate {
        let ratio = try massRatio(mass: mass, leptonMass: leptonMass)
        let integral = try VectorLoopIntegral.quadrature(ratio * ratio, relativeTolerance: relativeTolerance)
        return integral.scaled(by: 0.25 / (Double.pi * Double.pi))
    }

    /// The same by adaptive quadrature of the Feynman-parameter integral: the second method.
    /// - Throws: ``MagneticMomentError``, and `NumericalError` when the tolerance is out of reach.
    static func scalarLoopFunctionByQuadrature(
        mass: Double, leptonMass: Double, relativeTolerance: Double = 1e-12
    ) throws -> Estimate {
        let ratio = try massRatio(mass: mass, leptonMass: leptonMass)
        return try ScalarLoopIntegral.quadrature(ratio * ratio, relativeTolerance: relativeTolerance)
            .scaled(by: 0.125 / (Double.pi * Double.pi))
    }
}

extension VectorLoopIntegral {
    /// The integral by adaptive quadrature, in the variables that open up the layer of width √r at x = 0 (small r) and of
    /// width 1/r at x = 1 (large r).
    static func quadrature(_ r: Double, relativeTolerance: Double) throws -> Estimate {
        let low = try Quadrature.adaptive(over: 0...0.5, relativeTolerance: relativeTolerance) { x in
            let x2 = x * x
            return x2 == 0 ? 0 : x2 * (1 - x) / (x2 + (1 - x) * r)
        }
        let high = try Quadrature.adaptive(over: 0...0.5, relativeTolerance: relativeTolerance) { y in
            let x2 = (1 - y) * (1 - y)
            return x2 * y / (x2 + y * r)
        }
        return low + high
    }
}

extension ScalarLoopIntegral {
    /// The integral by adaptive quadrature, in two halves as the layer of width √r (small r) is at one end and that of
    /// width 1/r (large r) at the other.
    static func quadrature(_ r: Double, relativeTolerance: Double) throws -> Estimate {
        let low = try Quadrature.adaptive(over: 0...0.5, relativeTolerance: relativeTolerance) { u in
            let u2 = u * u
            return u2 == 0 ? 0 : u2 * (2 - u) / (u2 + (1 - u) * r)
        }
        let high = try Quadrature.adaptive(over: 0...0.5, relativeTolerance: relativeTolerance) { x in
            let square = (1 - x) * (1 - x)
            return square * (1 + x) / (square + x * r)
        }
        return low + high
    }
}

extension OneLoopMoment {
    /// Δa at unit coupling by quadrature: the second method. Above ``threshold`` along the real axis, below it on a path
    /// around the zeros of D.
    /// - Throws: ``MagneticMomentError`` and `NumericalError`.
    func loopFunctionByQuadrature(mass: Double, relativeTolerance: Double = 1e-12) throws -> Estimate {
        try integral(mass: mass).quadrature(relativeTolerance: relativeTolerance).scaled(by: Self.prefactor)
    }
}
