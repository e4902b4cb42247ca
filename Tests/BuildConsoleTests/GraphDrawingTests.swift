import CairoCanvas
import Plotting
import Testing

@testable import BuildConsole
@testable import BuildGraph

@Suite("The drawn graph")
struct GraphDrawingTests {
    private func node(_ name: String, _ inputs: [Node<Int>] = []) -> Node<Int> {
        Node(name, fromEach: inputs, parameters: 0) { _, values in values.reduce(0, +) }
    }

    /// signal/a, b, c → limits/x → signal/d: the folder `signal` is above and below `limits`.
    private func tangled() throws -> Graph {
        let sources = ["a", "b", "c"].map { node("signal/\($0)") }
        let limits = ["x", "y", "z"].map { node("limits/\($0)", sources) }
        return try Graph([node("signal/d", limits).erased])
    }

    @Test("has a box for each node when all are wanted")
    func all() throws {
        let outline = GraphOutline(try tangled(), isCollapsed: false)
        #expect(outline.vertices.count == 7 && outline.edges.count == 12)
        #expect(Set(outline.vertices.map(\.label)).contains("limits/y"))
    }

    @Test("has one box a folder, and divides a folder that is above and below another")
    func collapsed() throws {
        let outline = GraphOutline(try tangled(), isCollapsed: true)
        #expect(outline.vertices.map(\.label) == ["signal/ (3)", "limits/ (3)", "signal/d"])
        #expect(outline.edges.map { [$0.from, $0.to] } == [[0, 1], [1, 2]])
    }

    @Test("puts each vertex to the right of what it uses")
    func layers() throws {
        let outline = GraphOutline(try tangled(), isCollapsed: false)
        let layout = LayeredLayout(outline)
        for edge in outline.edges { #expect(layout.sites[edge.from].layer < layout.sites[edge.to].layer) }
    }

    @Test("lets no two boxes of a layer touch, on random graphs", arguments: 0..<20)
    func separation(_ seed: Int) throws {
        var nodes: [Node<Int>] = []
        var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for number in 0..<30 {
            let inputs =
                nodes.isEmpty ? [] : Set((0..<next(4)).map { _ in next(nodes.count) }).sorted().map { nodes[$0] }
            nodes.append(node("n\(number)", inputs))
        }
        let layout = LayeredLayout(GraphOutline(try Graph(nodes.map(\.erased)), isCollapsed: false))
        for layer in layout.layers {
            for (above, below) in zip(layer, layer.dropFirst()) {
                let areVertices = layout.sites[above].vertex != nil && layout.sites[below].vertex != nil
                let least = areVertices ? LayeredLayout.vertexPitch : LayeredLayout.edgePitch
                #expect(layout.sites[below].y - layout.sites[above].y > least - 1e-9)
            }
        }
    }

    @Test("the nearest ascending sequence pools what descends")
    func ascending() {
        #expect(LayeredLayout.ascending([1, 3, 2, 4]) == [1, 2.5, 2.5, 4])
        #expect(LayeredLayout.ascending([3, 2, 1]) == [2, 2, 2])
        #expect(LayeredLayout.ascending([]) == [])
    }

    @Test("is drawn within its page, with every name, and the same each time")
    func drawing() throws {
        let font = try MathFont(path: MathFont.locate())
        let list = GraphOutline(try tangled(), isCollapsed: false).displayList(title: "g", metrics: font)
        var labels: Set<String> = []
        for item in list.items {
            switch item {
            case .fill(let fill): #expect(fill.paths.flatMap(\.points).allSatisfy { isInside($0, list) })
            case .stroke(let stroke): #expect(stroke.paths.flatMap(\.points).allSatisfy { isInside($0, list) })
            case .glyphs(let run): labels.insert(run.text)
            }
        }
        #expect(labels.isSuperset(of: ["signal/a", "limits/z", "signal/d"]))
        let again = GraphOutline(try tangled(), isCollapsed: false).displayList(title: "g", metrics: font)
        let canvas = try CairoCanvas()
        #expect(list == again)
        #expect(try canvas.svg(list).starts(with: Array("<?xml".utf8)))
    }

    @Test("of nothing is an empty page")
    func empty() throws {
        let font = try MathFont(path: MathFont.locate())
        let list = GraphOutline(try Graph([]), isCollapsed: true).displayList(title: "g", metrics: font)
        #expect(list.items.isEmpty && list.width > 0 && list.height > 0)
    }

    private func isInside(_ point: PagePoint, _ list: DisplayList) -> Bool {
        point.x >= 0 && point.y >= 0 && point.x <= list.width && point.y <= list.height
    }
}
