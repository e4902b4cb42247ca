/// A published result as it enters a computation or a comparison: facts, with their source.
public struct Measurement: Codable, Hashable, Sendable {
    /// A short name for tables and messages: `Delta a_mu (2021)`.
    public var name: String
    public var value: Double
    /// One standard deviation, in the same unit.
    public var uncertainty: Double
    /// `1` for a pure number, otherwise `GeV`, `GeV^-2`, …
    public var unit: String
    /// Keys in `paper/bibliography.bib`, most important first.
    public var sources: [SourceKey]

    public init(name: String, value: Double, uncertainty: Double, unit: String, sources: [SourceKey]) {
        self.name = name
        self.value = value
        self.uncertainty = uncertainty
        self.unit = unit
        self.sources = sources
    }

    /// `value + sigmas · uncertainty`.
    public func shifted(bySigmas sigmas: Double) -> Double { value + sigmas * uncertainty }

    /// The difference of two measurements with independent uncertainties.
    public static func difference(
        _ minuend: Measurement, _ subtrahend: Measurement, name: String
    ) -> Measurement {
        let variance = minuend.uncertainty * minuend.uncertainty + subtrahend.uncertainty * subtrahend.uncertainty
        return Measurement(
            name: name, value: minuend.value - subtrahend.value, uncertainty: variance.squareRoot(),
            unit: minuend.unit, sources: minuend.sources + subtrahend.sources)
    }
}
