import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NeutrinoPairPhysics
import NumericalMethods
import PaperKit
import Reference

/// μe → μeνν̄ in the window.
struct NeutrinoBackground {
    /// All flavours, for μ⁺ and for μ⁻.
    let total: (plus: Node<Estimate>, minus: Node<Estimate>)
    /// The same for μ⁺ with W and Z as they are, over four-body phase space.
    let full: Node<Estimate>
    let spread: Node<NeutrinoPairSpread.Result>
    private let flavours: [(flavour: NeutrinoFlavour, events: Node<Estimate>)]

    init(_ p: PaperParameters) {
        func process(_ flavour: NeutrinoFlavour, isAntimuon: Bool) -> NeutrinoPairProcess {
            NeutrinoPairProcess(
                particles: p.particles, beamEnergy: p.beamEnergy, flavour: flavour, isAntimuon: isAntimuon)
        }
        func yields(_ charge: String, isAntimuon: Bool) -> [Node<Estimate>] {
            NeutrinoFlavour.allCases.map { flavour in
                Node(
                    "backgrounds/neutrino/\(flavour.rawValue)-\(charge)",
                    NeutrinoPairYield(
                        process: process(flavour, isAntimuon: isAntimuon), cuts: p.cuts, luminosity: p.luminosity,
                        relativeError: isAntimuon ? 4e-3 : 1e-2, points: isAntimuon ? 4096 : 1024))
            }
        }
        func sum(_ name: String, _ nodes: [Node<Estimate>]) -> Node<Estimate> {
            Node(
                "backgrounds/neutrino/\(name)",
                from: Node("backgrounds/neutrino/\(name)-parts", collecting: nodes)
            ) { $0.sum() }
        }
        let plus = yields("plus", isAntimuon: true)
        flavours = Array(zip(NeutrinoFlavour.allCases, plus))
        total = (sum("total-plus", plus), sum("total-minus", yields("minus", isAntimuon: false)))
        full = sum(
            "full",
            NeutrinoFlavour.allCases.map { flavour in
                Node(
                    "backgrounds/neutrino/full-\(flavour.rawValue)",
                    NeutrinoPairFullYield(
                        process: process(flavour, isAntimuon: true), cuts: p.cuts, luminosity: p.luminosity,
                        points: 4096))
            })
        spread = Node(
            "backgrounds/neutrino/spread",
            NeutrinoPairSpread(
                particles: p.particles, beamEnergy: p.beamEnergy, cuts: p.cuts, luminosity: p.luminosity,
                points: 512))
    }

    @ListBuilder<SectionPart>
    var parts: [SectionPart] {
        for (flavour, events) in flavours {
            Quantity(
                ResultID("backgrounds/neutrino/{flavour}", flavour.rawValue),
                "events with a pair of \(flavour.rawValue) neutrinos, positive muons", in: .events, .digits(4),
                from: events)
        }
        Quantity(
            "backgrounds/neutrino/total", "events with neutrino pairs, positive muons", in: .events, .digits(4),
            from: total.plus)
        Quantity(
            "backgrounds/neutrino/total-minus", "events with neutrino pairs, negative muons", in: .events, .digits(4),
            from: total.minus)
        Quantity(
            "backgrounds/neutrino/full", "the same by the full amplitude, positive muons", in: .events, .digits(4),
            from: full)
        Quantity(
            "backgrounds/neutrino/difference", "full amplitude over four-fermion theory, less one, per cent",
            in: .percent, .digits(1),
            from: Node("backgrounds/neutrino/difference", from: full, total.plus) { full, own in
                // What is left after the statistical errors of the two.
                .exact(max((full.value / own.value - 1).magnitude, (full.error + own.error) / own.value))
            })
        Quantity(
            "backgrounds/neutrino/spread", "what sin2theta_W and widths change, per cent", in: .percent, .digits(1),
            from: spread
        ) { result in
            // Of the extremes over the value at the parameters.
            .closedForm(result.spread)
        }
        Claim(
            "electroweak-events", "$\\sim\(claimed: 1e-4, as: "10^{-4}")$ events of $\\mu e\\to\\mu e\\nu\\bar\\nu$",
            in: .events, .withinFactor(3), at: "section III", of: SourceKey.asai2022.rawValue,
            from: Node("claims/electroweak-events/values", from: total.plus, total.minus) { plus, minus in
                [LabelledEstimate("positive muons", plus), LabelledEstimate("negative muons", minus)]
            },
            reading: .reading("all three flavours, in the window"),
            explanation: Claim.text(
                "electroweak-events",
                "Four-fermion theory and the amplitude with W and Z agree. The letter's number comes from an event "
                    + "generator whose settings it does not give."))
    }
}
