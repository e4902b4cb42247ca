import BuildGraph
import LimitModel
import Plotting
import Testing

@testable import Limits
@testable import MuoneCommon

@Suite("The label of a limit")
struct LabelPlaceTests {
    @Test(
        "is declared by a side, a share of the curve and a text, the latter two of which may be missing",
        arguments: [
            ("", LabelPlace.unlabelled), ("above", .along(.above)), ("pointer 0.3", .along(.pointer, at: 0.3)),
            ("below 1 Borexino, published", .along(.below, at: 1, text: "Borexino, published")),
            ("gap WW", .along(.gap, text: "WW")),
        ])
    func read(text: String, place: LabelPlace) {
        #expect(LabelPlace(text.split(separator: " ").map(String.init)) == place)
    }

    @Test(
        "is not declared by a coordinate or another word",
        arguments: ["above 300 6e-4", "beside -1", "over 0.5", "0.5"])
    func refused(text: String) {
        #expect(LabelPlace(text.split(separator: " ").map(String.init)) == nil)
    }

    @Test("of supplied tables is told apart by colour, in grey by its dash, and by neither is one of the paper's")
    func suppliedLooks() {
        let looks = (0..<16).map(LimitLook.unstated)
        #expect(Set(looks.map { "\($0.ink) \($0.dash)" }).count == 16)
        #expect(Set(looks.prefix(8).map(\.ink)).count == 8 && Set(looks.prefix(8).map(\.dash)).count == 8)
        let own = Set(Role.allCases.map(\.style.ink)).union([.black, .slate, .purple, .violet, .deepBlue, .red])
        #expect(own.isDisjoint(with: looks.map(\.ink)))
    }

    @Test(
        "an axis keeps its published range while it shows half of every curve, and grows by decades where it does not")
    func axes() {
        #expect(decades(1e-3...1, showing: [[1e-9, 1e-2], [0.5, 3, 0.2]]) == 1e-3...1)
        let grown = decades(1e-3...1, showing: [[2e-6, 3e-6, 4e-6, 5e-6], []])
        #expect(abs(grown.lowerBound / 1e-6 - 1) < 1e-9 && grown.upperBound == 1)
        #expect(frame(0...1, showingSomeOf: [[0.5, 7]]) == 0...1)
        #expect(frame(0...1, showingSomeOf: [[3, 4, 5, 6]]).contains(5))
    }
}
