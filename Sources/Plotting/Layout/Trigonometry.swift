#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few functions of the C library that the layout needs, in one place.
enum Trigonometry {
    static func sin(_ x: Double) -> Double { x == 0 ? 0 : sinOf(x) }
    static func cos(_ x: Double) -> Double { x == 0 ? 1 : cosOf(x) }
    static func atan2(_ y: Double, _ x: Double) -> Double { arcTangent(y, x) }
    static func cubeRoot(_ x: Double) -> Double { root(x) }
    static func log10(_ x: Double) -> Double { logarithm(x) }
    static func pow10(_ exponent: Int) -> Double { power(10, Double(exponent)) }
}

private func sinOf(_ x: Double) -> Double { sin(x) }
private func cosOf(_ x: Double) -> Double { cos(x) }
private func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
private func root(_ x: Double) -> Double { cbrt(x) }
private func logarithm(_ x: Double) -> Double { log10(x) }
private func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
