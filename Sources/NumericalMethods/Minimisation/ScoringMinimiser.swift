/// Minimises −2 ln L, or any χ², by Fisher's scoring: Newton's steps with the expected information in place of the second
/// derivatives, damped as Levenberg and Marquardt do where a step does not lower the value.
///
/// It needs first derivatives only and converges fast where the data resemble the model.
public struct ScoringMinimiser: Sendable {
    /// The function at one point, divided as an expansion: χ² ≈ value + 2 gradient·δ + δᵀ information δ.
    public struct Point: Sendable {
        /// The function there; finite inside of the domain.
        public var value: Double
        /// Half of the derivatives.
        public var gradient: [Double]
        /// Half of the expected second derivatives: the inverse is the covariance for χ² and −2 ln L.
        public var information: SymmetricMatrix

        /// The gradient has as many elements as there are parameters, and the information as many rows.
        @inlinable
        public init(value: Double, gradient: [Double], information: SymmetricMatrix) {
            self.value = value
            self.gradient = gradient
            self.information = information
        }
    }

    /// Where a search ended, with what the data say on the parameters there.
    public struct Minimum: Sendable {
        /// The position of the minimum, in the order in which the function takes them.
        public var parameters: [Double]
        /// The function there.
        public var value: Double
        /// The inverse of the information at the minimum.
        public var covariance: SymmetricMatrix
        /// How far above the minimum the value still is, as estimated from the last gradient.
        public var distance: Double
        /// Points at which the function was evaluated.
        public var evaluations: Int
    }

    /// Converged when the estimated distance of the value from its minimum is below this. In units of χ²: 1e-10 is 1e-5
    /// standard deviations of any parameter.
    public var tolerance: Double
    /// By how much a step may raise the value: rounding of large counts looks like a rise. The gradient suffers less from it
    /// and decides on convergence.
    public var noise: Double
    /// Evaluations of the function before the search is given up.
    public var maximumEvaluations: Int

    /// A minimiser with its limits; those that stand here serve a fit of counts.
    public init(tolerance: Double = 1e-10, noise: Double = 1e-7, maximumEvaluations: Int = 100) {
        self.tolerance = tolerance
        self.noise = noise
        self.maximumEvaluations = maximumEvaluations
    }

    /// - Parameters:
    ///   - start: the first point; its value must be finite.
    ///   - function: nil, or a value that is not finite, where the parameters are outside the domain: a shorter step is tried.
    /// - Throws: ``NumericalError/notConverged(task:reached:requested:effort:)``,
    ///   ``NumericalError/singularMatrix(task:row:pivot:)``, ``NumericalError/notFinite(task:argument:)`` at the start.
    public func minimise(
        from start: [Double], task: String = "the fit", _ function: ([Double]) -> Point?
    ) throws(NumericalError) -> Minimum {
        var parameters = start
        guard var point = function(start), point.value.isFinite else {
            throw .notFinite(task: task, argument: start.first ?? .nan)
        }
        var evaluations = 1
        var damping = 0.0
        while true {
            let factor = try CholeskyFactor(point.information, task: "the information matrix of \(task)")
            let newton = factor.solve(point.gradient)
            let distance = zip(newton, point.gradient).reduce(0) { $0 + $1.0 * $1.1 }
            guard distance > tolerance else {
                return Minimum(
                    parameters: parameters, value: point.value, covariance: factor.inverse(), distance: distance,
                    evaluations: evaluations)
            }
            var next: (parameters: [Double], point: Point)?
            while next == nil {
                guard evaluations < maximumEvaluations, damping < 1e12 else {
                    throw .notConverged(task: task, reached: distance, requested: tolerance, effort: evaluations)
                }
                let step = damping == 0 ? newton : try dampedStep(point, damping, task)
                let trial = zip(parameters, step).map { $0 - $1 }
                evaluations += 1
                if let found = function(trial), found.value.isFinite, found.value <= point.value + noise {
                    next = (trial, found)
                    damping = damping < 1e-3 ? 0 : damping / 10
                } else {
                    damping = max(1e-3, damping * 10)
                }
            }
            if let next { (parameters, point) = next }
        }
    }

    private func dampedStep(_ point: Point, _ damping: Double, _ task: String) throws(NumericalError) -> [Double] {
        var damped = point.information
        for index in 0..<damped.order { damped[index, index] *= 1 + damping }
        return try CholeskyFactor(damped, task: "the damped information matrix of \(task)").solve(point.gradient)
    }
}
