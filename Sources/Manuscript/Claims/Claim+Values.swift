import BuildGraph
import NumericalMethods

/// What a claim takes from results. A closure is told apart by the claim's id and must hold no value of the place where
/// it is written; what it needs besides the result is passed as parameters, which are part of the key.
extension Claim {
    /// The one number of a claim, taken from a result.
    public static func value<Source: Codable & Sendable>(
        _ id: ResultID, _ source: Node<Source>, fileID: String = #fileID, line: Int = #line,
        column: Int = #column,
        _ select: @escaping @Sendable (Source) throws -> Estimate
    ) -> Node<[LabelledEstimate]> {
        let written = WrittenClosure(ValueCell(select: select), fileID: fileID, line: line, column: column)
        return Node(valuesName(id), from: source, asWritten: written) { [LabelledEstimate(try select($0))] }
    }

    /// The same where the parameters may leave the number undefined.
    public static func optionalValue<Source: Codable & Sendable>(
        _ id: ResultID, _ source: Node<Source>, fileID: String = #fileID, line: Int = #line,
        column: Int = #column, _ select: @escaping @Sendable (Source) throws -> Estimate?
    ) -> Node<[LabelledEstimate]> {
        let written = WrittenClosure(OptionalValueCell(select: select), fileID: fileID, line: line, column: column)
        return Node(valuesName(id), from: source, asWritten: written) {
            try select($0).map { [LabelledEstimate($0)] } ?? []
        }
    }

    /// The one number of a claim, made of parameters and a result.
    public static func value<Source: Codable & Sendable, Parameters: Codable & Sendable>(
        _ id: ResultID, _ source: Node<Source>, parameters: Parameters, fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column, _ select: @escaping @Sendable (Parameters, Source) throws -> Estimate
    ) -> Node<[LabelledEstimate]> {
        let written = WrittenClosure(ParameterValueCell(select: select), fileID: fileID, line: line, column: column)
        return Node(valuesName(id), from: source, parameters: parameters, asWritten: written) {
            [LabelledEstimate(try select($0, $1))]
        }
    }

    /// The numbers of a claim, taken from a result.
    public static func values<Source: Codable & Sendable>(
        _ id: ResultID, _ source: Node<Source>, fileID: String = #fileID, line: Int = #line,
        column: Int = #column,
        _ select: @escaping @Sendable (Source) throws -> [LabelledEstimate]
    ) -> Node<[LabelledEstimate]> {
        let written = WrittenClosure(ValuesCell(select: select), fileID: fileID, line: line, column: column)
        return Node(valuesName(id), from: source, asWritten: written, select)
    }

    /// The numbers of a claim, made of parameters and a result.
    public static func values<Source: Codable & Sendable, Parameters: Codable & Sendable>(
        _ id: ResultID, _ source: Node<Source>, parameters: Parameters, fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column, _ select: @escaping @Sendable (Parameters, Source) throws -> [LabelledEstimate]
    ) -> Node<[LabelledEstimate]> {
        let written = WrittenClosure(ParameterValuesCell(select: select), fileID: fileID, line: line, column: column)
        return Node(valuesName(id), from: source, parameters: parameters, asWritten: written, select)
    }

    private static func valuesName(_ id: ResultID) -> String { "claims/\(id)/values" }
}

private struct ValueCell<Source> {
    let select: @Sendable (Source) throws -> Estimate
}

private struct OptionalValueCell<Source> {
    let select: @Sendable (Source) throws -> Estimate?
}

private struct ParameterValueCell<Parameters, Source> {
    let select: @Sendable (Parameters, Source) throws -> Estimate
}

private struct ValuesCell<Source> {
    let select: @Sendable (Source) throws -> [LabelledEstimate]
}

private struct ParameterValuesCell<Parameters, Source> {
    let select: @Sendable (Parameters, Source) throws -> [LabelledEstimate]
}
