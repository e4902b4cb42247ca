/// One step of the graph with a typed result: a value that holds its inputs, so that a cycle cannot be written and a
/// swapped input does not compile.
///
/// The name is for people; it must be unique in a graph. The result is stored under a key of the computation's type,
/// parameters and code and of the contents of the inputs, so renaming a node runs nothing again (but see the closure
/// form).
///
/// The result is stored, so that it must be `Codable`: a tuple is not; return a struct with the same properties.
public struct Node<Output: Codable & Sendable>: Sendable {
    let core: NodeCore

    /// The node's name.
    public var name: String { core.name }

    /// The node without its type.
    public var erased: AnyNode { AnyNode(core: core) }

    /// A node that runs a computation on the results of others.
    ///
    /// - Parameters:
    ///   - name: unique in the graph; slashes group nodes (`figures/reach`).
    ///   - computation: the function and its parameters.
    ///   - upstream: the nodes whose results are the input, in the order of the computation's input tuple, which has no
    ///     labels.
    public init<C: Computation, each Upstream: Codable & Sendable>(
        _ name: String, _ computation: C, from upstream: repeat Node<each Upstream>, fileID: String = #fileID,
        line: Int = #line
    ) where C.Output == Output, C.Input == (repeat each Upstream) {
        core = NodeCore(
            name: name, action: .computation(TypeIdentity(C.self)), upstream: collect(repeat each upstream),
            parameters: ParameterSource(computation), place: SourcePlace(fileID: fileID, line: line)
        ) { inputs in
            var reader = InputReader(inputs)
            return try encodeResult(computation.compute((repeat try reader.next((each upstream).resultType))))
        }
    }

    /// A node that runs a closure: for chart builders and quantities, which are many and small.
    ///
    /// The code is that of the file's module; the node's name tells the closures of a module apart, so it is part of
    /// the key, and one name must stand for one closure in all graphs that the module makes. The closure must hold no
    /// value of the place where it is written, as none is in the key: no graph is made of a node whose closure does
    /// (``BuildGraphError/capturedValues(_:)``). What it needs besides its inputs is passed as `parameters`, in the
    /// other form.
    public init<each Upstream: Codable & Sendable>(
        _ name: String, from upstream: repeat Node<each Upstream>, fileID: String = #fileID, line: Int = #line,
        column: Int = #column, _ body: @escaping @Sendable (repeat each Upstream) throws -> Output
    ) {
        self.init(
            name, from: repeat each upstream,
            asWritten: WrittenClosure(BareCell(body: body), fileID: fileID, line: line, column: column), body)
    }

    /// A node that runs a closure with parameters, which the closure receives as its first argument and which enter
    /// the key.
    public init<Parameters: Codable & Sendable, each Upstream: Codable & Sendable>(
        _ name: String, from upstream: repeat Node<each Upstream>, parameters: Parameters, fileID: String = #fileID,
        line: Int = #line, column: Int = #column,
        _ body: @escaping @Sendable (Parameters, repeat each Upstream) throws -> Output
    ) {
        self.init(
            name, from: repeat each upstream, parameters: parameters,
            asWritten: WrittenClosure(ParameterCell(body: body), fileID: fileID, line: line, column: column), body)
    }

    /// For what passes on a closure that it has looked at itself: a wrapper's own closure holds the caller's.
    package init<each Upstream: Codable & Sendable>(
        _ name: String, from upstream: repeat Node<each Upstream>, asWritten written: WrittenClosure,
        _ body: @escaping @Sendable (repeat each Upstream) throws -> Output
    ) {
        core = NodeCore(name: name, written: written, upstream: collect(repeat each upstream), parameters: .none) {
            inputs in
            var reader = InputReader(inputs)
            return try encodeResult(body(repeat try reader.next((each upstream).resultType)))
        }
    }

    /// The same with parameters.
    package init<Parameters: Codable & Sendable, each Upstream: Codable & Sendable>(
        _ name: String, from upstream: repeat Node<each Upstream>, parameters: Parameters,
        asWritten written: WrittenClosure,
        _ body: @escaping @Sendable (Parameters, repeat each Upstream) throws -> Output
    ) {
        core = NodeCore(
            name: name, written: written, upstream: collect(repeat each upstream),
            parameters: ParameterSource(parameters)
        ) { inputs in
            var reader = InputReader(inputs)
            return try encodeResult(body(parameters, repeat try reader.next((each upstream).resultType)))
        }
    }

    init(core: NodeCore) {
        self.core = core
    }

    /// The same node as declared by who called a wrapper, and not where the wrapper is written.
    package func declared(at place: SourcePlace) -> Node { Node(core: core.declared(at: place)) }

    var resultType: Output.Type { Output.self }

    /// The result that these bytes of the store mean.
    func decode(_ bytes: [UInt8]) throws -> Output {
        try decodeResult(Output.self, bytes)
    }
}

extension Node where Output == Blob {
    /// An input file, hashed by content. The node's name is the path.
    ///
    /// - Parameter path: relative to the engine's source folder, or absolute. The path is not part of any key.
    public static func file(_ path: String) -> Node<Blob> {
        Node(
            core: NodeCore(name: path, action: .file(path: path), upstream: [], parameters: .none, place: nil) { _ in
                throw BuildGraphError.internalInconsistency("an input file was asked to compute itself")
            })
    }
}

private func collect<each Upstream>(_ upstream: repeat Node<each Upstream>) -> [NodeCore] {
    var cores: [NodeCore] = []
    for node in repeat each upstream { cores.append(node.core) }
    return cores
}

// Closures as they were declared, for ``WrittenClosure`` to look at.

private struct BareCell<each Upstream, Output> {
    let body: @Sendable (repeat each Upstream) throws -> Output
}

private struct ParameterCell<Parameters, each Upstream, Output> {
    let body: @Sendable (Parameters, repeat each Upstream) throws -> Output
}

/// Hands out the inputs in order, each decoded to its type.
private struct InputReader {
    private let inputs: [[UInt8]]
    private var position = 0

    init(_ inputs: [[UInt8]]) {
        self.inputs = inputs
    }

    mutating func next<T: Codable & Sendable>(_ type: T.Type) throws -> T {
        defer { position += 1 }
        guard position < inputs.count else {
            throw BuildGraphError.internalInconsistency("a node was run with \(inputs.count) inputs, too few")
        }
        do {
            return try decodeResult(type, inputs[position])
        } catch {
            throw InputDecodingError(position: position, problem: "\(error)")
        }
    }
}
