import BuildGraph
import ContentHash

/// The graph that build systems are compared on: ten layers; each node joins the results of two neighbours of the layer
/// below it, a node of the first layer copies a source file; each node has an output file.
///
/// A source file reaches one node of the first layer, two of the second, …, ten of the last: 55 in all. `paperbench`
/// writes the same graph for the other build systems and compares the files.
struct LayeredGraph {
    static let layers = 10
    let width: Int

    /// - Parameter nodes: the number of nodes, a multiple of ten.
    init(nodes: Int) { width = nodes / Self.layers }

    /// The outputs, layer by layer.
    var outputs: [OutputFile] {
        var outputs: [OutputFile] = []
        outputs.reserveCapacity(Self.layers * width)
        var below: [Node<Blob>] = []
        for layer in 0..<Self.layers {
            var nodes: [Node<Blob>] = []
            nodes.reserveCapacity(width)
            for column in 0..<width {
                let path = "out/\(layer)/\(column)"
                let node =
                    layer == 0
                    ? Node(path, Copy(), from: .file("src/\(column)"))
                    : Node(path, Join(), from: below[column], below[(column + 1) % width])
                nodes.append(node)
                outputs.append(OutputFile(path, from: node))
            }
            below = nodes
        }
        return outputs
    }
}

/// A source file as it is.
struct Copy: Computation {
    func compute(_ input: Blob) -> Blob { input }
}

/// Two files, one after the other.
struct Join: Computation {
    func compute(_ input: (Blob, Blob)) -> Blob { Blob(input.0.bytes + input.1.bytes) }
}
