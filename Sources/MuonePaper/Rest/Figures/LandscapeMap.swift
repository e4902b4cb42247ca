import Foundation
import LimitFigures
import MuoneCommon
import MuoneComputations
import MuoneParameters
import Plotting

/// The map of all constraints, whole or enlarged.
struct LandscapeMap: Sendable {
    var parameters: PaperParameters
    var view: View

    /// Which part of it is shown.
    enum View: String, Sendable {
        case all
        case magneticMoment
    }

    private var style: ChartStyle { parameters.style(view == .all ? .wide : .tall) }

    /// A slide has large type: its legend names less, and its longest label is shorter.
    private var isSlide: Bool { parameters.figureStyle == .slides }

    private var plane: CouplingPlane {
        let masses = parameters.landscape.masses
        switch view {
        case .all:
            return CouplingPlane(
                parameters: parameters, couplings: 1e-6...1e-1, masses: masses.lower...masses.upper)
        case .magneticMoment:
            return CouplingPlane(parameters: parameters, couplings: 7e-5...3e-3, masses: 0.003...0.8)
        }
    }

    private var legend: Legend {
        switch view {
        case .all: Legend(.automatic, columns: 1, preferring: .bottomRight)
        case .magneticMoment: Legend(.automatic, columns: 1, preferring: .bottom)
        }
    }

    func chart(_ curves: LandscapeCurves) throws -> Chart {
        let map = LandscapePlane(plane: plane, style: style, namesAreas: view == .all && !isSlide)
        let labels = LandscapeLabels(view: view, isShort: isSlide)
        let supplied = curves.supplied
        return try Chart(title, x: plane.x, y: plane.y, legend: legend, style: style) {
            map.favoured(curves.narrow, curves.wide)
            map.cosmology(curves.hubble, label: view == .all ? 0.3 : 0.12)
            map.shade(curves.shading)
            map.lost(curves.wide, to: curves.shading)
            try map.calibration(
                curves.trident, curves.tridentAtMeanEnergy,
                label: "CCFR, \(label(parameters.landscape.ccfrEnergy)) to "
                    + "\(label(LandscapeConstraints.meanTridentEnergy)) GeV")
            for limit in curves.limits {
                map.excluded(limit.constraint, limit.segments, labels.label(limit.constraint))
            }
            for projection in curves.projections {
                map.projected(projection.constraint, projection.segments, labels.label(projection.constraint))
            }
            for (index, table) in supplied.enumerated() {
                let label = InlineLabel(table.constraint.label, .above)
                switch table.constraint.role {
                case .limit: map.excluded(table.constraint, table.segments, label, index: index)
                case .projection: map.projected(table.constraint, table.segments, label, index: index)
                }
            }
            map.target(curves.darkMatter, labels.thermalTarget(parameters.landscape.darkMatterRatio))
            map.reaches(
                curves.reach,
                (curves.secondReach, "MUonE at \(label(parameters.landscape.secondBeamEnergy)) GeV"),
                labels.reach(parameters))
            labels.besides.filter { plane.shows($0) }
            if view == .magneticMoment { plane.benchmarks }
            map.ends(curves.limits + curves.projections)
        }
    }

    private var title: String {
        switch view {
        case .all: "Limits and projections for the boson of L_mu-L_tau in mass and coupling"
        case .magneticMoment: "Limits and projections where the boson explains the muon's magnetic moment"
        }
    }
}
