import BuildGraph
import Foundation
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods
import Reference

/// Every number that the letter of Asai et al. states, and what this work finds.
enum LetterClaims {
    static func all(_ nodes: PhysicsNodes) -> [Claim] {
        kinematics(nodes) + yields(nodes) + reach(nodes)
    }

    private static let source = SourceKey.asai2022.rawValue

    // MARK: Kinematics and background

    private static func kinematics(_ nodes: PhysicsNodes) -> [Claim] {
        [
            claim(
                "sqrt-s", "√s ≃ 406 MeV at a beam of 150 GeV", "$\\sqrt{s}\\simeq406$\\,MeV",
                "section II, equation (2)",
                406, .megaElectronVolt, .asRounded(toDigits: 3),
                Claim.value("sqrt-s", nodes.elasticFacts) { $0.centreOfMassEnergy }),
            claim(
                "elastic-max-angle", "elastic muons scatter by at most 4.84 mrad",
                "elastic muons scatter by at most 4.84\\,mrad", "section II, below equation (3)", 4.84, .milliradian,
                .asRounded(toDigits: 3), Claim.value("elastic-max-angle", nodes.elasticFacts) { $0.maximumMuonAngle }),
            claim(
                "elastic-min-energy", "E_e ≳ 38 GeV in elastic events with θ_μ > 1.5 mrad",
                "$E_e\\gtrsim38$\\,GeV in elastic events with $\\theta_\\mu>1.5$\\,mrad", "section III, figure 1", 38,
                .gigaElectronVolt, .asRounded(toDigits: 2),
                Claim.values("elastic-min-energy", nodes.elasticFacts) { facts in
                    facts.minimumElectronEnergy.map { [LabelledEstimate($0)] } ?? []
                }),
            claim(
                "photon-min-energy", "the photon of a selected radiative event has ≳ 13 GeV",
                "the photon of a selected radiative event has $\\gtrsim13$\\,GeV", "section III", 13,
                .gigaElectronVolt, .asRounded(toDigits: 2),
                Claim.values("photon-min-energy", nodes.radiativeFacts) { facts in
                    facts.map { [LabelledEstimate($0.minimumPhotonEnergy)] } ?? []
                }),
            claim(
                "photon-angle", "its angle is ≲ 6 mrad", "its angle is $\\lesssim6$\\,mrad", "section III, footnote 4",
                6,
                .milliradian, .atMost(digits: 1),
                Claim.values("photon-angle", nodes.radiativeFacts) { facts in
                    facts.map { [LabelledEstimate($0.photonAngle)] } ?? []
                }),
        ]
    }

    // MARK: Events

