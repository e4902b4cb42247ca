import BuildGraph
import ContentHash
import FoundationEssentials
import Testing

/// Results that tell their steps apart, so that a lost result never comes back by chance.
struct Wide: Computation {
    var salt: Int
    func compute(_ input: (Int, Int)) -> Int { (31 * input.0 + 17 * input.1 + salt) % 1_000_003 }
}

/// The input as it is: two nodes with the same bytes.
struct Same: Computation {
    func compute(_ input: Int) -> Int { input }
}

/// A graph of files, wide steps, steps that are declared again under another name, copies and files to write.
private struct RandomPlan {
    enum Step {
        case wide(salt: Int, Int, Int)
        case same(Int)
    }

    var steps: [Step] = []
    /// The steps that are wanted in the store, and those that are written to files.
    var targets: [Int] = []
    var written: [Int] = []
    static let sources = 3

    init(using generator: inout SeededGenerator) {
        for number in 0..<Int.random(in: 6..<20, using: &generator) { add(number, &generator) }
        choose(&generator)
    }

    private mutating func add(_ number: Int, _ generator: inout SeededGenerator) {
        steps.append(step(number, &generator))
    }

    private func step(_ number: Int, _ generator: inout SeededGenerator) -> Step {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0 where number > 0: return steps[Int.random(in: 0..<number, using: &generator)]
        case 1: return .same(Int.random(in: 0..<(Self.sources + number), using: &generator))
        default:
            let range = 0..<(Self.sources + number)
            return .wide(
                salt: Int.random(in: 0..<1_000_003, using: &generator), Int.random(in: range, using: &generator),
                Int.random(in: range, using: &generator))
        }
    }

    private mutating func choose(_ generator: inout SeededGenerator) {
        targets = steps.indices.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
        written = steps.indices.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    }

    mutating func edit(using generator: inout SeededGenerator) {
        if Bool.random(using: &generator) { choose(&generator) }
        guard Bool.random(using: &generator) else { return }
        let number = Int.random(in: 0..<steps.count, using: &generator)
        steps[number] = step(number, &generator)
    }

    private var nodes: [Node<Int>] {
        var nodes = (0..<Self.sources).map { number in
            Node("source/\(number)", from: .file("src/\(number)"), parameters: number) { number, blob in
                blob.bytes.reduce(number) { (31 * $0 + Int($1) + 1) % 1_000_003 }
            }
        }
        for (number, step) in steps.enumerated() {
            switch step {
            case .wide(let salt, let a, let b):
                nodes.append(Node("step/\(number)", Wide(salt: salt), from: nodes[a], nodes[b]))
            case .same(let a): nodes.append(Node("step/\(number)", Same(), from: nodes[a]))
            }
        }
        return nodes
    }

    var request: (nodes: [AnyNode], outputs: [OutputFile]) {
        let nodes = nodes.dropFirst(Self.sources).map(\.self)
        let outputs = written.map { number in
            OutputFile(
                "out/\(number)", from: Node("text/\(number)", Render(title: "\(number)"), from: nodes[number]))
        }
        return (targets.map { nodes[$0].erased }, outputs)
    }
}

@Suite("The plan is what the build then does, for the same reasons")
struct PlanTests {
    private func spoil(_ folder: TemporaryFolder, _ generator: inout SeededGenerator) throws {
        for part in ["ac", "cas", "index", "nodes", "out"] where Int.random(in: 0..<9, using: &generator) == 0 {
            try? FileManager.default.removeItem(atPath: folder.path(part == "out" ? part : "cache/" + part))
        }
        for file in try folder.files(in: "cache") where !file.hasPrefix("lock") {
            guard Int.random(in: 0..<6, using: &generator) == 0 else { continue }
            let damage = DamageTests.Damage.allCases.randomElement(using: &generator) ?? .deleted
            try damage.apply(to: folder.path("cache/" + file))
        }
        for file in try folder.files(in: "out") where Int.random(in: 0..<6, using: &generator) == 0 {
            let damage = DamageTests.Damage.allCases.randomElement(using: &generator) ?? .deleted
            try damage.apply(to: folder.path("out/" + file))
        }
        let source = Int.random(in: 0..<12, using: &generator)
        if source < RandomPlan.sources { try folder.write("\(source) edited", to: "src/\(source)") }
    }

