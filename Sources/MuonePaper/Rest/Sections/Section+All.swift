import Elastic
import Flavour
import FormFactors
import Hadronic
import Limits
import MagneticMoment
import MuoneComputations
import MuoneMeasurement
import MuoneParameters
import PaperKit
import Projections
import Signal

extension Section {
    /// Every section, in the order of the text.
    package static func all(_ p: PaperParameters, _ catalogue: LimitCatalogue) throws -> [Section] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let cosmology = CosmologyNodes(p, catalogue)
        let signal = signal(p, catalogue)
        let elastic = Section.elastic(p, catalogue, emitted: signal.results.reach)
        let (projections, secondReach) = projections(
            p, catalogue, favoured: signal.results.band2Sigma,
            first: (reach: signal.results.reach, light: signal.results.reachAtLight, heavy: signal.results.reachAtHeavy))
        let landscape = LandscapeNodes(
            p, catalogue, cosmology: cosmology, reach: signal.results.reach, secondReach: secondReach)
        return try [
            signal.section, .trident(p, catalogue), .mixing(p, catalogue), .magneticMoment(p, catalogue),
            .cosmology(cosmology), projections, .landscape(landscape), elastic.channel,
            .formFactors(p), .flavour(p), .hadronic(p), elastic.reach, .measurement(p),
        ]
    }
}
