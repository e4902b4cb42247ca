/// Writes the items of the canonical encoding.
struct CanonicalWriter {
    static let doubleArrayTag: UInt64 = 86

    var bytes: [UInt8] = []

    mutating func head(_ major: UInt8, _ argument: UInt64) {
        let type = major << 5
        switch argument {
        case 0..<24: bytes.append(type | UInt8(argument))
        case 24..<0x100:
            bytes.append(type | 24)
            bytes.append(UInt8(argument))
        case 0x100..<0x1_0000:
            bytes.append(type | 25)
            bigEndian(argument, 2)
        case 0x1_0000..<0x1_0000_0000:
            bytes.append(type | 26)
            bigEndian(argument, 4)
        default:
            bytes.append(type | 27)
            bigEndian(argument, 8)
        }
    }

    private mutating func bigEndian(_ value: UInt64, _ count: Int) {
        for shift in stride(from: 8 * (count - 1), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }

    mutating func null() { bytes.append(0xf6) }

    mutating func bool(_ value: Bool) { bytes.append(value ? 0xf5 : 0xf4) }

    mutating func integer(_ value: some FixedWidthInteger) {
        if value < 0 {
            head(1, UInt64(truncatingIfNeeded: ~value))
        } else {
            head(0, UInt64(truncatingIfNeeded: value))
        }
    }

    mutating func double(_ value: Double) {
        bytes.append(0xfb)
        bigEndian(value.isNaN ? CanonicalParser.nan : value.bitPattern, 8)
    }

    mutating func float(_ value: Float) {
        bytes.append(0xfa)
        bigEndian(UInt64(value.isNaN ? CanonicalParser.floatNaN : value.bitPattern), 4)
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            head(3, UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func byteString(_ value: some Collection<UInt8>) {
        head(2, UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func doubles(_ values: [Double]) {
        head(6, Self.doubleArrayTag)
        head(2, UInt64(8 * values.count))
        bytes.reserveCapacity(bytes.count + 8 * values.count)
        if values.contains(where: \.isNaN) {
            for value in values { append(value.isNaN ? CanonicalParser.nan : value.bitPattern) }
        } else if UInt64(1).littleEndian == 1 {
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        } else {
            for value in values { append(value.bitPattern) }
        }
    }

    private mutating func append(_ pattern: UInt64) {
        withUnsafeBytes(of: pattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
