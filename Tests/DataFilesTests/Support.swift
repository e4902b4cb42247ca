import BuildGraph
import DataFiles
import Testing
import Units

@testable import YAMLData

/// What reading a table is refused with.
func refusal(
    ofTable text: String, _ columns: [DataColumn] = [.number("mass", .energy), .number("rate", .rate)],
    separator: DataSeparator = .found, file: String = "rates.csv"
) -> String {
    do {
        let table = try DataTable(Array(text.utf8), file: file, columns: columns, separator: separator)
        return "no error, \(table.count) rows"
    } catch {
        return error.description
    }
}

func table(
    _ text: String, _ columns: [DataColumn] = [.number("mass", .energy), .number("rate", .rate)],
    separator: DataSeparator = .found
) throws -> DataTable {
    try DataTable(Array(text.utf8), file: "rates.csv", columns: columns, separator: separator)
}

func json<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    try DataDocument.json(type, Array(text.utf8), file: "cuts.json")
}

func refusal<Value: Decodable>(ofJSON text: String, as type: Value.Type) -> String {
    do {
        return "no error: \(try json(text, as: type))"
    } catch {
        return "\(error)"
    }
}

func yaml<Value: Codable & Sendable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    try ReadYAML<Value>(file: "cuts.yaml").compute(Blob(utf8: text))
}

func refusal<Value: Codable & Sendable>(ofYAML text: String, as type: Value.Type) -> String {
    do {
        return "no error: \(try yaml(text, as: type))"
    } catch {
        return "\(error)"
    }
}

struct Cuts: Codable, Hashable, Sendable {
    enum Beam: String, Codable, Sendable { case muon, electron }

    var theta: Double
    var beam: Beam
    var masses: [Double]
    var events: Int?
    var label: String?
    var blind: Bool?
}

/// SplitMix64: the same numbers in each run of the tests.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
