@_spi(Solver) import NumericalMethods

@testable import MeasurementPhysics

extension MomentFit {
    /// The minimum of χ² over the other parameters with one held at a value: a profile.
    /// - Throws: ``MeasurementError``.
    func profile(_ counts: [Double], holding index: Int, at value: Double) throws -> Double {
        var start = template.start
        start.remove(at: index)
        let minimum = try named { () throws(NumericalError) in
            try minimiser.minimise(from: start) { rest in
                var all = rest
                all.insert(value, at: index)
                guard var full = point(at: all, counts) else { return nil }
                full.gradient.remove(at: index)
                full.information = full.information.removing(index)
                return full
            }
        }
        return minimum.value
    }
}
