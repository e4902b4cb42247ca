import BuildGraph
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods

/// Every computed number that the text prints.
enum Quantities {
    static func all(_ nodes: PhysicsNodes) -> [Quantity] {
        kinematics(nodes) + benchmark("light", nodes.light) + benchmark("heavy", nodes.heavy) + signal(nodes)
            + limits(nodes)
    }

    private static func kinematics(_ nodes: PhysicsNodes) -> [Quantity] {
        [
            Quantity(
                "elastic/sqrt-s", "invariant mass of beam muon and electron", in: .megaElectronVolt, .digits(4),
                from: nodes.elasticFacts
            ) { $0.centreOfMassEnergy },
            Quantity(
                "signal/threshold-mass", "largest mass of the boson without cuts", in: .megaElectronVolt, .digits(4),
                from: nodes.elasticFacts
            ) { $0.thresholdMass },
            Quantity(
                "elastic/max-angle", "largest muon angle in elastic scattering", in: .milliradian, .digits(3),
                from: nodes.elasticFacts
            ) { $0.maximumMuonAngle },
            Quantity(
                "elastic/max-recoil", "largest kinetic energy of the elastic electron", in: .gigaElectronVolt,
                .digits(4), from: nodes.elasticFacts
            ) { $0.maximumRecoil },
            Quantity(
                "elastic/min-energy", "least elastic electron energy above the angle cut", in: .gigaElectronVolt,
                .digits(3), from: nodes.elasticFacts
            ) { $0.minimumElectronEnergy },
            Quantity(
                "elastic/safe-angle", "angle cut below which elastic events enter the window", in: .milliradian,
                .digits(4), from: nodes.elasticFacts
            ) { $0.safeMuonAngle },
            Quantity(
                "radiative/photon-angle", "largest photon angle of selected radiative events", in: .milliradian,
                .digits(3), from: nodes.radiativeFacts
            ) { $0?.photonAngle },
            Quantity(
                "radiative/min-photon-energy", "least photon energy of selected radiative events",
                in: .gigaElectronVolt, .digits(3), from: nodes.radiativeFacts
            ) { $0?.minimumPhotonEnergy },
        ]
    }

    private static func benchmark(_ name: String, _ nodes: BenchmarkNodes) -> [Quantity] {
        let id = "signal/\(name)"
        let at = "\(name) benchmark"
        return [
            Quantity(
                "\(id)/cross-section", "selected cross section, \(at)", in: .femtobarn, .digits(4),
                from: nodes.crossSection),
            Quantity("\(id)/events", "selected events, \(at)", in: .events, .wholeNumber, from: nodes.events),
            Quantity("\(id)/events-precise", "selected events, \(at)", in: .events, .digits(5), from: nodes.events),
            Quantity(
                "\(id)/monte-carlo", "selected events by the second method, \(at)", in: .events, .withError,
                from: nodes.monteCarlo
            ) { $0 },
            Quantity(
                "\(id)/fraction-above-3GeV", "fraction of events with E_e > 3 GeV, \(at)", .digits(3),
                from: nodes.fractionAbove3GeV
            ) { $0 },
            Quantity(
                "\(id)/fraction-above-5GeV", "fraction of events with E_e > 5 GeV, \(at)", .digits(3),
                from: nodes.fractionAbove5GeV
            ) { $0 },
            Quantity(
                "\(id)/fraction-theta-20mrad", "fraction of events with electron angle below 20 mrad, \(at)",
                .digits(3), from: nodes.fractionBelow20mrad
            ) { $0 },
            Quantity(
                "\(id)/events-alpha-mz", "selected events with alpha at the Z mass, \(at)", in: .events, .wholeNumber,
                from: nodes.eventsWithAlphaAtMZ),
            Quantity("reach/\(name)", "coupling of the reach, \(at) mass", .digits(2), from: nodes.reach) { $0 },
            Quantity(
                "gminus2/\(name)/coupling", "coupling that explains the magnetic moment, \(at) mass", .digits(3),
                from: nodes.favouredCoupling
            ) { $0 },
            Quantity(
                "band/\(name)/events", "events at the centre of the favoured band, \(at) mass", in: .events,
                .wholeNumber,
                from: nodes.favouredEvents
            ) { $0 },
        ]
    }

    private static func signal(_ nodes: PhysicsNodes) -> [Quantity] {
        [
            Quantity(
                "signal/vanishing-mass", "mass at which the cuts close the phase space", in: .megaElectronVolt,
                .digits(4), from: nodes.vanishingMass
            ) { $0 },
            Quantity("reach/200MeV", "coupling of the reach at 200 MeV", .digits(2), from: nodes.reachAt200MeV) { $0 },
            Quantity(
                "signal/200MeV/fraction-above-3GeV", "fraction of events with E_e > 3 GeV, 200 MeV", .digits(3),
                from: nodes.fractionsAt200MeV.above3GeV
            ) { $0 },
            Quantity(
                "signal/200MeV/fraction-above-5GeV", "fraction of events with E_e > 5 GeV, 200 MeV", .digits(3),
                from: nodes.fractionsAt200MeV.above5GeV
            ) { $0 },
        ]
    }

    private static func limits(_ nodes: PhysicsNodes) -> [Quantity] {
        [
            Quantity(
                "trident/ccfr/light", "CCFR limit at the light benchmark mass", .digits(3), from: nodes.ccfrAtLight),
            Quantity(
                "trident/ccfr/heavy", "CCFR limit at the heavy benchmark mass", .digits(3), from: nodes.ccfrAtHeavy),
            Quantity(
                "trident/charm2/light", "CHARM-II limit at the light benchmark mass", .digits(3),
                from: nodes.charmIIAtLight),
            Quantity(
                "trident/charm2/heavy", "CHARM-II limit at the heavy benchmark mass", .digits(3),
                from: nodes.charmIIAtHeavy),
        ]
    }
}
