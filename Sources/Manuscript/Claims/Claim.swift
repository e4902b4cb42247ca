import BuildGraph
import NumericalMethods

/// A statement of a publication, and how this work checks it.
public struct Claim: Sendable {
    /// Names the claim in `verify`, and its row in tables.
    public let id: String
    /// The id as it is written in the sources.
    public let pattern: String
    /// Where the claim is declared; ``place`` is where the publication makes it.
    public let declaration: SourcePlace
    /// What is claimed, in our words: for a terminal, and as TeX.
    public var statement: Statement
    /// Where in the publication.
    public var place: String
    /// Key of the bibliography, or what else states it.
    public var source: String
    /// How it is decided.
    public var check: Check
    /// What of it is ours; nil where the publication states just what is checked.
    public var reading: ClaimReading?

    /// How a statement is decided.
    public enum Check: Sendable {
        /// Each value must satisfy the rule.
        case values(claimed: Double, unit: DisplayUnit, rule: ClaimRule, from: Node<[LabelledEstimate]>)
        /// The same, of a statement with no number or several (these), which is an error when it is compared.
        case notOneNumber([Double])
        /// Nothing here can tell; why.
        case notComputed(because: String)
    }

    /// What we know about a difference, from computed numbers.
    public var explanation: Node<String>?

    /// Inputs of the values that are not those that the statement is about; none in the published paper.
    public var otherInputs: [OtherInput] = []

    /// An input of the values that is not the one of the statement.
    public struct OtherInput: Codable, Hashable, Sendable {
        /// The parameter's or constant's name.
        public var name: String
        /// With units, here and for the statement.
        public var value: String
        /// The value that the statement is about, with its unit.
        public var stated: String
        /// Whether the statement is about the stated value alone; a constant of nature is one of the computation instead.
        public var isCondition: Bool

        /// An input whose value is not that of the statement.
        public init(name: String, value: String, stated: String, isCondition: Bool = true) {
            self.name = name
            self.value = value
            self.stated = stated
            self.isCondition = isCondition
        }
    }

    /// A claim with any kind of check; where one number decides, the form that takes the rule is shorter.
    public init(
        _ id: ResultID, _ statement: Statement, place: String, source: String, check: Check,
        reading: ClaimReading? = nil, explanation: Node<String>? = nil, fileID: String = #fileID, line: Int = #line
    ) {
        self.id = id.text
        pattern = id.pattern
        declaration = SourcePlace(fileID: fileID, line: line)
        self.statement = statement
        self.place = place
        self.source = source
        self.check = check
        self.reading = reading
        self.explanation = explanation
    }
}

/// A number with the case that it is for; the label is empty where there is one case only.
public struct LabelledEstimate: Codable, Hashable, Sendable {
    /// Such as `light`: which of several cases it is for.
    public var label: String
    /// In internal units.
    public var estimate: Estimate

    /// A number for one case of several.
    public init(_ label: String, _ estimate: Estimate) {
        self.label = label
        self.estimate = estimate
    }

    /// The only number of a claim.
    public init(_ estimate: Estimate) {
        self.init("", estimate)
    }
}

/// A claim with its verdict: a row of `paperbuild verify`.
public struct ClaimResult: Codable, Hashable, Sendable {
    /// One computed value with what the comparison says of it.
    public struct Value: Codable, Hashable, Sendable {
        /// Which case it is for; empty where there is one only.
        public var label: String
        /// In the claim's unit.
        public var value: Double
        /// Its numerical error, in the claim's unit.
        public var error: Double
        /// The value with four digits, or as many as its error allows, for a terminal.
        public var plainText: String
        /// The same as TeX math.
        public var tex: String
        /// What the rule says of it.
        public var verdict: Verdict
    }

    /// The claim's id.
    public var id: String
    /// What is claimed.
    public var statement: Claim.Statement
    /// Where the publication makes the statement.
    public var place: String
    /// Key of the bibliography, or what else states it.
    public var source: String
    /// What of the claim is ours.
    public var reading: ClaimReading?
    /// The number that is claimed, in the unit; nil where numbers do not decide.
    public var claimed: Double?
    /// The unit's symbol; empty for pure numbers.
    public var unit: String
    /// What the wording allows.
    public var rule: String
    /// The computed values, one a case.
    public var values: [Value]
    /// That of all values together: a statement about several holds where it holds for each.
    public var verdict: Verdict
    /// Why it differs, or why it is not computed.
    public var explanation: String?
    /// The names of the inputs that are not those of the statement.
    public var otherInputs: [String]?
}