    private static func yields(_ nodes: PhysicsNodes) -> [Claim] {
        [
            yield(
                "events-light", nodes.light, 600, digits: 1, "10 MeV, 5e-4", "$(10\\,\\mathrm{MeV},5\\times10^{-4})$"),
            yield(
                "events-heavy", nodes.heavy, 1200, digits: 2, "100 MeV, 1e-3", "$(100\\,\\mathrm{MeV},10^{-3})$"),
            kept("fraction-3GeV", 3, 0.7, nodes, nodes.light.fractionAbove3GeV, nodes.heavy.fractionAbove3GeV),
            kept("fraction-5GeV", 5, 0.5, nodes, nodes.light.fractionAbove5GeV, nodes.heavy.fractionAbove5GeV),
            pair(
                "electron-angle", "the electrons of the signal are dominantly at θ_e ≲ 20 mrad",
                "the electrons of the signal are dominantly at $\\theta_e\\lesssim20$\\,mrad", "section III", 0.9,
                .atLeast(digits: 1), nodes, nodes.light.fractionBelow20mrad, nodes.heavy.fractionBelow20mrad,
                .reading(
                    "at least 0.9 of the selected ones, at each benchmark",
                    tex: "at least 0.9 of the selected ones, at each benchmark")),
            claim(
                "events-favoured", "~10³ events in the region that the muon's magnetic moment favours",
                "$\\sim10^3$ events in the region that the muon's magnetic moment favours",
                "abstract; section III, figure 3", 1e3, .events, .withinFactor(3), favoured(nodes),
                .reading("at the coupling of the central value, at each benchmark's mass"),
                explanation: Node(
                    "claims/events-favoured/explanation", parameters: nodes.parameters.magneticMoment
                ) { chosen in
                    chosen == .fnal2021
                        ? ""
                        : "The letter takes the deviation of 2021; here the input '\(chosen.rawValue)' is chosen"
                            + (MagneticMomentText.Shape(chosen.deviation) == .limit
                                ? ", which contains zero and favours no coupling." : ".")
                }),
            claim(
                "suppression", "the events are suppressed kinematically from 100 MeV on",
                "the events are suppressed kinematically from 100\\,MeV on", "section III, figure 3", 0.5, .none,
                .atMost(digits: 1), ratio(nodes),
                .reading(
                    "at 200 MeV at most 0.5 of those at 100 MeV", tex: "at 200\\,MeV at most 0.5 of those at 100\\,MeV")
            ),
            claim(
                "vanishing-mass", "no signal above ≃ 300 MeV", "no signal above $\\simeq300$\\,MeV",
                "section III, figure 3", 300, .megaElectronVolt, .asRounded(toDigits: 1),
                Node(
                    "claims/vanishing-mass/values", from: nodes.vanishingMass, nodes.vanishingMassWithAngleCut
                ) { selected, angle in
                    [("all cuts", selected), ("angle cut alone", angle)].compactMap { name, mass in
                        mass.map { LabelledEstimate(name, $0) }
                    }
                }),
            Claim(
                "electroweak-events",
                Claim.Statement(
                    "~1e-4 events of μe → μeνν̄", tex: "$\\sim10^{-4}$ events of $\\mu e\\to\\mu e\\nu\\bar\\nu$"),
                place: "section III", source: source,
                check: .notComputed(because: "The electroweak process is not part of this work yet.")),
        ]
    }

    // MARK: Reach

    private static func reach(_ nodes: PhysicsNodes) -> [Claim] {
        [
            claim(
                "order-one-events", "O(1) events for light bosons at a coupling of a few 1e-5",
                "$O(1)$ events for light bosons at a coupling of a few $10^{-5}$", "section III, figure 3", 1, .events,
                .withinFactor(3), atFewTimesTenToMinusFive(nodes),
                .reading(
                    "3e-5 at the mass of the light benchmark",
                    tex: "$3\\times10^{-5}$ at the mass of the light benchmark")),
            claim(
                "reach-na64mu", "the reach is comparable to that of NA64μ up to 200 MeV",
                "the reach is comparable to that of NA64$\\mu$ up to 200\\,MeV", "section III, figure 3", 1, .none,
                .withinFactor(3), ratioToNA64Mu(nodes),
                .reading("the ratio of the two couplings, at the first and the last published mass"),
                explanation: Claim.text(
                    "reach-na64mu",
                    "'Comparable' is read as a factor of three in the coupling. The published points of NA64μ end at "
                        + "0.1 GeV, so that nothing is compared beyond.")),
        ]
    }

    // MARK: Parts

