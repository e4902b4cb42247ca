import ContentHash

extension Node {
    /// The results of several nodes of one type, in order: a node for lists whose length is known only at run time.
    public init<Element: Codable & Sendable>(_ name: String, collecting upstream: [Node<Element>])
    where Output == [Element] {
        self.init(name, fromEach: upstream, parameters: upstream.count, fileID: #fileID) { _, elements in elements }
    }

    /// A node that runs a closure on the results of several nodes of one type.
    ///
    /// The rules are those of the other closure forms: what the closure needs besides its inputs belongs in
    /// `parameters`, which enter the key.
    public init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, fileID: String = #fileID,
        _ body: @escaping @Sendable (Parameters, [Element]) throws -> Output
    ) {
        self.init(
            core: NodeCore(
                name: name, action: .closure(module: String(fileID.prefix { $0 != "/" })),
                upstream: upstream.map(\.core), parameters: ParameterSource(parameters)
            ) { inputs in
                try encodeResult(body(parameters, try inputs.map { try decodeResult(Element.self, $0) }))
            })
    }
}
