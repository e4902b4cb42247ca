#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A number for people: at most so many significant digits, no trailing zeros, whatever the locale: `3`, `0.05`, `12300`,
/// `5e-05`, `3.7e+12`. With TeX's powers of ten it is `TeX.number`.
public func decimal(_ value: Double, digits: Int = 4) -> String {
    let text = formatted("%.*g", digits: max(1, digits), value)
    // "%g" writes an exponent where the digits end before the point: 1e+04.
    guard text.contains("e+"), let rounded = Double(text), rounded.magnitude < 1e9 else { return text }
    return formatted("%.*f", digits: 0, rounded)
}

/// ``decimal(_:digits:)``, with powers of ten as TeX writes them from `powersFrom` on and below 0.01: `TeX.number`.
public func texDecimal(_ value: Double, digits: Int = 4, powersFrom: Double = 1e4) -> String {
    guard value != 0, value.isFinite, value.magnitude < 0.01 || value.magnitude >= powersFrom else {
        return decimal(value, digits: digits)
    }
    let parts = formatted("%.*e", digits: max(0, digits - 1), value.magnitude).split(separator: "e")
    guard parts.count == 2, let mantissa = Double(parts[0]), let exponent = Int(parts[1]) else {
        return decimal(value, digits: digits)
    }
    let power = "10^{\(exponent)}"
    let size = mantissa == 1 ? power : decimal(mantissa, digits: digits) + "\\times" + power
    return value < 0 ? "-" + size : size
}

/// As C prints it; the program never sets a locale.
private func formatted(_ format: String, digits: Int, _ value: Double) -> String {
    withVaList([Int32(clamping: min(digits, 40)), value]) { arguments in
        // The longest is a double of 309 digits.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
            guard let start = buffer.baseAddress, vsnprintf(start, buffer.count, format, arguments) > 0 else {
                return ""
            }
            return String(cString: start)
        }
    }
}
