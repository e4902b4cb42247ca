import BuildGraph
import Foundation
import NumericalMethods

/// A number of the paper: where it is computed, and how the text prints it.
public struct Quantity: Sendable {
    /// Such as `signal/light/events`; `\result{…}` in the text, and the row's name in the review table.
    public let id: String
    /// The id as it is written in the sources.
    public let pattern: String
    /// Where it is declared.
    public let declaration: SourcePlace
    /// One line for the review table.
    public var meaning: String
    /// The unit that the number is printed in.
    public var unit: DisplayUnit
    /// How many digits are printed.
    public var style: Style
    /// In internal units; nil where the parameters leave the quantity undefined.
    public var node: Node<Estimate?>

    /// How the text prints a number.
    public enum Style: Codable, Hashable, Sendable {
        /// The most significant digits that the text asks for; the numerical error may allow fewer.
        case digits(Int)
        /// Rounded to an integer, as far as the error allows.
        case wholeNumber
        /// `value ± error`, both to the second digit of the error: for a statistical estimate.
        case withError
    }

    /// A number that a closure picks from a node's result.
    ///
    /// - Parameter select: picks the number from a result. Its code is part of the key, so that it must hold no value of
    ///   the place where it is written.
    public init<Source: Codable & Sendable>(
        _ id: ResultID, _ meaning: String, in unit: DisplayUnit = .none, _ style: Style,
        from source: Node<Source>,
        fileID: String = #fileID, line: Int = #line, column: Int = #column,
        _ select: @escaping @Sendable (Source) throws -> Estimate?
    ) {
        let written = WrittenClosure(SelectCell(select: select), fileID: fileID, line: line, column: column)
        self.init(
            id, meaning, in: unit, style, node: Node("numbers/\(id)", from: source, asWritten: written, select),
            declaredAt: SourcePlace(fileID: fileID, line: line))
    }

    /// A number that is made of parameters and a node's result.
    ///
    /// - Parameters:
    ///   - parameters: what the number depends on besides the result: part of the key, and the closure's first argument.
    ///   - select: makes the number of the parameters and a result.
    public init<Source: Codable & Sendable, Parameters: Codable & Sendable>(
        _ id: ResultID, _ meaning: String, in unit: DisplayUnit = .none, _ style: Style,
        from source: Node<Source>,
        parameters: Parameters, fileID: String = #fileID, line: Int = #line, column: Int = #column,
        _ select: @escaping @Sendable (Parameters, Source) throws -> Estimate?
    ) {
        let written = WrittenClosure(ParameterSelectCell(select: select), fileID: fileID, line: line, column: column)
        self.init(
            id, meaning, in: unit, style,
            node: Node("numbers/\(id)", from: source, parameters: parameters, asWritten: written, select),
            declaredAt: SourcePlace(fileID: fileID, line: line))
    }

    /// A number that a node gives as it is.
    public init(
        _ id: ResultID, _ meaning: String, in unit: DisplayUnit = .none, _ style: Style,
        from source: Node<Estimate>, fileID: String = #fileID, line: Int = #line
    ) {
        let place = SourcePlace(fileID: fileID, line: line)
        let node = Node<Estimate?>("numbers/\(id)", from: source) { $0 }
        self.init(id, meaning, in: unit, style, node: node.declared(at: place), declaredAt: place)
    }

    private init(
        _ id: ResultID, _ meaning: String, in unit: DisplayUnit, _ style: Style, node: Node<Estimate?>,
        declaredAt place: SourcePlace
    ) {
        self.id = id.text
        pattern = id.pattern
        declaration = place
        self.meaning = meaning
        self.unit = unit
        self.style = style
        self.node = node
    }
}

private struct SelectCell<Source> {
    let select: @Sendable (Source) throws -> Estimate?
}

private struct ParameterSelectCell<Parameters, Source> {
    let select: @Sendable (Parameters, Source) throws -> Estimate?
}

/// The unit of a printed number: `value` in internal units is printed as `value / factor`.
public struct DisplayUnit: Codable, Hashable, Sendable {
    /// As it is printed: `GeV`; empty for pure numbers.
    public var symbol: String
    /// One of this unit in internal units.
    public var factor: Double

