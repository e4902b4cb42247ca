@_exported import LimitModel
import Reference

/// The bounds that a ``Constraint`` can have.
public enum LimitBoundary: Codable, Hashable, Sendable {
    case interpolated(TabulatedBound)
    case powerLaw(PowerLawBound)
    case trident(TridentBound)
    case solarScattering(SolarScatteringBound)
    case contactInteraction(ContactInteractionBound)
    case electronMoment(ElectronMomentBound)
    case invisibleMixing(InvisibleMixingBound)
    case kaonDecay(KaonBound)
    case beamDump(BeamDumpBound)
    case leptonMoment(LeptonMomentBound)
    case muonium(MuoniumBound)

    public var bound: any Bound {
        switch self {
        case .interpolated(let bound): bound
        case .powerLaw(let bound): bound
        case .trident(let bound): bound
        case .solarScattering(let bound): bound
        case .contactInteraction(let bound): bound
        case .electronMoment(let bound): bound
        case .invisibleMixing(let bound): bound
        case .kaonDecay(let bound): bound
        case .beamDump(let bound): bound
        case .leptonMoment(let bound): bound
        case .muonium(let bound): bound
        }
    }
}
