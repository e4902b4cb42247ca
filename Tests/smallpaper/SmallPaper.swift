import Foundation
import PaperKit

/// A paper on something else, written as one of another package would be: for the tests of the kit.
struct Pendulum: ParameterSet {
    var length = 1.0
    var gravity = 9.81

    static let all: [Parameter<Pendulum>] = [
        Parameter("length", "length of the thread", in: .length, shownIn: "cm", \.length, range: 1e-3...1e3),
        Parameter("gravity", "acceleration in m/s2", \.gravity, range: 0.1...100, role: .constant),
    ]
}

/// The period for small angles, s.
struct Period: Computation {
    var pendulum: Pendulum

    func compute(_ input: ()) -> Estimate {
        .closedForm(2 * Double.pi * (pendulum.length / pendulum.gravity).squareRoot(), operations: 8)
    }
}

@main
struct SmallPaper: Paper {
    let documents: [Document]

    init(_ variant: Variant<Pendulum>) {
        let period = Node("period", Period(pendulum: variant.parameters))
        let shared = Section("period") {
            Quantity("period/small-angle", "period for small angles, s", .digits(4), from: period)
            Claim(
                "two-seconds", "a pendulum of one metre takes $\(claimed: 2.01)$ seconds", .asRounded(toDigits: 3),
                at: "page 1", of: "Huygens1673", from: Claim.value("two-seconds", period) { $0 })
        }
        documents = [
            Document("first", main: "paper/first/main.tex") { shared },
            Document("second", main: "paper/second/main.tex") {
                shared
                Section("swing") {
                    for name in ["sine", "cosine"] {
                        Quantity(ResultID("swing/{curve}", name), "\(name) at one", .digits(3), from: period) { $0 }
                    }
                    Figure(
                        "swing",
                        chart: Node("figures/swing/chart", from: period) { period in
                            let times = (0...50).map { period.value * Double($0) / 50 }
                            return Chart("Swing", x: .linear("$t$ [s]", 0...3), y: .linear("$\\theta$", -1...1)) {
                                Line(
                                    "angle", x: times, y: times.map { cos(2 * .pi * $0 / period.value) }, role: .signal)
                            }
                        })
                }
            },
        ]
    }

    static let observables = [
        Observable<Pendulum>("period", "period for small angles", unit: "s", [.number("length", .length)]) {
            arguments, parameters in
            var pendulum = parameters
            pendulum.length = try arguments.required("length")
            return Node("evaluate/period", Period(pendulum: pendulum)).optional
        }
    ]

    static let help = ProgramHelp(name: "smallpaper", abstract: "A paper on a pendulum.")
}
