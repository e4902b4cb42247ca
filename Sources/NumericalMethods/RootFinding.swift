/// Roots of continuous functions of one variable.
public enum RootFinding {
    /// The same between ends that are computed.
    ///
    /// - Throws: also ``NumericalError/invalidArgument(_:)`` for ends that do not ascend, of which a range would end the
    ///   process.
    @inlinable
    public static func brent(
        from lower: Double, to upper: Double, tolerance: Double = 0, _ f: (Double) throws -> Double
    ) throws -> Double {
        guard lower <= upper else {
            throw NumericalError.invalidArgument("there is no interval from \(lower) to \(upper) to look for a root in")
        }
        return try brent(in: lower...upper, tolerance: tolerance, f)
    }

    /// A root of `f` in `bracket`, at whose ends f has opposite signs (or is zero), by Brent's method: inverse quadratic
    /// interpolation guarded by bisection (R. P. Brent, *Algorithms for Minimization without Derivatives*, 1973, ch. 4).
    ///
    /// - Parameters:
    ///   - tolerance: the absolute accuracy of the root in x; four ulps of the root are always allowed in addition.
    /// - Returns: x such that f changes sign within `tolerance` of it.
    /// - Throws: ``NumericalError/notBracketed(lower:upper:valueAtLower:valueAtUpper:)`` when the signs agree or a value
    ///   is not a number, and whatever `f` throws.
    @inlinable
    public static func brent(
        in bracket: ClosedRange<Double>, tolerance: Double = 0, _ f: (Double) throws -> Double
    ) throws -> Double {
        var a = bracket.lowerBound
        var b = bracket.upperBound
        var fa = try f(a)
        var fb = try f(b)
        if fa == 0 { return a }
        if fb == 0 { return b }
        guard (fa < 0 && fb > 0) || (fa > 0 && fb < 0) else {
            throw NumericalError.notBracketed(lower: a, upper: b, valueAtLower: fa, valueAtUpper: fb)
        }
        // b is the best guess, a the one before, c the other end of the bracket.
        var c = a
        var fc = fa
        var step = b - a
        var previousStep = step
        let maximumSteps = 400
        for _ in 0..<maximumSteps {
            if fc.magnitude < fb.magnitude {
                (a, b, c) = (b, c, b)
                (fa, fb, fc) = (fb, fc, fb)
            }
            let allowed = 2 * b.magnitude * 0x1p-52 + 0.5 * tolerance
            let half = 0.5 * (c - b)
            if half.magnitude <= allowed || fb == 0 { return b }
            if previousStep.magnitude < allowed || fa.magnitude <= fb.magnitude {
                step = half
                previousStep = half
            } else {
                var p: Double
                var q: Double
                let s = fb / fa
                if a == c {
                    p = 2 * half * s
                    q = 1 - s
                } else {
                    let u = fa / fc
                    let v = fb / fc
                    p = s * (2 * half * u * (u - v) - (b - a) * (v - 1))
                    q = (u - 1) * (v - 1) * (s - 1)
                }
                if p > 0 { q = -q } else { p = -p }
                let beforeLast = previousStep
                previousStep = step
                if 2 * p < 3 * half * q - (allowed * q).magnitude && p < (0.5 * beforeLast * q).magnitude {
                    step = p / q
                } else {
                    step = half
                    previousStep = half
                }
            }
            a = b
            fa = fb
            b += step.magnitude > allowed ? step : (half > 0 ? allowed : -allowed)
            fb = try f(b)
            if (fb > 0) == (fc > 0) {
                c = a
                fc = fa
                step = b - a
                previousStep = step
            }
        }
        throw NumericalError.notConverged(
            task: "the root between \(bracket.lowerBound) and \(bracket.upperBound)", reached: (c - b).magnitude,
            requested: tolerance, effort: maximumSteps)
    }

    /// A root of a function that is itself known within errors, with an error of its own: on either side of
    /// `root ± error` the function has the sign of that side's end, whatever its own error does.
    ///
    /// - Parameters: as ``brent(in:tolerance:_:)``.
    /// - Throws: as ``brent(in:tolerance:_:)``.
    @inlinable
    public static func certified(
        in bracket: ClosedRange<Double>, tolerance: Double = 0, _ f: (Double) throws -> Estimate
    ) throws -> Estimate {
        let root = try brent(in: bracket, tolerance: tolerance) { try f($0).value }
        return try certify(root, in: bracket, tolerance: tolerance, f)
    }

    /// The error of a root that is at hand, as in ``certified(in:tolerance:_:)``.
    ///
    /// It grows from what rounding and `tolerance` leave until both signs are certain; it ends at the ends of the bracket,
    /// between which the root is by assumption.
    @inlinable
    public static func certify(
        _ root: Double, in bracket: ClosedRange<Double>, tolerance: Double = 0, _ f: (Double) throws -> Estimate
    ) throws -> Estimate {
        let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
        let rises = try f(upper).value > f(lower).value
        var error = max(8 * 0x1p-52 * root.magnitude, tolerance, Double.leastNormalMagnitude)
        // By how much the error must grow for the sign on one side to be certain; at most one where it is.
        func lack(_ side: Double) throws -> Double {
            let point = root + side * error
            guard point > lower, point < upper else { return 0 }
            let found = try f(point)
            let height = (side > 0) == rises ? found.value : -found.value
            return height > found.error ? 0 : 1.25 * found.error / max(height, found.error * 0x1p-5)
        }
        while true {
            let growth = max(try lack(-1), try lack(1))
            // Also where the function is not a number.
            if growth == 0 { break }
            error *= growth > 1.25 ? growth : 1.25
        }
        return Estimate(value: root, error: min(error, max(root - lower, upper - root)), kind: .bound)
    }
}
