import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The map of the boson's mass and coupling: every limit, every projection, and what else is drawn there. One node each,
/// so that a parameter that changes one curve leaves the others alone.
package struct LandscapeNodes: Sendable {
    package let parameters: PaperParameters
    package let catalogue: LimitCatalogue
    /// What excludes today, but for light elements, and what other experiments could exclude.
    package let limits: Node<[DrawnLimit]>
    /// CCFR at the energy of these parameters, and at the mean energy of its beam: the edges of the band that its
    /// calibration leaves.
    package let trident: (drawn: Node<DrawnLimit>, atMeanEnergy: Node<DrawnLimit>)
    /// The couplings that the muon's magnetic moment favours.
    package let band1Sigma: Node<MagneticMomentBand.Band?>
    package let band2Sigma: Node<MagneticMomentBand.Band?>
    /// The masses at which a part of the bands is left.
    package let window1Sigma: Node<[FavouredWindow.Window]>
    package let window2Sigma: Node<[FavouredWindow.Window]>
    /// The coupling that the cooling of white dwarfs excludes at the light benchmark's mass.
    package let whiteDwarfsAtLight: Node<Estimate?>
    /// The masses that ease the tension in the Hubble constant.
    package let hubble: Node<MassBand>
    /// Dirac dark matter over the boson's mass.
    package let darkMatter: Node<[ThermalTarget]>
    /// MUonE's own reach, and that with the second beam.
    package let reach: Node<Curve>
    package let secondReach: Node<Curve>
    package let supplied: Node<[DrawnLimit]>

    /// - Parameters: the nodes of other subjects that are drawn here too.
    package init(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, cosmology: CosmologyNodes, reach: Node<Curve>,
        secondReach: Node<Curve>
    ) {
        let masses = p.landscape.masses
        func band(_ sigmas: Double) -> Node<MagneticMomentBand.Band?> {
            Node(
                "landscape/gminus2-\(Int(sigmas))sigma",
                MagneticMomentBand(
                    particles: p.particles, measurement: p.magneticMoment.deviation, sigmas: sigmas, masses: masses))
        }
        parameters = p
        self.catalogue = catalogue
        limits = catalogue.drawn(onAnyOf: [.landscape, .landscapeZoom], in: "landscape", over: masses)
        trident = (
            Node("landscape/ccfr-drawn", LimitOfName(name: catalogue.computed.ccfr.name), from: limits),
            Limit(.ccfrAtMeanEnergy, particles: p.particles).curve("landscape/ccfr-mean-energy", over: masses)
        )
        band1Sigma = band(1)
        band2Sigma = band(2)
        func search(_ sigmas: Double) -> WindowSearch {
            WindowSearch(measurement: p.magneticMoment.deviation, sigmas: sigmas)
        }
        let lost = catalogue.lostMasses(
            ["1": search(1), "2": search(2)], on: .landscape, in: "landscape/windows", withSupplied: true)
        func window(_ sigmas: Int) -> Node<[FavouredWindow.Window]> {
            Node(
                "landscape/window-\(sigmas)sigma", FavouredWindow(search(Double(sigmas)), name: "\(sigmas)"),
                from: lost)
        }
        window1Sigma = window(1)
        window2Sigma = window(2)
        whiteDwarfsAtLight = catalogue.computed.whiteDwarfs.coupling(
            "landscape/white-dwarfs-light", atMass: p.light.mass)
        hubble = cosmology.hubbleBand
        darkMatter = cosmology.diracTarget
        self.reach = reach
        self.secondReach = secondReach
        supplied = catalogue.suppliedCurves
    }
}
