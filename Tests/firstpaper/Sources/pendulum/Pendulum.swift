import PaperKit
import PendulumPhysics

struct Swing: ParameterSet {
    var length = 1.0  // m
    var amplitude = Double.pi / 2  // rad

    static let all: [Parameter<Swing>] = [
        Parameter("length", "length of the thread", in: .length, shownIn: "cm", \.length, range: 1e-3...1e3),
        Parameter("amplitude", "largest amplitude", in: .angle, shownIn: "deg", \.amplitude, range: 1e-3...3),
    ]
}

@main
struct PendulumPaper: Paper {
    let documents: [Document]

    init(_ variant: Variant<Swing>) {
        let swing = variant.parameters
        let small = Node("period/small", SmallSwings(length: swing.length))
        let curve = Node("period/curve", PeriodCurve(largest: swing.amplitude))
        let formula = Node("formula/error", FormulaError(amplitude: swing.amplitude))

        documents = [
            Document("paper", main: "paper/main.tex") {
                Section("period") {
                    Quantity(
                        "period/small", "period of small swings", in: DisplayUnit("s", factor: 1), .digits(4),
                        from: small)
                    Quantity("period/largest", "relative period at the largest amplitude", .digits(5), from: curve) {
                        $0.last
                    }
                    Figure("period", chart: Node("figures/period/chart", from: curve) { periodChart($0) })
                    Claim(
                        "formula", "the formula errs by less than $\(claimed: 0.25)\\,\\%$", in: .percent,
                        .atMost(digits: 2), at: "abstract", of: "Lima2006",
                        from: Claim.value("formula", formula) { $0 })
                }
            }
        ]
    }

    static let observables = [
        Observable<Swing>("period", "period relative to small swings", unit: "1", [.number("amplitude", .angle)]) {
            arguments, _ in
            let curve = Node("evaluate/curve", PeriodCurve(largest: try arguments.required("amplitude")))
            return Node("evaluate/period", from: curve) { $0.last }
        }
    ]

    static let help = ProgramHelp(name: "pendulum", abstract: "A paper on the period of a pendulum.")
}
