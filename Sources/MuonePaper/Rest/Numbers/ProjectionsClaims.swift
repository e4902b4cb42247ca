import BuildGraph
import Limits
import Manuscript
import MuoneCommon
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
        let dumps = nodes.beamDumps.map { dump in
            curve(
                "\(dump.published.name)-curve", MathLabel.plainText(dump.computed.facts.experiment),
                dump.computed.facts.experiment, dump.computed.facts.sources, "figure of the reach", dump.comparison,
                explanation: beamDumpExplanation)
        }
        return dumps + [
            curve(
                "na62-curve", "NA62", "NA62", BoundedLimit.na62.facts.sources, "figure 1, left",
                Node("claims/na62-curve/lighter", from: nodes.kaonComparison) { $0.filter { $0.mass < 0.05 } },
                explanation:
                    "The heavier published point fixes the normalisation, so that the lighter one tests the shape. The "
                    + "publication chooses the cut anew for each mass, at least 0.05 GeV²; here it is that for all."),
            favoured(
                "na62-favoured", "NA62 could probe much of the region that (g-2)_μ favours",
                "NA62 could probe much of the region that $(g-2)_\\mu$ favours", .krnjaic2020,
                nodes.kaonAgainstFavoured, .reading("its coupling over that of the central value is at most 1")),
            favoured(
                "m3-favoured", "phase 1 of M³ tests all of the region that (g-2)_μ favours",
                "phase 1 of M$^3$ tests all of the region that $(g-2)_\\mu$ favours", .kahn2018,
                nodes.m3AgainstFavoured,
                .reading(
                    "its coupling over the lower 2σ edge is at most 1",
                    tex: "its coupling over the lower $2\\sigma$ edge is at most 1")),
        ]
    }

    private static let beamDumpExplanation =
        "The calculation takes the target as thin to the muon, coherent scattering alone and the improved "
        + "Weizsäcker-Williams approximation; the publications simulate. Nothing is adjusted."

    /// Ratios to the points of a published curve.
    private static func curve(
        _ id: String, _ plain: String, _ tex: String, _ sources: [String], _ place: String,
        _ comparison: Node<[ComparedPoint]>, explanation: String
    ) -> Claim {
        Claim(
            id, Claim.Statement("\(plain): the published curve", tex: "\(tex): the published curve"),
            place: place, source: sources.joined(separator: ", "), claimed: 1, .none,
            .withinFactor(1.1),
            from: Claim.values(id, comparison) { points in
                points.map { LabelledEstimate(label($0.mass * 1e3) + " MeV", $0.ratio) }
            },
            reading: .reading("computed over published coupling at points read from the drawing, to a factor of 1.1"),
            explanation: Claim.text(id, explanation))
    }

    private static func favoured(
        _ id: String, _ plain: String, _ tex: String, _ source: SourceKey, _ points: Node<[FavouredPoint]>,
        _ reading: ClaimReading
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: "abstract", source: source.rawValue, claimed: 1, .none,
            .atMost(digits: 1),
            from: Claim.values(id, points) { points in
                points.map { LabelledEstimate(label($0.mass * 1e3) + " MeV", $0.ratio) }
            },
            reading: reading,
            explanation: Claim.text(
                id, "The favoured couplings are those of the deviation that this paper is built with."))
    }
}
