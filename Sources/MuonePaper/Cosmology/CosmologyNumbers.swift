import BosonPhysics
import BuildGraph
import CosmologyPhysics
import Manuscript
import NumericalMethods

extension Quantity {
    /// The masses at which the boson feigns the neutrino species in question.
    static func neutrinos(line: Node<Estimate>, _ hubble: Node<MassBand>, hotter: Node<MassBand>) -> [Quantity] {
        [
            Quantity(
                "cosmology/line", "mass at the excess of species of the line of light elements", in: .megaElectronVolt,
                .digits(3), from: line),
            Quantity(
                "cosmology/hubble-lower", "lower edge of the Hubble band", in: .megaElectronVolt, .digits(3),
                from: hubble
            ) { $0.lower },
            Quantity(
                "cosmology/hubble-upper", "upper edge of the Hubble band", in: .megaElectronVolt, .digits(3),
                from: hubble
            ) { $0.upper },
            Quantity(
                "cosmology/hubble-hotter-lower", "the same, hotter decoupling", in: .megaElectronVolt, .digits(3),
                from: hotter
            ) { $0.lower },
            Quantity(
                "cosmology/hubble-hotter-upper", "the same, hotter decoupling", in: .megaElectronVolt, .digits(3),
                from: hotter
            ) { $0.upper },
        ]
    }

    /// The target of one kind of dark matter at the mass of the text's example; Ωh² by the second method.
    static func example(_ kind: DarkMatterKind, _ target: Node<ThermalTarget>, _ abundance: Node<Estimate>)
        -> [Quantity]
    {
        let of = "of thermal dark matter, \(kind.rawValue), at the example's mass"
        let all = [
            Quantity(ResultID("thermal/{kind}/freeze-out", kind.rawValue), "x_f \(of)", .digits(3), from: target) {
                $0.freezeOutEstimate
            },
            Quantity(
                ResultID("thermal/{kind}/integral", kind.rawValue), "annihilation after freeze-out \(of), GeV⁻²",
                .digits(3), from: target
            ) { $0.integral },
            Quantity(ResultID("thermal/{kind}/y", kind.rawValue), "y \(of)", .digits(2), from: target) { $0.y },
            Quantity(
                ResultID("thermal/{kind}/boltzmann", kind.rawValue),
                "Ωh² by the Boltzmann equation at the target of the example, \(kind.rawValue)", .digits(3),
                from: abundance),
        ]
        guard kind == .dirac else { return all }
        return all + [
            Quantity("thermal/dirac/coupling", "g′ = g_χ \(of)", .digits(3), from: target) {
                $0.coupling(darkCoupling: nil)
            },
            Quantity("thermal/dirac/cross-section", "⟨σv⟩ at freeze-out \(of), cm³/s", .digits(2), from: target) {
                $0.crossSectionEstimate
            },
        ]
    }

    static func closedForms(_ example: Node<Estimate>, atPublished published: Node<Estimate>) -> [Quantity] {
        [
            Quantity(
                "thermal/closed-form", "g′ = g_χ with a constant cross section, at the example's mass", .digits(5),
                from: example),
            Quantity(
                "thermal/closed-form-published", "the same at the mass of a published point", .digits(3),
                from: published),
        ]
    }

    static func selfConjugate(
        _ light: Node<SelfConjugateRelic.CrossSections>, today: Node<SelfConjugateRelic.CrossSections>
    ) -> [Quantity] {
        [
            Quantity(
                "thermal/self-conjugate-light", "⟨σv⟩ of self-conjugate dark matter of 0.3 GeV, Boltzmann, cm³/s",
                .digits(3), from: light
            ) { $0.byBoltzmannEquation },
            Quantity(
                "thermal/self-conjugate-light-freeze-out", "the same by freeze-out", .digits(3), from: light
            ) { $0.byFreezeOut },
            Quantity(
                "thermal/self-conjugate-light-today",
                "⟨σv⟩ of self-conjugate dark matter of 0.3 GeV for today's abundance, cm³/s", .digits(3), from: today
            ) { $0.byBoltzmannEquation },
        ]
    }

    static func excludedDirac(_ range: Node<MassBand?>) -> [Quantity] {
        [
            Quantity(
                "thermal/cmb-lower", "least mass of Dirac targets that the CMB excludes", in: .megaElectronVolt,
                .digits(4), from: range
            ) { $0?.lower },
            Quantity(
                "thermal/cmb-upper", "largest mass of Dirac targets that the CMB excludes", in: .gigaElectronVolt,
                .digits(2), from: range
            ) { $0?.upper },
        ]
    }
}
