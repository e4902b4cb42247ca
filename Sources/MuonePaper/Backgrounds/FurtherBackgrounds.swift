import BuildGraph
import DetectorPhysics
import Kinematics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import SearchPhysics

/// Backgrounds of which there is an order of magnitude only, labelled so: each node's inputs are parameters.
struct FurtherBackgrounds {
    let hadronic: Node<Estimate>
    let pairs: Node<PairEstimate.Result>
    let straggling: Node<StragglingByStation.Result>
    let veto: Node<VetoLimits.Result>
    let coincidence: Node<CoincidenceEstimate.Result>
    /// The share of the veto's photons that no care brings back: unconverted ones and photonuclear losses.
    let leastInefficiency: Node<Estimate>

    /// - Parameters:
    ///   - elastic: elastic events in the window of the electron's energy, of any muon angle.
    ///   - kick: the probability that a beam muon is kicked beyond the cut in one target.
    init(elastic: Node<Estimate>, kick: Node<Estimate>, _ p: PaperParameters) {
        let (detector, estimates) = (p.detector, p.detector.estimates)
        let energies = p.minimumElectronEnergy...max(p.minimumElectronEnergy, p.maximumElectronEnergy)
        let matter = StationMatter(
            stations: detector.stations, targetThickness: detector.targetThickness,
            sensorThickness: detector.sensorThickness, sensors: detector.sensors)
        hadronic = Node(
            "backgrounds/hadronic/events",
            HadronicEstimate(
                scattering: HadronicMuonScattering(
                    particles: p.particles, beamEnergy: p.beamEnergy,
                    photonNucleonCrossSection: estimates.photonNucleonCrossSection, rhoMass: estimates.rhoMass),
                target: .beryllium, energies: energies, muonAngle: p.minimumMuonAngle, luminosity: p.luminosity))
        pairs = Node(
            "backgrounds/pairs/events",
            PairEstimate(
                production: PairProductionByMuons(
                    particles: p.particles, beamEnergy: p.beamEnergy, atomicNumber: Material.beryllium.atomicNumber),
                energies: energies, unseen: estimates.unseenLeptonEnergy, muonAngle: p.minimumMuonAngle,
                luminosity: p.luminosity))
        straggling = Node(
            "backgrounds/straggling",
            StragglingByStation(
                matter: matter, maximumElectronEnergy: p.maximumElectronEnergy,
                unrecovered: estimates.unrecoveredRadiation),
            from: Node(
                "backgrounds/least-energy",
                ElasticMinimumEnergy(
                    particles: p.particles, beamEnergy: p.beamEnergy, muonAngle: p.minimumMuonAngle)))
        veto = Node(
            "backgrounds/veto-limits",
            VetoLimits(
                matter: matter, depth: detector.calorimeterDepth,
                photonNucleonCrossSection: estimates.photonNucleonCrossSection,
                unseenPhotonuclear: estimates.unseenPhotonuclear))
        coincidence = Node(
            "backgrounds/coincidence",
            CoincidenceEstimate(
                rate: estimates.beamRate, crossing: estimates.crossingTime, spotWidth: estimates.spotWidth,
                spotHeight: estimates.spotHeight, match: estimates.vertexMatch, stations: detector.stations,
                luminosity: p.luminosity, target: .beryllium, targetThickness: detector.targetThickness),
            from: elastic, kick)
        leastInefficiency = Node("backgrounds/veto-least", from: veto) { $0.unconverted + $0.photonuclear }
    }

    /// Two digits: nobody knows them better than a factor.
    @ListBuilder<SectionPart>
    func numbers(_ p: PaperParameters) -> [SectionPart] {
        Quantity(
            "backgrounds/hadronic/events", "muN -> muN + hadrons with the window's energies and angle, estimate",
            in: .events, .digits(2), from: hadronic)
        Quantity(
            "backgrounds/hadronic/accepted", "the same, taken for one electron and passing the multiplicity",
            in: .events, .digits(1),
            from: Node(
                "backgrounds/hadronic/accepted", from: hadronic,
                parameters: p.detector.estimates.pionMisidentification * p.detector.estimates.multiplicityInefficiency
            ) { share, events in events.scaled(by: share) })
        Quantity(
            "backgrounds/pairs/all", "e+e- pairs above the window's lower edge, estimate", in: .events, .digits(2),
            from: pairs
        ) { $0.all }
        Quantity(
            "backgrounds/pairs/one-sided", "of these, one lepton in the window and the other unseen", in: .events,
            .digits(2), from: pairs
        ) { $0.oneSided }
        Quantity(
            "backgrounds/pairs/large-angle", "of these, with a muon beyond the cut", in: .events, .digits(1),
            from: pairs
        ) { $0.atLargeAngle }
        Quantity(
            "backgrounds/straggling/tail", "low-energy tail by radiation in the stations, estimate", .digits(1),
            from: straggling
        ) { $0.mean }
        Quantity(
            "backgrounds/straggling/lengths", "radiation lengths from the first station to the calorimeter",
            .digits(2), from: straggling
        ) { $0.lengths.first.map { .closedForm($0) } }
        Quantity(
            "backgrounds/veto/unconverted", "photons that cross the calorimeter unconverted", .digits(2), from: veto
        ) { $0.unconverted }
        Quantity(
            "backgrounds/veto/photonuclear", "photons lost to nuclear reactions, estimate", .digits(1), from: veto
        ) { $0.photonuclear }
        Quantity(
            "backgrounds/veto/converted", "photons that convert in the stations, per cent", in: .percent, .digits(2),
            from: veto
        ) { $0.convertedInStations }
        Quantity(
            "backgrounds/coincidence/pairs", "crossings of an electron's muon with a kicked one, estimate", in: .events,
            .digits(1), from: coincidence
        ) { $0.pairs }
        Quantity(
            "backgrounds/coincidence/events", "the same with one vertex, estimate", in: .events, .digits(1),
            from: coincidence
        ) { $0.events }
        Quantity(
            "backgrounds/beam-muons", "beam muons that make the luminosity", .digits(3), from: coincidence
        ) { $0.muons }
    }
}
