import BuildGraph
import ContentHash
import FoundationEssentials
import Testing

struct Constant: Computation {
    var v: Double
    func compute(_ input: ()) -> Double { v }
}
struct Sum: Computation { func compute(_ input: (Double, Double)) -> Double { input.0 + input.1 } }
struct Double_: Computation { func compute(_ input: Double) -> Double { 2 * input } }

@Test func compiles() async throws {
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
    let dir = URL(filePath: "/tmp/t/pb")
    try? FileManager.default.removeItem(at: dir)
    let store = DiskStore(dir.appending(path: "cache"))
    let engine = BuildEngine(store: store, digests: CodeDigests(sources: ["BuildGraphTests": "1"]))
    var r = try await engine.build(
        nodes: [e.erased, g.erased, h.erased], outputs: [out], into: dir.appending(path: "o"))
    print(r)
    r = try await engine.build(nodes: [e.erased, g.erased, h.erased], outputs: [out], into: dir.appending(path: "o"))
    #expect(r.ran == [])
    print(r.files)
    #expect(try await engine.value(of: d) == 6)
}
