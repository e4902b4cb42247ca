import BuildGraph
import ContentHash
import FoundationEssentials
import Testing

/// Mixes its inputs into a small range, so that results often come out unchanged.
struct Mix: Computation {
    var salt: Int
    var modulus: Int
    func compute(_ input: (Int, Int)) -> Int { (3 * input.0 + 5 * input.1 + salt) % modulus }
}

/// A graph as data, that can be edited, with a model of the engine.
struct ModelGraph {
    struct Step {
        var salt: Int
        var modulus: Int
        var inputs: (Int, Int)
    }

    var sources: [Int]
    var steps: [Step]

    init(using generator: inout SeededGenerator) {
        sources = (0..<4).map { _ in Int.random(in: 0..<9, using: &generator) }
        steps = []
        for number in 0..<Int.random(in: 5..<25, using: &generator) {
            steps.append(Self.step(before: 4 + number, using: &generator))
        }
    }

    static func step(before position: Int, using generator: inout SeededGenerator) -> Step {
        Step(
            salt: Int.random(in: 0..<9, using: &generator), modulus: Int.random(in: 2..<7, using: &generator),
            inputs: (Int.random(in: 0..<position, using: &generator), Int.random(in: 0..<position, using: &generator)))
    }

    mutating func edit(using generator: inout SeededGenerator) {
        if Bool.random(using: &generator) {
            sources[Int.random(in: 0..<4, using: &generator)] = Int.random(in: 0..<9, using: &generator)
        } else {
            let number = Int.random(in: 0..<steps.count, using: &generator)
            steps[number] = Self.step(before: 4 + number, using: &generator)
        }
    }

    var nodes: [Node<Int>] {
        var nodes = sources.enumerated().map { Node("source \($0)", Constant(value: $1)) }
        for (number, step) in steps.enumerated() {
            let mix = Mix(salt: step.salt, modulus: step.modulus)
            nodes.append(Node("step \(number)", mix, from: nodes[step.inputs.0], nodes[step.inputs.1]))
        }
        return nodes
    }

    var values: [Int] {
        var values = sources
        for step in steps {
            values.append((3 * values[step.inputs.0] + 5 * values[step.inputs.1] + step.salt) % step.modulus)
        }
        return values
    }

    /// What each node's key stands for.
    var keys: Set<[Int]> {
        let values = values
        return Set(sources.map { [$0] })
            .union(steps.map { [$0.salt, $0.modulus, values[$0.inputs.0], values[$0.inputs.1]] })
    }
}

@Suite("Random graphs under random edits")
struct RandomGraphTests {
    @Test(arguments: 0..<12)
    func incrementalEqualsCleanAndExactlyWhatIsNewRuns(_ seed: Int) async throws {
        var generator = SeededGenerator(seed)
        var model = ModelGraph(using: &generator)
        let engine = makeEngine(MemoryStore(), jobs: 1 + seed % 3)
        var known: Set<[Int]> = []
        for _ in 0..<12 {
            let nodes = model.nodes
            let report = try await engine.build(nodes: nodes.map(\.erased))
            #expect(report.ran.count == model.keys.subtracting(known).count)
            known.formUnion(model.keys)
            let clean = try await makeEngine(MemoryStore()).build(nodes: nodes.map(\.erased))
            #expect(report.nodes.map(\.output) == clean.nodes.map(\.output))
            for (node, value) in zip(nodes, model.values).suffix(3) {
                #expect(try await engine.value(of: node) == value)
            }
            model.edit(using: &generator)
        }
    }

    @Test(arguments: 0..<8)
    func lossesInTheStoreChangeNoResult(_ seed: Int) async throws {
        var generator = SeededGenerator(1000 + seed)
        var model = ModelGraph(using: &generator)
        let store = MemoryStore()
        let engine = makeEngine(store, jobs: 1 + seed % 3)
        for _ in 0..<12 {
            let nodes = model.nodes.map(\.erased)
            let report = try await engine.build(nodes: nodes)
            let clean = try await makeEngine(MemoryStore()).build(nodes: nodes)
            #expect(report.nodes.map(\.output) == clean.nodes.map(\.output))
            for record in store.records.values.sorted(by: { $0.key < $1.key }) {
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: store.remove(blob: record.output)
                case 1: store.corrupt(blob: record.output, with: [0])
                case 2: store.remove(record: record.key)
                default: break
                }
            }
            model.edit(using: &generator)
        }
    }

    @Test(arguments: 0..<6)
    func thePlanForetellsWhatRuns(_ seed: Int) async throws {
        var generator = SeededGenerator(2000 + seed)
        var model = ModelGraph(using: &generator)
        let engine = makeEngine(MemoryStore())
        for _ in 0..<8 {
            let nodes = model.nodes.map(\.erased)
            let plan = try engine.plan(nodes: nodes)
            let ran = Set(try await engine.build(nodes: nodes).ran)
            for entry in plan.nodes {
                switch entry.outlook {
                case .cached, .follows: #expect(!ran.contains(entry.name))
                case .runs: #expect(ran.contains(entry.name))
                case .mayRun, .mayRunAgain, .input: break
                case .fails: Issue.record("nothing can fail here")
                }
            }
            #expect(try engine.plan(nodes: nodes).isEmpty)
            model.edit(using: &generator)
        }
    }
}
