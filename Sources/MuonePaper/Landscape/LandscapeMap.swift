import Foundation
import Limits
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import TridentPhysics

/// The map of all constraints, whole or enlarged.
struct LandscapeMap: Sendable {
    var parameters: PaperParameters
    var view: View

    /// Which part of it is shown.
    enum View: String, Sendable {
        case all
        case magneticMoment

        /// What limits call it.
        var map: LimitMap { self == .all ? .landscape : .landscapeZoom }
    }

    private var style: ChartStyle { parameters.style(view == .all ? .wide : .tall) }

    /// A slide has large type: its legend names less, and its longest label is shorter.
    private var isSlide: Bool { parameters.figureStyle == .slides }

    private func plane(_ curves: LandscapeCurves) -> CouplingPlane {
        let masses = parameters.landscape.masses
        switch view {
        case .all:
            return CouplingPlane(
                parameters: parameters,
                couplings: decades(
                    MapFrame.shownCouplings,
                    showing: [curves.reach.y, curves.secondReach.y]
                        + curves.darkMatter.allowed.segments(darkCoupling: nil).map { $0.points.map(\.coupling) }),
                masses: masses.lower...masses.upper)
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
        let plane = plane(curves)
        let map = LandscapePlane(plane: plane, style: style, namesAreas: view == .all && !isSlide)
        let labels = LandscapeLabels(view: view, isShort: isSlide)
        let supplied = curves.supplied
        return try Chart(title, x: plane.x, y: plane.y, legend: legend, style: style) {
            map.favoured(curves.narrow, curves.wide)
            map.cosmology(curves.hubble, label: view == .all ? 0.3 : 0.12)
            map.shade(curves.shading)
            map.lost(curves.wide, to: curves.shading)
            try map.calibration(
                curves.trident.segments, curves.tridentAtMeanEnergy.segments,
                label: "CCFR, \(decimal(parameters.landscape.ccfrEnergy)) to "
                    + "\(decimal(TridentExperiment.ccfr.meanEnergy)) GeV")
            let limits = curves.limits.on(view.map)
            for limit in limits + supplied {
                let label = limit.label(on: view.map)
                switch limit.facts.role {
                case .limit: map.excluded(limit, label)
                case .projection: map.projected(limit, label)
                }
            }
            map.target(curves.darkMatter, labels.thermalTarget(parameters.landscape.darkMatterRatio))
            map.reaches(
                curves.reach,
                (curves.secondReach, "MUonE at \(decimal(parameters.landscape.secondBeamEnergy)) GeV"),
                labels.reach(parameters))
            if view == .magneticMoment { plane.benchmarks }
            map.ends(limits)
        }
    }

    private var title: String {
        switch view {
        case .all: "Limits and projections for the boson of L_mu-L_tau in mass and coupling"
        case .magneticMoment: "Limits and projections where the boson explains the muon's magnetic moment"
        }
    }
}
