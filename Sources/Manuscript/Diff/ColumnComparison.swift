/// A column of numbers with the numerical error of each, where that is stated.
struct Column {
    var values: [Double]
    var error: [Double]?
    /// The error is drawn, as the error bar of a measurement: it says nothing of how well the value is computed.
    var isErrorDrawn = false

    /// The stated error of one value; nil where there is none.
    func error(at index: Int) -> Double? {
        guard let error, error.indices.contains(index), error[index].isFinite, error[index] > 0 else { return nil }
        return error[index]
    }
}

/// Compares two columns number by number.
///
/// A number counts as changed when it moved by more than the tolerance times the larger of the two magnitudes and by
/// more than the two stated numerical errors, added in quadrature.
struct ColumnComparison {
    /// What was found in two columns of equal length.
    struct Result {
        var count = 0
        /// Indices whose numbers differ beyond the relative tolerance.
        var moved: [Int] = []
        var largestRelative = 0.0
        var largestIndex = 0
        var largestInErrors: Double?
        /// Numbers that are defined on one side only.
        var undefined: [Int] = []
        var isBeyondTolerance = false
        /// The factor by which all numbers changed, where it is one.
        var commonFactor: Double?
    }

    var relativeTolerance: Double

    func compare(_ old: Column, _ new: Column) -> Result {
        var result = Result()
        result.count = min(old.values.count, new.values.count)
        var factors: (least: Double, most: Double)? = (.infinity, -.infinity)
        for index in 0..<result.count {
            let (before, after) = (old.values[index], new.values[index])
            if before == after || (before.isNaN && after.isNaN) {
                if before != 0, before.isFinite { factors = nil }
                continue
            }
            guard before.isFinite, after.isFinite else {
                result.undefined.append(index)
                continue
            }
            let scale = max(before.magnitude, after.magnitude)
            // Apart, as the difference of two large numbers may be infinite.
            let relative = (after / scale - before / scale).magnitude
            let change = min((after - before).magnitude, .greatestFiniteMagnitude)
            guard relative > relativeTolerance else {
                factors = nil
                continue
            }
            result.moved.append(index)
            if relative > result.largestRelative {
                result.largestRelative = relative
                result.largestIndex = index
            }
            let ratio = before == 0 ? .infinity : after / before
            factors = factors.map { (min($0.least, ratio), max($0.most, ratio)) }
            let errors = ((old.error(at: index), new.error(at: index)))
            guard errors.0 != nil || errors.1 != nil else {
                result.isBeyondTolerance = true
                continue
            }
            let (first, second) = (errors.0 ?? 0, errors.1 ?? 0)
            let sigma = (first * first + second * second).squareRoot()
            let units = sigma > 0 ? change / sigma : .greatestFiniteMagnitude
            result.largestInErrors = max(result.largestInErrors ?? 0, units)
            if units > 1 || old.isErrorDrawn || new.isErrorDrawn { result.isBeyondTolerance = true }
        }
        if let factors, result.moved.count > 2, factors.least.isFinite, factors.most.isFinite,
            factors.most - factors.least <= 0.01 * ((factors.most + factors.least) / 2 - 1).magnitude
        {
            result.commonFactor = (factors.most + factors.least) / 2
        }
        return result
    }
}
