import NumericalMethods
import Reference

/// What a reader must be told of a limit, whatever its curve is made from: identity, origin, and the masses of the curve.
public struct LimitFacts: Codable, Hashable, Sendable {
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

        /// Whether the coupling is read from a table.
        public var isTabulated: Bool { self == .published || self == .supplied }
    }

    /// Whether the curve excludes today or says what could be reached.
    public enum Role: String, Codable, Hashable, Sendable, CaseIterable {
        case limit
        case projection
    }

    /// What the curve is a bound on.
    public enum Extent: String, Codable, Hashable, Sendable {
        case coupling
        /// On the mass alone, down to the coupling of the curve.
        case mass
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
    /// As a sentence names it, TeX: `BABAR`.
    public var experiment: String
    /// What was measured, in words, for the caption.
    public var process: String
    public var extent = Extent.coupling
    public var kind: Kind
    public var role: Role
    /// 0.90, 0.95, …; nil where the source states none.
    public var confidenceLevel: Double?
    /// Keys of `paper/bibliography.bib`, most important first.
    public var sources: [String]
    public var inputs: [Input]
    /// GeV; those for which the curve is stated.
    public var masses: ClosedRange<Double>

    public init(
        name: String, label: String, experiment: String? = nil, process: String, extent: Extent = .coupling, kind: Kind,
        role: Role, confidenceLevel: Double?, sources: [String], inputs: [Input], masses: ClosedRange<Double>
    ) {
        self.name = name
        self.label = label
        self.experiment = experiment ?? label
        self.process = process
        self.extent = extent
        self.kind = kind
        self.role = role
        self.confidenceLevel = confidenceLevel
        self.sources = sources
        self.inputs = inputs
        self.masses = masses
    }

    /// - Parameter sources: keys that the program knows.
    public init(
        name: String, label: String, experiment: String? = nil, process: String, extent: Extent = .coupling, kind: Kind,
        role: Role, confidenceLevel: Double?, sources: [SourceKey], inputs: [Input], masses: ClosedRange<Double>
    ) {
        self.init(
            name: name, label: label, experiment: experiment, process: process, extent: extent, kind: kind, role: role,
            confidenceLevel: confidenceLevel, sources: sources.map(\.rawValue), inputs: inputs, masses: masses)
    }

    /// One sentence for a caption: label, process, confidence level, kind, inputs, masses and citations. TeX.
    public var captionSentence: String {
        let facts = inputsText
        return "\(label): \(process), \(kind.rawValue) \(role.rawValue) at \(levelText) C.L."
            + ", \(massesText)" + (facts.isEmpty ? "" : ", \(facts)") + "\(citation)."
    }

    /// The confidence level as TeX: `90\,\%`.
    public var levelText: String { confidenceLevel.map { "\(decimal(100 * $0))\\,\\%" } ?? "an unstated" }

    /// The masses for which the curve is stated, as TeX.
    public var massesText: String { "\(massText(masses.lowerBound)) to \(massText(masses.upperBound))" }

    /// All inputs, as TeX.
    public var inputsText: String { inputs.map { "\($0.name) \($0.value)" }.joined(separator: "; ") }

    /// The citations with a space before them; empty without a source.
    public var citation: String {
        sources.isEmpty ? "" : "~\\cite{\(sources.joined(separator: ","))}"
    }
}

/// A mass in GeV as text, in MeV below one GeV.
private func massText(_ mass: Double) -> String {
    mass < 1 ? "\(decimal(1e3 * mass))\\,MeV" : "\(decimal(mass))\\,GeV"
}