extension Claim {
    /// The node that compares.
    public var node: Node<ClaimResult> { comparing.declared(at: declaration) }

    private var comparing: Node<ClaimResult> {
        let blank = ClaimResult(
            id: id, statement: statement, place: place, source: source, reading: reading, claimed: nil, unit: "",
            rule: "", values: [], verdict: .notComputed, explanation: nil)
        switch check {
        case .notOneNumber(let claimed):
            return Node("claims/\(id)", parameters: StatementError(claim: id, claimed: claimed)) { throw $0 }
        case .notComputed(let reason):
            var result = blank
            result.explanation = reason
            return Node("claims/\(id)", parameters: result) { result in
                try ResultID.check(result.id)
                return result
            }
        case .values(let claimed, let unit, let rule, let source):
            let comparison = Comparison(
                blank: blank, claimed: claimed, unit: unit, rule: rule, otherInputs: otherInputs)
            guard let explanation else {
                return Node("claims/\(id)", from: source, parameters: comparison) { comparison, values in
                    try comparison.result(values, explanation: "")
                }
            }
            return Node("claims/\(id)", from: source, explanation, parameters: comparison) {
                comparison, values, explanation in try comparison.result(values, explanation: explanation)
            }
        }
    }
}

/// The fixed part of a comparison: the parameters of the claim's node.
struct Comparison: Codable, Sendable {
    var blank: ClaimResult
    /// In the unit.
    var claimed: Double
    var unit: DisplayUnit
    var rule: ClaimRule
    var otherInputs: [Claim.OtherInput] = []

    /// - Throws: ``QuantityError`` where a value is not finite, ``ResultIDError`` where the id is not complete.
    func result(_ values: [LabelledEstimate], explanation: String) throws -> ClaimResult {
        try ResultID.check(blank.id)
        var result = blank
        result.claimed = claimed
        result.unit = unit.symbol
        result.rule = rule.explanation(claimed: claimed, unit: unit.symbol)
        result.values = try values.map { value throws(QuantityError) in
            do throws(NumberError) { return try self.value(value) } catch {
                throw QuantityError(id: blank.id, reason: error)
            }
        }
        result.verdict = .all(result.values.map(\.verdict))
        result.explanation = result.verdict == .reproduced || explanation.isEmpty ? nil : explanation
        return otherInputs.isEmpty ? result : notCompared(result)
    }

    /// A statement about other inputs is not one about these: the values are shown, and no verdict is given. With other
    /// constants the verdict is given, and says so.
    private func notCompared(_ compared: ClaimResult) -> ClaimResult {
        var result = compared
        result.otherInputs = otherInputs.map(\.name)
        guard otherInputs.contains(where: \.isCondition) else {
            let constants = otherInputs.map { "\($0.name) = \($0.value) in place of \($0.stated)" }
            result.explanation =
                "Computed with \(constants.joined(separator: ", "))." + (compared.explanation.map { " " + $0 } ?? "")
            return result
        }
        result.verdict = .notComputed
        for index in result.values.indices { result.values[index].verdict = .notComputed }
        let own = otherInputs.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        let stated = otherInputs.map(\.stated).joined(separator: ", ")
        let outcome =
            switch compared.verdict {
            case .reproduced: "They would satisfy it."
            case .differs: "They would not satisfy it."
            case .undecided: "Whether they would satisfy it, the numerical error does not let tell."
            case .notComputed: "There are none."
            }
        result.explanation = "The values are for \(own); the statement is for \(stated). \(outcome)"
        return result
    }

    private func value(_ value: LabelledEstimate) throws(NumberError) -> ClaimResult.Value {
        let shown = unit.display(value.estimate)
        let verdict = try rule.verdict(on: shown, claimed: claimed)
        let (plain, tex) = try Self.texts(shown, digits: max(4, rule.digits ?? 0))
        return ClaimResult.Value(
            label: value.label, value: shown.value, error: shown.error, plainText: plain, tex: tex, verdict: verdict)
    }

    /// As many digits as are compared and four at least, as far as the error allows; where it allows none, the value with its
    /// error.
    private static func texts(_ shown: Estimate, digits: Int) throws(NumberError) -> (plain: String, tex: String) {
        do throws(NumberError) {
            let decimal = try CertifiedDecimal(shown, significantDigits: digits)
            return (decimal.plainText, decimal.texText)
        } catch {
            guard case .noCertainDigit = error else { throw error }
            let both = try ErrorNotation(shown)
            return (both.plainText, both.texText)
        }
    }
}
