import ContentHash
import Testing

@Suite("Digests are SHA-256")
struct ContentDigestTests {
    // FIPS 180-4 examples, as NIST publishes them.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownDigests(_ text: String, _ hex: String) {
        #expect(ContentDigest(of: text).hex == hex)
        #expect(ContentDigest(of: Array(text.utf8)).hex == hex)
        var hasher = ContentHasher()
        for byte in text.utf8 { hasher.update([byte]) }
        #expect(hasher.finalize().hex == hex)
    }

    @Test func hexAndBytesGoThereAndBack() {
        for number in 0..<50 {
            let digest = ContentDigest(of: "\(number)")
            #expect(ContentDigest(hex: digest.hex) == digest)
            #expect(ContentDigest(hex: digest.hex.uppercased()) == digest)
            #expect(ContentDigest(bytes: digest.bytes) == digest)
        }
    }

    @Test(arguments: ["", "0", "xyz", String(repeating: "0", count: 63), String(repeating: "g", count: 64)])
    func otherTextsAreNoDigests(_ text: String) {
        #expect(ContentDigest(hex: text) == nil)
    }

    @Test func theOrderIsThatOfTheText() {
        let digests = (0..<100).map { ContentDigest(of: "\($0)") }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }

    @Test func fieldsAreToldApart() {
        func digest(_ fields: [String]) -> ContentDigest {
            var hasher = ContentHasher()
            for field in fields { hasher.field(field) }
            return hasher.finalize()
        }
        #expect(digest(["ab", "c"]) != digest(["a", "bc"]))
        #expect(digest(["ab"]) != digest(["ab", ""]))
        #expect(digest(["ab", "c"]) == digest(["ab", "c"]))
        func byteDigest(_ fields: [[UInt8]]) -> ContentDigest {
            var hasher = ContentHasher()
            for field in fields { hasher.field(field) }
            return hasher.finalize()
        }
        #expect(byteDigest([[1, 2], [3]]) != byteDigest([[1], [2, 3]]))
        #expect(byteDigest([Array("ab".utf8), Array("c".utf8)]) == digest(["ab", "c"]))
    }
}
