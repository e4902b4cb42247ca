extension Template {
    /// The program: parameters, the paper, its section and figure.
    static let paper: [Template] = [
        Template(
            "Sources/@name@/@Name@Parameters.swift",
            #"""
            import PaperKit

            /// What a reader may change with `--set`, with the published values.
            struct @Name@Parameters: ParameterSet {
                /// In metres.
                var length = 1.0
                /// In m/s².
                var gravity = 9.80665
                /// In rad.
                var amplitude = 1.5

                static let all: [Parameter<@Name@Parameters>] = [
                    Parameter("length", "length of the thread", in: .length, shownIn: "m", \.length, range: 1e-3...1e3),
                    Parameter("gravity", "acceleration in m/s2", \.gravity, range: 0.1...100, role: .constant),
                    Parameter("amplitude", "largest angle", in: .angle, \.amplitude, range: 1e-6...3.1),
                ]
            }

            """#),
        Template(
            "Sources/@name@/@Name@Paper.swift",
            #"""
            import PaperKit

            @main
            struct @Name@Paper: Paper {
                let documents: [Document]

                init(_ variant: Variant<@Name@Parameters>) {
                    let p = variant.parameters
                    documents = [
                        Document("paper", main: "paper/main.tex") {
                            Section.period(p)
                            // paperbuild new: sections above this line
                        }
                    ]
                }

                static let observables = [Observable.relativePeriod]

                static let help = ProgramHelp(
                    name: "@name@", abstract: "Regenerates the paper: figures, numbers and PDF.",
                    examples: [("One number", "evaluate relative-period amplitude=1rad")], version: "0.1.0")
            }

            """#),
        Template(
            "Sources/@name@/Period/PeriodSection.swift",
            #"""
            import @Name@Physics
            import PaperKit

            extension Section {
                /// How the period of a pendulum grows with its amplitude.
                static func period(_ p: @Name@Parameters) -> Section {
                    // A node is made once and has one name; whoever needs its result is given the node.
                    let small = Node("period/small", SmallSwing(length: p.length, gravity: p.gravity))
                    let relative = Node("period/relative", RelativePeriod(amplitude: p.amplitude))
                    let rightAngle = Node("period/right-angle", RelativePeriod(amplitude: .pi / 2))
                    let curve = Node("period/curve", RelativePeriodCurve(largest: 3, points: 121))
                    return Section("period") {
                        Figure.period(curve)
                        Quantity(
                            "period/small", "period of a small swing", in: DisplayUnit("s", factor: 1), .digits(4), from: small)
                        Quantity(
                            "period/relative", "period at the largest angle over that of a small swing", .digits(5), from: relative)
                        Claim(
                            "quarter-period", "$K(\\sin 45^\\circ)=\(claimed: 1.854075)$", .asRounded(toDigits: 7),
                            at: "table 17.1", of: "AbramowitzStegun1964",
                            from: Claim.value("quarter-period", rightAngle) { $0 * (Double.pi / 2) })
                        // paperbuild new: parts of this section above this line
                    }
                }
            }

            extension Observable<@Name@Parameters> {
                static let relativePeriod = Observable(
                    "relative-period", "period over that of a small swing", unit: "1",
                    [.number("amplitude", .angle, .parameter("amplitude") { $0.amplitude })]
                ) { arguments, _ in
                    Node("evaluate/relative-period", RelativePeriod(amplitude: try arguments.required("amplitude"))).optional
                }
            }

            """#),
        Template(
            "Sources/@name@/Period/PeriodFigure.swift",
            #"""
            import PaperKit

            extension Figure {
                /// The period over the amplitude, from a curve over radians.
                static func period(_ curve: Node<Curve>) -> Figure {
                    Figure(
                        "period",
                        chart: Node("figures/period/chart", from: curve) { curve in
                            let degrees = curve.x.map { $0 * 180 / Double.pi }
                            return Chart(
                                "The period of a pendulum over its amplitude", x: .linear("$\\theta_0$ [degrees]", 0...180),
                                y: .linear("$T/T_0$", 0.9...3)
                            ) {
                                Line("exact", x: degrees, y: curve.y, yError: curve.error, role: .signal, label: "exact")
                                Line(
                                    "expansion", x: degrees, y: curve.x.map { 1 + $0 * $0 / 16 }, role: .projection,
                                    label: "$1+\\theta_0^2/16$")
                            }
                        })
                }
            }

            """#),
    ]
}
