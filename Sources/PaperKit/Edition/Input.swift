import BuildGraph
import Manuscript
import NumericalMethods

/// A number of the text that is not computed: a constant, or what a publication states. Exact.
public struct Input: Sendable {
    /// `\result{…}` in the text.
    public let id: ResultID
    /// Where it is declared.
    public let declaration: SourcePlace
    let unit: DisplayUnit
    let value: Double
    let digits: Int

    /// - Parameters:
    ///   - value: in internal units.
    ///   - digits: the most significant digits that are printed; trailing zeros are not.
    public init(
        _ id: ResultID, _ value: Double, in unit: DisplayUnit = .none, digits: Int = 10, fileID: String = #fileID,
        line: Int = #line
    ) {
        self.id = id
        self.value = value
        self.unit = unit
        self.digits = digits
        declaration = SourcePlace(fileID: fileID, line: line)
    }

    func passage() throws(QuantityError) -> NumbersFile.Passage {
        do throws(NumberError) {
            let decimal = try CertifiedDecimal(unit.display(.exact(value)), significantDigits: digits)
            return NumbersFile.Passage(id, decimal.texText)
        } catch {
            throw QuantityError(id: id.text, reason: error)
        }
    }
}
