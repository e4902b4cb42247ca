/// A result of a step that opened files which nobody could name before it ran, with those files.
public struct Discovery<Output: Codable & Sendable>: Sendable {
    /// What the step made.
    public var result: Output
    /// Absolute paths. One where there was nothing counts as well: a file that appears there runs the step again. A
    /// folder stands for the names in it.
    public var files: Set<String>

    /// A result with all files that it was made of, beside the declared inputs.
    public init(_ result: Output, files: Set<String>) {
        self.result = result
        self.files = files
    }
}

extension Node {
    /// A node that runs a closure on the results of several nodes of one type, and finds out on the way what else it
    /// reads: a compiler with its own libraries, for instance.
    ///
    /// The files that it names are inputs like any other from then on: the result is only used again where each of
    /// them is what it was. A file that changes while the closure runs makes it run again.
    public init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, fileID: String = #fileID,
        line: Int = #line, column: Int = #column,
        discovering body: @escaping @Sendable (Parameters, [Element]) throws -> Discovery<Output>
    ) {
        self.init(
            name, fromEach: upstream, parameters: parameters,
            asWritten: WrittenClosure(DiscoveryCell(body: body), fileID: fileID, line: line, column: column),
            discovering: body)
    }

    /// The same for a node that starts other programs.
    package init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, tool: NodeTool,
        fileID: String = #fileID, line: Int = #line, column: Int = #column,
        discovering body: @escaping @Sendable (Parameters, [Element]) throws -> Discovery<Output>
    ) {
        self.init(
            name, fromEach: upstream, parameters: parameters,
            asWritten: WrittenClosure(DiscoveryCell(body: body), fileID: fileID, line: line, column: column),
            tool: tool, discovering: body)
    }

    /// For what passes on a closure that it has looked at itself.
    package init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, asWritten written: WrittenClosure,
        tool: NodeTool? = nil,
        discovering body: @escaping @Sendable (Parameters, [Element]) throws -> Discovery<Output>
    ) {
        self.init(
            core: NodeCore(
                name: name, action: .closure(module: written.module), upstream: upstream.map(\.core),
                parameters: ParameterSource(parameters), place: written.source, written: written,
                tool: tool,
                discover: { inputs in
                    let found = try body(parameters, try inputs.map { try decodeResult(Element.self, $0) })
                    return (try encodeResult(found.result), found.files.sorted())
                },
                run: { _ in throw BuildGraphError.internalInconsistency("\(name) was run as if it opened no files") }))
    }
}

private struct DiscoveryCell<Parameters, Element, Output: Codable & Sendable> {
    let body: @Sendable (Parameters, [Element]) throws -> Discovery<Output>
}
