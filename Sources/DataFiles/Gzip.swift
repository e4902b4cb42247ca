import CZlib

/// Files that gzip made: one member, or several behind each other.
package enum Gzip {
    /// The most bytes that one is let to become: far more than any input, and far less than a bomb.
    package static let mostBytes = 256_000_000

    package static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// What a file holds: decompressed where it begins as gzip files do, which no text does.
    ///
    /// - Throws: ``DataFileError`` also where the file is only named as if it were compressed.
    package static func contents(
        of bytes: [UInt8], file: String, limit: Int = mostBytes
    ) throws(DataFileError) -> [UInt8] {
        if isCompressed(bytes) { return try decompress(bytes, file: file, limit: limit) }
        guard !file.lowercased().hasSuffix(".gz") else {
            throw DataFileError(
                file: file, value: String(decoding: bytes.prefix(20), as: UTF8.self),
                reason: "the file is named as one of gzip and begins otherwise", remedy: "give the file as gzip made it"
            )
        }
        return bytes
    }

    /// - Parameter limit: the most bytes of the result.
    package static func decompress(
        _ bytes: [UInt8], file: String, limit: Int = mostBytes
    ) throws(DataFileError) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard isCompressed(Array(bytes[position..<min(position + 2, bytes.count)])) else {
                throw DataFileError(
                    file: file,
                    reason: position == 0
                        ? "the file is not one of gzip"
                        : "\(bytes.count - position) bytes follow the compressed data, at byte \(position + 1)",
                    remedy: position == 0 ? "give it as gzip made it" : "the file was damaged or joined with another")
            }
            position = try member(bytes, from: position, into: &result, file, limit)
        }
        return result
    }

    /// Decompresses one member, and gives the position behind it.
    private static func member(
        _ bytes: [UInt8], from start: Int, into result: inout [UInt8], _ file: String, _ limit: Int
    ) throws(DataFileError) -> Int {
        var stream = z_stream()
        // 15 bits of window, and 16 for the form of gzip alone.
        guard inflateInit2_(&stream, 31, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw DataFileError(file: file, reason: "zlib could not be started", remedy: "free memory and run again")
        }
        defer { inflateEnd(&stream) }
        var position = start
        var status = Z_OK
        while status == Z_OK {
            let piece = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
                let size = min(bytes.count - position, 1 << 30)
                bytes.withUnsafeBufferPointer { input in
                    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: position))
                    stream.avail_in = CUnsignedInt(size)
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = CUnsignedInt(buffer.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                }
                position += size - Int(stream.avail_in)
                count = buffer.count - Int(stream.avail_out)
            }
            guard result.count + piece.count <= limit else {
                throw DataFileError(
                    file: file, reason: "the data become more than \(limit) bytes when they are decompressed",
                    remedy: "keep the part that is needed")
            }
            result += piece
        }
        guard status == Z_STREAM_END else {
            let isShort = status == Z_BUF_ERROR
            throw DataFileError(
                file: file,
                reason: isShort
                    ? "the compressed data end too early, after \(bytes.count) bytes"
                    : "the compressed data are damaged near byte \(position + 1)"
                        + (stream.msg.map { ": \(String(cString: $0))" } ?? ""),
                remedy: "the file was not copied whole; copy it again")
        }
        return position
    }
}
