import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// The curves of the map in the order of their constraints: what its figures are drawn from.
struct LandscapeCurves: Codable, Sendable {
    /// Limits, then projections.
    var limits: [DrawnLimit]
    /// CCFR, which is one of ``limits``, and the same at the mean energy of its beam.
    var trident: DrawnLimit
    var tridentAtMeanEnergy: DrawnLimit
    var supplied: [DrawnLimit]
    var narrow: MagneticMomentBand.Band?
    var wide: MagneticMomentBand.Band?
    var hubble: MassBand
    var darkMatter: [ThermalTarget]
    var reach: Curve
    var secondReach: Curve

    /// The limits that shade the map.
    var shading: [DrawnLimit] {
        (limits.on(.landscape) + supplied).filter { $0.facts.role == .limit && $0.declaration.excludes }
    }
}

extension Figure {
    /// Every limit and projection from 1 MeV to 10 GeV.
    static func landscape(_ curves: Node<LandscapeCurves>, _ parameters: PaperParameters) -> Figure {
        Figure(
            "landscape",
            chart: Node("figures/landscape/chart", from: curves, parameters: parameters) { parameters, curves in
                try LandscapeMap(parameters: parameters, view: .all).chart(curves)
            })
    }

    /// The part around the coupling that the muon's magnetic moment favours.
    static func landscapeZoom(_ curves: Node<LandscapeCurves>, _ parameters: PaperParameters) -> Figure {
        Figure(
            "landscape-zoom",
            chart: Node("figures/landscape-zoom/chart", from: curves, parameters: parameters) { parameters, curves in
                try LandscapeMap(parameters: parameters, view: .magneticMoment).chart(curves)
            })
    }
}
