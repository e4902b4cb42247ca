// Lists the public symbols that no comment explains, and comments on parameters that there are not, from the symbol graphs
// of `.ci/docs`; fails where there is one.
import Foundation

/// What the language asks every type for: its comment would only repeat the name.
let standard: Set<String> = [
    "==(_:_:)", "!=(_:_:)", "<(_:_:)", "hash(into:)", "hashValue", "encode(to:)", "init(from:)", "description",
    "debugDescription", "rawValue", "init(rawValue:)", "allCases", "init(stringLiteral:)", "init(stringInterpolation:)",
    "init(literalCapacity:interpolationCount:)", "appendLiteral(_:)", "RawValue", "AllCases", "StringLiteralType",
    "StringInterpolation",
]

func isStandard(_ name: String) -> Bool {
    // The functions of a result builder are called by no one but the compiler.
    standard.contains(name) || name.hasPrefix("buildExpression(") || name.hasPrefix("buildBlock(")
        || ["buildOptional(_:)", "buildEither(first:)", "buildEither(second:)", "buildArray(_:)"].contains(name)
}

/// The parameters that a comment speaks of: `- Parameter x: …`, or `- x: …` in the list below `- Parameters:`.
func parameters(in comment: [String]) -> [String] {
    var isList = false
    return comment.compactMap { line in
        let text = line.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("- Parameter ") { return text.dropFirst(12).prefix { $0 != ":" }.description }
        if text.hasPrefix("- ") { isList = text == "- Parameters:" || isList && line.hasPrefix(" ") }
        guard isList, text.hasPrefix("- "), text != "- Parameters:" else { return nil }
        return text.dropFirst(2).prefix { $0 != ":" }.description
    }
}

/// The names that a function gives its parameters inside.
func parameters(of symbol: [String: Any]) -> Set<String> {
    let signature = symbol["functionSignature"] as? [String: Any]
    let list = signature?["parameters"] as? [[String: Any]] ?? []
    return Set(list.compactMap { ($0["internalName"] ?? $0["name"]) as? String })
}

let folder = URL(filePath: CommandLine.arguments[1])
var symbolCount = 0
var faults: [String] = []
for library in CommandLine.arguments.dropFirst(2) {
    let own = folder.appending(path: library)
    for file in try FileManager.default.contentsOfDirectory(atPath: own.path).sorted() {
        let graph = try JSONSerialization.jsonObject(with: Data(contentsOf: own.appending(path: file)))
        guard let symbols = (graph as? [String: Any])?["symbols"] as? [[String: Any]] else {
            fatalError("\(file) holds no symbols")
        }
        for symbol in symbols {
            guard let path = symbol["pathComponents"] as? [String], let name = path.last else {
                fatalError("\(file) has a symbol without a name")
            }
            symbolCount += 1
            let kind = (symbol["kind"] as? [String: Any])?["identifier"] as? String
            guard !isStandard(name), kind != "swift.extension" else { continue }
            let location = symbol["location"] as? [String: Any]
            let source = (location?["uri"] as? String ?? "").components(separatedBy: "/Sources/").last ?? ""
            let line = ((location?["position"] as? [String: Any])?["line"] as? Int ?? -1) + 1
            let place = "Sources/\(source):\(line): \(library).\(path.joined(separator: "."))"
            guard let comment = symbol["docComment"] as? [String: Any] else {
                faults.append("\(place) has no comment")
                continue
            }
            // One that is inherited speaks of the names of where it stands.
            guard comment["module"] as? String == library, symbol["functionSignature"] != nil else { continue }
            let lines = (comment["lines"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
            for parameter in parameters(in: lines) where !parameters(of: symbol).contains(parameter) {
                faults.append("\(place) has no parameter '\(parameter)'")
            }
        }
    }
}
guard symbolCount > 0 else { fatalError("no symbols in \(folder.path)") }
for fault in faults.sorted() { print(fault) }
print("\(symbolCount) public symbols, \(faults.count) faults in their comments")
exit(faults.isEmpty ? 0 : 1)
