import BuildGraph
import Manuscript
import NumericalMethods
import Plotting
import Testing

@Suite("The declaration of a number, a claim or a figure")
struct DeclarationTests {
    private let number = Node("number", parameters: 1.0) { Estimate.exact($0) }

    @Test("is where the paper writes it, for all of its nodes")
    func places() throws {
        let quantities = [
            Quantity("a", "", .digits(2), from: number),
            Quantity("b", "", .digits(2), from: number) { $0 },
            Quantity("c", "", .digits(2), from: number, parameters: 2.0) { $1.scaled(by: $0) },
        ]
        var line = #line - 4
        for quantity in quantities {
            #expect(quantity.declaration == SourcePlace(line: line) && quantity.node.erased.place?.line == line)
            line += 1
        }
        let values = Claim.value("d", number) { $0 }
        let claims = [
            Claim("d", Claim.Statement("s"), place: "p", source: "k", check: .notComputed(because: "x")),
            Claim(
                "d", Claim.Statement("s"), place: "p", source: "k",
                check: .values(claimed: 1, unit: .none, rule: .asRounded(toDigits: 1), from: values)),
        ]
        for (claim, line) in zip(claims, [#line - 5, #line - 4]) {
            #expect(claim.declaration.line == line && claim.node.erased.place == SourcePlace(line: line))
        }
        #expect(values.erased.place == SourcePlace(line: #line - 10))
    }

    @Test("is that of a figure for everything that is drawn of it")
    func figure() throws {
        let chart = Chart("c", x: .linear("x", 0...1), y: .linear("y", 0...1)) {
            Line("l", x: [0, 1], y: [0, 1], role: .signal)
        }
        let node = Node("chart", parameters: chart) { $0 }
        let figure = Figure("f", chart: node)
        let place = SourcePlace(line: #line - 1)
        #expect(figure.declaration == place)
        let drawn = figure.rendered(by: try Renderer())
        let outputs = drawn.outputs + drawn.cameraReadyOutputs + [drawn.image(density: 72)]
        for output in outputs { #expect(output.node.place == place) }
        for node in [drawn.display.erased, drawn.displayDigest.erased, drawn.seal.erased] {
            #expect(node.place == place)
        }
    }
}
