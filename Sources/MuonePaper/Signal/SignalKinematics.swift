import BuildGraph
import Kinematics
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// Elastic and radiative events, which the cuts are made against.
enum SignalKinematics {
    static func elastic(_ p: PaperParameters) -> Node<ElasticFacts.Facts> {
        Node(
            "elastic/facts",
            ElasticFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
    }

    static func radiative(_ p: PaperParameters) -> Node<RadiativeFacts.Facts?> {
        Node(
            "radiative/facts",
            RadiativeFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
    }

    @ListBuilder<SectionPart>
    static func parts(
        _ elastic: Node<ElasticFacts.Facts>, _ radiative: Node<RadiativeFacts.Facts?>
    ) -> [SectionPart] {
        Quantity(
            "elastic/sqrt-s", "invariant mass of beam muon and electron", in: .megaElectronVolt, .digits(4),
            from: elastic
        ) { $0.centreOfMassEnergy }
        Quantity(
            "signal/threshold-mass", "largest mass of the boson without cuts", in: .megaElectronVolt, .digits(4),
            from: elastic
        ) { $0.thresholdMass }
        Quantity(
            "elastic/max-angle", "largest muon angle in elastic scattering", in: .milliradian, .digits(3),
            from: elastic
        ) { $0.maximumMuonAngle }
        Quantity(
            "elastic/min-energy", "least elastic electron energy above the angle cut", in: .gigaElectronVolt,
            .digits(3), from: elastic
        ) { $0.minimumElectronEnergy }
        Quantity(
            "elastic/safe-angle", "angle cut below which elastic events enter the window", in: .milliradian,
            .digits(4), from: elastic
        ) { $0.safeMuonAngle }
        Quantity(
            "radiative/photon-angle", "largest photon angle of selected radiative events", in: .milliradian,
            .digits(3), from: radiative
        ) { $0?.photonAngle }
        Quantity(
            "radiative/min-photon-energy", "least photon energy of selected radiative events",
            in: .gigaElectronVolt, .digits(3), from: radiative
        ) { $0?.minimumPhotonEnergy }

        Claim(
            "sqrt-s", "$\\sqrt{s}\\simeq\(claimed: 406)$\\,MeV", in: .megaElectronVolt, .asRounded(toDigits: 3),
            at: "section II, equation (2)", of: letter, from: Claim.value("sqrt-s", elastic) { $0.centreOfMassEnergy })
        Claim(
            "elastic-max-angle", "elastic muons scatter by at most \(claimed: 4.84)\\,mrad", in: .milliradian,
            .asRounded(toDigits: 3), at: "section II, below equation (3)", of: letter,
            from: Claim.value("elastic-max-angle", elastic) { $0.maximumMuonAngle })
        Claim(
            "elastic-min-energy",
            "$E_e\\gtrsim\(claimed: 38)$\\,GeV in elastic events with $\\theta_\\mu>1.5$\\,mrad",
            in: .gigaElectronVolt, .asRounded(toDigits: 2), at: "section III, figure 1", of: letter,
            from: Claim.optionalValue("elastic-min-energy", elastic) { $0.minimumElectronEnergy })
        Claim(
            "photon-min-energy", "the photon of a selected radiative event has $\\gtrsim\(claimed: 13)$\\,GeV",
            in: .gigaElectronVolt, .asRounded(toDigits: 2), at: "section III", of: letter,
            from: Claim.optionalValue("photon-min-energy", radiative) { $0?.minimumPhotonEnergy })
        Claim(
            "photon-angle", "its angle is $\\lesssim\(claimed: 6)$\\,mrad", in: .milliradian, .atMost(digits: 1),
            at: "section III, footnote 4", of: letter,
            from: Claim.optionalValue("photon-angle", radiative) { $0?.photonAngle })
    }
}

/// The key of the letter that the section is about.
let letter = SourceKey.asai2022.rawValue
