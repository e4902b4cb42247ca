import BuildGraph
import Limits
import Manuscript
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods

/// The wording of the letter's section that follows from its parameters.
enum ReachText {
    static func inputs(_ p: PaperParameters) throws -> [NumbersFile.Passage] {
        [
            NumbersFile.Passage("input/required-events-word", word(p.requiredEvents)),
            NumbersFile.Passage("input/confidence", confidence(p)),
            NumbersFile.Passage("input/many-events", powerLabel(PhysicsNodes.manyEvents)),
        ]
    }

    /// In per cent, as many digits as tell it from certainty.
    static func confidence(_ p: PaperParameters) -> String {
        let level = 100 * p.reachConfidence
        return level < 100 ? String(format: "%.12g", level) : "100"
    }

    /// `three` for a small whole number, otherwise the number in math.
    static func word(_ number: Double) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        guard let index = Int(exactly: number), words.indices.contains(index) else { return "$\(powerLabel(number))$" }
        return words[index]
    }

    /// `a, b and c`.
    static func list(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.joined() }
        return texts.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `limits/drawn`: what is hatched on the map of events.
    static func drawnLimits(_ limits: Node<[DrawnLimit]>) -> Node<NumbersFile.Passage> {
        Node("paper/limits-drawn", from: limits) { limits in
            NumbersFile.Passage(
                "limits/drawn",
                list(limits.filter { $0.declaration.stands(on: .signalEvents) }.map(\.facts.experiment)))
        }
    }

    /// `results/higher-thresholds`: what larger thresholds of the electron's energy leave, those that are in the window.
    static func higherThresholds(_ nodes: PhysicsNodes) -> Node<NumbersFile.Passage> {
        let (least, most) = (nodes.parameters.minimumElectronEnergy, nodes.parameters.maximumElectronEnergy)
        let shown = BenchmarkNodes.higherThresholds.filter { $0 >= least && $0 < most }
        return Node("paper/higher-thresholds", parameters: shown) { shown in
            guard let first = shown.first else { return NumbersFile.Passage("results/higher-thresholds", "") }
            func both(_ text: (Double) -> String) -> String {
                text(first) + shown.dropFirst().map { " (\(text($0)))" }.joined()
            }
            func fraction(_ benchmark: String) -> String {
                both { "$\\result{signal/\(benchmark)/fraction-above-\(label($0))GeV}$" }
            }
            return NumbersFile.Passage(
                "results/higher-thresholds",
                "Raising the lower edge to \(both { "$\(label($0))\\GeV$" }) keeps a fraction of \(fraction("light")) "
                    + "of the light and \(fraction("heavy")) of the heavy benchmark; at $200\\MeV$ it would be "
                    + "\(fraction("200MeV")).")
        }
    }
}
