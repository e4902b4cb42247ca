import Foundation
@_spi(Solver) import NumericalMethods

/// A model's deviation from the photon's rate in bins of the electron's energy, at one mass and every coupling.
///
/// N_i = L(σ_i + x A_i + y B_i): the integrals σ, A, B are done once, whatever the coupling.
public struct ElasticDeviation: Sendable {
    public let signal: ElasticSignal
    public let bins: ElasticBins
    /// Events per bin of the photon alone.
    public let standard: [Estimate]
    /// Events per bin at x = 1 and at y = 1.
    public let linear: [Estimate]
    public let quadratic: [Estimate]

    /// Integrated luminosity of MUonE, 1.5·10⁷ nb⁻¹, in μb⁻¹.
    public static let luminosity = 1.5e10
    /// The relative error per bin that does not fall with the number of events (2.14).
    public static let systematic = 1e-5

    /// - Parameter luminosity: μb⁻¹.
    /// - Throws: ``ElasticError``, and `NumericalError` where an integral does not converge.
    public init(_ signal: ElasticSignal, bins: ElasticBins, luminosity: Double = luminosity) throws {
        self.signal = signal
        self.bins = bins
        let rate = signal.rate
        let events = luminosity * rate.microbarns
        let ranges = zip(bins.edges, bins.edges.dropFirst())
        standard = try ranges.map { try rate.integral(from: $0, to: $1).scaled(by: events) }
        let integrals = try ranges.map { lower, upper in
            try BinIntegral(signal, from: lower, to: upper)
        }
        linear = integrals.map { $0.linear.scaled(by: events) }
        quadratic = integrals.map { $0.quadratic.scaled(by: events) }
    }

    /// Events per bin beyond those of the photon alone.
    public func excess(coupling: Double) -> [Estimate] {
        let weights = signal.weights(coupling: coupling)
        return zip(linear, quadratic).map { linear, quadratic in
            linear.scaled(by: weights.linear) + quadratic.scaled(by: weights.quadratic)
        }
    }

    /// χ² = Σ(N − N_SM)²/(N + (10⁻⁵N)²) (2.14), with its numerical error.
    ///
    /// - Throws: ``ElasticError/badCoupling(_:)``.
    public func chiSquared(coupling: Double) throws -> Estimate {
        guard coupling >= 0, coupling.isFinite else { throw ElasticError.badCoupling(coupling) }
        return Self.chiSquared(standard: standard, excess: excess(coupling: coupling))
    }

    /// The same of any events and what is beyond them.
    static func chiSquared(standard: [Estimate], excess: [Estimate]) -> Estimate {
        var sum = Estimate.exact(0)
        for (standard, excess) in zip(standard, excess) {
            let events = standard + excess
            sum = sum + excess.squared / (events + events.scaled(by: systematic).squared)
        }
        return sum
    }

    /// χ² at a coupling, for a search.
    func value(coupling: Double) -> Double {
        let weights = signal.weights(coupling: coupling)
        var sum = 0.0
        for index in standard.indices {
            let excess = weights.linear * linear[index].value + weights.quadratic * quadratic[index].value
            let events = standard[index].value + excess
            let spread = Self.systematic * events
            sum += excess * excess / (events + spread * spread)
        }
        return sum
    }
}

/// ∫dT dσ₀/dT F and ∫dT dσ₀/dT G over a bin, in GeV⁻².
private struct BinIntegral {
    var linear: Estimate
    var quadratic: Estimate

    /// The difference of two rules bounds the error; where that is not small, the adaptive rule is asked.
    init(_ signal: ElasticSignal, from lower: Double, to upper: Double) throws {
        let coarse = try Self.sums(signal, from: lower, to: upper, order: 5 * Refinement.factor)
        let fine = try Self.sums(signal, from: lower, to: upper, order: 9 * Refinement.factor)
        linear = try Self.estimate(signal, from: lower, to: upper, coarse.linear, fine.linear, \.linear, \.linearError)
        quadratic = try Self.estimate(
            signal, from: lower, to: upper, coarse.quadratic, fine.quadratic, \.quadratic, \.quadraticError)
    }

    private struct Sum {
        var value = 0.0
        /// ∫|f|.
        var size = 0.0
        /// From the form factors.
        var error = 0.0
    }

    private static func estimate(
        _ signal: ElasticSignal, from lower: Double, to upper: Double, _ coarse: Sum, _ fine: Sum,
        _ part: KeyPath<ElasticSignal.Shape, Double>, _ partError: KeyPath<ElasticSignal.Shape, Double>
    ) throws -> Estimate {
        let difference = (fine.value - coarse.value).magnitude
        let rounding = fine.size * 0x1p-48
        guard difference > 1e-11 * fine.size else {
            return Estimate(fine.value, error: difference + rounding + fine.error, kind: .bound)
        }
        // In ln T the integrands have no pole close by.
        let found = try Quadrature.adaptive(
            from: log(lower), to: log(upper), relativeTolerance: 1e-12, absoluteTolerance: 1e-12 * fine.size
        ) { logarithm in
            let recoil = exp(logarithm)
            return signal.rate.density(recoil: recoil) * recoil * (try signal.shape(recoil: recoil)[keyPath: part])
        }
        return Estimate(found.value, error: found.error + fine.error + rounding, kind: .bound)
    }

    private static func sums(
        _ signal: ElasticSignal, from lower: Double, to upper: Double, order: Int
    ) throws -> (linear: Sum, quadratic: Sum) {
        let rule = GaussLegendre.rule(order: order)
        let (start, end) = (log(lower), log(upper))
        var (linear, quadratic) = (Sum(), Sum())
        for (node, weight) in zip(rule.nodes, rule.weights) {
            let recoil = exp(0.5 * (start + end + (end - start) * node))
            let density = signal.rate.density(recoil: recoil) * recoil * weight * 0.5 * (end - start)
            let shape = try signal.shape(recoil: recoil)
            linear.value += density * shape.linear
            linear.size += density * shape.linear.magnitude
            linear.error += density * shape.linearError
            quadratic.value += density * shape.quadratic
            quadratic.size += density * shape.quadratic.magnitude
            quadratic.error += density * shape.quadraticError
        }
        return (linear, quadratic)
    }
}