    /// A unit by its symbol and its size in internal units: `DisplayUnit("km", factor: 1e3)` where lengths are in m.
    public init(_ symbol: String, factor: Double) {
        self.symbol = symbol
        self.factor = factor
    }

    /// Pure numbers.
    public static let none = DisplayUnit("", factor: 1)
    /// GeV, the internal unit of energies.
    public static let gigaElectronVolt = DisplayUnit("GeV", factor: 1)
    /// MeV.
    public static let megaElectronVolt = DisplayUnit("MeV", factor: 1e-3)
    /// mrad; angles are in rad.
    public static let milliradian = DisplayUnit("mrad", factor: 1e-3)
    /// fb, the internal unit of cross sections.
    public static let femtobarn = DisplayUnit("fb", factor: 1)
    /// Counts.
    public static let events = DisplayUnit("events", factor: 1)
    /// Per cent of a ratio.
    public static let percent = DisplayUnit("%", factor: 0.01)

    /// The estimate in this unit. The inverse of a decimal fraction is meant to be the whole number that it is next to.
    public func display(_ estimate: Estimate) -> Estimate {
        let inverse = 1 / factor
        let whole = inverse.rounded()
        return estimate.scaled(by: (inverse - whole).magnitude <= inverse.ulp ? whole : inverse)
    }
}

/// A quantity with its value: a row of the review table and of `figures/results.lock`.
package struct QuantityResult: Codable, Hashable, Sendable {
    package var id: String
    package var meaning: String
    package var unit: String
    /// In the unit; nil where the parameters leave the quantity undefined.
    package var value: Double?
    /// Numerical error, in the unit.
    package var error: Double?
    package var errorKind: ErrorKind?
    /// As the text prints it, TeX math.
    package var text: String
    /// The same for a terminal.
    package var plainText: String
}

/// How a list of quantities is printed: what a node needs besides their values.
struct QuantityFormat: Codable, Hashable, Sendable {
    var id: String
    var meaning: String
    var unit: DisplayUnit
    var style: Quantity.Style

    init(_ quantity: Quantity) {
        id = quantity.id
        meaning = quantity.meaning
        unit = quantity.unit
        style = quantity.style
    }

    func result(_ estimate: Estimate?) throws -> QuantityResult {
        guard let estimate else {
            return QuantityResult(
                id: id, meaning: meaning, unit: unit.symbol, value: nil, error: nil, errorKind: nil,
                text: "\\text{undefined}", plainText: "undefined")
        }
        let shown = try unit.display(estimate).honest("the number '\(id)'")
        let (tex, plain) = try texts(shown)
        return QuantityResult(
            id: id, meaning: meaning, unit: unit.symbol, value: shown.value, error: shown.error, errorKind: shown.kind,
            text: tex, plainText: plain)
    }

    private func texts(_ shown: Estimate) throws -> (tex: String, plain: String) {
        do throws(NumberError) {
            switch style {
            case .digits(let digits):
                let decimal = try CertifiedDecimal(shown, significantDigits: digits)
                return (decimal.texText, decimal.plainText)
            case .wholeNumber:
                let digits = shown.value == 0 ? 1 : Int(saturating: log10(shown.value.magnitude).rounded(.down)) + 1
                let decimal = try CertifiedDecimal(shown, significantDigits: digits)
                return (decimal.texText, decimal.plainText)
            case .withError:
                let text = try ErrorNotation(shown)
                return (text.texText, text.plainText)
            }
        } catch {
            throw QuantityError(id: id, reason: error)
        }
    }
}

/// A quantity of the text that cannot be printed.
package struct QuantityError: Error, Equatable, CustomStringConvertible {
    package var id: String
    package var reason: NumberError

    package init(id: String, reason: NumberError) {
        self.id = id
        self.reason = reason
    }

    package var description: String { "the number '\(id)' cannot be printed: \(reason)" }
}

extension Node where Output == [QuantityResult] {
    /// The review table of all quantities.
    package static func reviewTable(_ name: String, of quantities: [Quantity]) -> Node<[QuantityResult]> {
        Node(name, fromEach: quantities.map(\.node), parameters: quantities.map(QuantityFormat.init)) {
            formats, values in
            try zip(formats, values).map { format, value in try format.result(value) }
        }
    }
}
