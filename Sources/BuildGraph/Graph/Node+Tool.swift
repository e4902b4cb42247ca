extension Node {
    /// A node that starts another program on the results of nodes of any types, which the closure gets as they are in the
    /// store. The rules for closures are those of the other forms.
    package init<Parameters: Codable & Sendable>(
        _ name: String, fromAny upstream: [AnyNode], parameters: Parameters, tool: NodeTool, fileID: String = #fileID,
        line: Int = #line, column: Int = #column,
        _ body: @escaping @Sendable (Parameters, [[UInt8]]) throws -> Output
    ) {
        let written = WrittenClosure(ToolCell(body: body), fileID: fileID, line: line, column: column)
        self.init(
            core: NodeCore(
                name: name, action: .closure(module: written.module), upstream: upstream.map(\.core),
                parameters: ParameterSource(parameters), place: written.source, written: written, tool: tool
            ) { inputs in try encodeResult(body(parameters, inputs)) })
    }
}

private struct ToolCell<Parameters, Output> {
    let body: @Sendable (Parameters, [[UInt8]]) throws -> Output
}

extension AnyNode {
    /// Nil for a node that starts no program.
    package var tool: NodeTool? { core.tool }
}