    private func expect(_ plan: BuildPlan, _ report: BuildReport, _ comment: Comment) {
        #expect(plan.nodes.map(\.name) == report.nodes.map(\.name), comment)
        let outcomes = Dictionary(uniqueKeysWithValues: report.nodes.map { ($0.name, $0.outcome) })
        for (entry, found) in zip(plan.nodes, report.nodes) {
            let comment: Comment = "\(comment.rawValue): \(entry.name) \(entry.sentence)"
            switch entry.outlook {
            case .input: #expect(found.outcome == .input, comment)
            case .cached: #expect(found.outcome == .cached, comment)
            case .runs(let reason):
                #expect(found.outcome == .ran, comment)
                #expect(found.reason == reason, comment)
            case .follows(let name):
                #expect(found.outcome == .cached, comment)
                #expect(outcomes[name] == .ran, comment)
            case .mayRun: #expect([.ran, .cached].contains(found.outcome), comment)
            case .mayRunAgain(let names, let reason):
                guard found.outcome == .ran else { continue }
                #expect(found.reason == reason, comment)
                #expect(names.contains { outcomes[$0] == .ran }, comment)
            case .fails: #expect([.failed, .skipped].contains(found.outcome), comment)
            }
            if let output = entry.output, found.output != nil { #expect(found.output == output, comment) }
        }
        // What may run, may do so only where something is sure to.
        let isCertain = plan.nodes.contains { if case .runs = $0.outlook { true } else { false } }
        if !isCertain { #expect(report.ran == [], comment) }
        for (entry, found) in zip(plan.files, report.files) {
            switch entry.outlook {
            case .unchanged: #expect(found.outcome == .unchanged, comment)
            case .written: #expect([.written, .restored].contains(found.outcome), comment)
            case .unknown: break
            }
        }
    }

    @Test(arguments: 0..<(ProcessInfo.processInfo.environment["PAPERBUILD_SOAK"].flatMap { Int($0) } ?? 12))
    func whateverIsGoneOrDamaged(_ seed: Int) async throws {
        var generator = SeededGenerator(3000 + seed)
        let folder = try TemporaryFolder()
        for number in 0..<RandomPlan.sources { try folder.write("\(number)", to: "src/\(number)") }
        var random = RandomPlan(using: &generator)
        // One at a time: where nodes have equal bytes, which of them runs may depend on which ends first.
        let engine = makeEngine(
            DiskStore(folder.url.appending(path: "cache")), jobs: 1, sourceFolder: folder.url)
        for round in 0..<10 {
            let (nodes, outputs) = random.request
            let before = try folder.files(in: "cache")
            let plan = try engine.plan(nodes: nodes, outputs: outputs, into: folder.url)
            #expect(try folder.files(in: "cache") == before, "a plan writes nothing")
            let report = try await engine.build(nodes: nodes, outputs: outputs, into: folder.url)
            expect(plan, report, "round \(round)")
            #expect(try engine.plan(nodes: nodes, outputs: outputs, into: folder.url).isEmpty)
            try spoil(folder, &generator)
            random.edit(using: &generator)
        }
    }

    @Test(arguments: [false, true])
    func whenAnInputFileIsMissing(_ keepGoing: Bool) async throws {
        let folder = try TemporaryFolder()
        try folder.write("1", to: "src/there")
        func node(_ name: String) -> Node<Int> {
            Node("read/\(name)", from: .file("src/\(name)")) { (blob: Blob) in blob.bytes.count }
        }
        let nodes = [node("there").erased, Node("after", Same(), from: node("gone")).erased]
        let engine = makeEngine(MemoryStore(), keepGoing: keepGoing, sourceFolder: folder.url)
        let plan = try engine.plan(nodes: nodes)
        do {
            try await engine.build(nodes: nodes)
            Issue.record("the file is missing")
        } catch BuildGraphError.buildFailed(let failure) {
            expect(plan, failure.report, "")
        }
        let sentences = Dictionary(uniqueKeysWithValues: plan.nodes.map { ($0.name, $0.sentence) })
        #expect(sentences["src/gone"] == "fails: cannot read the input file src/gone: No such file or directory")
        #expect(sentences["after"] == "fails: its input read/gone fails")
        #expect(
            sentences["read/there"]
                == (keepGoing ? "runs: never built" : "fails: nothing is run as src/gone fails"))
    }

    @Test func withoutRecordsTheIndexAnswersAsInABuild() async throws {
        let folder = try TemporaryFolder()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
        let node = Node("a", Constant(value: 1)).erased
        try await engine.build(nodes: [node])
        try FileManager.default.removeItem(atPath: folder.path("cache/ac"))
        #expect(try engine.plan(nodes: [node]).isEmpty)
        #expect(try await engine.build(nodes: [node]).ran == [])
    }

    @Test func withoutResultsWhatAFileNeedsIsMadeAgainFromTheStart() async throws {
        let folder = try TemporaryFolder()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
        let text = Node("text", Render(title: "n"), from: Node("a", Constant(value: 1)))
        let outputs = [OutputFile("n.txt", from: text)]
        try await engine.build(outputs: outputs, into: folder.url)
        try FileManager.default.removeItem(atPath: folder.path("cache/cas"))
        #expect(try engine.plan(outputs: outputs, into: folder.url).isEmpty)
        try FileManager.default.removeItem(atPath: folder.path("n.txt"))
        let plan = try engine.plan(outputs: outputs, into: folder.url)
        #expect(plan.nodes.map(\.outlook) == [.runs(.resultMissing), .runs(.resultMissing)])
        #expect(plan.files.map(\.outlook) == [.written])
        #expect(try await engine.build(outputs: outputs, into: folder.url).ran == ["a", "text"])
    }
}
