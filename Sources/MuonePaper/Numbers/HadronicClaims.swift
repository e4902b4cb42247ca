import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Reference

/// What the publications say of the measurement of the hadronic running, and what this work finds.
enum HadronicClaims {
    static func all(_ nodes: HadronicNodes) -> [Claim] {
        kinematics(nodes) + fractions(nodes) + shares(nodes) + [luminosity(nodes), printedSign(nodes)]
    }

    private static let slides = "slides (no printed source)"

    // MARK: Kinematics

    private static func kinematics(_ nodes: HadronicNodes) -> [Claim] {
        [
            fact(
                "hadronic-largest-momentum", "momentum transfers stay below -t = 0.14 GeV²",
                "momentum transfers have $-t<0.14$\\,GeV$^2$", "kinematics", .abbiendi2017, 0.14,
                DisplayUnit("GeV²", factor: 1), .atMost(digits: 2), nodes.facts
            ) { $0.largestMomentum },
            fact(
                "hadronic-muon-angle", "muons are scattered by θ_μ < 5 mrad",
                "muons are scattered by $\\theta_\\mu<5$\\,mrad", slides, .abbiendi2022, 5, .milliradian,
                .atMost(digits: 1), nodes.facts
            ) { $0.maximumMuonAngle },
            fact(
                "hadronic-electron-angle", "electrons have θ_e ≲ 50 mrad (checked: at the least energy of the window)",
                "electrons have $\\theta_e\\lesssim50$\\,mrad (checked: at the least energy of the window)", slides,
                .abbiendi2022, 50, .milliradian, .atMost(digits: 1), nodes.facts
            ) { $0.electronAngleAtMinimum },
        ]
    }

    // MARK: x

    private static func fractions(_ nodes: HadronicNodes) -> [Claim] {
        let claims = [("low", 0.09, 1), ("high", 0.928, 3), ("highest", 0.932, 3)]
        return zip(claims, HadronicNodes.electronEnergies).enumerated().map { index, pair in
            let ((name, claimed, digits), energy) = pair
            let id = "hadronic-x-\(name)"
            return fact(
                id, "an electron of \(label(energy)) GeV belongs to x = \(label(claimed))",
                "an electron of \(label(energy))\\,GeV belongs to $x=\(label(claimed))$", slides, .abbiendi2022,
                claimed, .none, .asRounded(toDigits: digits),
                Claim.value(id, nodes.facts, parameters: index) { index, facts in facts.fractionsAtEnergies[index] })
        }
    }

    // MARK: Shares

    private static func shares(_ nodes: HadronicNodes) -> [Claim] {
        [
            fact(
                "hadronic-measured-share", "MUonE measures 87% of the integral",
                "MUonE measures $87\\%$ of the integral", "measured range", .abbiendi2022, 87, HadronicNumbers.percent,
                .asRounded(toDigits: 2), nodes.facts
            ) { $0.measuredShare },
            fact(
                "hadronic-extrapolated-share", "13% of the integral are extrapolated",
                "$13\\%$ of the integral are extrapolated", "measured range", .abbiendi2022, 13,
                HadronicNumbers.percent,
                .asRounded(toDigits: 2), nodes.facts
            ) { $0.extrapolatedShare },
        ]
    }

    // MARK: Luminosity

    private static func luminosity(_ nodes: HadronicNodes) -> Claim {
        Claim(
            "hadronic-luminosity",
            Claim.Statement(
                "1.3e7 muons a second on 60 cm of beryllium make 1.5e7 nb⁻¹ in two years (checked: share of two calendar "
                    + "years with beam, at most 1)",
                tex:
                    "$1.3\\times10^7$ muons a second on 60\\,cm of beryllium make $1.5\\times10^7\\,$nb$^{-1}$ in two years "
                    + "(checked: share of two calendar years with beam, at most 1)"),
            place: "luminosity", source: SourceKey.abbiendi2017.rawValue, claimed: 1, .none, .atMost(digits: 2),
            from: Claim.value("hadronic-luminosity", nodes.beamTime) { $0.share })
    }

    // MARK: Equation 2.3

    private static func printedSign(_ nodes: HadronicNodes) -> Claim {
        Claim(
            "hadronic-printed-sign",
            Claim.Statement(
                "q² = x²m_μ²/(1-x) in the integral for a_μ^HLO (checked: the integral so, over that with a minus sign)",
                tex:
                    "$q^2=x^2m_\\mu^2/(1-x)$ in the integral for $a_\\mu^\\mathrm{HLO}$ (checked: the integral so, over that "
                    + "with a minus sign)"),
            place: "eq. 2.3", source: SourceKey.dev2020.rawValue, claimed: 1, .none, .asRounded(toDigits: 2),
            from: Node(
                "claims/hadronic-printed-sign/values", from: nodes.momentWithPrintedSign, nodes.moment
            ) { printed, moment in
                let ratio = printed.value / moment.value
                let error = (printed.error + ratio.magnitude * moment.error) / moment.value
                return [LabelledEstimate(Estimate(ratio, error: error, kind: .bound))]
            },
            explanation: Node("claims/hadronic-printed-sign/explanation", parameters: SourceKey.dev2020) { _ in
                "A minus sign is missing: the momentum transfer of the integral is spacelike. With the printed sign the running "
                    + "is negative up to the threshold of the hadrons, and complex beyond it."
            })
    }

    /// A claim about one of the facts. Generic in them, so that the closure is passed on as it was written.
    private static func fact<Facts: Codable & Sendable>(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ source: SourceKey, _ claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, _ facts: Node<Facts>, line: Int = #line, column: Int = #column,
        _ select: @escaping @Sendable (Facts) throws -> Estimate
    ) -> Claim {
        fact(
            id, plain, tex, place, source, claimed, unit, rule,
            Claim.value(id, facts, line: line, column: column, select))
    }

    private static func fact(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ source: SourceKey, _ claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source.rawValue, claimed: claimed, unit, rule,
            from: values)
    }
}
