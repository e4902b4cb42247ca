extension Node {
    /// The results of several nodes of one type, in order: a node for lists whose length is known only at run time.
    public init<Element: Codable & Sendable>(
        _ name: String, collecting upstream: [Node<Element>], fileID: String = #fileID, line: Int = #line
    ) where Output == [Element] {
        // The closure holds the elements' type only.
        let collected = Node(name, fromEach: upstream, parameters: upstream.count, asWritten: .wrapper()) {
            _, elements in elements
        }
        self = collected.declared(at: SourcePlace(fileID: fileID, line: line))
    }

    /// A node that runs a closure on the results of several nodes of one type.
    ///
    /// The rules are those of the other closure forms: the closure holds no value of the place where it is written; what
    /// it needs besides its inputs is passed as `parameters`, which enter the key.
    public init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, fileID: String = #fileID,
        line: Int = #line, column: Int = #column,
        _ body: @escaping @Sendable (Parameters, [Element]) throws -> Output
    ) {
        self.init(
            name, fromEach: upstream, parameters: parameters,
            asWritten: WrittenClosure(ListCell(body: body), fileID: fileID, line: line, column: column), body)
    }

    /// For what passes on a closure that it has looked at itself.
    package init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, asWritten written: WrittenClosure,
        _ body: @escaping @Sendable (Parameters, [Element]) throws -> Output
    ) {
        self.init(
            core: NodeCore(
                name: name, written: written, upstream: upstream.map(\.core), parameters: ParameterSource(parameters)
            ) { inputs in
                try encodeResult(body(parameters, try inputs.map { try decodeResult(Element.self, $0) }))
            })
    }
}

private struct ListCell<Parameters, Element, Output> {
    let body: @Sendable (Parameters, [Element]) throws -> Output
}
