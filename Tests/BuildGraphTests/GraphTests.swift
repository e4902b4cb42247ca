import BuildGraph
import ContentHash
import Testing

@Suite("The graph as data and as text")
struct GraphTests {
    let nodes: [AnyNode]

    init() {
        let table = Node.file("data/t.csv")
        let count = Node("counts/bytes", CountBytes(), from: table)
        let text = Node("figures/text", from: count, Node("a", Constant(value: 1))) { Blob(utf8: "\($0) \($1)") }
        nodes = [text.erased]
    }

    @Test func nodesFollowTheirInputs() throws {
        let graph = try Graph(nodes)
        #expect(graph.nodes.map(\.name) == ["data/t.csv", "counts/bytes", "a", "figures/text"])
        #expect(graph.inputs == [[], [0], [], [1, 2]])
        #expect(graph.consumers == [[1], [3], [3], []])
    }

    @Test func dotHasEachNodeAndEdge() throws {
        #expect(
            try Graph(nodes).dot == """
                digraph paperbuild {
                  rankdir=LR;
                  node [shape=box, fontname="Helvetica"];
                  subgraph "cluster_counts" {
                    label="counts";
                    n1 [label="counts/bytes", tooltip="BuildGraphTests.CountBytes"];
                  }
                  subgraph "cluster_data" {
                    label="data";
                    n0 [label="data/t.csv", tooltip="file", shape=note];
                  }
                  subgraph "cluster_figures" {
                    label="figures";
                    n3 [label="figures/text", tooltip="closure figures/text in BuildGraphTests", style=rounded];
                  }
                  n2 [label="a", tooltip="BuildGraphTests.Constant"];
                  n0 -> n1;
                  n1 -> n3;
                  n2 -> n3;
                }

                """)
    }

    @Test func mermaidHasEachNodeAndEdge() throws {
        let text = try Graph(nodes).mermaid
        #expect(text.contains("    n0[/\"data/t.csv\"/]\n"))
        #expect(text.contains("  n2[\"a\"]\n"))
        #expect(text.hasSuffix("  n0 --> n1\n  n1 --> n3\n  n2 --> n3\n"))
    }

    @Test func parametersAreListedAsJSON() throws {
        #expect(try nodes[0].upstream[1].parameters()?.json() == #"{"value":1}"#)
        #expect(try nodes[0].parameters() == nil)
    }

    @Test func aDeepGraphDoesNotExhaustTheStack() async throws {
        var node = Node("0", Constant(value: 0))
        for depth in 1...20_000 { node = Node("\(depth)", Sum(offset: 1), from: node, node) }
        #expect(try Graph([node.erased]).nodes.count == 20_001)
    }

    @Test(arguments: [
        ("raech", "reach"), ("Reach", "reach"), ("reaches", "reach"), ("spectrm", "spectrum"), ("xyz", nil),
    ])
    func theNearNameIsFound(_ text: String, _ wanted: String?) {
        #expect(nearestName(to: text, among: ["spectrum", "reach", "contours"]) == wanted)
    }
}
