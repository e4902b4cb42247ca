import NumericalMethods

extension HadronicMoment {
    /// The x at which (1−x) Δα_had[t(x)] is largest, from the root of its derivative. K must not be zero.
    /// - Throws: `NumericalError` where there is none.
    public func peak() throws -> Estimate {
        let massSquared = inputs.muonMass * inputs.muonMass
        return try RootFinding.certified(in: 1e-6...(1 - 1e-9)) { x in
            let t = -x * x * massSquared / (1 - x)
            let value = -running.value(q2: t)
            // d ln t/dx = 2/x + 1/(1−x), and t dΔα/dt is minus the mass derivative.
            let slope = (1 - x) * running.loop.massDerivative(q2: t) * (2 / x + 1 / (1 - x))
            return .closedForm(value - slope, size: value.magnitude + slope.magnitude)
        }
    }
}
