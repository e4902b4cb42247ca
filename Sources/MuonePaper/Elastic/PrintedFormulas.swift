import BuildGraph
import ElasticPhysics
import Manuscript
import MuoneCommon
import NumericalMethods

/// The formulas that Dev et al. print, against those of the Lagrangian.
enum PrintedFormulas {
    static func claims(_ settings: ElasticSettings) -> [Claim] {
        func ratios(_ model: ElasticModel, _ masses: [Double]) -> Node<[ElasticPrintedRatios.Point]> {
            Node(
                "elastic/printed/\(model.name)",
                ElasticPrintedRatios(settings: settings, model: model, masses: masses))
        }
        func widths(isVector: Bool) -> Node<[ElasticPrintedRatios.Point]> {
            Node(
                "elastic/width/\(isVector ? "vector" : "scalar")",
                FlavourWidthRatios(settings: settings, isVector: isVector, masses: [0.2, 10]))
        }
        return [
            rate(
                "elastic-formula-flavour-vector", "(3.5)", "the flavour-changing vector",
                ratios(.vectorFlavour, [0.11, 0.2, 0.3, 1, 10]),
                "The printed formula has no q_μq_ν part of the propagator, which is (m_μ−m_e)²/m² of the vector's "
                    + "amplitude, and its interference with the photon has the opposite sign for μ⁺ on e⁻; "
                    + "explicit spinors agree with the full traces."),
            rate(
                "elastic-formula-scalar", "(5.1)", "the scalar", ratios(.scalar(ratio: 1), [1e-3, 0.1, 1]),
                "The printed interference is that of a beam of μ⁻: a scalar attracts equal and opposite charges alike, "
                    + "the photon does not. MUonE's beam is μ⁺."),
            rate(
                "elastic-formula-vertex", "(4.2)", "$L_\\mu-L_\\tau$ at one loop", ratios(.lmuLtau, [1e-3, 0.1, 1]),
                "The interference of F1 and F2 is proportional to T − m_e, not to m_e − T, for the vertex "
                    + "F1 γ + iσq F2/2m_μ, which is not printed: the sign of F2. With the other sign the two agree."),
            width(
                "elastic-width-vector",
                "the flavour-changing vector has $\\Gamma\(claimed: 1, as: "\\simeq") g^2m/8\\pi$",
                at: "below equation (3.5)", widths(isVector: true), chargeStates: [1, 2],
                "The Lagrangian gives g²m/12π for each charge state, and a real field, which muonium's conversion needs, "
                    + "has two of them: neither is the printed width. It matters near the resonance alone."),
            width(
                "elastic-width-scalar",
                "the flavour-changing scalar has $\\Gamma\(claimed: 1, as: "\\simeq") y^2m/8\\pi$",
                at: "below equation (5.3)", widths(isVector: false), chargeStates: [1],
                "The width is the printed one far above the threshold, and for one charge state."),
        ]
    }

    /// Reach by the printed formula over that by the Lagrangian.
    private static func rate(
        _ id: ResultID, _ equation: String, _ what: String, _ ratios: Node<[ElasticPrintedRatios.Point]>,
        _ explanation: String, fileID: String = #fileID, line: Int = #line
    ) -> Claim {
        Claim(
            id, "the rate \(equation) of \(what)", .withinFactor(1.001), at: "equation \(equation)",
            of: ElasticClaims.source,
            from: Claim.values(id, ratios) { points in
                points.map { LabelledEstimate(decimal($0.mass * 1e3) + " MeV", $0.ratio) }
            },
            reading: .reading("its reach \(claimed: 1, as: "over") that by the Lagrangian, to 0.1\\,\\%"),
            explanation: Claim.text(id.text, explanation), fileID: fileID, line: line)
    }

    /// The width far above the threshold, for so many charge states, over the printed one.
    private static func width(
        _ id: ResultID, _ statement: Claim.Statement, at place: String,
        _ ratios: Node<[ElasticPrintedRatios.Point]>, chargeStates: [Double], _ explanation: String,
        fileID: String = #fileID, line: Int = #line
    ) -> Claim {
        Claim(
            id, statement, .withinFactor(1.01), at: place, of: ElasticClaims.source,
            from: Claim.values(id, ratios, parameters: chargeStates) { chargeStates, points in
                guard let heaviest = points.last else { return [] }
                return chargeStates.map { LabelledEstimate($0 == 1 ? "one" : "both", heaviest.ratio.scaled(by: $0)) }
            },
            reading: .reading(
                "the width at tree level over it, far above the threshold, by charge states, to 1\\,\\%"),
            explanation: Claim.text(id.text, explanation), fileID: fileID, line: line)
    }
}
