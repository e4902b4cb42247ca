import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Phenomenology
import Reference

/// What Dev et al. state of the elastic channel, and what this work finds.
enum ElasticClaims {
    static func all(_ nodes: ElasticNodes, strengths: StrengthFitNodes) -> [Claim] {
        rate(nodes) + sensitivity(nodes) + [overlap(strengths)] + deviations() + printed(nodes)
    }

    private static let source = SourceKey.dev2020.rawValue

    // MARK: The rate

    private static func rate(_ nodes: ElasticNodes) -> [Claim] {
        [
            claim(
                "elastic-recoil", "the electron takes at most about 140 GeV",
                "the electron takes at most $T_\\mathrm{max}\\approx140$\\,GeV", "rate", 140, .gigaElectronVolt,
                .asRounded(toDigits: 3), Claim.value("elastic-recoil", nodes.facts) { $0.maximumRecoil }),
            claim(
                "elastic-cross-section", "the elastic cross section is 245 microbarn (checked: T > 1 GeV)",
                "the elastic cross section is 245\\,$\\mu$b (checked: $T>1$\\,GeV)", "rate", 245,
                ElasticNumbers.microbarn, .asRounded(toDigits: 3),
                Claim.value("elastic-cross-section", nodes.crossSection) { $0 }),
            claim(
                "elastic-events", "about 3.7e12 elastic events (checked: 1.5e7/nb, T > 1 GeV)",
                "about $3.7\\times10^{12}$ elastic events (checked: $1.5\\times10^7$\\,nb$^{-1}$, $T>1$\\,GeV)", "rate",
                3.7e12, .none, .asRounded(toDigits: 2),
                Claim.value("elastic-events", nodes.crossSection) { $0.scaled(by: ElasticDeviation.luminosity) }),
            claim(
                "elastic-sm-b",
                "the diagram SM-b changes the rate by 0.001 % (read as Z exchange; checked: at the largest recoil)",
                "the diagram SM-b changes the rate by 0.001\\,\\% (read as $Z$ exchange; checked: at the largest recoil)",
                "rate", 0.001, ElasticNumbers.percent, .asRounded(toDigits: 1),
                Claim.value("elastic-sm-b", nodes.weakShift) { $0 }),
            claim(
                "elastic-sm-c",
                "the diagram SM-c changes the rate by 0.2 % (read as hadronic vacuum polarisation; checked: at the "
                    + "largest recoil)",
                "the diagram SM-c changes the rate by 0.2\\,\\% (read as hadronic vacuum polarisation; checked: at the "
                    + "largest recoil)", "rate", 0.2, ElasticNumbers.percent, .asRounded(toDigits: 1),
                Claim.values("elastic-sm-c", nodes.hadronic) { curve in
                    curve.last.map { [LabelledEstimate($0)] } ?? []
                }),
        ]
    }

    /// What the measured moments are said to deviate by.
    private static func deviations() -> [Claim] {
        [
            Claim(
                "elastic-moment-deviation",
                Claim.Statement(
                    "the muon's magnetic moment deviates by 3.3σ",
                    tex: "the muon's magnetic moment deviates by $3.3\\sigma$"),
                place: "introduction", source: source, claimed: 3.3, .none, .asRounded(toDigits: 2),
                from: Node(
                    "claims/elastic-moment-deviation/values", parameters: MagneticMomentMeasurements.deviationDev2020
                ) { deviation in
                    [LabelledEstimate(.closedForm(deviation.value / deviation.uncertainty, operations: 4))]
                }),
            Claim(
                "elastic-other-deviation",
                Claim.Statement("a deviation of 3.1σ", tex: "a deviation of $3.1\\sigma$"),
                place: "subject not known here",
                source: source,
                check: .notComputed(
                    because:
                        "Which prediction and measurement it compares could not be established: 26.1(7.9)e-10 is 3.3σ, and "
                        + "none of the inputs in use here gives 3.1.")),
        ]
    }

    // MARK: Sensitivity

    private static func sensitivity(_ nodes: ElasticNodes) -> [Claim] {
        [
            claim(
                "elastic-hadronic-error",
                "the hadronic moment is measured to 0.3 % (checked: shape known, statistics alone)",
                "$a_\\mu^\\mathrm{had}$ is measured to 0.3\\,\\% (checked: shape known, statistics alone)",
                "sensitivity", 0.3, ElasticNumbers.percent, .asRounded(toDigits: 1),
                Claim.value("elastic-hadronic-error", nodes.hadronicError) { $0 }),
            Claim(
                "elastic-np1",
                Claim.Statement(
                    "the benchmark NP1 lies on the line of 90 % confidence (checked: χ² = 2.71, 50 bins; both inferred)",
                    tex: "the benchmark NP1 lies on the line of 90\\,\\% confidence (checked: $\\chi^2=2.71$, 50 bins; "
                        + "both inferred)"),
                place: "figure of the vector's reach", source: source, claimed: 2.71, .none,
                .asRounded(toDigits: 2), from: np1(nodes),
                explanation: text(
                    "elastic-np1",
                    "Neither the bins nor the confidence level are printed. χ² grows with the number of bins, as the "
                        + "error of ten parts per million is that of each bin.")),
        ]
    }

