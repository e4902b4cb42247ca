#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The straight line through two points in the logarithms of both coordinates.
public enum LogarithmicLine {
    /// The value at `x`. All coordinates are positive.
    public static func value(
        at x: Double, from first: (x: Double, y: Double), to last: (x: Double, y: Double)
    ) -> Double {
        let share = log(x / first.x) / log(last.x / first.x)
        return first.y * pow(last.y / first.y, share)
    }
}