    private static func claim(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ claimed: Double, _ unit: DisplayUnit,
        _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>, _ reading: ClaimReading? = nil,
        explanation: Node<String>? = nil
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source, claimed: claimed, unit, rule,
            from: values, reading: reading, explanation: explanation)
    }

    /// What is left of the signal at a larger least energy of the electron, GeV.
    private static func kept(
        _ id: String, _ energy: Double, _ claimed: Double, _ nodes: PhysicsNodes, _ light: Node<Estimate?>,
        _ heavy: Node<Estimate?>
    ) -> Claim {
        let (energy, factor) = (label(energy), label(claimed))
        return pair(
            id, "asking for E_e > \(energy) GeV reduces the signal at most by a factor of \(factor)",
            "asking for $E_e>\(energy)$\\,GeV reduces the signal at most by a factor of \(factor)",
            "section III, footnote 5", claimed, .atLeast(digits: 1), nodes, light, heavy,
            .reading("at least that share is kept, at each benchmark"))
    }

    private static func yield(
        _ id: String, _ nodes: BenchmarkNodes, _ claimed: Double, digits: Int, _ plain: String, _ tex: String
    ) -> Claim {
        claim(
            id, "≃ \(Int(claimed)) events at \(plain)", "$\\simeq\(Int(claimed))$ events at \(tex)",
            "section III, below figure 2", claimed, .events, .asRounded(toDigits: digits),
            Claim.value(id, nodes.events) { $0 },
            explanation: Node(
                "claims/\(id)/explanation", from: nodes.eventsWithAlphaAtMZ,
                parameters: [claimed, Double(digits), nodes.inverseFineStructure]
            ) { claim, atMZ in
                let fits = try ClaimRule.asRounded(toDigits: Int(claim[1]))
                    .isSatisfied(by: atMZ.value, claimed: claim[0])
                return String(
                    format: "The letter does not state α. With 1/α = %.1f, its value at the Z mass, this would be %.4g "
                        + "events, which %@ with the stated ≃%.0f; at these momentum transfers 1/α = %.6g is the "
                        + "right one. An inference, not a correction.",
                    BenchmarkNodes.inverseAlphaAtMZ, atMZ.value, fits ? "agrees" : "does not agree either", claim[0],
                    claim[2])
            })
    }

    private static func pair(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ claimed: Double, _ rule: ClaimRule,
        _ nodes: PhysicsNodes, _ light: Node<Estimate?>, _ heavy: Node<Estimate?>, _ reading: ClaimReading
    ) -> Claim {
        let names = [nodes.light.benchmark, nodes.heavy.benchmark].map { label($0.mass * 1e3) + " MeV" }
        return claim(
            id, plain, tex, place, claimed, .none, rule,
            Node("claims/\(id)/values", from: light, heavy, parameters: names) { names, light, heavy in
                zip(names, [light, heavy]).compactMap { name, value in value.map { LabelledEstimate(name, $0) } }
            }, reading)
    }

    private static func favoured(_ nodes: PhysicsNodes) -> Node<[LabelledEstimate]> {
        let names = [nodes.light.benchmark, nodes.heavy.benchmark].map { label($0.mass * 1e3) + " MeV" }
        let favours = MagneticMomentText.Shape(nodes.parameters.magneticMoment.deviation) != .limit
        return Node(
            "claims/events-favoured/values", from: nodes.light.favouredEvents, nodes.heavy.favouredEvents,
            parameters: FavouredCase(names: names, favours: favours)
        ) { setup, light, heavy in
            guard setup.favours else { return [] }
            return zip(setup.names, [light, heavy]).compactMap { name, value in
                value.map { LabelledEstimate(name, $0) }
            }
        }
    }

    /// The benchmarks, and whether the chosen measurement favours any coupling at all.
    private struct FavouredCase: Codable, Sendable {
        var names: [String]
        var favours: Bool
    }

    /// Events at 200 MeV over events at 100 MeV, at the same coupling.
    private static func ratio(_ nodes: PhysicsNodes) -> Node<[LabelledEstimate]> {
        Node("claims/suppression/values", from: nodes.suppression) { $0.map { [LabelledEstimate($0)] } ?? [] }
    }

    private static func atFewTimesTenToMinusFive(_ nodes: PhysicsNodes) -> Node<[LabelledEstimate]> {
        Node(
            "claims/order-one-events/values", from: nodes.light.events, parameters: nodes.light.benchmark.coupling
        ) { coupling, events in
            [LabelledEstimate(events.scaled(by: (3e-5 / coupling) * (3e-5 / coupling)))]
        }
    }

    private static func ratioToNA64Mu(_ nodes: PhysicsNodes) -> Node<[LabelledEstimate]> {
        let published = nodes.catalogue.cited.na64Mu.points("claims/reach-na64mu/points")
        return Node("claims/reach-na64mu/values", from: nodes.reach, published) { reach, published in
            let points = published.filter { $0.mass >= 0.002 }
            return [points.first, points.last].compactMap(\.self).compactMap { point in
                guard let own = reach.interpolated(at: point.mass) else { return nil }
                return LabelledEstimate(
                    label(point.mass * 1e3) + " MeV", own.scaled(by: 1 / point.coupling))
            }
        }
    }
}
