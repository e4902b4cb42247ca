import Cosmology
import Flavour
import FormFactors
import Landscape
import Limits
import MagneticMoment
import Mixing
import MuoneComputations
import MuoneParameters
import PaperKit
import Projections
import Signal
import Trident

extension Section {
    /// Every section, in the order of the text.
    package static func all(_ p: PaperParameters, _ catalogue: LimitCatalogue) throws -> [Section] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let cosmology = Section.cosmology(p, catalogue)
        let elastic = ElasticReachNodes(p, catalogue)
        let signal = signal(p, catalogue)
        let (projections, secondReach) = projections(
            p, catalogue, favoured: signal.results.band2Sigma,
            first: (reach: signal.results.reach, light: signal.results.reachAtLight, heavy: signal.results.reachAtHeavy)
        )
        let landscape = landscape(
            p, catalogue, hubble: cosmology.results.hubbleBand, darkMatter: cosmology.results.diracTarget,
            reach: signal.results.reach,
            secondReach: secondReach)
        return try [
            signal.section, .trident(p, catalogue), .mixing(p, catalogue), .magneticMoment(p, catalogue),
            cosmology.section, projections, landscape, .elastic(elastic),
            .formFactors(p), .flavour(p), .hadronic(p), .elasticFigures(elastic, emitted: signal.results.reach),
            .measurement(p),
        ]
    }
}
