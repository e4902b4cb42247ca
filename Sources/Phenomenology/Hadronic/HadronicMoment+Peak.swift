import NumericalMethods

extension HadronicMoment {
    /// The x at which (1−x) Δα_had[t(x)] is largest, from the root of its derivative. K must not be zero.
    /// - Throws: `NumericalError` where there is none.
    public func peak() throws -> Estimate {
        let massSquared = inputs.muonMass * inputs.muonMass
        let root = try RootFinding.brent(in: 1e-6...(1 - 1e-9)) { x in
            let t = -x * x * massSquared / (1 - x)
            // d ln t/dx = 2/x + 1/(1−x), and t dΔα/dt is minus the mass derivative.
            return -running.value(q2: t) - (1 - x) * running.loop.massDerivative(q2: t) * (2 / x + 1 / (1 - x))
        }
        return Estimate(root, error: root * 1e-12, kind: .rounding)
    }
}
