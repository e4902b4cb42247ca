import BeamPhysics
import BuildGraph
import LimitModel
import Limits
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit

/// A muon beam dump: the computed curve, and how it compares with the published points.
struct BeamDump: Sendable {
    let computed: BoundedLimit<BeamDumpBound>
    let published: Limit
    let curve: Node<[LimitSegment]>
    let comparison: Node<[ComparedPoint]>

    init(computed: BoundedLimit<BeamDumpBound>, published: PublishedTable, _ p: PaperParameters) {
        self.computed = computed
        self.published = published.limit
        let group = "projections/\(published.limit.name)"
        curve = Node(
            "\(group)/curve",
            Asked(
                particles: p.particles, bound: computed.bound,
                question: CurveQuestion(masses: Section.projectedMasses.points)))
        comparison = Node(
            "\(group)/comparison", PublishedComparison(particles: p.particles, computed: computed.bound),
            from: published.points("\(group)/points"))
    }
}

extension Section {
    /// Muon beam dumps, computed and published.
    @ListBuilder<SectionPart>
    static func beamDumps(_ p: PaperParameters, _ catalogue: LimitCatalogue) -> [SectionPart] {
        let dumps = [
            BeamDump(computed: .na64Mu, published: catalogue.cited.na64Mu, p),
            BeamDump(computed: .m3Phase1, published: catalogue.cited.m3Phase1, p),
            BeamDump(computed: .m3Phase2, published: catalogue.cited.m3Phase2, p),
        ]
        Figure.beamDumps(dumps, p)
        Passage.captions(
            "caption/beam-dumps-computed",
            of: Node("projections/computed", parameters: dumps.map(\.computed.declaration)) { $0 })
        Passage.captions(
            "caption/beam-dumps-published",
            of: Node("projections/published", collecting: dumps.map(\.published.declaration)))
        Input("input/beam-dump-largest-mass", MuonBeamDump.largestTrustedMass, in: .megaElectronVolt)
        for dump in dumps {
            Quantity(
                ResultID("beam-dump/{dump}/smallest-ratio", dump.published.name),
                "\(dump.published.name): least computed over published coupling", .digits(3), from: dump.comparison
            ) { $0.map(\.ratio).min { $0.value < $1.value } }
            Quantity(
                ResultID("beam-dump/{dump}/largest-ratio", dump.published.name),
                "\(dump.published.name): largest computed over published coupling", .digits(3), from: dump.comparison
            ) { $0.map(\.ratio).max { $0.value < $1.value } }
            curveClaim(
                ResultID("{dump}-curve", dump.published.name), dump.computed.facts, at: "figure of the reach",
                dump.comparison,
                explanation: "The calculation takes the target as thin to the muon, coherent scattering alone and the "
                    + "improved Weizsäcker-Williams approximation; the publications simulate. Nothing is adjusted.")
        }
    }
}
