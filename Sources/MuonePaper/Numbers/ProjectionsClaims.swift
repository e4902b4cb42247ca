import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Plotting
import Reference

/// What the publications of the projections say, and what the computed curves find.
///
/// Published curves are compared as they are drawn: their points are averages over bins of a curve that scatters by some
/// ten per cent, so that a factor of 1.1 is what the drawing justifies.
enum ProjectionsClaims {
    static func all(_ nodes: ProjectionsNodes) -> [Claim] {
        let source = ["na64mu": SourceKey.na64mu2022, "m3-phase1": .kahn2018, "m3-phase2": .kahn2018]
        let dumps = nodes.beamDumps.map { dump in
            curve(
                "\(dump.published.name)-curve", MathLabel.plainText(dump.published.label), dump.published.label,
                source[dump.published.name] ?? .kahn2018, dump.comparison, explanation: beamDumpExplanation)
        }
        return dumps + [
            curve(
                "na62-curve", "NA62", "NA62", .krnjaic2020,
                Node("claims/na62-curve/lighter", from: nodes.kaonComparison) { $0.filter { $0.mass < 0.05 } },
                explanation:
                    "The heavier published point fixes the normalisation, so that the lighter one tests the shape."),
            favoured(
                "na62-favoured", "NA62 could probe much of the region that (g-2)_μ favours",
                "NA62 could probe much of the region that $(g-2)_\\mu$ favours (checked: coupling over that of the "
                    + "central value, at most 1)", .krnjaic2020, nodes.kaonAgainstFavoured),
            favoured(
                "m3-favoured", "phase 1 of M³ tests all of the region that (g-2)_μ favours",
                "phase 1 of M$^3$ tests all of the region that $(g-2)_\\mu$ favours (checked: coupling over the lower "
                    + "$2\\sigma$ edge, at most 1)", .kahn2018, nodes.m3AgainstFavoured),
        ]
    }

    private static let beamDumpExplanation =
        "The calculation takes the target as thin to the muon, coherent scattering alone and the improved "
        + "Weizsäcker-Williams approximation; the publications simulate. Nothing is adjusted."

    /// Ratios to the points of a published curve.
    private static func curve(
        _ id: String, _ plain: String, _ tex: String, _ source: SourceKey,
        _ comparison: Node<[PublishedComparison.Point]>, explanation: String
    ) -> Claim {
        Claim(
            id,
            Claim.Statement(
                "\(plain): the published curve (checked: computed over published coupling, as drawn)",
                tex: "\(tex): the published curve (checked: computed over published coupling, as drawn)"),
            place: "figure of the reach", source: source.rawValue, claimed: 1, .none, .withinFactor(1.1),
            from: Claim.values(id, comparison) { points in
                points.map { LabelledEstimate(label($0.mass * 1e3) + " MeV", $0.ratio) }
            },
            explanation: Node("claims/\(id)/explanation", parameters: explanation) { $0 })
    }

    private static func favoured(
        _ id: String, _ plain: String, _ tex: String, _ source: SourceKey, _ points: Node<[FavouredComparison.Point]>
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: "abstract", source: source.rawValue, claimed: 1, .none,
            .atMost(digits: 1),
            from: Claim.values(id, points) { points in
                points.map { LabelledEstimate(label($0.mass * 1e3) + " MeV", $0.ratio) }
            },
            explanation: Node(
                "claims/\(id)/explanation",
                parameters: "The favoured couplings are those of the deviation that this paper is built with."
            ) { $0 })
    }
}
