import FoundationEssentials
import Testing

@testable import BuildGraph

@Suite("A closure that captures values is seen")
struct CapturedValuesTests {
    struct Settings: Codable, Sendable {
        var factor = 2.0
        var name = "n"
        var steps = [1.0]
    }

    final class Shared: Sendable {
        let value = 3.0
    }

    let factor = 2.0
    let source = Node("source", parameters: 1.5) { $0 }

    /// A number that no optimiser knows.
    @inline(never) static func number() -> Double { Double(CommandLine.arguments.count) }

    static func scaled(_ value: Double) -> Double { 2 * value }

    private func isSeen(_ node: Node<some Codable & Sendable>) -> Bool { node.core.holdsValues }

    // MARK: Captures

    @Test func aNumber() {
        let number = Self.number()
        #expect(isSeen(Node("x", from: source) { $0 * number }))
    }

    @Test func aStruct() {
        let settings = Settings(factor: Self.number())
        #expect(isSeen(Node("x", from: source) { $0 * settings.factor }))
    }

    @Test func aPropertyOfSelf() {
        #expect(isSeen(Node("x", from: source) { $0 * factor }))
    }

    @Test func aLoopsVariable() {
        for index in 0..<Int(2 * Self.number()) {
            #expect(isSeen(Node("x \(index)", from: source) { $0 * Double(index) }))
        }
    }

    @Test func aLocalFunctionThatCaptures() {
        let number = Self.number()
        @Sendable func scaled(_ value: Double) -> Double { number * value }
        #expect(isSeen(Node("x", from: source) { scaled($0) }))
        #expect(isSeen(Node("y", from: source, fileID: #fileID, scaled)))
    }

    @Test func aClosureThatIsChosen() {
        let chosen: @Sendable (Double) -> Double =
            Self.number() > 5 ? { @Sendable value in value } : { @Sendable value in -value }
        #expect(isSeen(Node("x", from: source) { chosen($0) }))
        #expect(isSeen(Node("y", from: source, fileID: #fileID, chosen)))
    }

    @Test func aKeyPathThatIsChosen() {
        let path: any KeyPath<Settings, Double> & Sendable = Self.number() > 5 ? \.factor : \.steps[0]
        let settings = Node("settings", parameters: Settings()) { $0 }
        #expect(isSeen(Node("x", from: settings) { $0[keyPath: path] }))
    }

    @Test func aReference() {
        let shared = Shared()
        #expect(isSeen(Node("x", from: source) { $0 * shared.value }))
    }

    @Test func nilAndAnEmptyArray() {
        let none: Shared? = Self.number() < 0 ? Shared() : nil
        let steps: [Double] = Self.number() < 0 ? [1] : []
        let noSteps: [Double]? = Self.number() < 0 ? [1] : nil
        #expect(isSeen(Node("x", from: source) { $0 * (none?.value ?? 1) }))
        #expect(isSeen(Node("y", from: source) { $0 + Double(steps.count) }))
        #expect(isSeen(Node("z", from: source) { $0 + Double(noSteps?.count ?? 1) }))
    }

    @Test func aTruthValue() {
        let isPositive = Self.number() > 0
        #expect(isSeen(Node("x", from: source) { isPositive ? $0 : 0 }))
    }

    @Test func aValueBesideParametersAndAmongLists() {
        let number = Self.number()
        #expect(isSeen(Node("x", from: source, parameters: 1.0) { $0 * $1 * number }))
        #expect(isSeen(Node("y", parameters: 1.0) { $0 * number }))
        #expect(isSeen(Node("z", fromEach: [source], parameters: 1.0) { $1.reduce($0, +) * number }))
    }

    // MARK: None

    @Test func parametersAndInputsAreNoCaptures() {
        let settings = Settings(factor: Self.number())
        #expect(!isSeen(source))
        #expect(!isSeen(Node("a") { 1 }))
        #expect(!isSeen(Node("b", from: source) { $0 * 2 }))
        #expect(!isSeen(Node("c", from: source, source, source) { [$0, $1, $2] }))
        #expect(!isSeen(Node("d", from: source, parameters: settings) { $0.factor * $1 }))
        #expect(!isSeen(Node("e", parameters: settings) { $0.steps }))
        #expect(!isSeen(Node("f", fromEach: [source], parameters: settings.factor) { $1.reduce($0, +) }))
        #expect(!isSeen(Node("g", collecting: [source])))
        #expect(!isSeen(Node<Double?>("h", from: source) { $0 > 1 ? $0 : nil }))
    }

    @Test func whatTheModuleDefinesIsNoCapture() {
        #expect(!isSeen(Node("a", from: source) { Self.scaled($0) }))
        #expect(!isSeen(Node("b", from: source) { value in [1, 2].map { $0 * value } }))
        #expect(!isSeen(Node("c", from: source) { "\($0) \(testDigests)" }))
    }

    @Test func aGenericHelperPassesOnWhatItGot() {
        func named<each Source: Codable & Sendable, Result: Codable & Sendable>(
            _ name: String, _ source: repeat Node<each Source>,
            by body: @escaping @Sendable (repeat each Source) throws -> Result
        ) -> Node<Result> { Node(name, from: repeat each source, fileID: #fileID, body) }
        let number = Self.number()
        #expect(!isSeen(named("x", source, by: { 2 * $0 })))
        #expect(isSeen(named("y", source, by: { number * $0 })))
    }

    // MARK: What becomes of it

    @Test func allNodesAreNamedWithTheirPlacesAndTheRemedy() throws {
        let number = Self.number()
        let first = Node("numbers/first", from: source) { $0 * number }
        let line = #line
        let second = Node("numbers/second", from: first) { $0 + number }
        let clean = Node("numbers/clean", from: second) { $0 + 1 }
        let error = #expect(throws: BuildGraphError.self) { try Graph([clean.erased]) }
        let text = try #require(error).description
        #expect(text.contains("2 closures capture values"))
        #expect(text.contains("node numbers/first, written at BuildGraphTests/CapturedValuesTests.swift:\(line - 1):"))
        #expect(text.contains("node numbers/second, written at BuildGraphTests/CapturedValuesTests.swift:\(line + 1):"))
        #expect(!text.contains("numbers/clean"))
        #expect(text.contains("`parameters:`"))
    }

    @Test func nothingIsBuiltPlannedOrReadOfIt() async throws {
        let number = Self.number()
        let node = Node("x", from: source) { $0 * number }
        let store = MemoryStore()
        let engine = makeEngine(store)
        await #expect(throws: BuildGraphError.self) { try await engine.build(nodes: [node.erased]) }
        await #expect(throws: BuildGraphError.self) { try await engine.value(of: node) }
        #expect(throws: BuildGraphError.self) { try engine.plan(nodes: [node.erased]) }
        #expect(store.records.isEmpty)
    }

    @Test func aSnapshotHidesNone() async throws {
        let folder = try TemporaryFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        let engine = makeEngine(store, sourceFolder: folder.url)
        let text = "\(Self.number())"
        func outputs(_ isCapturing: Bool) -> [OutputFile] {
            let node = isCapturing ? Node("text") { Blob(utf8: text) } : Node("text") { Blob(utf8: "a") }
            return [OutputFile("out.txt", from: node)]
        }
        // Until the file's stamp has settled.
        repeat { _ = try await engine.build(outputs: outputs(false)) } while !store.hasSnapshot
        await #expect(throws: BuildGraphError.self) { try await engine.build(outputs: outputs(true)) }
    }
}
