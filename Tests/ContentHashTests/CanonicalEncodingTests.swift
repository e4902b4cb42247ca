import ContentHash
import FoundationEssentials
import Testing

private func hex<T: Encodable>(_ value: T) throws -> String {
    try CanonicalEncoder().encode(value).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

@Suite("One value, one encoding")
struct CanonicalEncodingTests {
    // RFC 8949, appendix A.
    @Test(arguments: [
        (0, "00"), (10, "0a"), (23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (1_000_000, "1a000f4240"),
        (1_000_000_000_000, "1b000000e8d4a51000"), (-1, "20"), (-10, "29"), (-100, "3863"), (-1000, "3903e7"),
    ])
    func integersAreShortest(_ value: Int, _ wanted: String) throws {
        #expect(try hex(value) == wanted)
    }

    @Test func limitsOfIntegers() throws {
        #expect(try hex(UInt64.max) == "1bffffffffffffffff")
        #expect(try hex(Int64.min) == "3b7fffffffffffffff")
        #expect(try CanonicalDecoder().decode(Int64.self, from: CanonicalEncoder().encode(Int64.min)) == .min)
    }

    @Test func doublesTakeEightBytes() throws {
        #expect(try hex(1.1) == "fb3ff199999999999a")
        #expect(try hex(1.5) == "fb3ff8000000000000")
        #expect(try hex(-0.0) == "fb8000000000000000")
        #expect(try hex(0.0) == "fb0000000000000000")
        #expect(try hex(Double.infinity) == "fb7ff0000000000000")
    }

    @Test func thereIsOneNaN() throws {
        let nans = [Double.nan, -Double.nan, Double(nan: 5, signaling: false), Double(nan: 1, signaling: true)]
        #expect(Set(try nans.map { try hex($0) }) == ["fb7ff8000000000000"])
        #expect(Set(try nans.map { try hex([$0]) }).count == 1)
    }

    @Test func textsBooleansAndNull() throws {
        #expect(try hex("ü") == "62c3bc")
        #expect(try hex([true, false]) == "82f5f4")
        #expect(try hex([Int?.none, 1]) == "82f601")
    }

    @Test func bytesAreOneString() throws {
        #expect(try hex([1, 2, 3] as [UInt8]) == "43010203")
        #expect(try hex(Data([1, 2, 3])) == "43010203")
    }

    @Test func doublesAreOneTypedArray() throws {
        #expect(try hex([1.0, 2.0]) == "d85650000000000000f03f0000000000000040")
        #expect(try hex([Double]()) == "d85640")
    }

    @Test func mapKeysAreSortedByTheirEncoding() throws {
        struct Unsorted: Encodable {
            var b = 1
            var aa = 2
            var a = 3
        }
        #expect(try hex(Unsorted()) == "a3616103616201626161" + "02")
        #expect(try hex(["b": 1, "aa": 2, "a": 3]) == "a361610361620162616102")
    }

    @Test func setsAndDictionariesDoNotDependOnTheirHistory() throws {
        enum Colour: String, Codable { case red, green, blue, grey }
        struct Key: Codable, Hashable { var x: Int }
        // Another capacity gives another order of iteration.
        var numbers = Set<Int>(minimumCapacity: 1000)
        var named: [Key: Int] = Dictionary(minimumCapacity: 1000)
        for number in (0..<100).reversed() {
            numbers.insert(number)
            named[Key(x: number)] = number
        }
        #expect(Array(numbers) != Array(Set(0..<100)), "the orders must differ for this test to mean something")
        #expect(try hex(numbers) == hex(Set(0..<100)))
        #expect(try hex(named) == hex(Dictionary(uniqueKeysWithValues: (0..<100).map { (Key(x: $0), $0) })))
        #expect(try hex([Colour.red: 1, .green: 2]) == hex([Colour.green: 2, .red: 1]))
        #expect(
            try CanonicalDecoder().decode(Set<Int>.self, from: CanonicalEncoder().encode(numbers)) == Set(0..<100))
        #expect(
            try CanonicalDecoder().decode([Key: Int].self, from: CanonicalEncoder().encode(named)) == named)
    }

    @Test func nestingThatIsTooDeepIsRefused() throws {
        indirect enum Chain: Codable {
            case end
            case link(Chain)
        }
        var chain = Chain.end
        for _ in 0..<1000 { chain = .link(chain) }
        #expect(throws: EncodingError.self) { try CanonicalEncoder().encode(chain) }
    }

    @Test func theTreeIsReadableAsJSON() throws {
        struct Value: Encodable {
            var name = "a \"quoted\"\nΩ"
            var numbers = [1.5, .nan]
            var map = ["k": -2]
            var none: [Int] = []
        }
        let tree = try CanonicalValue(canonical: CanonicalEncoder().encode(Value()))
        #expect(tree.json() == #"{"map":{"k":-2},"name":"a \"quoted\"\nΩ","none":[],"numbers":[1.5,"nan"]}"#)
        #expect(tree["map"]?["k"] == .negative(-2))
    }
}
