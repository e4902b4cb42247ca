/// Completes cairo's PNG.
enum PNGFinish {
    /// Adds the chunk `pHYs`, which tells how large the image is on paper (PNG specification, 11.3.5.3), after the
    /// header.
    static func stating(dotsPerInch: Int, in bytes: [UInt8]) -> [UInt8] {
        // The signature of 8 bytes and the header's chunk of 25.
        let header = 33
        guard bytes.count > header, dotsPerInch > 0 else { return bytes }
        let perMetre = PNGChunk.bigEndian(UInt32(clamping: Int((Double(dotsPerInch) / 0.0254).rounded())))
        return bytes[..<header] + PNGChunk.bytes("pHYs", perMetre + perMetre + [1]) + bytes[header...]
    }
}
