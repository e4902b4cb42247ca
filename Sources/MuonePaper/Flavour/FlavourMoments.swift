import BuildGraph
import Foundation
import LimitModel
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// Magnetic moments with another lepton in the loop.
enum FlavourMoments {
    private static let deviation = MagneticMomentMeasurements.deviationDev2020
    private static let moment = DisplayUnit("1e-10", factor: 1e-10)
    private static let small = DisplayUnit("1e-4", factor: 1e-4)

    @ListBuilder<SectionPart>
    static func parts(_ p: PaperParameters) -> [SectionPart] {
        let band1Sigma = band(1, p)
        // Where the flavour-changing vector's loop is positive, below the muon's decay to it.
        let positiveFrom = zero("from", between: 0.05, 0.06, p)
        let positiveTo = zero("to", between: 0.065, 0.08, p)
        Quantity(
            "moments/band-lower", "smallest favoured coupling at 10 MeV, deviation of Dev et al., 1σ", in: small,
            .digits(3), from: band1Sigma
        ) { $0?.lower }
        Quantity(
            "moments/band-upper", "largest favoured coupling at 10 MeV, 1σ", in: small, .digits(3), from: band1Sigma
        ) { $0?.upper }
        Quantity(
            "moments/band-5sigma", "largest coupling at 10 MeV within 5σ", in: small, .digits(3), from: band(5, p)
        ) { $0?.upper }
        Quantity(
            "moments/electron", "largest coupling to the electron at 10 MeV, from its moment", in: small, .digits(3),
            from: electronLimit(.vector, loop: .electron, mass: FlavourMass.light, p)
        ) { $0 }
        Quantity(
            "moments/electron-flavour-vector",
            "largest flavour-changing vector coupling at 1 GeV, electron's moment", in: small, .digits(3),
            from: electronLimit(.vector, loop: .muon, mass: FlavourMass.heavy, p)
        ) { $0 }
        Quantity(
            "moments/electron-flavour-scalar",
            "largest flavour-changing scalar coupling at 1 GeV, electron's moment", in: small, .digits(3),
            from: electronLimit(.scalar, loop: .muon, mass: FlavourMass.heavy, p)
        ) { $0 }
        Quantity(
            "moments/flavour", "Δa_μ of a flavour-changing vector at 1 GeV and g = 1e-3", in: moment, .digits(3),
            from: Node(
                "moments/flavour-vector",
                LoopMoment(
                    particles: p.particles, mediator: .vector, lepton: .muon, loop: .electron,
                    benchmark: Benchmark(mass: FlavourMass.heavy, coupling: 1e-3))))
        Quantity(
            "moments/positive-from", "mass from which the flavour-changing vector's loop is positive",
            in: .megaElectronVolt, .digits(4), from: positiveFrom
        ) { $0 }
        Quantity(
            "moments/positive-to", "mass up to which it is", in: .megaElectronVolt, .digits(4), from: positiveTo
        ) { $0 }
        favouredBand(positiveFrom, positiveTo, p)
    }

    /// Of the vector that couples to the muon, at the light mass.
    private static func band(_ sigmas: Double, _ p: PaperParameters) -> Node<MomentBandAtMass.Edges?> {
        Node(
            "moments/band-\(Int(sigmas))sigma",
            MomentBandAtMass(
                particles: p.particles,
                band: MomentBand(.vector, loop: .muon, measurement: deviation, sigmas: sigmas),
                mass: FlavourMass.light))
    }

    /// The coupling that the electron's moment allows.
    private static func electronLimit(
        _ mediator: OneLoopMoment.Mediator, loop: ChargedLepton, mass: Double, _ p: PaperParameters
    ) -> Node<Estimate?> {
        Node(
            "moments/electron-\(mediator.rawValue)-\(loop.rawValue)",
            Asked(
                particles: p.particles,
                bound: LeptonMomentBound(.electron(mediator, loop: loop), masses: mass...mass),
                question: CouplingQuestion(mass: mass)))
    }

    private static func zero(
        _ name: String, between lower: Double, _ upper: Double, _ p: PaperParameters
    ) -> Node<Estimate?> {
        Node(
            "moments/flavour-zero-\(name)",
            MomentZero(
                particles: p.particles, mediator: .vector, lepton: .muon, loop: .electron, lower: lower, upper: upper))
    }

    private static func favouredBand(
        _ positiveFrom: Node<Estimate?>, _ positiveTo: Node<Estimate?>, _ p: PaperParameters
    ) -> Claim {
        let masses = [0.2, FlavourMass.heavy, 10]
        let inBand = masses.map { mass in
            Node(
                "moments/flavour-in-band-\(Int(mass * 1e3))",
                MomentInBand(
                    particles: p.particles,
                    band: MomentBand(
                        .vector, loop: .electron, measurement: deviation, sigmas: 0, comparison: .magnitude),
                    mass: mass))
        }
        let deviations = deviation.shifted(bySigmas: -1) / moment.factor
        return Claim(
            "flavour-band",
            "a flavour-changing vector explains $a_\\mu$ within \(claimed: deviations, as: "a band") of couplings",
            in: moment, .atLeast(digits: 3), at: "section 3.2, figure 6", of: SourceKey.dev2020.rawValue,
            from: Node("claims/flavour-band/values", fromEach: inBand, parameters: masses) { masses, moments in
                try paired(masses, moments).compactMap { mass, moment in
                    moment.map { LabelledEstimate("m = \(decimal(mass)) GeV", $0) }
                }
            },
            reading: .reading(
                """
                $\\Delta a_\\mu$ in the middle of the band of $|\\Delta a_\\mu|$, with its sign, is not below its one \
                standard deviation
                """),
            explanation: Node("claims/flavour-band/explanation", from: positiveFrom, positiveTo) { lower, upper in
                let window = [lower, upper].map { $0.map { String(format: "%.1f", $0.value * 1e3) } ?? "–" }
                return
                    "With an electron in the loop eq. 2.15 is negative for every boson that the muon cannot decay to: the "
                    + "band exists for the size of Δa_μ only. Below m_μ − m_e its real part is positive between "
                    + "\(window[0]) and \(window[1]) MeV, where μ → eZ′ excludes the coupling."
            })
    }
}
