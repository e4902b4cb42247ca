/// Reads a label: upright text, with TeX mathematics between dollar signs.
struct MathParser {
    private let label: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ label: String) {
        self.label = label
        self.scalars = Array(label.unicodeScalars)
    }

    static func parse(_ label: String) throws -> [MathNode] {
        var parser = MathParser(label)
        return try parser.text()
    }

    private func malformed(_ problem: String) -> PlottingError {
        .malformedLabel(label: label, problem: problem)
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    // MARK: Text

    private mutating func text() throws -> [MathNode] {
        var nodes: [MathNode] = []
        var run = String.UnicodeScalarView()
        func flush(_ run: inout String.UnicodeScalarView, _ nodes: inout [MathNode]) {
            if !run.isEmpty { nodes.append(.text(String(run))) }
            run = String.UnicodeScalarView()
        }
        while let scalar = next {
            position += 1
            switch scalar {
            case "$":
                flush(&run, &nodes)
                let content = try list(until: "$", opening: "$")
                nodes.append(.group(content))
            case "~": run.append("\u{A0}")
            case "-" where next == "-":
                position += 1
                run.append("–")
            case "\\":
                let command = readCommand()
                if let space = MathSymbols.spaces[command] {
                    flush(&run, &nodes)
                    nodes.append(.space(space))
                } else if let literal = Self.escaped(command) {
                    run.append(literal)
                } else if command == "text" || command == "textrm" || command == "mathrm" {
                    run.append(contentsOf: try braced(for: command).unicodeScalars)
                } else if command.isEmpty {
                    throw malformed("it ends with a backslash")
                } else if MathSymbols.allCommands.contains(command) {
                    throw malformed("\\\(command) stands outside $…$; put dollar signs around the mathematics")
                } else {
                    throw unknown(command)
                }
            case "^", "_": throw malformed("\(scalar) stands outside $…$; put dollar signs around the mathematics")
            case "{", "}": break
            default: run.append(scalar)
            }
        }
        flush(&run, &nodes)
        return nodes
    }

    private static func escaped(_ command: String) -> Unicode.Scalar? {
        guard command.unicodeScalars.count == 1, let scalar = command.unicodeScalars.first,
            "$%&#_{}".unicodeScalars.contains(scalar)
        else { return nil }
        return scalar
    }

    private func unknown(_ command: String) -> PlottingError {
        .unknownCommand(command: command, label: label, suggestion: MathSymbols.suggestion(for: command))
    }

    /// The command's name after a backslash: letters, or one other character.
    private mutating func readCommand() -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next, ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
            name.append(scalar)
            position += 1
        }
        if name.isEmpty, let scalar = next {
            name.append(scalar)
            position += 1
        } else {
            while next == " " { position += 1 }
        }
        return String(name)
    }

    /// Raw text in braces.
    private mutating func braced(for command: String) throws -> String {
        guard next == "{" else { throw malformed("\\\(command) needs braces") }
        position += 1
        var depth = 1
        var content = String.UnicodeScalarView()
        while let scalar = next {
            position += 1
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth == 0 { return String(content) }
            content.append(scalar)
        }
        throw malformed("the brace after \\\(command) is not closed")
    }

    // MARK: Mathematics

    private mutating func list(
        until end: Unicode.Scalar?, opening: String, alphabet: MathAlphabet = .italic, stopAtRight: Bool = false
    ) throws -> [MathNode] {
        var nodes: [MathNode] = []
        while let scalar = next {
            if scalar == end {
                position += 1
                return nodes
            }
            if stopAtRight, startsWith("\\right") { return nodes }
            switch scalar {
            case " ": position += 1
            case "~":
                position += 1
                nodes.append(.space(1.0 / 3))
            case "}": throw malformed("a closing brace has no opening one")
            case "$": throw malformed("\(opening) is not closed before $")
            case "^", "_", "'":
                let base = nodes.popLast()
                nodes.append(try scripts(on: base, alphabet: alphabet))
            default: nodes.append(contentsOf: try atom(alphabet))
            }
        }
        guard end == nil else { throw malformed("\(opening) is not closed") }
        return nodes
    }

    private func startsWith(_ word: String) -> Bool {
        let letters = Array(word.unicodeScalars)
        return position + letters.count <= scalars.count
            && Array(scalars[position..<position + letters.count]) == letters
    }

    private mutating func scripts(on base: MathNode?, alphabet: MathAlphabet) throws -> MathNode {
        var sub: MathNode?
        var sup: [MathNode] = []
        var hasSuperscript = false
        if case .scripts? = base { throw malformed("two scripts follow one symbol: group them with braces") }
        while let scalar = next, scalar == "^" || scalar == "_" || scalar == "'" {
            position += 1
            switch scalar {
            case "'": sup.append(.symbol("′", .ordinary))
            case "_":
                guard sub == nil else { throw malformed("two subscripts follow one symbol") }
                sub = try argument(of: "_", alphabet)
            default:
                guard !hasSuperscript else { throw malformed("two superscripts follow one symbol") }
                hasSuperscript = true
                sup.append(try argument(of: "^", alphabet))
            }
            while next == " " { position += 1 }
        }
        return .scripts(base: base, sub: sub, sup: sup.isEmpty ? nil : sup.count == 1 ? sup[0] : .group(sup))
    }

    private mutating func argument(of command: String, _ alphabet: MathAlphabet) throws -> MathNode {
        while next == " " { position += 1 }
        guard let scalar = next, scalar != "}", scalar != "$" else {
            throw malformed("nothing follows \(command)")
        }
        if scalar == "{" {
            position += 1
            return .group(try list(until: "}", opening: "the brace after \(command)", alphabet: alphabet))
        }
        let nodes = try atom(alphabet)
        return nodes.count == 1 ? nodes[0] : .group(nodes)
    }

    private mutating func atom(_ alphabet: MathAlphabet) throws -> [MathNode] {
        guard let scalar = next else { throw malformed("it ends too early") }
        position += 1
        switch scalar {
        case "{": return [.group(try list(until: "}", opening: "a brace", alphabet: alphabet))]
        case "\\": return try command(alphabet)
        default:
            let (character, atom) = MathSymbols.character(scalar)
            return [.symbol(MathSymbols.letter(character, in: alphabet), atom)]
        }
    }

    private mutating func command(_ alphabet: MathAlphabet) throws -> [MathNode] {
        let name = readCommand()
        if let (character, atom) = MathSymbols.symbols[name] { return [.symbol(character, atom)] }
        if let space = MathSymbols.spaces[name] { return [.space(space)] }
        if MathSymbols.operators.contains(name) { return [.operatorName(name)] }
        if let accent = MathSymbols.accents[name] { return [.accent(accent, try argument(of: "\\" + name, alphabet))] }
        if let literal = Self.escaped(name) {
            let atom: AtomClass = literal == "{" ? .opening : literal == "}" ? .closing : .ordinary
            return [.symbol(literal, atom)]
        }
        switch name {
        case "|": return [.symbol("‖", .ordinary)]
        case "text", "textrm": return [.text(try braced(for: name))]
        case "operatorname": return [.operatorName(try braced(for: name))]
        case "mathrm": return [Self.withLigatures(try argument(of: "\\mathrm", .roman))]
        case "mathbf": return [try argument(of: "\\mathbf", .bold)]
        case "mathcal": return [try argument(of: "\\mathcal", .calligraphic)]
        case "frac", "tfrac":
            return [.fraction(try argument(of: "\\frac", alphabet), try argument(of: "\\frac", alphabet))]
        case "sqrt": return [.root(try argument(of: "\\sqrt", alphabet))]
        case "overline": return [.overline(try argument(of: "\\overline", alphabet))]
        case "left":
            let left = try delimiter(after: "\\left")
            let body = try list(until: nil, opening: "\\left", alphabet: alphabet, stopAtRight: true)
            guard startsWith("\\right") else { throw malformed("\\left has no \\right") }
            position += "\\right".count
            return [.delimited(left, body, try delimiter(after: "\\right"))]
        case "": throw malformed("it ends with a backslash")
        default: throw unknown(name)
        }
    }

    /// `\mathrm` sets letters as text does, in which some join: `ff` in `\mathrm{eff}`.
    private static func withLigatures(_ node: MathNode) -> MathNode {
        guard case .group(let letters) = node else { return node }
        var result: [MathNode] = []
        for letter in letters {
            if case .symbol(let next, .ordinary) = letter, case .symbol(let last, .ordinary)? = result.last,
                let joined = ligatures[[last, next]]
            {
                result[result.count - 1] = .symbol(joined, .ordinary)
            } else {
                result.append(letter)
            }
        }
        return .group(result)
    }

    private static let ligatures: [[Unicode.Scalar]: Unicode.Scalar] = [
        ["f", "f"]: "ﬀ", ["f", "i"]: "ﬁ", ["f", "l"]: "ﬂ", ["ﬀ", "i"]: "ﬃ", ["ﬀ", "l"]: "ﬄ",
    ]

    private mutating func delimiter(after command: String) throws -> Unicode.Scalar? {
        while next == " " { position += 1 }
        guard let scalar = next else { throw malformed("no delimiter follows \(command)") }
        position += 1
        if scalar == "." { return nil }
        if scalar == "\\" {
            let name = readCommand()
            if let (character, _) = MathSymbols.symbols[name] { return character }
            if let literal = Self.escaped(name) { return literal }
            throw unknown(name)
        }
        return scalar
    }
}
