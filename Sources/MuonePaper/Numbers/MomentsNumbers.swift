import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods

/// The numbers of the section on bosons that couple to electrons and muons.
enum MomentsNumbers {
    private static let moment = DisplayUnit("1e-10", factor: 1e-10)
    private static let small = DisplayUnit("1e-4", factor: 1e-4)
    private static let tiny = DisplayUnit("1e-6", factor: 1e-6)

    static func all(_ nodes: MomentNodes) -> [Quantity] { loops(nodes) + muonium(nodes) }

    private static func loops(_ nodes: MomentNodes) -> [Quantity] {
        [
            Quantity(
                "moments/band-lower", "smallest favoured coupling at 10 MeV, deviation of Dev et al., 1σ", in: small,
                .digits(3), from: nodes.band1Sigma
            ) { $0?.lower },
            Quantity(
                "moments/band-upper", "largest favoured coupling at 10 MeV, 1σ", in: small, .digits(3),
                from: nodes.band1Sigma
            ) { $0?.upper },
            Quantity(
                "moments/band-5sigma", "largest coupling at 10 MeV within 5σ", in: small, .digits(3),
                from: nodes.band5Sigma
            ) { $0?.upper },
            Quantity(
                "moments/electron", "largest coupling to the electron at 10 MeV, from its moment", in: small,
                .digits(3), from: nodes.electronLimit
            ) { $0 },
            Quantity(
                "moments/electron-flavour-vector",
                "largest flavour-changing vector coupling at 1 GeV, electron's moment",
                in: small, .digits(3), from: nodes.flavourElectronLimit
            ) { $0 },
            Quantity(
                "moments/electron-flavour-scalar",
                "largest flavour-changing scalar coupling at 1 GeV, electron's moment",
                in: small, .digits(3), from: nodes.flavourScalarElectronLimit
            ) { $0 },
            Quantity(
                "moments/flavour", "Δa_μ of a flavour-changing vector at 1 GeV and g = 1e-3", in: moment, .digits(3),
                from: nodes.flavourMoment),
            Quantity(
                "moments/positive-from", "mass from which the flavour-changing vector's loop is positive",
                in: .megaElectronVolt, .digits(4), from: nodes.positiveFrom
            ) { $0 },
            Quantity(
                "moments/positive-to", "mass up to which it is", in: .megaElectronVolt, .digits(4),
                from: nodes.positiveTo
            ) { $0 },
        ]
    }

    private static func muonium(_ nodes: MomentNodes) -> [Quantity] {
        [
            Quantity(
                "muonium/matrix-element", "largest mixing of muonium and antimuonium, one state, no field",
                in: DisplayUnit("1e-24 GeV", factor: 1e-24), .digits(4), from: nodes.muonium
            ) { $0.matrixElement },
            Quantity(
                "muonium/mixing", "tangent of twice the angle that mixes the spin states at 0.1 T", .digits(2),
                from: nodes.muonium
            ) { $0.mixing },
            Quantity(
                "muonium/published/heavy", "published formula's limit at 1 GeV", in: small, .digits(4),
                from: nodes.publishedHeavy
            ) { $0 },
            Quantity(
                "muonium/published/light", "published formula's limit at 100 MeV", in: tiny, .digits(4),
                from: nodes.publishedLight
            ) { $0 },
            Quantity(
                "muonium/derived/vector", "limit on a vector at 1 GeV from the Lagrangian", in: small, .digits(3),
                from: nodes.derivedHeavy
            ) { $0 },
            Quantity(
                "muonium/derived/scalar", "limit on a scalar at 1 GeV from the Lagrangian", in: small, .digits(3),
                from: nodes.derivedScalar
            ) { $0 },
            Quantity(
                "muonium/decay-ratio", "Γ(μ → e Z′)/Γ_μ at 100 MeV and the published limit", .digits(2),
                from: nodes.decayRatio
            ) { $0 },
        ]
    }
}
