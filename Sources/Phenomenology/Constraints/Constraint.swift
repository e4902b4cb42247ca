import NumericalMethods
import Reference

/// A bound on the coupling g′ of the boson as a function of its mass, with all that a caption must say of it.
///
/// Pure data: what is computed at run time follows from ``boundary`` alone, so that a constraint can be stored, compared
/// and printed. Masses in GeV; couplings are pure numbers. Points above the boundary are excluded (or reached).
public struct Constraint: Codable, Hashable, Sendable, Identifiable {
    /// How the curve came about.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// From a formula and stated inputs.
        case computed
        /// The shape from a formula, the normalisation, or one input that sets it, from a published limit.
        case calibrated
        /// Points read from a publication.
        case published
        /// Points from a table that the reader brought along.
        case supplied
    }

    /// Whether the curve excludes today or says what could be reached.
    public enum Role: String, Codable, Hashable, Sendable, CaseIterable {
        case limit
        case projection
    }

    /// One fact that the curve rests on, as readable text.
    public struct Input: Codable, Hashable, Sendable {
        public var name: String
        /// TeX, with the unit.
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Lower case, for commands and files: `babar-4mu`.
    public var name: String
    /// TeX, for figures.
    public var label: String
    /// What was measured, in words, for the caption.
    public var process: String
    public var kind: Kind
    public var role: Role
    /// 0.90, 0.95, …
    public var confidenceLevel: Double
    /// Most important first.
    public var sources: [SourceKey]
    public var inputs: [Input]
    public var boundary: LimitBoundary

    public var id: String { name }

    public init(
        name: String, label: String, process: String, kind: Kind, role: Role, confidenceLevel: Double,
        sources: [SourceKey], inputs: [Input], boundary: LimitBoundary
    ) {
        self.name = name
        self.label = label
        self.process = process
        self.kind = kind
        self.role = role
        self.confidenceLevel = confidenceLevel
        self.sources = sources
        self.inputs = inputs
        self.boundary = boundary
    }

    public var bound: any Bound { boundary.bound }

    /// The masses (GeV) for which the curve is stated.
    public var validity: ClosedRange<Double> { bound.validity }

    public func coupling(atMass mass: Double, inputs: ParticleInputs = .standard) throws -> Estimate? {
        try bound.coupling(atMass: mass, inputs: inputs)
    }

    public func curve(masses: [Double], inputs: ParticleInputs = .standard) throws -> [LimitSegment] {
        try bound.curve(masses: masses, inputs: inputs)
    }

    public func evaluator(inputs: ParticleInputs = .standard) throws -> LimitEvaluator {
        try bound.evaluator(inputs: inputs)
    }

    /// One sentence for a caption: label, process, confidence level, kind, inputs, masses and citations. TeX.
    public var captionSentence: String {
        let facts = inputsText
        let role = role == .limit ? "limit" : "projection"
        return "\(label): \(process), \(kind.rawValue) \(role) at \(levelText) C.L."
            + ", \(massesText)" + (facts.isEmpty ? "" : ", \(facts)") + "\(citation)."
    }

    /// The confidence level as TeX: `90\,\%`.
    public var levelText: String { "\(decimal(100 * confidenceLevel))\\,\\%" }

    /// The masses for which the curve is stated, as TeX.
    public var massesText: String { "\(massText(validity.lowerBound)) to \(massText(validity.upperBound))" }

    /// All inputs, as TeX.
    public var inputsText: String { inputs.map { "\($0.name) \($0.value)" }.joined(separator: "; ") }

    /// The citations with a space before them; empty without a source.
    public var citation: String {
        sources.isEmpty ? "" : "~\\cite{\(sources.map(\.rawValue).joined(separator: ","))}"
    }
}

/// A mass in GeV as text, in MeV below one GeV.
private func massText(_ mass: Double) -> String {
    mass < 1 ? "\(decimal(1e3 * mass))\\,MeV" : "\(decimal(mass))\\,GeV"
}

/// A number with at most four significant digits and no trailing zeros, whatever the locale.
func decimal(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    var scale = 1.0
    while (value.magnitude * scale) < 1000, scale < 1e12 { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
