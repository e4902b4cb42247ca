import BuildGraph
import ContentHash
import Testing

struct Constant: Computation { var v: Double; func compute(_ input: ()) -> Double { v } }
struct Sum: Computation { func compute(_ input: (Double, Double)) -> Double { input.0 + input.1 } }
struct Double_: Computation { func compute(_ input: Double) -> Double { 2 * input } }

@Test func compiles() throws {
    let a = Node("a", Constant(v: 1))
    let b = Node("b", Constant(v: 2))
    let c = Node("c", Sum(), from: a, b)
    let d = Node("d", Double_(), from: c)
    let e = Node("e", from: c, d) { c, d in Blob(utf8: "\(c) \(d)") }
    let f = Node("f", from: c, d, parameters: 3.0) { p, c, d in Blob(utf8: "\(c) \(d) \(p)") }
    let g = Node("g") { 3.0 }
    let h = Node("h", parameters: 3) { p in Double(p) }
    let out = OutputFile("a/b.txt", from: f)
    let graph = try Graph([e.erased, f.erased, g.erased, h.erased, out.node])
    #expect(graph.nodes.map(\.name) == ["a", "b", "c", "d", "e", "f", "g", "h"])
    #expect(graph.nodes[0].typeName == "BuildGraphTests.Constant")
    #expect(try graph.nodes[0].parameters()?.json() == #"{"v":1.0}"#)
    #expect(e.erased.typeName == "closure e in BuildGraphTests")
}
