import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Phenomenology
import Reference

/// What the publication on neutrino tridents states, and what this work finds.
enum TridentClaims {
    static func all(_ nodes: TridentNodes) -> [Claim] {
        [
            published(
                "trident-ccfr-curve", "with the energy of this work CCFR's limit is the published one",
                "with the energy of this work the limit of CCFR is the published one", nodes.ccfr,
                explanation: "The energy is a parameter; the published curve is met with 90 GeV."),
            published(
                "trident-ccfr-mean", "with the beam's mean energy of 160 GeV CCFR's limit is the published one",
                "with the beam's mean energy of 160\\,GeV the limit of CCFR is the published one", nodes.ccfrAtMean,
                explanation: "The publication names neither the energy nor the spectrum behind its curve. In the "
                    + "approximation of equivalent photons the published coupling needs 90 GeV; a higher energy "
                    + "brings larger momentum transfers, at which the propagator of a light boson counts less."),
            Claim(
                "trident-crossing",
                Claim.Statement(
                    "CCFR disfavours the magnetic moment's band for every mass above 400 MeV",
                    tex: "CCFR disfavours the band of the magnetic moment for every mass $\\gtrsim400$\\,MeV"),
                place: "abstract", source: source, claimed: 400, .megaElectronVolt, .asRounded(toDigits: 1),
                from: crossings(nodes),
                explanation: Node("claims/trident-crossing/explanation", parameters: "2 sigma") { sigmas in
                    "The mass depends on which deviation is taken, on how far below its centre the band ends "
                        + "(\(sigmas) here) and on the neutrino energy; the abstract states none of the three."
                }),
            Claim(
                "trident-interference",
                Claim.Statement(
                    "the boson interferes constructively with the Standard Model (checked: least σ/σ_SM of all masses)",
                    tex: "the boson interferes constructively with the Standard Model "
                        + "(checked: least $\\sigma/\\sigma_\\mathrm{SM}$ of all masses)"),
                place: "abstract", source: source, claimed: 1, .none, .atLeast(digits: 6), from: interference(nodes)),
        ]
    }

    private static let source = SourceKey.altmannshofer2014.rawValue

    /// The limit over the published curve, known to 2 %, where that has been read.
    private static func published(
        _ id: String, _ plain: String, _ tex: String, _ nodes: TridentNodes.Experiment, explanation: String
    ) -> Claim {
        let names = TridentExperiment.publishedCCFR.map { label($0.mass * 1e3) + " MeV" }
        return Claim(
            id, Claim.Statement("\(plain) (checked: ratio of couplings)", tex: "\(tex) (checked: ratio of couplings)"),
            place: "figure of the limits", source: source, claimed: 1, .none,
            .withinFactor(TridentExperiment.publishedTolerance),
            from: Node("claims/\(id)/values", from: nodes.overPublished, parameters: names) { names, ratios in
                zip(names, ratios).map { LabelledEstimate($0, $1) }
            },
            explanation: Node("claims/\(id)/explanation", parameters: explanation) { $0 })
    }

    private static func crossings(_ nodes: TridentNodes) -> Node<[LabelledEstimate]> {
        let names = [nodes.parameters.magneticMoment, .dev2020].map { "moment \($0.rawValue)" }
        return Node(
            "claims/trident-crossing/values", from: nodes.ccfr.crossing, nodes.ccfr.crossingBefore2021,
            parameters: names
        ) { names, current, before in
            zip(names, [current, before]).compactMap { name, mass in mass.map { LabelledEstimate(name, $0) } }
        }
    }

    /// The smallest rate over all masses.
    private static func interference(_ nodes: TridentNodes) -> Node<[LabelledEstimate]> {
        Node("claims/trident-interference/values", from: nodes.ccfr.ratios, nodes.charmII.ratios) { ccfr, charmII in
            [("CCFR", ccfr), ("CHARM-II", charmII)].compactMap { name, curves in
                guard let curve = curves.first, let index = curve.y.indices.min(by: { curve.y[$0] < curve.y[$1] })
                else { return nil }
                return LabelledEstimate(name, curve.estimate(at: index))
            }
        }
    }
}
