/// The commands of the TeX subset. Beside them: `\frac \sqrt \text \mathrm \mathbf \mathcal \operatorname \left
/// \right \overline`, the accents, scripts, primes, groups and spaces.
enum MathSymbols {
    static let symbols: [String: (Unicode.Scalar, AtomClass)] = {
        var table: [String: (Unicode.Scalar, AtomClass)] = [:]
        func add(_ commands: String, _ atom: AtomClass, _ characters: String) {
            for (command, scalar) in zip(commands.split(separator: " "), characters.unicodeScalars) {
                table[String(command)] = (scalar, atom)
            }
        }
        // Lower-case Greek comes from the italic alphabet; \epsilon and \phi are TeX's own shapes.
        add(
            "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon",
            .ordinary, "𝛼𝛽𝛾𝛿𝜀𝜁𝜂𝜃𝜄𝜅𝜆𝜇𝜈𝜉𝜋𝜌𝜎𝜏𝜐")
        add("varphi chi psi omega epsilon vartheta phi varrho varpi", .ordinary, "𝜑𝜒𝜓𝜔𝜖𝜗𝜙𝜚𝜛")
        add("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega", .ordinary, "ΓΔΘΛΞΠΣΥΦΨΩ")
        add("partial nabla infty hbar ell prime ldots cdots deg circ", .ordinary, "𝜕∇∞ℏℓ′…⋯°∘")
        add("times pm mp cdot oplus otimes div ast", .binary, "×±∓⋅⊕⊗÷∗")
        add("le leq ge geq ll gg ne neq", .relation, "≤≤≥≥≪≫≠≠")
        add("sim simeq approx equiv cong propto lesssim gtrsim", .relation, "∼≃≈≡≅∝≲≳")
        add("to rightarrow leftarrow leftrightarrow Rightarrow mapsto in", .relation, "→→←↔⇒↦∈")
        add("mid parallel perp", .relation, "∣∥⊥")
        add("langle lbrace lbrack", .opening, "⟨{[")
        add("rangle rbrace rbrack", .closing, "⟩}]")
        add("sum prod int", .largeOperator, "∑∏∫")
        add("vert Vert", .ordinary, "|‖")
        table["degree"] = ("°", .ordinary)
        table["lt"] = ("<", .relation)
        table["gt"] = (">", .relation)
        return table
    }()

    static let accents: [String: Unicode.Scalar] = [
        "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}",
    ]

    static let operators: Set<String> = [
        "log", "ln", "exp", "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "lim",
        "min", "max", "det", "arg", "Re", "Im",
    ]

    /// Ems: thin, medium and thick spaces are 3, 4 and 5 eighteenths (The TeXbook, p. 167).
    static let spaces: [String: Double] = [
        ",": 3.0 / 18, ":": 4.0 / 18, ";": 5.0 / 18, "!": -3.0 / 18, "quad": 1, "qquad": 2, "thinspace": 3.0 / 18,
        " ": 1.0 / 3,
    ]

    /// Characters that stand for themselves or for a math character.
    static func character(_ character: Unicode.Scalar) -> (Unicode.Scalar, AtomClass) {
        switch character {
        case "+": ("+", .binary)
        case "-", "−": ("−", .binary)
        case "*": ("∗", .binary)
        case "=", "<", ">", ":": (character, .relation)
        case "(", "[": (character, .opening)
        case ")", "]", "!", "?": (character, .closing)
        case ",", ";": (character, .punctuation)
        default: byCharacter[character] ?? (character, .ordinary)
        }
    }

    /// Math characters written directly in Unicode.
    private static let byCharacter: [Unicode.Scalar: (Unicode.Scalar, AtomClass)] = {
        var table: [Unicode.Scalar: (Unicode.Scalar, AtomClass)] = [:]
        for name in symbols.keys.sorted() {
            if let symbol = symbols[name] { table[symbol.0] = symbol }
        }
        return table
    }()

    /// The code point of a letter in an alphabet (Unicode's mathematical alphanumeric symbols with their holes).
    static func letter(_ scalar: Unicode.Scalar, in alphabet: MathAlphabet) -> Unicode.Scalar {
        func shifted(_ upper: UInt32, _ lower: UInt32) -> Unicode.Scalar {
            switch scalar {
            case "A"..."Z": Unicode.Scalar(upper + scalar.value - 0x41) ?? scalar
            case "a"..."z": Unicode.Scalar(lower + scalar.value - 0x61) ?? scalar
            default: scalar
            }
        }
        switch alphabet {
        case .roman: return scalar
        case .bold: return shifted(0x1D400, 0x1D41A)
        case .italic:
            if scalar == "h" { return "ℎ" }
            if let greek = italicGreek(scalar) { return greek }
            return shifted(0x1D434, 0x1D44E)
        case .calligraphic:
            let holes: [Unicode.Scalar: Unicode.Scalar] = [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ]
            return holes[scalar] ?? shifted(0x1D49C, 0x1D4B6)
        }
    }

    private static func italicGreek(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard ("α"..."ω").contains(scalar) else { return nil }
        return Unicode.Scalar(0x1D6FC + scalar.value - 0x3B1)
    }

    /// Every command, for suggestions.
    static let allCommands: [String] =
        (Array(symbols.keys) + Array(accents.keys) + Array(operators) + Array(spaces.keys)
        + [
            "frac", "sqrt", "text", "mathrm", "mathbf", "mathcal", "operatorname", "left", "right", "overline",
            "textrm",
        ])
        .sorted()

    /// The closest command by edit distance, if one is near.
    static func suggestion(for command: String) -> String? {
        let scored = allCommands.map { ($0, editDistance($0, command)) }
        guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= max(1, command.count / 3) else { return nil }
        return best.0
    }

    private static func editDistance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars)
        let b = Array(second.unicodeScalars)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var previous = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let cost = min(previous + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
                previous = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}
