import ContentHash

/// What a build was asked for, but for the contents of files, as one digest: two builds of one structure whose input
/// files agree have the same keys and the same output files.
struct GraphStructure {
    let digest: ContentDigest
    /// The positions in the order of the input files' nodes.
    let files: [Int32]
    /// The positions of the nodes whose results are wanted in the store.
    let targets: [Int32]
    /// The position of each output's node.
    let sources: [Int32]

    /// Nil for what no build accepts: a module without digest, parameters that cannot be encoded, a closure that holds
    /// values.
    init?(
        _ order: NodeOrder, targets: [AnyNode], outputs: [OutputFile], folder: OutputFolder, inputFiles: InputFiles,
        rebuilder: Rebuilder
    ) {
        var fields = StructureFields(expecting: 40 * order.nodes.count)
        fields.append(ActionRecord.schema)
        fields.append(rebuilder.platformBytes)
        fields.append(folder.path)
        fields.append(inputFiles.sourceFolder)
        var steps = StepTable(rebuilder)
        var files: [Int32] = []
        var withParameters: [NodeCore] = []
        fields.append(count: order.nodes.count)
        for (position, node) in order.nodes.enumerated() {
            guard !node.holdsValues, let step = steps.number(of: node) else { return nil }
            fields.append(count: step)
            fields.append(node.name)
            if case .file(let path) = node.action {
                files.append(Int32(position))
                fields.append(path)
            }
            let inputs = order.inputs(of: position)
            fields.append(count: inputs.count)
            for input in inputs { fields.append(count: Int(input)) }
            if !steps.hasParameters(step) { withParameters.append(node) }
        }
        let encoded = LookAhead.map(withParameters.count) { [withParameters] range, parameters in
            for node in withParameters[range] { parameters.append(try? node.parameters.encode()) }
        }
        for parameters in encoded {
            guard let parameters else { return nil }
            fields.append(parameters)
        }
        fields.bytes += steps.fields.bytes
        self.files = files
        self.targets = targets.compactMap { order.position(of: $0.core) }
        sources = outputs.compactMap { order.position(of: $0.source.core) }
        guard sources.count == outputs.count else { return nil }
        fields.append(count: self.targets.count)
        for target in self.targets { fields.append(count: Int(target)) }
        fields.append(count: outputs.count)
        for (output, source) in zip(outputs, sources) {
            fields.append(output.path)
            fields.append(count: Int(source))
        }
        digest = ContentDigest(of: fields.bytes)
    }
}

/// The kinds of steps in a graph, numbered as they are met, with the digests of their code.
private struct StepTable {
    /// Each kind once, in order.
    var fields = StructureFields(expecting: 1024)
    private let rebuilder: Rebuilder
    private var numbers: [NodeCore.Action: Int] = [:]
    private var parametersAreKnown: [Bool] = []
    private var last: (type: TypeIdentity, number: Int)?

    init(_ rebuilder: Rebuilder) { self.rebuilder = rebuilder }

    /// Whether all nodes of a kind have the same parameters, which are among the fields.
    func hasParameters(_ number: Int) -> Bool { parametersAreKnown[number] }

    mutating func number(of node: NodeCore) -> Int? {
        switch node.action {
        case .computation(let type):
            if let last, last.type == type { return last.number }
            guard let number = known(node.action, node) else { return nil }
            last = (type, number)
            return number
        case .closure, .remote: return known(node.action, node)
        case .file: return known(.file(path: ""), node)
        }
    }

    private mutating func known(_ action: NodeCore.Action, _ node: NodeCore) -> Int? {
        if let number = numbers[action] { return number }
        var hasParameters = false
        switch action {
        case .computation(let type):
            fields.append("computation")
            fields.append(type.name)
            hasParameters = node.parameters.isConstant
        case .closure: fields.append("closure")
        case .remote: fields.append("remote")
        case .file:
            fields.append("file")
            hasParameters = true
        }
        fields.append(count: node.modules.count)
        for module in node.modules {
            guard let digest = rebuilder.digests.digest(of: module) else { return nil }
            fields.append(module)
            fields.append(digest)
        }
        fields.append(count: hasParameters ? 1 : 0)
        if hasParameters {
            guard let parameters = try? node.parameters.encode() else { return nil }
            fields.append(parameters)
        }
        numbers[action] = parametersAreKnown.count
        parametersAreKnown.append(hasParameters)
        return parametersAreKnown.count - 1
    }
}

/// Bytes to hash, each field with its length before it.
private struct StructureFields {
    var bytes: [UInt8] = []

    init(expecting count: Int) { bytes.reserveCapacity(count) }

    mutating func append(count: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ field: [UInt8]) {
        append(count: field.count)
        bytes.append(contentsOf: field)
    }

    mutating func append(_ text: String) {
        append(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ digest: ContentDigest) { digest.appendBytes(to: &bytes) }
}
