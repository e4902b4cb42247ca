import BuildGraph
import ElasticPhysics
import Manuscript
import MuoneComputations
import NumericalMethods
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
                "the electron takes at most $T_\\mathrm{max}\\approx140$\\,GeV", "equation (2.11)", 140,
                .gigaElectronVolt, .asRounded(toDigits: 3),
                Claim.value("elastic-recoil", nodes.facts) { $0.maximumRecoil }),
            claim(
                "elastic-cross-section", "the elastic cross section is 245 microbarn",
                "the elastic cross section is 245\\,$\\mu$b", "below equation (2.12)", 245, ElasticNumbers.microbarn,
                .asRounded(toDigits: 3), Claim.value("elastic-cross-section", nodes.crossSection) { $0 },
                .inference("T > 1 GeV, which is not printed", tex: "$T>1$\\,GeV, which is not printed")),
            claim(
                "elastic-events", "about 3.7e12 elastic events with 1.5e7/nb",
                "about $3.7\\times10^{12}$ elastic events with $1.5\\times10^7$\\,nb$^{-1}$", "equation (2.13)", 3.7e12,
                .none, .asRounded(toDigits: 2),
                Claim.value("elastic-events", nodes.crossSection) { $0.scaled(by: ElasticDeviation.luminosity) },
                .inference("T > 1 GeV, which is not printed", tex: "$T>1$\\,GeV, which is not printed")),
            claim(
                "elastic-sm-b", "the neutral current changes the rate by about 0.001 % at the largest q²",
                "the neutral current changes the rate by about 0.001\\,\\% at the largest $q^2$", "caption of figure 1",
                0.001, ElasticNumbers.percent, .asRounded(toDigits: 1),
                Claim.value("elastic-sm-b", nodes.weakShift) { $0 }),
            claim(
                "elastic-sm-c", "the hadronic vacuum polarisation changes the rate by about 0.2 % at the largest q²",
                "the hadronic vacuum polarisation changes the rate by about 0.2\\,\\% at the largest $q^2$",
                "caption of figure 1", 0.2, ElasticNumbers.percent, .asRounded(toDigits: 1),
                Claim.values("elastic-sm-c", nodes.hadronic) { curve in
                    curve.last.map { [LabelledEstimate($0)] } ?? []
                }),
        ]
    }

    /// What the measured and computed moments are said to deviate by.
    private static func deviations() -> [Claim] {
        [
            deviation(
                "elastic-moment-deviation", "the muon's magnetic moment deviates by 3.3σ",
                "the muon's magnetic moment deviates by $3.3\\sigma$", "section 1, equation (1.3)", 3.3,
                MagneticMomentMeasurements.deviationDev2020),
            deviation(
                "elastic-other-deviation", "the lattice's a_μ^had is 3.1σ above that of the R ratio",
                "the lattice's $a_\\mu^\\mathrm{had}$ is $3.1\\sigma$ above that of the $R$ ratio",
                "section 1, below equation (1.5)", 3.1,
                .difference(
                    MagneticMomentMeasurements.hadronicLattice2020, MagneticMomentMeasurements.hadronicRatio2019,
                    name: "a_mu^had (lattice - R ratio)")),
        ]
    }

    /// A difference in units of its standard deviation.
    private static func deviation(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ claimed: Double, _ difference: Measurement
    ) -> Claim {
        claim(
            id, plain, tex, place, claimed, .none, .asRounded(toDigits: 2),
            Node("claims/\(id)/values", parameters: difference) { difference in
                [LabelledEstimate(.closedForm(difference.value / difference.uncertainty))]
            })
    }

    // MARK: Sensitivity

    private static func sensitivity(_ nodes: ElasticNodes) -> [Claim] {
        [
            claim(
                "elastic-hadronic-error", "the hadronic moment is measured to ∼0.3 %",
                "$a_\\mu^\\mathrm{had}$ is measured to $\\sim0.3$\\,\\%", "section 1", 0.3, ElasticNumbers.percent,
                .asRounded(toDigits: 1), Claim.value("elastic-hadronic-error", nodes.hadronicError) { $0 },
                .reading("shape known, statistics alone")),
            claim(
                "elastic-np1", "the benchmark NP1 is at the borderline of MUonE's sensitivity",
                "the benchmark NP1 is at the borderline of MUonE's sensitivity", "section 3.1, below equation (3.4)",
                ElasticNodes.chiSquared, .none, .asRounded(toDigits: 2), np1(nodes),
                .inference(
                    "χ² = \(label(ElasticNodes.chiSquared)), 90 % confidence, in 50 bins: neither is printed",
                    tex:
                        "$\\chi^2=\(label(ElasticNodes.chiSquared))$, 90\\,\\% confidence, in 50 bins: neither is printed"
                ),
                explanation: Claim.text(
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
                "the 1σ ranges of moments fitted to data with and without a new boson overlap",
                tex: "the $1\\sigma$ ranges of moments fitted to data with and without a new boson overlap"),
            place: "section 3.1, figure 5", source: source, claimed: 1, .none, .atMost(digits: 2),
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
            },
            reading: .reading(
                "the distance over the sum of their errors, with ten parts per million in each bin, is at most 1"))
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
                    + "F1 γ + iσq F2/2m_μ, which is not printed: the sign of F2. With the other sign the two agree.",
                tex: "$L_\\mu-L_\\tau$ at one loop"),
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
        Claim(
            id,
            Claim.Statement("the rate \(equation) of \(what)", tex: "the rate \(equation) of \(tex ?? what)"),
            place: "equation \(equation)", source: source, claimed: 1, .none, .withinFactor(1.001),
            from: points(id, ratios),
            reading: .reading(
                "its reach over that by the Lagrangian, to 0.1 %",
                tex: "its reach over that by the Lagrangian, to 0.1\\,\\%"),
            explanation: Claim.text(id, explanation))
    }

    /// The width far above the threshold, for so many charge states, over the printed one.
    private static func width(
        _ id: String, _ what: String, _ symbol: String, _ ratios: Node<[ElasticPrintedRatios.Point]>,
        _ chargeStates: [Double], _ explanation: String
    ) -> Claim {
        Claim(
            id,
            Claim.Statement(
                "the flavour-changing \(what) has a width of ≃ \(symbol)²m/8π",
                tex: "the flavour-changing \(what) has $\\Gamma\\simeq \(symbol)^2m/8\\pi$"),
            place: what == "vector" ? "below equation (3.5)" : "below equation (5.3)", source: source, claimed: 1,
            .none, .withinFactor(1.01),
            from: Node("claims/\(id)/values", from: ratios, parameters: chargeStates) { chargeStates, points in
                guard let heaviest = points.last else { return [] }
                return chargeStates.map { LabelledEstimate($0 == 1 ? "one" : "both", heaviest.ratio.scaled(by: $0)) }
            },
            reading: .reading(
                "the width at tree level over it, far above the threshold, by charge states, to 1 %",
                tex: "the width at tree level over it, far above the threshold, by charge states, to 1\\,\\%"),
            explanation: Claim.text(id, explanation))
    }

    private static func points(_ id: String, _ ratios: Node<[ElasticPrintedRatios.Point]>) -> Node<[LabelledEstimate]> {
        Claim.values(id, ratios) { points in
            points.map { LabelledEstimate(label($0.mass * 1e3) + " MeV", $0.ratio) }
        }
    }

    private static func claim(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ claimed: Double, _ unit: DisplayUnit,
        _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>, _ reading: ClaimReading? = nil,
        explanation: Node<String>? = nil
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source, claimed: claimed, unit, rule,
            from: values, reading: reading, explanation: explanation)
    }
}
