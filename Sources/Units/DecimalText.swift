#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Numbers in the cells of tables.
package enum DecimalText {
    /// A number of digits, a point and an exponent, with its decimal point moved; nil for anything else.
    package static func value(_ bytes: [UInt8], _ field: Range<Int>, power: Int) -> Double? {
        var exponentAt = field.upperBound
        var hasDigit = false
        for index in field {
            switch bytes[index] {
            case 0x30...0x39: hasDigit = true
            case 0x2E: if exponentAt < index { return nil }
            case 0x2B, 0x2D: if index != field.lowerBound, index != exponentAt + 1 { return nil }
            case 0x45, 0x65:
                if exponentAt < field.upperBound || !hasDigit { return nil }
                exponentAt = index
            default: return nil
            }
        }
        guard hasDigit, field.count < 60 else { return nil }
        var exponent = 0
        if exponentAt < field.upperBound {
            var index = exponentAt + 1
            let isNegative = index < field.upperBound && bytes[index] == 0x2D
            if index < field.upperBound, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
            guard index < field.upperBound, field.upperBound - index < 5 else { return nil }
            while index < field.upperBound {
                exponent = exponent * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            if isNegative { exponent = -exponent }
        }
        exponent += power
        let value: Double? = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 80) { text in
            var length = 0
            for index in field.lowerBound..<exponentAt {
                text[length] = CChar(bitPattern: bytes[index])
                length += 1
            }
            if exponent != 0 {
                text[length] = 0x65
                length += 1
                if exponent < 0 {
                    text[length] = 0x2D
                    length += 1
                }
                var digits = exponent.magnitude
                var divisor: UInt = 1
                while divisor * 10 <= digits { divisor *= 10 }
                while divisor > 0 {
                    text[length] = CChar(0x30 + digits / divisor)
                    length += 1
                    digits %= divisor
                    divisor /= 10
                }
            }
            text[length] = 0
            var end: UnsafeMutablePointer<CChar>?
            guard let start = text.baseAddress else { return nil }
            let value = strtod(start, &end)
            return end == start + length ? value : nil
        }
        guard let value, value.isFinite else { return nil }
        // An underflow is told by the other path.
        if value == 0 {
            for index in field.lowerBound..<exponentAt where (0x31...0x39).contains(bytes[index]) { return nil }
        }
        return value
    }
}
