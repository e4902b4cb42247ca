import BuildGraph
import Flavour
import FormFactors
import MagneticMoment
import MuoneComputations
import MuoneParameters
import PaperKit
import Signal

extension Section {
    /// Every section, in the order of the text.
    ///
    /// - Parameter supplied: the tables that a reader brings along.
    package static func all(_ p: PaperParameters, supplied: Node<[DrawnLimit]>) throws -> [Section] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let (cosmology, projections) = (CosmologyNodes(p), ProjectionsNodes(p))
        let elastic = ElasticReachNodes(p)
        let signal = signal(p, supplied: supplied)
        let landscape = LandscapeNodes(
            p, cosmology: cosmology, projections: projections, reach: signal.results.reach, supplied: supplied)
        return try [
            signal.section, .trident(p), .mixing(p), .magneticMoment(p), .cosmology(cosmology),
            .projections(projections, signal.results), .landscape(landscape), .elastic(elastic), .formFactors(p),
            .flavour(p), .hadronic(p), .elasticFigures(elastic, emitted: signal.results.reach), .measurement(p),
        ]
    }
}
