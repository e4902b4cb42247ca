import BuildGraph
import HadronicPhysics
import Manuscript
import MuoneCommon
import NumericalMethods
import Reference

/// What the publications say of the measurement of the hadronic running, and what this work finds.
enum HadronicClaims {
    private static let proposal = SourceKey.abbiendi2017.rawValue
    /// The slides that print it, after the proposal.
    private static let slides = "quoted on slides on MUonE's measurement"
    /// What the shares rest on.
    private static let template = ClaimReading.reading(
        "with the running of the template, up to the largest x of the beam")

    static func all(_ facts: Node<HadronicFacts.Facts>, _ beamTime: Node<BeamTime.Result>) -> [Claim] {
        [
            Claim(
                "hadronic-largest-momentum", "momentum transfers have $-t<\(claimed: 0.14)$\\,GeV$^2$",
                in: HadronicNumbers.squaredEnergy, .atMost(digits: 2), at: slides, of: proposal,
                from: Claim.value("hadronic-largest-momentum", facts) { $0.largestMomentum }),
            Claim(
                "hadronic-muon-angle", "muons are scattered by $\\theta_\\mu<\(claimed: 5)$\\,mrad", in: .milliradian,
                .atMost(digits: 1), at: slides, of: proposal,
                from: Claim.value("hadronic-muon-angle", facts) { $0.maximumMuonAngle }),
            Claim(
                "hadronic-electron-angle", "electrons have $\\theta_e\\lesssim\(claimed: 50)$\\,mrad", in: .milliradian,
                .atMost(digits: 1), at: slides, of: proposal,
                from: Claim.value("hadronic-electron-angle", facts) { $0.electronAngleAtMinimum },
                reading: .reading("at the least energy of the window")),
            fraction(
                "low", of: 0.1, is: 0.09, digits: 1, facts, .inference("the slide prints $x=0.9$ beside it")),
            fraction("high", of: 130.7, is: 0.928, digits: 3, facts),
            fraction("highest", of: 139.5, is: 0.932, digits: 3, facts),
            Claim(
                "hadronic-measured-share", "MUonE measures $\(claimed: 87)\\%$ of the integral",
                in: HadronicNumbers.percent, .asRounded(toDigits: 2), at: slides, of: proposal,
                from: Claim.value("hadronic-measured-share", facts) { $0.measuredShare }, reading: template),
            Claim(
                "hadronic-extrapolated-share", "$\(claimed: 13)\\%$ of the integral are extrapolated",
                in: HadronicNumbers.percent, .asRounded(toDigits: 2), at: slides, of: proposal,
                from: Claim.value("hadronic-extrapolated-share", facts) { $0.extrapolatedShare }, reading: template),
            Claim(
                "hadronic-luminosity",
                "$1.3\\times10^7$ muons a second make $1.5\\times10^7\\,$nb$^{-1}$ in two years", .atMost(digits: 2),
                at: "quoted by Dev et al., section 1 and below equation (2.12)", of: proposal,
                from: Claim.value("hadronic-luminosity", beamTime) { $0.share },
                reading: .reading(
                    "on the 60\\,cm of beryllium of the slides, the share of two calendar years with beam is at most \(claimed: 1)"
                )),
        ]
    }

    /// x of an electron with an energy (GeV) of ``HadronicChoice/electronEnergies``.
    private static func fraction(
        _ name: String, of energy: Double, is x: Double, digits: Int, _ facts: Node<HadronicFacts.Facts>,
        _ reading: ClaimReading? = nil
    ) -> Claim {
        let id = ResultID("hadronic-x-{energy}", name)
        return Claim(
            id, "an electron of \(decimal(energy))\\,GeV belongs to $x=\(claimed: x)$", .asRounded(toDigits: digits),
            at: "quoted on slides on the letter, kinematics", of: proposal,
            from: Claim.values(id, facts, parameters: energy) { energy, facts in
                // Without the energy nothing is compared, and the claim is not reproduced.
                try paired(HadronicChoice.electronEnergies, facts.fractionsAtEnergies).filter { $0.0 == energy }
                    .map { LabelledEstimate($0.1) }
            }, reading: reading)
    }

    /// Equation (2.3) of Dev et al.
    static func printedSign(
        _ facts: Node<HadronicFacts.Facts>, _ moment: Node<Estimate>, withPrintedSign printed: Node<Estimate>
    ) -> Claim {
        Claim(
            "hadronic-printed-sign", "$-2m_eT\(claimed: 1, as: "=")x^2m_\\mu^2/(1-x)$", .asRounded(toDigits: 2),
            at: "equation (2.3)", of: SourceKey.dev2020.rawValue,
            from: Claim.value("hadronic-printed-sign", facts) { $0.printedMomentumRatio },
            reading: .reading("the right side over the left, with $x$ by equation (2.4), at the largest recoil"),
            explanation: Node("claims/hadronic-printed-sign/explanation", from: printed, moment) { printed, moment in
                "A minus sign is missing on the right: q² is spacelike. In the integral (2.8) for a_μ the printed sign would give "
                    + "\(decimal(printed.value / moment.value)) times the moment, as the running is negative up to the "
                    + "threshold of the hadrons, and complex beyond it."
            })
    }
}
