import Limits
import MuoneParameters

extension Constraint {
    /// The constraints of the letter's figures. Borexino's published line is for the mixing of the loops alone.
    public static func letter(_ landscape: LandscapeParameters) -> [Constraint] {
        letter.filter { $0 != .borexino || landscape.treeLevelMixing == 0 }.map { $0.adjusted(to: landscape) }
    }

    /// The constraint with what a variant of the paper changes of it: energies, allowed excesses, backgrounds, mixing.
    public func adjusted(to landscape: LandscapeParameters) -> Constraint {
        switch boundary {
        case .trident where self == .ccfr: .ccfr(neutrinoEnergy: landscape.ccfrEnergy)
        case .trident where self == .charmII: .charmII(neutrinoEnergy: landscape.charmIIEnergy)
        case .kaonDecay where self == .na62:
            .na62(backgroundEvents: landscape.kaonBackground, systematic: landscape.kaonSystematic)
        case .solarScattering where self == .borexinoRecast:
            .borexinoRecast(
                allowedExcess: landscape.borexinoExcess, treeLevelMixing: landscape.treeLevelMixing)
        case .contactInteraction where self == .whiteDwarfs:
            .whiteDwarfs(treeLevelMixing: landscape.treeLevelMixing)
        case .electronMoment where self == .electronMagneticMoment:
            .electronMagneticMoment(treeLevelMixing: landscape.treeLevelMixing)
        case .invisibleMixing where self == .na64Electron:
            .na64Electron(treeLevelMixing: landscape.treeLevelMixing)
        default: self
        }
    }
}
