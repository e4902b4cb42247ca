/// Completes cairo's PNG.
enum PNGFinish {
    /// Adds the chunk `pHYs`, which tells how large the image is on paper (PNG specification, 11.3.5.3), after the
    /// header.
    static func stating(dotsPerInch: Int, in bytes: [UInt8]) -> [UInt8] {
        // The signature of 8 bytes and the header's chunk of 25.
        let header = 33
        guard bytes.count > header, dotsPerInch > 0 else { return bytes }
        let perMetre = UInt32(clamping: Int((Double(dotsPerInch) / 0.0254).rounded()))
        let content = Array("pHYs".utf8) + bigEndian(perMetre) + bigEndian(perMetre) + [1]
        let chunk = bigEndian(UInt32(content.count - 4)) + content + bigEndian(checksum(content))
        return bytes[..<header] + chunk + bytes[header...]
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32 as in ISO 3309.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xffff_ffff as UInt32) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
    }
}
