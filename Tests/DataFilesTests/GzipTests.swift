import BuildGraph
import CZlib
import DataFiles
import Testing

@Suite("Files compressed by gzip")
struct GzipTests {
    /// As gzip makes it.
    private func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))) { buffer, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = CUnsignedInt(input.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = CUnsignedInt(buffer.count)
                deflate(&stream, Z_FINISH)
            }
            count = buffer.count - Int(stream.avail_out)
        }
    }

    private func refusal(_ bytes: [UInt8], limit: Int = 1000) -> String {
        do throws(DataFileError) {
            return "no error: \(try Gzip.decompress(bytes, file: "a.gz", limit: limit))"
        } catch {
            return error.description
        }
    }

    private let text = Array("mass [MeV],rate [1/s]\n1,2\n".utf8)

    @Test("are what was compressed, also of several members and of nothing", arguments: 0..<30)
    func roundTrip(_ seed: Int) throws {
        var random = SeededGenerator(seed)
        var (bytes, packed): ([UInt8], [UInt8]) = ([], [])
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let count = Int.random(in: 0...200_000, using: &random)
            let member = (0..<count).map { _ in UInt8.random(in: 0...UInt8(seed), using: &random) }
            bytes += member
            packed += compressed(member)
        }
        #expect(try Gzip.decompress(packed, file: "a.gz") == bytes)
    }

    @Test("are read as tables, JSON and YAML without further words")
    func readers() throws {
        let table = try DataTable(
            compressed(text), file: "a.csv.gz", columns: [.number("mass", .energy), .number("rate", .rate)])
        #expect(try table.numbers("rate") == [2])
        #expect(try DataDocument.json([Int].self, compressed(Array("[1]".utf8)), file: "a.json.gz") == [1])
    }

    @Test("that are truncated anywhere are refused")
    func truncated() {
        let packed = compressed(text)
        for count in 2..<packed.count {
            #expect(
                refusal(Array(packed[..<count]))
                    == "a.gz: the compressed data end too early, after \(count) bytes; the file was not copied whole; copy it again"
            )
        }
    }

    @Test("that are damaged, are none or are followed by something are refused")
    func damaged() {
        var packed = compressed(text)
        #expect(
            refusal(packed + [0, 1, 2])
                == "a.gz: 3 bytes follow the compressed data, at byte \(packed.count + 1); the file was damaged or joined with "
                + "another")
        #expect(refusal(text) == "a.gz: the file is not one of gzip; give it as gzip made it")
        packed[packed.count - 6] ^= 1
        #expect(refusal(packed).contains("a.gz: the compressed data are damaged near byte"))
        let named = #expect(throws: DataFileError.self) { try DataTable(text, file: "a.csv.gz", columns: []) }
        #expect(
            named?.description
                == "a.csv.gz: the file is named as one of gzip and begins otherwise: 'mass [MeV],rate [1/s'; give the file as "
                + "gzip made it")
    }

    @Test("become no more than the limit: of a bomb no more than that is in memory")
    func bomb() {
        let packed = compressed([UInt8](repeating: 0, count: 5_000_000))
        #expect(packed.count < 10_000)
        #expect(
            refusal(packed, limit: 100_000)
                == "a.gz: the data become more than 100000 bytes when they are decompressed; keep the part that is needed"
        )
    }
}
