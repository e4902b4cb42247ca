/// The ids of an HTML or SVG text, and what refers to them.
public struct Markup {
    public private(set) var ids: [String] = []
    /// The ids that are asked for, each with the element and the attribute that do.
    public private(set) var references: [(id: String, by: String)] = []
    /// Attributes that stand twice in one element.
    public private(set) var repeatedAttributes: [String] = []

    public var repeatedIDs: [String] {
        var known: Set<String> = []
        return ids.filter { !known.insert($0).inserted }
    }

    /// References to what is not there.
    public var dangling: [String] {
        let known = Set(ids)
        return references.filter { !known.contains($0.id) }.map { "\($0.by) asks for \($0.id)" }
    }

    /// What is wrong, a line each; nothing for a page that holds together.
    public var problems: [String] {
        repeatedIDs.map { "the id \($0) stands twice" } + repeatedAttributes.map { "\($0) twice" } + dangling
    }

    public init(_ text: String) {
        var rest = text[...].utf8
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: start)...]
            if rest.starts(with: "!--".utf8) {
                Self.skip("-->", &rest)
                continue
            }
            let name = Self.word(&rest)
            // An end, a declaration, or no tag.
            guard !name.isEmpty else { continue }
            readAttributes(of: name, &rest)
            if ["script", "style"].contains(name) { Self.skip("</\(name)", &rest) }
        }
    }

    private mutating func readAttributes(of element: String, _ rest: inout Substring.UTF8View) {
        var known: Set<String> = []
        while let byte = rest.first, byte != UInt8(ascii: ">") {
            let name = Self.word(&rest)
            guard !name.isEmpty else {
                rest.removeFirst()
                continue
            }
            if !known.insert(name.lowercased()).inserted { repeatedAttributes.append("<\(element) \(name)>") }
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            rest.removeFirst()
            let value = String(Substring(rest.prefix { $0 != quote }))
            rest = rest.dropFirst(value.utf8.count + 1)
            note(value, of: name, in: element)
        }
    }

    private mutating func note(_ value: String, of name: String, in element: String) {
        let place = "<\(element) \(name)>"
        switch name {
        case "id": ids.append(value)
        case "aria-labelledby", "aria-describedby", "for":
            references += value.split(separator: " ").map { (String($0), place) }
        case "href", "xlink:href":
            if value.hasPrefix("#") { references.append((String(value.dropFirst()), place)) }
        default:
            for part in value.split(separator: "url(#", omittingEmptySubsequences: false).dropFirst() {
                references.append((String(part.prefix { $0 != ")" }), place))
            }
        }
    }

    private static func word(_ rest: inout Substring.UTF8View) -> String {
        let word = rest.prefix {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
                true
            default: false
            }
        }
        rest = rest.dropFirst(word.count)
        return String(Substring(word))
    }

    private static func skip(_ text: String, _ rest: inout Substring.UTF8View) {
        while !rest.isEmpty, !rest.starts(with: text.utf8) { rest.removeFirst() }
    }
}
