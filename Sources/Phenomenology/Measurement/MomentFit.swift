import HadronicPhysics
import NumericalMethods
import Reference

/// The fit of K, M and perhaps the normalisation to counts, and the moment that follows.
///
/// Without a systematic error of the bins the likelihood is Poisson's; with one, χ² has the variance of the observed count.
public struct MomentFit: Sendable {
    /// A fitted moment.
    public struct Result: Codable, Hashable, Sendable {
        /// K, M and, where it is free, ν.
        public var parameters: [Double]
        public var covariance: SymmetricMatrix
        /// a_μ^HLO.
        public var moment: Double
        /// One standard deviation.
        public var uncertainty: Double
        /// −2 ln of the likelihood's ratio to that of a perfect template, or χ².
        public var chiSquared: Double
        public var degreesOfFreedom: Int
        /// Evaluations of the template.
        public var evaluations: Int
        /// What the numbers above are wrong by.
        var accuracy: Accuracy
    }

    public let template: RunningTemplate
    private let rule: MomentRule
    /// Of twice the order, to see what the rules of `template` and `rule` miss.
    public let finerTemplate: RunningTemplate
    private let finerRule: MomentRule
    let minimiser: ScoringMinimiser

    /// - Throws: as ``RunningTemplate/init(_:)``.
    public init(_ settings: MeasurementSettings, minimiser: ScoringMinimiser = ScoringMinimiser()) throws {
        template = try RunningTemplate(settings)
        rule = MomentRule(inputs: settings.inputs)
        finerTemplate = try RunningTemplate(settings, refinement: 2)
        finerRule = MomentRule(inputs: settings.inputs, refinement: 2)
        self.minimiser = minimiser
    }

    /// What is expected of a measurement of `parameters`, without a fit: from the information matrix.
    /// - Throws: ``MeasurementError/undetermined(parameters:bins:pivot:)``.
    public func expected(at parameters: [Double]? = nil) throws -> Result {
        let parameters = parameters ?? template.start
        let (covariance, rounding) = try covariance(template, parameters)
        let (finerCovariance, _) = try self.covariance(finerTemplate, parameters)
        let found = try result(rule, parameters, covariance, chiSquared: 0, evaluations: 1)
        let finer = try result(finerRule, parameters, finerCovariance, chiSquared: 0, evaluations: 1)
        return found.with(Accuracy(of: found, against: finer, rounding: rounding))
    }

    /// The inverse of the information matrix, and by what share of its elements it rounds.
    private func covariance(
        _ template: RunningTemplate, _ parameters: [Double]
    ) throws -> (SymmetricMatrix, rounding: Double) {
        guard let expansion = template.expansion(parameters) else { throw outside(parameters) }
        try requireEvents(expansion.events)
        let information = template.information(expansion)
        let factor = try named { () throws(NumericalError) in
            try CholeskyFactor(information, task: "the information matrix")
        }
        let covariance = factor.inverse()
        return (covariance, Accuracy.rounding(information, covariance, terms: bins(template)))
    }

    private func bins(_ template: RunningTemplate) -> Int { template.transfers.count }

    /// The fit.
    ///
    /// - Parameter counts: one a bin; need not be whole numbers, as expected events of another model are not.
    /// - Throws: ``MeasurementError``.
    public func fit(_ counts: [Double]) throws -> Result {
        guard counts.count == template.bins else {
            throw MeasurementError.differentBins(data: counts.count, template: template.bins)
        }
        try requireEvents(counts)
        let minimum = try named { () throws(NumericalError) in
            try minimiser.minimise(from: template.start) { point(at: $0, counts) }
        }
        let found = try result(
            rule, minimum.parameters, minimum.covariance, chiSquared: minimum.value, evaluations: minimum.evaluations)
        return found.with(Accuracy(of: found, distance: minimum.distance, counts: counts))
    }

    /// χ² at given parameters; nil outside their domain.
    ///
    /// - Parameter template: by default the fit's own.
    public func chiSquared(
        _ parameters: [Double], _ counts: [Double], template: RunningTemplate? = nil
    ) -> Double? {
        (template ?? self.template).events(parameters).map { events in
            zip(events, counts).reduce(0) { $0 + term($1.1, $1.0) }
        }
    }

    /// The same with its error, from a `finer` shift that rules of twice the order give.
    /// - Throws: as ``expected(at:)``.
    public func linearResponse(to shift: [Double], finer: [Double]) throws -> Estimate {
        let (value, rounding) = try response(template, rule, to: shift)
        return .converged(
            value, coarse: try response(finerTemplate, finerRule, to: finer).value, size: rounding, operations: 1
        )
    }

