import BuildGraph
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods
import Reference

/// What the publications say of the measurement of the hadronic running, and what this work finds.
enum HadronicClaims {
    static func all(_ nodes: HadronicNodes) -> [Claim] {
        kinematics(nodes) + fractions(nodes) + shares(nodes) + [luminosity(nodes), printedSign(nodes)]
    }

    /// The slides that print it, both after the proposal.
    private static let slides = "quoted on slides on MUonE's measurement"
    private static let letterSlides = "quoted on slides on the letter, kinematics"

    // MARK: Kinematics

    private static func kinematics(_ nodes: HadronicNodes) -> [Claim] {
        [
            fact(
                "hadronic-largest-momentum", "momentum transfers stay below -t = 0.14 GeV²",
                "momentum transfers have $-t<0.14$\\,GeV$^2$", slides, .abbiendi2017, 0.14,
                DisplayUnit("GeV²", factor: 1), .atMost(digits: 2), nodes.facts
            ) { $0.largestMomentum },
            fact(
                "hadronic-muon-angle", "muons are scattered by θ_μ < 5 mrad",
                "muons are scattered by $\\theta_\\mu<5$\\,mrad", slides, .abbiendi2017, 5, .milliradian,
                .atMost(digits: 1), nodes.facts
            ) { $0.maximumMuonAngle },
            fact(
                "hadronic-electron-angle", "electrons have θ_e ≲ 50 mrad",
                "electrons have $\\theta_e\\lesssim50$\\,mrad", slides, .abbiendi2017, 50, .milliradian,
                .atMost(digits: 1), nodes.facts, .reading("at the least energy of the window")
            ) { $0.electronAngleAtMinimum },
        ]
    }

    // MARK: x

    private static func fractions(_ nodes: HadronicNodes) -> [Claim] {
        let claims: [(name: String, claimed: Double, digits: Int, reading: ClaimReading?)] = [
            (
                "low", 0.09, 1,
                .inference("the slide prints x = 0.9 beside it", tex: "the slide prints $x=0.9$ beside it")
            ),
            ("high", 0.928, 3, nil), ("highest", 0.932, 3, nil),
        ]
        return zip(claims, HadronicNodes.electronEnergies).enumerated().map { index, pair in
            let (claim, energy) = pair
            let (electron, x) = (label(energy), label(claim.claimed))
            let id = "hadronic-x-\(claim.name)"
            return fact(
                id, "an electron of \(electron) GeV belongs to x = \(x)",
                "an electron of \(electron)\\,GeV belongs to $x=\(x)$", letterSlides, .abbiendi2017, claim.claimed,
                .none, .asRounded(toDigits: claim.digits),
                Claim.value(id, nodes.facts, parameters: index) { index, facts in facts.fractionsAtEnergies[index] },
                claim.reading)
        }
    }

    // MARK: Shares

    private static func shares(_ nodes: HadronicNodes) -> [Claim] {
        [
            fact(
                "hadronic-measured-share", "MUonE measures 87% of the integral",
                "MUonE measures $87\\%$ of the integral", slides, .abbiendi2017, 87, HadronicNumbers.percent,
                .asRounded(toDigits: 2), nodes.facts, template
            ) { $0.measuredShare },
            fact(
                "hadronic-extrapolated-share", "13% of the integral are extrapolated",
                "$13\\%$ of the integral are extrapolated", slides, .abbiendi2017, 13,
                HadronicNumbers.percent,
                .asRounded(toDigits: 2), nodes.facts, template
            ) { $0.extrapolatedShare },
        ]
    }

    // MARK: Luminosity

    private static func luminosity(_ nodes: HadronicNodes) -> Claim {
        Claim(
            "hadronic-luminosity",
            Claim.Statement(
                "1.3e7 muons a second make 1.5e7 nb⁻¹ in two years",
                tex: "$1.3\\times10^7$ muons a second make $1.5\\times10^7\\,$nb$^{-1}$ in two years"),
            place: "quoted by Dev et al., section 1 and below equation (2.12)", source: SourceKey.abbiendi2017.rawValue,
            claimed: 1, .none, .atMost(digits: 2),
            from: Claim.value("hadronic-luminosity", nodes.beamTime) { $0.share },
            reading: .reading(
                "on the 60 cm of beryllium of the slides, the share of two calendar years with beam is at most 1",
                tex: "on the 60\\,cm of beryllium of the slides, the share of two calendar years with beam is at most 1"
            ))
    }

    /// What the shares rest on.
    private static let template = ClaimReading.reading(
        "with the running of the template, up to the largest x of the beam")

    // MARK: Equation 2.3

    private static func printedSign(_ nodes: HadronicNodes) -> Claim {
        Claim(
            "hadronic-printed-sign",
            Claim.Statement(
                "−2m_eT = x²m_μ²/(1−x)", tex: "$-2m_eT=x^2m_\\mu^2/(1-x)$"),
            place: "equation (2.3)", source: SourceKey.dev2020.rawValue, claimed: 1, .none, .asRounded(toDigits: 2),
            from: Claim.value("hadronic-printed-sign", nodes.facts) { $0.printedMomentumRatio },
            reading: .reading(
                "the right side over the left, with x by equation (2.4), at the largest recoil",
                tex: "the right side over the left, with $x$ by equation (2.4), at the largest recoil"),
            explanation: Node(
                "claims/hadronic-printed-sign/explanation", from: nodes.momentWithPrintedSign, nodes.moment
            ) { printed, moment in
                "A minus sign is missing on the right: q² is spacelike. In the integral (2.8) for a_μ the printed sign would give "
                    + "\(label(printed.value / moment.value)) times the moment, as the running is negative up to the "
                    + "threshold of the hadrons, and complex beyond it."
            })
    }

    /// A claim about one of the facts. Generic in them, so that the closure is passed on as it was written.
    private static func fact<Facts: Codable & Sendable>(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ source: SourceKey, _ claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, _ facts: Node<Facts>, _ reading: ClaimReading? = nil,
        line: Int = #line, column: Int = #column, _ select: @escaping @Sendable (Facts) throws -> Estimate
    ) -> Claim {
        fact(
            id, plain, tex, place, source, claimed, unit, rule,
            Claim.value(id, facts, line: line, column: column, select), reading)
    }

    private static func fact(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ source: SourceKey, _ claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>, _ reading: ClaimReading?
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source.rawValue, claimed: claimed, unit, rule,
            from: values, reading: reading)
    }
}
