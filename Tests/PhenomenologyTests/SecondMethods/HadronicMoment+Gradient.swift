import NumericalMethods

@testable import HadronicPhysics

extension HadronicMoment {
    /// ∂a/∂K (GeV²) and ∂a/∂M (GeV⁻²), which carry an error of the parameters over to the moment.
    /// - Throws: `NumericalError` when the accuracy is out of reach.
    func gradient() throws -> (k: Estimate, m: Estimate) {
        (
            try weighted(from: 0, to: 1, relativeTolerance: 1e-10) { running.gradient(q2: $0).k },
            try weighted(from: 0, to: 1, relativeTolerance: 1e-10) { running.gradient(q2: $0).m }
        )
    }
}
