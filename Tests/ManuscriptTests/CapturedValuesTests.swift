import BuildGraph
import Manuscript
import NumericalMethods
import Plotting
import Testing

@Suite("What a number, a claim or a figure depends on is in its key")
struct CapturedValuesTests {
    private let crossSection = Node("cross-section", parameters: 71.5) { Estimate.exact($0) }
    private let engine = BuildEngine(
        store: MemoryStore(), digests: CodeDigests(sources: ["ManuscriptTests": "1", "Manuscript": "1"], toolchain: ""))

    /// A number that no optimiser knows.
    @inline(never) private static func number() -> Double { Double(CommandLine.arguments.count) }

    private func isRefused(_ node: AnyNode) -> Bool {
        let error = #expect(throws: BuildGraphError.self) { try Graph([node]) }
        guard case .capturedValues(let nodes)? = error else { return false }
        return nodes.map(\.name) == [node.name]
            && nodes.allSatisfy { $0.place.hasPrefix("ManuscriptTests/CapturedValuesTests.swift:") }
    }

    // MARK: Numbers

    @Test("so a quantity that captures one is refused")
    func quantity() {
        let luminosity = Self.number()
        let captured = Quantity("x", "events", .digits(4), from: crossSection) { $0.scaled(by: luminosity) }
        #expect(isRefused(captured.node.erased))
        let beside = Quantity("x", "events", .digits(4), from: crossSection, parameters: 2.0) {
            $1.scaled(by: $0 * luminosity)
        }
        #expect(isRefused(beside.node.erased))
    }

    @Test("and one that is given it as a parameter follows it from a warm cache")
    func quantityWithParameters() async throws {
        for (luminosity, events) in [(15.0, 2145.0), (30, 4290), (15, 2145)] {
            let quantity = Quantity("x", "events", .digits(4), from: crossSection, parameters: luminosity) {
                luminosity, crossSection in crossSection.scaled(by: 2 * luminosity)
            }
            #expect(try await engine.value(of: quantity.node)?.value == events)
        }
    }

    @Test("and one that needs none is fine")
    func plainQuantity() throws {
        let quantities = [
            Quantity("a", "", .digits(4), from: crossSection), Quantity("b", "", .digits(4), from: crossSection) { $0 },
        ]
        let table = Node.reviewTable("table", of: quantities)
        #expect(try Graph([table.erased]).nodes.count == 4)
    }

    // MARK: Claims

    @Test("so a claim's values that capture one are refused")
    func claimValues() {
        let factor = Self.number()
        #expect(isRefused(Claim.value("c", crossSection) { $0.scaled(by: factor) }.erased))
        #expect(isRefused(Claim.value("c", crossSection, parameters: 1.0) { $1.scaled(by: $0 * factor) }.erased))
        #expect(isRefused(Claim.values("c", crossSection) { [LabelledEstimate($0.scaled(by: factor))] }.erased))
        #expect(
            isRefused(
                Claim.values("c", crossSection, parameters: 1.0) { [LabelledEstimate($1.scaled(by: $0 * factor))] }
                    .erased))
    }

    @Test("and a claim whose values are given it as a parameter follows it from a warm cache")
    func claimWithParameters() async throws {
        for factor in [1.0, 2, 1] {
            let values = Claim.values("c", crossSection, parameters: factor) { [LabelledEstimate($1.scaled(by: $0))] }
            let value = Claim.value("d", crossSection, parameters: factor) { $1.scaled(by: $0) }
            let claims = [(values, "c"), (value, "d")].map { node, id in
                Claim(
                    id, Claim.Statement("s"), place: "p", source: "k",
                    check: .values(claimed: 71.5, unit: .none, rule: .asRounded(toDigits: 3), from: node))
            }
            for claim in claims {
                let result = try await engine.value(of: claim.node)
                #expect(result.values.map(\.value) == [71.5 * factor])
                #expect(result.verdict == (factor == 1 ? .reproduced : .differs))
            }
        }
    }

    // MARK: Figures

    @Test("so a figure whose chart captures one is refused, and its own drawing is not")
    func figure() throws {
        let chart = Chart("c", x: .linear("x", 0...1), y: .linear("y", 0...(Self.number() + 1))) {
            Line("l", x: [0, 1], y: [0, 1], role: .signal)
        }
        let captured = Figure("f", chart: Node("figures/f/chart") { chart })
        #expect(isRefused(captured.chart))
        let given = Figure("f", chart: Node("figures/f/chart", parameters: chart) { $0 })
            .rendered(by: try Renderer())
        let nodes = (given.outputs + given.cameraReadyOutputs + [given.image(density: 72)]).map(\.node)
        #expect(try Graph(nodes).nodes.count == 10)
    }
}