    /// Two bars of one standard deviation overlap where the distance is at most the sum of their errors.
    private static func overlap(_ strengths: StrengthFitNodes) -> Claim {
        let id = "elastic-overlap"
        let names = strengths.fits.dropFirst().map { $0.benchmark?.name ?? "" }
        return Claim(
            id,
            Claim.Statement(
                "moments fitted to data with and without a new boson overlap within 1σ (checked: distance over the sum of "
                    + "their errors, with ten parts per million in each bin)",
                tex:
                    "moments fitted to data with and without a new boson overlap within $1\\sigma$ (checked: distance over "
                    + "the sum of their errors, with ten parts per million in each bin)"),
            place: "conclusion", source: source, claimed: 1, .none, .atMost(digits: 2),
            from: Node(
                "claims/\(id)/values", from: Node("claims/\(id)/fits", collecting: strengths.fits.map(\.total)),
                parameters: names
            ) { names, fits in
                guard let own = fits.first else { return [] }
                return zip(names, fits.dropFirst()).map { name, fit in
                    let rises = fit.strength.value > own.strength.value
                    let width = rises ? own.above + fit.below : own.below + fit.above
                    return LabelledEstimate(name, (fit.strength - own.strength).magnitude / width)
                }
            })
    }

    private static func np1(_ nodes: ElasticNodes) -> Node<[LabelledEstimate]> {
        guard let benchmark = nodes.benchmarks.first else {
            return Node("claims/elastic-np1/values", parameters: "none") { _ in [] }
        }
        return Claim.value("elastic-np1", benchmark.chiSquared) { $0 }
    }

    // MARK: Printed formulas

    private static func printed(_ nodes: ElasticNodes) -> [Claim] {
        [
            formula(
                "elastic-formula-flavour-vector", "(3.5)", "the flavour-changing vector", nodes.printedFlavourVector,
                "The printed formula has no q_μq_ν part of the propagator, which is (m_μ−m_e)²/m² of the vector's "
                    + "amplitude, and its interference with the photon has the opposite sign for μ⁺ on e⁻; "
                    + "explicit spinors agree with the full traces."),
            formula(
                "elastic-formula-scalar", "(5.1)", "the scalar", nodes.printedScalar,
                "The printed interference is that of a beam of μ⁻: a scalar attracts equal and opposite charges alike, "
                    + "the photon does not. MUonE's beam is μ⁺."),
            formula(
                "elastic-formula-vertex", "(4.2)", "L_μ−L_τ at one loop", nodes.printedVertex,
                "The interference of F1 and F2 is proportional to T − m_e, not to m_e − T, for the vertex "
                    + "F1 γ + iσq F2/2m_μ.", tex: "$L_\\mu-L_\\tau$ at one loop"),
            width(
                "elastic-width-vector", "vector", "g", nodes.vectorWidth, [1, 2],
                "The Lagrangian gives g²m/12π for each charge state, and a real field, which muonium's conversion needs, "
                    + "has two of them: neither is the printed width. It matters near the resonance alone."),
            width(
                "elastic-width-scalar", "scalar", "y", nodes.scalarWidth, [1],
                "The width is the printed one far above the threshold, and for one charge state."),
        ]
    }

    /// Reach by the printed formula over that by the Lagrangian.
    private static func formula(
        _ id: String, _ equation: String, _ what: String, _ ratios: Node<[ElasticPrintedRatios.Point]>,
        _ explanation: String, tex: String? = nil
    ) -> Claim {
        let check = "is what the Lagrangian gives (checked: its reach over the Lagrangian's, to 0.1"
        return Claim(
            id,
            Claim.Statement(
                "the rate \(equation) of \(what) \(check) %)",
                tex: "the rate \(equation) of \(tex ?? what) \(check)\\,\\%)"),
            place: "equation \(equation)", source: source, claimed: 1, .none, .withinFactor(1.001),
            from: points(id, ratios), explanation: text(id, explanation))
    }

    /// The width far above the threshold, for so many charge states, over the printed one.
    private static func width(
        _ id: String, _ what: String, _ symbol: String, _ ratios: Node<[ElasticPrintedRatios.Point]>,
        _ chargeStates: [Double], _ explanation: String
    ) -> Claim {
        let check = "checked: tree-level width over it, by charge states"
        return Claim(
            id,
            Claim.Statement(
                "the flavour-changing \(what) has a width of \(symbol)²m/8π (\(check))",
                tex: "the flavour-changing \(what) has $\\Gamma=\(symbol)^2m/8\\pi$ (\(check))"),
            place: what == "vector" ? "below equation (3.5)" : "below equation (5.3)", source: source, claimed: 1,
            .none, .withinFactor(1.01),
            from: Node("claims/\(id)/values", from: ratios, parameters: chargeStates) { chargeStates, points in
                guard let heaviest = points.last else { return [] }
                return chargeStates.map { LabelledEstimate($0 == 1 ? "one" : "both", heaviest.ratio.scaled(by: $0)) }
            }, explanation: text(id, explanation))
    }

    private static func points(_ id: String, _ ratios: Node<[ElasticPrintedRatios.Point]>) -> Node<[LabelledEstimate]> {
        Claim.values(id, ratios) { points in
            points.map { LabelledEstimate(label($0.mass * 1e3) + " MeV", $0.ratio) }
        }
    }

    private static func claim(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ claimed: Double, _ unit: DisplayUnit,
        _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source, claimed: claimed, unit, rule,
            from: values)
    }

    private static func text(_ id: String, _ explanation: String) -> Node<String> {
        Node("claims/\(id)/explanation", parameters: explanation) { $0 }
    }
}