    /// The response, and its rounding in units of 2⁻⁵³.
    private func response(
        _ template: RunningTemplate, _ rule: MomentRule, to shift: [Double]
    ) throws -> (value: Double, rounding: Double) {
        let start = template.start
        let (covariance, rounding) = try covariance(template, start)
        guard let expansion = template.expansion(start) else { throw outside(start) }
        let moment = rule.moment(try HadronicRunning(k: start[0], m: start[1])).gradient
        let weights = covariance.times(moment + [Double](repeating: 0, count: start.count - moment.count))
        var gradient = [Double](repeating: 0, count: start.count)
        var size = 0.0
        for (bin, row) in expansion.derivatives.enumerated() {
            let weight = shift[bin] / template.variance(expansion.events[bin])
            for index in row.indices { gradient[index] += weight * row[index] }
            size += (weight * zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 }).magnitude
        }
        let value = zip(moment, covariance.times(gradient)).reduce(0) { $0 + $1.0 * $1.1 }
        return (value, size * rounding)
    }

    /// The moment's standard deviation if the template has one more parameter, whose unit changes the counts by `shift`.
    ///
    /// - Parameter prior: how well it is known from elsewhere, in its unit; infinite where it is not.
    /// - Throws: as ``expected(at:)``.
    public func uncertainty(withNuisance shift: [Double], prior: Double = .infinity) throws -> Double {
        let start = template.start
        guard let expansion = template.expansion(start) else { throw outside(start) }
        var information = SymmetricMatrix(order: start.count + 1)
        for (bin, row) in expansion.derivatives.enumerated() {
            information.addSquare(of: row + [shift[bin]], weight: 1 / template.variance(expansion.events[bin]))
        }
        information[start.count, start.count] += 1 / (prior * prior)
        let factor: CholeskyFactor
        do {
            factor = try CholeskyFactor(information, task: "the information matrix")
        } catch .singularMatrix(_, _, let pivot) {
            throw MeasurementError.undetermined(
                parameters: template.settings.parameterNames + ["the nuisance"], bins: template.bins, pivot: pivot)
        }
        let gradient = rule.moment(try HadronicRunning(k: start[0], m: start[1])).gradient
        let padded = gradient + [Double](repeating: 0, count: start.count + 1 - gradient.count)
        return factor.inverse().quadraticForm(padded).squareRoot()
    }

    // MARK: Parts

    func point(at parameters: [Double], _ counts: [Double]) -> ScoringMinimiser.Point? {
        guard let expansion = template.expansion(parameters) else { return nil }
        var value = 0.0
        var gradient = [Double](repeating: 0, count: parameters.count)
        let order = parameters.count
        var products = [Double](repeating: 0, count: order * order)
        for bin in counts.indices {
            let count = counts[bin]
            let mean = expansion.events[bin]
            guard mean > 0 else { return nil }
            value += term(count, mean)
            let weight = 1 / (template.settings.systematic == 0 ? mean : template.variance(count))
            let pull = (mean - count) * weight
            for row in 0..<order {
                let slope = expansion.flat[bin * order + row]
                gradient[row] += pull * slope
                for column in 0...row {
                    products[row * order + column] += weight * slope * expansion.flat[bin * order + column]
                }
            }
        }
        var information = SymmetricMatrix(order: order)
        for row in 0..<order {
            for column in 0...row { information[row, column] = products[row * order + column] }
        }
        return ScoringMinimiser.Point(value: value, gradient: gradient, information: information)
    }

    /// One bin's share of χ².
    private func term(_ count: Double, _ mean: Double) -> Double {
        if template.settings.systematic == 0 { return PoissonDistribution.deviance(count: count, mean: mean) }
        return (count - mean) * (count - mean) / template.variance(count)
    }

    private func result(
        _ rule: MomentRule, _ parameters: [Double], _ covariance: SymmetricMatrix, chiSquared: Double, evaluations: Int
    ) throws -> Result {
        let moment = rule.moment(try HadronicRunning(k: parameters[0], m: parameters[1]))
        let gradient = moment.gradient + [Double](repeating: 0, count: parameters.count - 2)
        return Result(
            parameters: parameters, covariance: covariance, moment: moment.value,
            uncertainty: covariance.quadraticForm(gradient).squareRoot(), chiSquared: chiSquared,
            degreesOfFreedom: template.bins - parameters.count, evaluations: evaluations, accuracy: .none)
    }

    private func requireEvents(_ counts: [Double]) throws(MeasurementError) {
        // Written so that a count which is not a number is refused, too.
        guard let bin = counts.firstIndex(where: { !($0 > 0 && $0.isFinite) }) else { return }
        throw .emptyBin(number: bin + 1, lower: template.edges[bin], upper: template.edges[bin + 1])
    }

    private func outside(_ parameters: [Double]) -> MeasurementError {
        .invalidSettings("the running with K = \(parameters[0]) GeV^-2, M = \(parameters[1]) GeV^2 is not defined")
    }

    /// A numerical error in the fit's own terms.
    func named<Value>(_ body: () throws(NumericalError) -> Value) throws -> Value {
        do {
            return try body()
        } catch .singularMatrix(_, _, let pivot) {
            throw MeasurementError.undetermined(
                parameters: template.settings.parameterNames, bins: template.bins, pivot: pivot)
        } catch .notConverged(_, let reached, _, let effort) {
            throw MeasurementError.notConverged(
                distance: reached, evaluations: effort, parameters: template.settings.parameterNames)
        }
    }
}
