@_spi(Solver) import NumericalMethods

extension MomentFit.Result {
    /// The numerical errors of a result, absolute.
    struct Accuracy: Codable, Hashable, Sendable {
        var moment: Double
        var uncertainty: Double
        var chiSquared: Double
        /// As shares of the product of two standard deviations.
        var covariance: Double

        static let none = Accuracy(moment: 0, uncertainty: 0, chiSquared: 0, covariance: 0)
    }

    func with(_ accuracy: Accuracy) -> MomentFit.Result {
        var result = self
        result.accuracy = accuracy
        return result
    }

    /// The moment with its numerical error.
    public var momentEstimate: Estimate { Estimate(moment, error: accuracy.moment, kind: .bound) }

    /// The standard deviation of the moment with its numerical error.
    public var uncertaintyEstimate: Estimate { Estimate(uncertainty, error: accuracy.uncertainty, kind: .bound) }

    /// ``chiSquared`` with its numerical error.
    public var chiSquaredEstimate: Estimate { Estimate(chiSquared, error: accuracy.chiSquared, kind: .bound) }

    /// The standard deviation of a parameter with its numerical error.
    public func deviationEstimate(_ index: Int) -> Estimate {
        let variance = covariance[index, index]
        return Estimate(variance, error: variance * accuracy.covariance, kind: .bound).squareRoot()
    }

    /// The correlation of two parameters with its numerical error.
    public func correlationEstimate(_ first: Int, _ second: Int) -> Estimate {
        // Of the covariance and of either variance.
        let error = accuracy.covariance + accuracy.covariance
        return Estimate(covariance.correlation(first, second), error: error, kind: .bound)
    }
}

extension MomentFit.Result.Accuracy {
    /// Of what an information matrix gives: what rules of twice the order change, and rounding.
    ///
    /// - Parameter rounding: from ``rounding(_:_:terms:)``, in units of 2⁻⁵³.
    init(of result: MomentFit.Result, against finer: MomentFit.Result, rounding: Double) {
        let share = rounding * Self.halfUlp
        moment = (result.moment - finer.moment).magnitude + result.moment.magnitude * 256 * Self.halfUlp
        uncertainty = (result.uncertainty - finer.uncertainty).magnitude + share * result.uncertainty
        chiSquared = 0
        var largest = 0.0
        for row in 0..<result.covariance.order {
            for column in 0...row {
                let scale = (result.covariance[row, row] * result.covariance[column, column]).squareRoot()
                let change = result.covariance[row, column] - finer.covariance[row, column]
                largest = max(largest, change.magnitude / scale)
            }
        }
        covariance = largest + share
    }

    /// Of a fit: the estimated distance to the minimum, in χ², is the square of that in standard deviations. Twice it
    /// stands for the curvature, which the search takes from the model and not from the data.
    init(of result: MomentFit.Result, distance: Double, counts: [Double]) {
        let deviations = 2 * max(distance, 0).squareRoot()
        let largest = counts.max() ?? 0
        moment = deviations * result.uncertainty + result.moment.magnitude * 256 * Self.halfUlp
        uncertainty = deviations * result.uncertainty
        covariance = deviations
        // The difference of each count to its mean rounds with the count.
        let pull = largest.squareRoot() * 256 * Self.halfUlp
        let total = (result.chiSquared * Double(counts.count)).squareRoot()
        chiSquared = deviations * deviations + 2 * total * pull + Double(counts.count) * pull * pull
    }

    /// By how much the inverse of an information matrix rounds, as a share of the product of two standard deviations: the
    /// roundings of the sums that it is made of, as many as `terms` and some for each, times the condition of the matrix
    /// with its diagonal scaled to one. In units of 2⁻⁵³.
    static func rounding(_ information: SymmetricMatrix, _ covariance: SymmetricMatrix, terms: Int) -> Double {
        var condition = 0.0
        for row in 0..<covariance.order {
            let sum = (0..<covariance.order).reduce(0) { sum, column in
                let scale = (information[row, row] * information[column, column]).squareRoot()
                return sum + covariance[row, column].magnitude * scale
            }
            condition = max(condition, sum)
        }
        return condition * Double(terms + 64)
    }

    private static let halfUlp = 0x1p-53
}

extension MomentFit {
    typealias Accuracy = Result.Accuracy
}
