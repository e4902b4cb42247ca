/// A piece of a PNG file (PNG specification, 5.3): its length, its name, its content and a checksum of the two.
package enum PNGChunk {
    static func bytes(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return bigEndian(UInt32(content.count)) + body + bigEndian(checksum(body))
    }

    /// A text that viewers list and do not show (11.3.4.3).
    ///
    /// - Parameter keyword: what the text is, of 1 to 79 Latin letters.
    package static func text(keyword: String, _ text: String) -> [UInt8] {
        bytes("tEXt", Array(keyword.utf8) + [0] + Array(text.utf8))
    }

    static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32 as in ISO 3309.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xffff_ffff as UInt32) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
    }
}
