import HadronicPhysics
import NumericalMethods
import Reference

/// a_μ^HLO as a function of K and M by one fixed Gauss rule, with its gradient: for fits, which need it thousands of times.
/// ``HadronicMoment`` certifies it; the two agree within a part in 10¹¹ for K > 0 and M between 10⁻³ and 1 GeV².
public struct MomentRule: Sendable {
    private var transfers: [Double] = []
    private var weights: [Double] = []

    /// - Parameter refinement: by what the order of the rule is multiplied, to see what it misses.
    public init(inputs: ParticleInputs = .standard, refinement: Int = 1) {
        let massSquared = inputs.muonMass * inputs.muonMass
        let rule = GaussLegendre.rule(order: 64 * refinement * Refinement.factor)
        for (node, weight) in zip(rule.nodes, rule.weights) {
            // 1 − x = u³ smooths the logarithm at the end.
            let u = 0.5 * (1 + node)
            let y = u * u * u
            transfers.append(-(1 - y) * (1 - y) * massSquared / y)
            weights.append(0.5 * weight * 3 * u * u * y * inputs.fineStructure / .pi)
        }
    }

    /// The moment, and its derivatives by K and M.
    public func moment(_ running: HadronicRunning) -> (value: Double, gradient: [Double]) {
        let kernel = RunningKernel(k: running.k, m: running.m)
        var byK = 0.0
        var byM = 0.0
        for (transfer, weight) in zip(transfers, weights) {
            let gradient = kernel.gradient(transfer)
            byK += weight * gradient.k
            byM += weight * gradient.m
        }
        return (running.k * byK, [byK, byM])
    }
}
