import BuildGraph
import Foundation
import Manuscript
import MuoneCommon
import NumericalMethods
import Reference
import SearchPhysics

/// What the letter says of its backgrounds, and what this work finds.
enum BackgroundClaims {
    private static let letter = SourceKey.asai2022.rawValue

    static func resolution(_ elastic: ElasticBackground, merged: Node<Estimate>) -> [Claim] {
        [
            Claim(
                "elastic-leak", "a resolution of 2 to 5\\,\\% lets a small fraction of the elastic events leak",
                in: .events, .atMost(digits: 1), at: "section III, footnote 2", of: letter,
                from: Claim.value("elastic-leak", elastic.leaks.small) { $0 },
                reading: .reading("at most \(claimed: 1) event in the window at 5\\,\\%")),
            Claim(
                "elastic-leak-10", "the calorimeter's resolution of $\\lesssim10$\\,\\% suffices", in: .events,
                .atMost(digits: 1), at: "section III", of: letter,
                from: Claim.value("elastic-leak-10", elastic.leaks.large) { $0 },
                reading: .reading("at most \(claimed: 1) elastic event in the window at 10\\,\\%"),
                explanation: Node("claims/elastic-leak-10/explanation", from: elastic.electronMaximum) { end in
                    "A Gaussian of 10 % bridges the gap often enough. The letter foresees that the window is tuned after the "
                        + "calibration"
                        + (end.map { String(format: "; it would have to end at %.1f GeV.", $0.value) } ?? ".")
                }),
            Claim(
                "merged-eliminated",
                "a photon that the calorimeter does not tell from the electron makes the event fail the window",
                in: .events, .atMost(digits: 1), at: "section III", of: letter,
                from: Claim.value("merged-eliminated", merged) { $0 },
                reading: .reading("at most \(claimed: 1) event falls back at a resolution of 5\\,\\%")),
        ]
    }

    static func radiation(_ events: Node<Estimate>, photonShare: Node<Estimate>) -> [Claim] {
        [
            Claim(
                "just-by-kinematics",
                "elastic and radiative events can be safely removed with the selection, just by kinematics",
                in: .events, .atMost(digits: 1), at: "section III", of: letter,
                from: Claim.value("just-by-kinematics", events) { $0 },
                reading: .reading("at most \(claimed: 1) event needs a veto of its photon"),
                explanation: Claim.text(
                    "just-by-kinematics",
                    "True of elastic events. Of radiative ones kinematics gives the photon's energy and direction, as the "
                        + "letter says, and a veto that the selection asks for has to see each of these photons.")),
            Claim(
                "photon-hits", "all photons of selected radiative events hit a calorimeter of $1\\times1$\\,m$^2$",
                .atLeast(digits: 4), at: "section III", of: letter,
                from: Claim.value("photon-hits", photonShare) { $0 },
                reading: .reading("a share of \(claimed: 1) of them, averaged over the stations")),
        ]
    }

    static func coverage(_ shares: Node<[LabelledEstimate]>) -> [Claim] {
        [
            Claim(
                "electron-hits", "most of the signal's electrons hit the calorimeter", .atLeast(digits: 1),
                at: "section III", of: letter, from: Claim.values("electron-hits", shares) { $0 },
                reading: .reading("at least \(claimed: 0.5) of them, for the planned size, averaged over the stations")),
            Claim(
                "coverage-factor",
                "the coverage reduces the signal by an $O(\(claimed: 1))$ factor at most", .withinFactor(3),
                at: "section III, footnote 6", of: letter,
                from: Claim.values("coverage-factor", shares) { shares in
                    shares.map { LabelledEstimate($0.label, 1 / $0.estimate) }
                }),
        ]
    }

    static func scattering(
        kicked: Node<Estimate>, survivors: Node<Estimate>, signal: Node<Estimate>, muonScattering: Node<Estimate>,
        muonEnergy: Double
    ) -> [Claim] {
        [
            Claim(
                "without-electron-angle", "the strategy does not need the electron's angle", in: .events,
                .atMost(digits: 1), at: "section III, footnote 1", of: letter,
                from: Claim.value("without-electron-angle", kicked) { $0 },
                reading: .reading("without it at most \(claimed: 1) elastic event is scattered into the window"),
                explanation: Claim.text(
                    "without-electron-angle",
                    "Nuclei of the target scatter that many muons of elastic events beyond the cut. The electron's angle, or "
                        + "the muon's momentum, tells them apart.")),
            Claim(
                "well-controlled", "multiple scattering can be well controlled", .atMost(digits: 1), at: "section III",
                of: letter,
                from: Node("claims/well-controlled/values", from: survivors, signal) { survivors, signal in
                    [LabelledEstimate(survivors / signal)]
                },
                reading: .reading(
                    """
                    after the cut on the electron's angle at most \(claimed: 1, as: "as many") such events as signal \
                    of the heavy benchmark
                    """),
                explanation: Node("claims/well-controlled/explanation", from: survivors, kicked) { survivors, kicked in
                    String(
                        format:
                            "The second scattering is in the target of the first, so that no kink and no branch is seen. "
                            + "The electron's angle leaves %.1g of the events; a spectrometer would remove the rest.",
                        survivors.value / kicked.value)
                }),
            Claim(
                "muon-angle-resolution", "$\\theta_\\mu$ is measured to $O(\(claimed: 0.01))$\\,mrad", in: .milliradian,
                .withinFactor(3), at: "section III", of: letter,
                from: Claim.value("muon-angle-resolution", muonScattering) { $0 },
                reading: .reading(
                    "the width that scattering in half of a target adds at \(decimal(muonEnergy))\\,GeV")),
        ]
    }

    static func spectrometer(
        mass: Node<SpectrometerPrecision.Result?>, heavyMass: Double, missing: Node<Estimate?>, width: Node<Estimate>
    ) -> [Claim] {
        [
            Claim(
                "missing-energy", "a measurement of the muon's momentum easily shows the missing energy",
                .atLeast(digits: 1), at: "section IV", of: letter,
                from: Node("claims/missing-energy/values", from: missing, width) { missing, width in
                    missing.map { [LabelledEstimate($0 / width)] } ?? []
                },
                reading: .reading(
                    "the least missing energy of the light benchmark is at least \(claimed: 5) of its widths")
            ),
            Claim(
                "four-momentum", "the four-momentum of the boson can be reconstructed, and its mass measured",
                .atMost(digits: 1), at: "section IV", of: letter,
                from: Node("claims/four-momentum/values", from: mass, parameters: heavyMass) { heavyMass, mass in
                    guard let mass, !mass.isUpperLimit else { return [] }
                    return [LabelledEstimate(mass.massError.scaled(by: 1 / heavyMass))]
                },
                reading: .reading("the error of the heavy benchmark's mass is at most \(claimed: 0.1) of it"),
                explanation: Claim.text(
                    "four-momentum",
                    "At the light benchmark the width of the missing mass squared exceeds the mass squared: an upper limit."
                )
            ),
        ]
    }
}
