import BuildGraph
import ContentHash
import FoundationEssentials
import Testing

@Suite("Every run has one recorded reason")
struct ReasonTests {
    let store = MemoryStore()

    func reason(_ node: AnyNode, digests: CodeDigests = testDigests) async throws -> String? {
        let report = try await makeEngine(store, digests: digests).build(nodes: [node])
        return report.nodes.last?.reason?.sentence
    }

    @Test func firstBuild() async throws {
        #expect(try await reason(Node("a", Constant(value: 1)).erased) == "never built")
    }

    @Test func cachedNodesHaveNone() async throws {
        _ = try await reason(Node("a", Constant(value: 1)).erased)
        #expect(try await reason(Node("a", Constant(value: 1)).erased) == nil)
    }

    @Test func changedParameterIsNamedWithBothValues() async throws {
        _ = try await reason(Node("a", Constant(value: 1)).erased)
        let changed = try await reason(Node("a", Constant(value: 2)).erased)
        #expect(changed == "parameter value changed from 1 to 2")
    }

    @Test func nestedParameterIsNamedByItsPath() async throws {
        struct Cuts: Codable { var theta: Double }
        _ = try await reason(Node("a", parameters: ["cuts": Cuts(theta: 0.0015)]) { _ in 1 }.erased)
        let changed = try await reason(Node("a", parameters: ["cuts": Cuts(theta: 0.002)]) { _ in 1 }.erased)
        #expect(changed == "parameter cuts.theta changed from 0.0015 to 0.002")
    }

    @Test func changedInputIsNamed() async throws {
        func node(_ b: Int) -> AnyNode {
            Node("s", Sum(), from: Node("a", Constant(value: 1)), Node("b", Constant(value: b))).erased
        }
        _ = try await reason(node(2))
        #expect(try await reason(node(3)) == "content of input b changed")
    }

    @Test func swappedInputsAreCalledRearranged() async throws {
        let a = Node("a", Constant(value: 1))
        let b = Node("b", Constant(value: 2))
        _ = try await reason(Node("s", Sum(), from: a, b).erased)
        #expect(try await reason(Node("s", Sum(), from: b, a).erased) == "inputs were added, removed or reordered")
    }

    @Test func changedTypeIsNamed() async throws {
        let a = Node("a", Constant(value: 1))
        _ = try await reason(Node("x", Sum(), from: a, a).erased)
        let changed = try await reason(Node("x", Sign(), from: a).erased)
        #expect(changed == "computation changed from BuildGraphTests.Sum to BuildGraphTests.Sign")
    }

    func digests(_ own: String, below: String, toolchain: String = "6.3") -> CodeDigests {
        CodeDigests(
            sources: ["BuildGraphTests": own, "Kinematics": below],
            dependencies: ["BuildGraphTests": ["Kinematics"]], toolchain: toolchain)
    }

    @Test func changedOwnCodeIsNamed() async throws {
        let node = Node("a", Constant(value: 1)).erased
        _ = try await reason(node, digests: digests("1", below: "1"))
        let changed = try await reason(node, digests: digests("2", below: "1"))
        #expect(changed == "code of module BuildGraphTests changed")
    }

    @Test func changedCodeBelowIsNamedWithItsUser() async throws {
        let node = Node("a", Constant(value: 1)).erased
        _ = try await reason(node, digests: digests("1", below: "1"))
        let changed = try await reason(node, digests: digests("1", below: "2"))
        #expect(changed == "code of module Kinematics changed, which BuildGraphTests uses")
    }

    @Test func changedCompilerIsNamed() async throws {
        let node = Node("a", Constant(value: 1)).erased
        _ = try await reason(node, digests: digests("1", below: "1", toolchain: "6.2"))
        let changed = try await reason(node, digests: digests("1", below: "1", toolchain: "6.3"))
        #expect(changed == "compiler changed from 6.2 to 6.3")
    }

    @Test func changedPlatformIsNamed() async throws {
        let node = Node("a", Constant(value: 1)).erased
        _ = try await reason(node)
        var engine = makeEngine(store)
        engine.platform.instructionSets = []
        let report = try await engine.build(nodes: [node])
        #expect(
            report.nodes.last?.reason?.sentence
                == "platform changed from x linux libm 1 fma to x linux libm 1")
    }

    @Test func lostResultIsNamed() async throws {
        let node = Node("a", Constant(value: 1))
        let report = try await makeEngine(store).build(nodes: [node.erased])
        store.remove(blob: try #require(report.nodes[0].output))
        #expect(try await reason(node.erased) == "result is missing from the cache")
    }

    @Test func theReasonIsKeptInTheRecord() async throws {
        _ = try await reason(Node("a", Constant(value: 1)).erased)
        _ = try await reason(Node("a", Constant(value: 2)).erased)
        let recorded = store.lastRecord(ofNode: "a")?.reason
        #expect(recorded == .parameterChanged(name: "value", from: "1", to: "2"))
    }
}
