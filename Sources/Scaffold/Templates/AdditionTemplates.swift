extension Addition {
    /// A complete example of a kind, which compiles, is built and stands in the text.
    package init(_ kind: Kind, _ name: SwiftWord, at site: AdditionSite) {
        let words = [
            "id": name.text, "lower": name.lowerCamel, "Upper": name.upperCamel, "spoken": name.spoken,
            "Physics": site.physics.name, "Parameters": site.parameters, "p": site.parametersArgument,
            "public": site.isOneModule ? "" : "public ",
        ]
        func file(_ path: String, _ text: String) -> SourceFile { Template(path, text).filled(words) }
        func lines(_ target: Target, _ text: String) -> Insertion {
            Insertion(target, Template("", text).filled(words).text)
        }
        let build = "swift run \(site.program) build"
        switch kind {
        case .figure:
            self.init(
                kind: kind, id: name.text,
                files: [file("\(site.section?.folder ?? site.paper.folder)/@Upper@Figure.swift", Self.figure)],
                insertions: [lines(.parts, "Figure.@lower@()"), lines(.text, Self.figureText)],
                next: "\(build) \(name.text)")
        case .number:
            self.init(
                kind: kind, id: name.text, insertions: [lines(.parts, Self.number), lines(.text, Self.numberText)],
                next: "\(build) paper")
        case .claim:
            self.init(
                kind: kind, id: name.text, insertions: [lines(.parts, Self.claim)],
                next: "swift run \(site.program) verify")
        case .computation:
            let test = site.testsFolder.map { [file("\($0)/@Upper@Tests.swift", Self.test)] } ?? []
            self.init(
                kind: kind, id: name.text,
                files: [file("\(site.physics.folder)/@Upper@.swift", Self.computation)] + test,
                insertions: (site.isOneModule ? [] : [lines(.imports, "import @Physics@")])
                    + [lines(.parts, Self.computed), lines(.text, Self.numberText)], next: "\(build) paper")
        case .limit:
            self.init(
                kind: kind, id: name.text,
                files: [
                    file("data/@id@.csv", Self.limitTable),
                    file("\(site.section?.folder ?? site.paper.folder)/@Upper@Limit.swift", Self.limit),
                ],
                insertions: [lines(.parts, "Figure.@lower@()"), lines(.text, Self.limitText)],
                next: "\(build) \(name.text)")
        case .section:
            self.init(
                kind: kind, id: name.text,
                files: [
                    file("\(site.paper.folder)/@Upper@/@Upper@Section.swift", Self.section),
                    file("paper/sections/@id@.tex", Self.sectionText),
                ],
                insertions: [
                    lines(.sections, "Section.@lower@(@p@)"), lines(.inputs, "\\input{sections/@id@}"),
                ], next: "\(build) paper")
        }
    }

    private static let figure = #"""
        import PaperKit

        extension Figure {
            /// An example: draw the result of a node in the place of this square.
            static func @lower@() -> Figure {
                Figure(
                    "@id@",
                    chart: Node("figures/@id@/chart", parameters: 101) { points in
                        let x = (0..<points).map { Double($0) / Double(points - 1) }
                        return Chart("An example: @spoken@", x: .linear("$x$", 0...1), y: .linear("$y$", 0...1.05)) {
                            Line("square", x: x, y: x.map { $0 * $0 }, role: .signal, label: "$x^2$")
                            Line("root", x: x, y: x.map { $0.squareRoot() }, role: .projection, label: "$\\sqrt{x}$")
                        }
                    })
            }
        }

        """#

    private static let figureText = #"""

        Figure~\ref{fig:@id@} is an example.

        \begin{figure}
          \includegraphics[width=\figurewidth]{@id@.pdf}
          \caption{An example: @spoken@.\label{fig:@id@}}
        \end{figure}
        """#

    private static let number = #"""
        Quantity(
            "@id@", "an example: @spoken@", .digits(4),
            from: Node("@id@/value", parameters: 2.0) { Estimate.closedForm($0.squareRoot(), operations: 1) })
        """#

    private static let numberText = #"""

        The example ``@spoken@'' is $\result{@id@}$.
        """#

    private static let claim = #"""
        Claim(
            "@id@", "$\\sqrt{2}\\simeq\(claimed: 1.41)$, an example: @spoken@",
            .asRounded(toDigits: 3), at: "which no publication states", of: "an example",
            from: Claim.value(
                "@id@",
                Node("@id@/checked", parameters: 2.0) { Estimate.closedForm($0.squareRoot(), operations: 1) }
            ) { $0 })
        """#

    private static let computation = #"""
        import Computing
        import Foundation
        import NumericalMethods

        /// An example: the part of a normal distribution that is within some standard deviations of its mean.
        @public@struct @Upper@: Computation {
            /// How many standard deviations; zero or more.
            @public@var deviations: Double

            @public@init(deviations: Double) {
                self.deviations = deviations
            }

            @public@func compute(_ input: ()) throws -> Estimate {
                try Quadrature.adaptive(from: 0, to: deviations) { exp(-$0 * $0 / 2) } * (2 / Double.pi).squareRoot()
            }
        }

        """#

    private static let test = #"""
        import Foundation
        import NumericalMethods
        import Testing

        @testable import @Physics@

        @Suite("An example: @spoken@")
        struct @Upper@Tests {
            @Test("is the error function, which is computed otherwise", arguments: [0, 0.5, 1, 2, 5])
            func secondMethod(deviations: Double) throws {
                let part = try @Upper@(deviations: deviations).compute(())
                #expect(abs(part.value - erf(deviations / 2.0.squareRoot())) <= part.error + 1e-15)
            }
        }

        """#

    private static let computed = #"""
        Quantity(
            "@id@", "an example: @spoken@", .digits(4), from: Node("@id@/value", @Upper@(deviations: 1)))
        """#

    private static let limitTable = """
        # source: made up for this example; no experiment
        mass [MeV],coupling
        1,3e-4
        3,2e-4
        10,2.5e-4
        30,6e-4
        100,2e-3

        """

    private static let limit = #"""
        import PaperKit

        extension Figure {
            /// An example: a curve of a table, above which all couplings are excluded.
            static func @lower@() -> Figure {
                let table = Node<DataTable>(
                    "@id@/table", table: .file("data/@id@.csv"),
                    columns: [.number("mass", .energy, in: 1e-9...1e9), .number("coupling", in: 1e-12...10)])
                return Figure(
                    "@id@",
                    chart: Node("figures/@id@/chart", from: table) { table in
                        let masses = try table.numbers("mass").map { $0 * 1e3 }
                        let couplings = try table.numbers("coupling")
                        return Chart(
                            "An example: @spoken@", x: .log("$m$ [MeV]", 1...100), y: .log("$g$", 1e-4...1e-2)
                        ) {
                            Band(
                                "excluded", x: masses, lower: couplings, upper: couplings.map { _ in 1 },
                                role: .excluded, showsEdges: true, label: "excluded")
                        }
                    })
            }
        }

        """#

    private static let limitText = #"""

        Figure~\ref{fig:@id@} shows a limit that is an example.

        \begin{figure}
          \includegraphics[width=\figurewidth]{@id@.pdf}
          \caption{An example: the couplings above the curve are excluded.\label{fig:@id@}}
        \end{figure}
        """#

    private static let section = #"""
        import PaperKit

        extension Section {
            /// An example: @spoken@.
            static func @lower@(_ p: @Parameters@) -> Section {
                Section("@id@") {
                    Quantity(
                        "@id@/example", "an example of this section", .digits(4),
                        from: Node("@id@/value", parameters: 3.0) {
                            Estimate.closedForm($0.squareRoot(), operations: 1)
                        })
                    // paperbuild new: parts of this section above this line
                }
            }
        }

        """#

    private static let sectionText = #"""
        \section{An example: @spoken@}
        \label{sec:@id@}

        A number of this section is $\result{@id@/example}$.
        % paperbuild new: text of this section above this line

        """#
}
