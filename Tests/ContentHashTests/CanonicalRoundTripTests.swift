import ContentHash
import FoundationEssentials
import Testing

struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// A value of every kind that Codable knows.
struct Everything: Codable, Equatable {
    enum Choice: Codable, Equatable {
        case empty
        case pair(Int, String)
        case labelled(mass: Double)
    }

    var int: Int
    var byte: UInt8
    var word: UInt64
    var small: Int16
    var float: Float
    var double: Double
    var flag: Bool
    var text: String
    var optional: Int?
    var doubles: [Double]
    var nested: [[Double]]
    var bytes: [UInt8]
    var data: Data
    var words: [String: Double]
    var indexed: [Int: String]
    var set: Set<Int>
    var choices: [Choice]
    var date: Date
    var url: URL?
    var children: [Everything]

    init(using generator: inout SeededGenerator, depth: Int = 0) {
        func count(_ generator: inout SeededGenerator) -> Int { Int.random(in: 0..<5, using: &generator) }
        func double(_ generator: inout SeededGenerator) -> Double {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: .infinity
            case 1: -0.0
            case 2: .leastNonzeroMagnitude
            case 3: .greatestFiniteMagnitude
            default: Double.random(in: -1e3...1e3, using: &generator)
            }
        }
        func text(_ generator: inout SeededGenerator) -> String {
            (0..<count(&generator)).map { _ in
                ["a", "Z", "ü", "√", "🙂", "\n", "\""].randomElement(using: &generator) ?? ""
            }
            .joined()
        }
        int = Int(truncatingIfNeeded: generator.next()) >> Int.random(in: 0..<64, using: &generator)
        byte = .random(in: 0...255, using: &generator)
        word = generator.next() >> UInt64.random(in: 0..<64, using: &generator)
        small = .random(in: .min ... .max, using: &generator)
        float = .random(in: -9...9, using: &generator)
        self.double = double(&generator)
        flag = .random(using: &generator)
        self.text = text(&generator)
        optional = .random(using: &generator) ? 7 : nil
        doubles = (0..<count(&generator)).map { _ in double(&generator) }
        nested = (0..<count(&generator)).map { _ in (0..<count(&generator)).map { _ in double(&generator) } }
        bytes = (0..<count(&generator)).map { _ in .random(in: 0...255, using: &generator) }
        data = Data(bytes.reversed())
        words = [:]
        indexed = [:]
        for _ in 0..<count(&generator) * 4 {
            words[text(&generator)] = double(&generator)
            indexed[Int.random(in: -5..<50, using: &generator)] = text(&generator)
        }
        set = Set(indexed.keys)
        choices = [.empty, .pair(int, self.text), .labelled(mass: self.double)]
        date = Date(timeIntervalSinceReferenceDate: Double.random(in: 0...1e9, using: &generator))
        url = URL(string: "https://example.org/a")
        children = depth > 1 ? [] : (0..<count(&generator)).map { _ in Everything(using: &generator, depth: depth + 1) }
    }
}

@Suite("What is encoded comes back")
struct CanonicalRoundTripTests {
    @Test(arguments: UInt64(0)..<40)
    func anyValue(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let value = Everything(using: &generator)
        let bytes = try CanonicalEncoder().encode(value)
        let decoded = try CanonicalDecoder().decode(Everything.self, from: bytes)
        #expect(decoded == value)
        #expect(try CanonicalEncoder().encode(decoded) == bytes)
    }

    @Test func signsOfZeroAndNaN() throws {
        let values = [0.0, -0.0, .nan, -.infinity]
        let decoded = try CanonicalDecoder().decode([Double].self, from: CanonicalEncoder().encode(values))
        #expect(decoded.map(\.bitPattern) == values.map(\.bitPattern))
    }

    @Test func aMillionDoubles() throws {
        var generator = SeededGenerator(state: 1)
        let values = (0..<1_000_000).map { _ in Double.random(in: 0...1, using: &generator) }
        let bytes = try CanonicalEncoder().encode(values)
        #expect(bytes.count == 8_000_007)
        #expect(try CanonicalDecoder().decode([Double].self, from: bytes) == values)
    }

    @Test func classesWithInheritanceKeepBothParts() throws {
        class Base: Codable { var a = 1 }
        final class Derived: Base {
            var b = 2
            enum Keys: CodingKey { case b }
            override init() { super.init() }
            required init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Keys.self)
                b = try container.decode(Int.self, forKey: .b)
                try super.init(from: container.superDecoder())
            }
            override func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Keys.self)
                try container.encode(b, forKey: .b)
                try super.encode(to: container.superEncoder())
            }
        }
        let value = Derived()
        value.a = 5
        value.b = 6
        let decoded = try CanonicalDecoder().decode(Derived.self, from: CanonicalEncoder().encode(value))
        #expect((decoded.a, decoded.b) == (5, 6))
    }
}

@Suite("Hostile bytes give an error, never a trap")
struct CanonicalHostileBytesTests {
    private struct Small: Codable, Equatable {
        var name = "muon"
        var masses = [0.1, 0.2]
        var flags = ["a": true]
    }

    @Test(arguments: [
        "", "18", "1817", "190000", "1b00000000ffffffff", "5f", "9f", "bf", "ff", "f7", "f97e00", "c0", "d85641ff",
        "d856",
        "61ff", "7b7fffffffffffffff", "9bffffffffffffffff", "bb7fffffffffffffff00", "a2616200616100", "a2616100616100",
        "a10000", "0000", "fb7ff0000000000001", "fa7f800001", "d85648010000000000f07f", "3bffffffffffffffff",
    ])
    func bytesThatAreNotCanonical(_ hex: String) throws {
        var bytes: [UInt8] = []
        var digits = hex[...]
        while let byte = UInt8(digits.prefix(2), radix: 16) {
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        #expect(throws: CanonicalDecodingError.self) { try CanonicalValue(canonical: bytes) }
    }

    @Test func deepNestingIsRefused() {
        #expect(throws: CanonicalDecodingError.self) {
            try CanonicalValue(canonical: [UInt8](repeating: 0x81, count: 100_000))
        }
    }

    @Test func changedBytesNeverTrapAndNeverMeanTheSame() throws {
        var generator = SeededGenerator(state: 9)
        let original = try CanonicalEncoder().encode(Small())
        for _ in 0..<20_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                switch Int.random(in: 0..<3, using: &generator) {
                case 0:
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
                case 1: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
                default: bytes.insert(.random(in: 0...255, using: &generator), at: bytes.count / 2)
                }
                if bytes.isEmpty { break }
            }
            guard let decoded = try? CanonicalDecoder().decode(Small.self, from: bytes) else { continue }
            if bytes != original { #expect(decoded != Small()) }
        }
    }

    @Test func randomBytesThatDecodeEncodeToThemselves() throws {
        var generator = SeededGenerator(state: 10)
        var accepted = 0
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            guard let numbers = try? CanonicalDecoder().decode([Int].self, from: bytes) else { continue }
            accepted += 1
            #expect(try CanonicalEncoder().encode(numbers) == bytes)
        }
        #expect(accepted > 10)
    }

    @Test func theWrongTypeIsAnError() throws {
        let bytes = try CanonicalEncoder().encode(Small())
        #expect(throws: DecodingError.self) { try CanonicalDecoder().decode([Int].self, from: bytes) }
        #expect(throws: DecodingError.self) { try CanonicalDecoder().decode(String.self, from: bytes) }
        #expect(throws: DecodingError.self) {
            try CanonicalDecoder().decode(Int8.self, from: CanonicalEncoder().encode(300))
        }
    }
}
