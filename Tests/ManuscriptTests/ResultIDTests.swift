import BuildGraph
import NumericalMethods
import Testing

@testable import Manuscript

@Suite("The id of a result")
struct ResultIDTests {
    private let engine = BuildEngine(
        store: MemoryStore(), digests: CodeDigests(sources: ["ManuscriptTests": "1", "Manuscript": "1"], toolchain: ""))
    private let number = Node("number", parameters: 1.0) { Estimate.exact($0) }

    @Test("is its pattern with the braces filled in order")
    func filled() {
        let id = ResultID("thermal/{kind}/{mass}/target", "scalar", "10MeV")
        #expect(id.text == "thermal/scalar/10MeV/target" && "\(id)" == id.text)
        #expect(id.pattern == "thermal/{kind}/{mass}/target")
        let plain: ResultID = "thermal/target"
        #expect(plain.text == "thermal/target" && plain.pattern == "thermal/target")
    }

    /// Ids that no number can have.
    private static let incomplete = [
        ResultID("a/{b}/c"), ResultID("a/{b}/{c}", "x"), ResultID("a/{b}", ""), ResultID("a/{b}", "x", "y"),
        ResultID("a", "x"), ResultID("a/{b", "x"), ResultID("a/b}"), ResultID("a/{b}", "{b}"), ResultID(""),
    ]

    @Test("is refused where braces and values do not fit, when numbers.tex is made", arguments: incomplete)
    func refusedNumbers(_ id: ResultID) async throws {
        let table = Node.reviewTable("table", of: [Quantity(id, "", .digits(2), from: number)])
        let none = Node("none") { [NumbersFile.Passage]() }
        await refuses(id, NumbersFile.node("numbers.tex", inputs: [], quantities: table, passages: none))
        let quantities = Node.reviewTable("table", of: [])
        let passage = NumbersFile.Passage(id, "x")
        await refuses(id, NumbersFile.node("numbers.tex", inputs: [passage], quantities: quantities, passages: none))
        let some = Node("some", parameters: passage) { [$0] }
        await refuses(id, NumbersFile.node("numbers.tex", inputs: [], quantities: quantities, passages: some))
    }

    @Test("is refused so in a claim too", arguments: incomplete)
    func refusedClaims(_ id: ResultID) async throws {
        let values = Node("values", from: number) { [LabelledEstimate($0)] }
        let checks: [Claim.Check] = [
            .notComputed(because: "x"), .values(claimed: 1, unit: .none, rule: .asRounded(toDigits: 1), from: values),
        ]
        for check in checks {
            await refuses(id, Claim(id, Claim.Statement("s"), place: "p", source: "k", check: check).node)
        }
    }

    private func refuses<Output>(_ id: ResultID, _ node: Node<Output>) async {
        let error = await #expect(throws: BuildGraphError.self) { try await engine.build(nodes: [node.erased]) }
        #expect(error?.description.contains(ResultIDError(id: id.text).description) == true)
    }

    @Test("enters keys and results by its text alone, in a number or claim")
    func patternsEnterNoKey() async throws {
        func nodes(_ id: ResultID) -> [AnyNode] {
            let quantity = Quantity(id, "meaning", .digits(2), from: number)
            let claim = Claim(id, Claim.Statement("s"), place: "p", source: "k", check: .notComputed(because: "x"))
            return [Node.reviewTable("table", of: [quantity]).erased, claim.node.erased]
        }
        try await engine.build(nodes: nodes("a/b"))
        #expect(try await engine.build(nodes: nodes(ResultID("a/{part}", "b"))).ran == [])
    }

    @Test("is kept as it is written by what has it")
    func patterns() throws {
        let id = ResultID("a/{b}", "x")
        #expect(Quantity(id, "", .digits(2), from: number).pattern == "a/{b}")
        #expect(Quantity(id, "", .digits(2), from: number) { $0 }.pattern == "a/{b}")
        let claim = Claim(id, Claim.Statement("s"), place: "", source: "", check: .notComputed(because: ""))
        #expect(claim.pattern == "a/{b}")
    }
}
