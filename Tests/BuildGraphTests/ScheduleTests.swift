import ContentHash
import Synchronization
import Testing

@testable import BuildGraph

@Suite("Nodes start in an order that is known, and with the inputs that their keys name")
struct ScheduleTests {
    @Test(arguments: 0..<6)
    func oneAtATimeTheFirstReadyNodeInTopologicalOrderStarts(_ seed: Int) async throws {
        var generator = SeededGenerator(4000 + seed)
        var nodes = (0..<4).map { Node("source \($0)", Constant(value: 100 + $0)) }
        for number in 0..<40 {
            let (a, b) = (nodes.randomElement(using: &generator), nodes.randomElement(using: &generator))
            nodes.append(
                Node("step \(number)", Wide(salt: 1000 * number + seed), from: try #require(a), try #require(b)))
        }
        // In an order of its own, so that what is found first does not become ready first.
        let targets = nodes.shuffled(using: &generator).map(\.erased)
        let started = Mutex<[String]>([])
        let engine = makeEngine(MemoryStore(), jobs: 1) { event in
            if case .nodeStarted(let name, _) = event { started.withLock { $0.append(name) } }
        }
        try await engine.build(nodes: targets)
        let graph = try Graph(targets)
        var done: Set<Int> = []
        for name in started.withLock({ $0 }) {
            let ready = graph.nodes.indices.first { position in
                !done.contains(position) && graph.inputs[position].allSatisfy(done.contains)
            }
            let position = try #require(graph.position(of: name))
            #expect(position == ready)
            done.insert(position)
        }
        #expect(done.count == graph.nodes.count)
    }

    @Test func theReadyQueueGivesTheLeastFirst() {
        var generator = SeededGenerator(1)
        var (queue, model) = (ReadyQueue(), [Int]())
        for _ in 0..<2000 {
            if Int.random(in: 0..<5, using: &generator) < 3 {
                let number = Int.random(in: 0..<10_000, using: &generator)
                queue.insert(number)
                model.append(number)
            } else {
                #expect(queue.next() == model.min())
                model.firstIndex(of: model.min() ?? -1).map { _ = model.remove(at: $0) }
            }
        }
        queue.removeAll()
        #expect(queue.next() == nil)
    }

    /// A node that gives other bytes each time is a mistake, which must not reach the records of others.
    @Test func whatWaitsForAnInputThatComesOutDifferentlyIsNotKeptUnderItsOldKey() async throws {
        let store = MemoryStore()
        let engine = makeEngine(store, jobs: 1)
        let count = Mutex(0)
        let a = Node("a", asWritten: .wrapper()) {
            count.withLock { count -> Int in
                count += 1
                return count
            }
        }
        let output = try #require(try await engine.build(nodes: [a.erased]).nodes[0].output)
        store.remove(blob: output)
        let users = (0..<3).map { Node("user \($0)", Sum(offset: 10 * $0), from: a, a) }
        let report = try await engine.build(nodes: users.map(\.erased))
        #expect(report.ran == ["a", "user 0", "user 1", "user 2"])
        #expect(report.nodes[0].output != output)
        let rebuilder = try Rebuilder(store: store, digests: engine.digests, platform: engine.platform)
        for (number, user) in users.enumerated() {
            let record = try #require(store.records.values.first { $0.node == user.name })
            #expect(record.parts.inputs.map(\.content) == Array(repeating: report.nodes[0].output, count: 2))
            #expect(record.key == (try rebuilder.key(for: user.core, inputs: record.parts.inputs.map(\.content))))
            #expect(record.key != (try rebuilder.key(for: user.core, inputs: [output, output])))
            #expect(try await engine.value(of: user) == 4 + 10 * number)
        }
        #expect(store.records.count == 4)
    }
}
