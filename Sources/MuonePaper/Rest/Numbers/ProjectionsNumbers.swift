import BeamPhysics
import BuildGraph
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods
import Signal

/// The numbers of the section on projections.
enum ProjectionsNumbers {
    static func quantities(_ nodes: ProjectionsNodes, _ first: SignalResults) -> [Quantity] {
        kaons(nodes) + beamDumps(nodes) + secondBeam(nodes.secondBeam) + [
            ratio("light", nodes.secondBeam.reachAtLight, first.reachAtLight),
            ratio("heavy", nodes.secondBeam.reachAtHeavy, first.reachAtHeavy),
        ]
    }

    /// The second beam's reach over the first one's; undefined where one of them has none.
    private static func ratio(_ name: String, _ second: Node<Estimate?>, _ first: Node<Estimate?>) -> Quantity {
        let ratio = Node("projections/second-beam/ratio-\(name)", from: second, first) { second, first -> Estimate? in
            guard let second, let first else { return nil }
            return second / first
        }
        return Quantity(
            "second-beam/ratio/\(name)",
            "reach at the second beam energy over that at the first, \(name) benchmark mass",
            .digits(4), from: ratio
        ) { $0 }
    }

    private static func kaons(_ nodes: ProjectionsNodes) -> [Quantity] {
        [
            Quantity(
                "kaon/light/branching", "BR(K → μνZ′)/g², light benchmark mass", .digits(4), from: nodes.kaonAtLight
            ) { $0 },
            Quantity(
                "kaon/heavy/branching", "BR(K → μνZ′)/g², heavy benchmark mass", .digits(4), from: nodes.kaonAtHeavy
            ) { $0 },
            Quantity(
                "kaon/light/selected", "BR(K → μνZ′)/g² behind NA62's cut, light benchmark mass", .digits(4),
                from: nodes.selectedKaonAtLight
            ) { $0 },
            Quantity(
                "kaon/heavy/selected", "BR(K → μνZ′)/g² behind NA62's cut, heavy benchmark mass", .digits(4),
                from: nodes.selectedKaonAtHeavy
            ) { $0 },
            Quantity(
                "kaon/inverse-root-background", "NA62: B^-1/2 that the published point means", .digits(2),
                from: nodes.kaonInverseRootBackground),
            Quantity(
                "kaon/closing", "mass at which K → μνZ′ closes", in: .megaElectronVolt, .digits(4),
                from: nodes.kaonBranching
            ) { .closedForm($0.closing) },
            Quantity(
                "kaon/light-point/ratio", "NA62: computed over published coupling at the lighter point", .digits(4),
                from: nodes.kaonComparison
            ) { $0.first?.ratio },
        ]
    }

    private static func beamDumps(_ nodes: ProjectionsNodes) -> [Quantity] {
        nodes.beamDumps.flatMap { dump in
            [
                Quantity(
                    "beam-dump/\(dump.published.name)/smallest-ratio",
                    "\(dump.published.name): least computed over published coupling", .digits(3),
                    from: dump.comparison
                ) { $0.map(\.ratio).min { $0.value < $1.value } },
                Quantity(
                    "beam-dump/\(dump.published.name)/largest-ratio",
                    "\(dump.published.name): largest computed over published coupling", .digits(3),
                    from: dump.comparison
                ) { $0.map(\.ratio).max { $0.value < $1.value } },
            ]
        }
    }

    private static func secondBeam(_ nodes: SecondBeamNodes) -> [Quantity] {
        [
            Quantity(
                "second-beam/reach/light", "coupling of the reach at the second beam energy, light benchmark mass",
                .digits(3), from: nodes.reachAtLight
            ) { $0 },
            Quantity(
                "second-beam/reach/heavy", "coupling of the reach at the second beam energy, heavy benchmark mass",
                .digits(3), from: nodes.reachAtHeavy
            ) { $0 },
            Quantity(
                "second-beam/vanishing-mass", "mass at which the cuts close the phase space, second beam energy",
                in: .megaElectronVolt, .digits(4), from: nodes.vanishingMass
            ) { $0 },
            Quantity(
                "second-beam/elastic-min-energy",
                "least elastic electron energy above the angle cut, second beam energy", in: .gigaElectronVolt,
                .digits(3), from: nodes.elasticFacts
            ) { $0.minimumElectronEnergy },
        ]
    }

    /// Inputs that the section prints: exact.
    static func inputs(_ nodes: ProjectionsNodes) -> [Node<NumbersFile.Passage>] {
        let projection = KaonProjection.na62
        return [
            input("kaon-cut", projection.missingMassSquaredMinimum),
            input("kaon-calibration-mass", projection.calibration.mass, .megaElectronVolt),
            input("kaon-lighter-mass", KaonProjection.na62PublishedPoints[0].mass, .megaElectronVolt),
            input("kaon-background", nodes.kaonBackground),
            input("kaon-kaons", KaonProjection.na62Kaons),
            input("kaon-acceptance", KaonProjection.na62Acceptance),
            input("kaon-inverse-root-background", KaonProjection.na62InverseRootBackground),
            input("second-beam-energy", nodes.secondBeam.beamEnergy),
            input("beam-dump-largest-mass", MuonBeamDump.largestTrustedMass, .megaElectronVolt),
        ]
    }

    private struct Input: Codable, Sendable {
        var id: String
        var value: Double
        var unit: DisplayUnit
    }

    private static func input(_ name: String, _ value: Double, _ unit: DisplayUnit = .none) -> Node<NumbersFile.Passage>
    {
        Node("paper/input-\(name)", parameters: Input(id: "input/\(name)", value: value, unit: unit)) { input in
            let shown = input.unit.display(.exact(input.value))
            return NumbersFile.Passage(input.id, try CertifiedDecimal(shown, significantDigits: 10).texText)
        }
    }
}
