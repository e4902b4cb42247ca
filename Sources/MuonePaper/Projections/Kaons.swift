import BeamPhysics
import BuildGraph
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneParameters
import NumericalMethods
import PaperKit

extension Section {
    /// K → μνZ′ at NA62.
    @ListBuilder<SectionPart>
    static func kaons(_ p: PaperParameters, favoured: Node<MagneticMomentBand.Band?>) -> [SectionPart] {
        let na62 = KaonProjection.na62
        let cut = na62.missingMassSquaredMinimum
        let branching = Node(
            "projections/kaon/branching",
            KaonBranching(particles: p.particles, masses: projectedMasses, missingMassSquaredMinimum: cut))
        let comparison = Node(
            "projections/kaon/comparison",
            PublishedComparison(particles: p.particles, computed: BoundedLimit.na62.bound),
            from: Node("projections/kaon/published", parameters: KaonProjection.na62PublishedPoints) { $0 })
        let declaration = Node("projections/kaon/declaration", parameters: BoundedLimit.na62.declaration) { [$0] }
        let background = p.landscape.kaonBackground > 0 ? p.landscape.kaonBackground : publishedKaonBackground

        Figure.kaonBranching(branching, p)
        Figure.kaonReach(kaonReaches(p, background: background), background: background, favoured: favoured, p)
        Passage.captions("caption/kaon", of: declaration)

        Quantity(
            "kaon/light/branching", "BR(K → μνZ′)/g², light benchmark mass", .digits(4),
            from: ratio("light", p.light.mass, p)
        ) { $0 }
        Quantity(
            "kaon/heavy/branching", "BR(K → μνZ′)/g², heavy benchmark mass", .digits(4),
            from: ratio("heavy", p.heavy.mass, p)
        ) { $0 }
        Quantity(
            "kaon/light/selected", "BR(K → μνZ′)/g² behind NA62's cut, light benchmark mass", .digits(4),
            from: ratio("light-selected", p.light.mass, cut: cut, p)
        ) { $0 }
        Quantity(
            "kaon/heavy/selected", "BR(K → μνZ′)/g² behind NA62's cut, heavy benchmark mass", .digits(4),
            from: ratio("heavy-selected", p.heavy.mass, cut: cut, p)
        ) { $0 }
        Quantity(
            "kaon/inverse-root-background", "NA62: B^-1/2 that the published point means", .digits(2),
            from: Node(
                "projections/kaon/inverse-root-background",
                KaonInverseRootBackground(particles: p.particles, projection: .na62)))
        Quantity(
            "kaon/closing", "mass at which K → μνZ′ closes", in: .megaElectronVolt, .digits(4), from: branching
        ) { .closedForm($0.closing) }
        Quantity(
            "kaon/light-point/ratio", "NA62: computed over published coupling at the lighter point", .digits(4),
            from: comparison
        ) { $0.first?.ratio }
        Input("input/kaon-cut", cut)
        Input("input/kaon-calibration-mass", na62.calibration.mass, in: .megaElectronVolt)
        Input("input/kaon-lighter-mass", KaonProjection.na62PublishedPoints[0].mass, in: .megaElectronVolt)
        Input("input/kaon-background", background)
        Input("input/kaon-kaons", KaonProjection.na62Kaons)
        Input("input/kaon-acceptance", KaonProjection.na62Acceptance)
        Input("input/kaon-inverse-root-background", KaonProjection.na62InverseRootBackground)

        curveClaim(
            "na62-curve", BoundedLimit.na62.facts, at: "figure 1, left",
            Node("claims/na62-curve/lighter", from: comparison) { $0.filter { $0.mass < 0.05 } },
            explanation:
                "The heavier published point fixes the normalisation, so that the lighter one tests the shape. The "
                + "publication chooses the cut anew for each mass, at least 0.05 GeV²; here it is that for all.")
    }

    /// B where the parameters state none: what the publication's order of magnitude stands for.
    static var publishedKaonBackground: Double {
        let root = 1 / KaonProjection.na62InverseRootBackground
        return root * root
    }

    /// BR(K → μνZ′)/g′² at one mass, GeV; nil where the decay is closed.
    private static func ratio(_ name: String, _ mass: Double, cut: Double = 0, _ p: PaperParameters) -> Node<Estimate?>
    {
        Node(
            "projections/kaon/\(name)",
            KaonBranchingPerCoupling(particles: p.particles, mass: mass, missingMassSquaredMinimum: cut))
    }

    /// The reach with κ = 0, then with others.
    static func kaonReaches(_ p: PaperParameters, background: Double) -> [KaonReach] {
        let own = p.landscape.kaonSystematic > 0 ? [p.landscape.kaonSystematic] : []
        let systematics = [0] + own + [1e-3, 1e-2, 1e-1].filter { !own.contains($0) }
        return systematics.enumerated().map { index, systematic in
            let limit =
                systematic > 0 ? BoundedLimit.na62(backgroundEvents: background, systematic: systematic) : .na62
            return KaonReach(
                systematic: systematic,
                curve: Node(
                    "projections/kaon/reach-\(index)",
                    Asked(
                        particles: p.particles, bound: limit.bound,
                        question: CurveQuestion(masses: projectedMasses.points))))
        }
    }
}

/// NA62's reach for one κ.
struct KaonReach: Sendable {
    var systematic: Double
    var curve: Node<[LimitSegment]>
}
