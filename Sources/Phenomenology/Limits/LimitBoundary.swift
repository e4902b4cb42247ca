import BeamPhysics
import LimitModel
import MixingPhysics
import MomentPhysics
import NumericalMethods
import Reference
import TridentPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How the coupling of a bound depends on the mass.
public enum LimitBoundary: Codable, Hashable, Sendable {
    /// Points ascending in mass, joined by straight lines in log g′ against log m; the curve ends with its points.
    case interpolated([LimitPoint])
    /// g′ = `coefficient` · (m/GeV)^`exponent` between two masses (GeV).
    case powerLaw(coefficient: Double, exponent: Double, from: Double, to: Double)
    /// Neutrino trident production, computed, between two masses (GeV).
    case trident(TridentExperiment, from: Double, to: Double)
    /// Solar neutrinos on electrons through mixing, computed, between two masses (GeV).
    ///
    /// Here and below, `treeLevel` is a kinetic mixing beside that of the loops.
    case solarScattering(SolarScatteringRecast, treeLevel: Double = 0, from: Double, to: Double)
    /// A ceiling (GeV⁻²) on the contact interaction g′ e ε(0)/m² of neutrinos with electrons.
    case contactInteraction(ceiling: Double, treeLevel: Double = 0, from: Double, to: Double)
    /// A ceiling on the boson's contribution to the electron's magnetic moment, through mixing at q² = 0.
    case electronMoment(ceiling: Double, treeLevel: Double = 0, from: Double, to: Double)
    /// A published limit on the mixing |ε| of a boson that decays invisibly; `coupling` of a point is ε. With a
    /// tree-level mixing it ends at 2 m_μ.
    case invisibleMixing([LimitPoint], treeLevel: Double = 0)
    /// K → μνZ′ with an invisible boson, the normalisation from one published point, between two masses (GeV).
    case kaonDecay(KaonProjection, from: Double, to: Double)
    /// A muon beam dump in the Weizsäcker–Williams approximation, between two masses (GeV).
    case beamDump(BeamDumpExperiment, from: Double, to: Double)
    /// A ceiling on a lepton's magnetic moment with the boson in the loop, between two masses (GeV).
    case leptonMoment(LeptonMomentLimit, from: Double, to: Double)
    /// The conversion of muonium, between two masses (GeV). At the boson's mass shell in muonium there is no coupling.
    case muonium(MuoniumConversion.Mediator, MuoniumConversion.Formula, from: Double, to: Double)

    /// The masses (GeV) for which the boundary is stated.
    public var validity: ClosedRange<Double> {
        switch self {
        case .interpolated(let points), .invisibleMixing(let points, _):
            let first = points.first?.mass ?? 0
            return first...max(first, points.last?.mass ?? 0)
        case .powerLaw(_, _, let lower, let upper), .trident(_, let lower, let upper),
            .solarScattering(_, _, let lower, let upper), .contactInteraction(_, _, let lower, let upper),
            .electronMoment(_, _, let lower, let upper),
            .kaonDecay(_, let lower, let upper), .beamDump(_, let lower, let upper),
            .leptonMoment(_, let lower, let upper), .muonium(_, _, let lower, let upper):
            return lower...max(lower, upper)
        }
    }

    /// The kinetic mixing beside that of the loops; zero for bounds that do not rest on mixing.
    public var treeLevelMixing: Double {
        switch self {
        case .solarScattering(_, let mixing, _, _), .contactInteraction(_, let mixing, _, _),
            .electronMoment(_, let mixing, _, _), .invisibleMixing(_, let mixing):
            return mixing
        default: return 0
        }
    }

    /// The same from a larger mass (GeV) on.
    func starting(at mass: Double) -> LimitBoundary {
        switch self {
        case .leptonMoment(let limit, let lower, let upper): .leptonMoment(limit, from: max(lower, mass), to: upper)
        case .muonium(let mediator, let formula, let lower, let upper):
            .muonium(mediator, formula, from: max(lower, mass), to: upper)
        default: self
        }
    }

    /// The masses where the curve has corners.
    func knots(inputs: ParticleInputs) -> [Double] {
        switch self {
        case .interpolated(let points): points.map(\.mass)
        // The mixing has a cusp at the muon threshold, where the muons also open.
        case .invisibleMixing(let points, _): points.map(\.mass) + [2 * inputs.muonMass]
        default: []
        }
    }
}

/// A boundary made ready to be asked at many masses.
public struct LimitEvaluator: Sendable {
    private let boundary: LimitBoundary
    private let trident: NeutrinoTrident?
    private let inputs: ParticleInputs
    private let kaonDecay: KaonLimit?
    private let beamDump: MuonBeamDump?

    init(_ boundary: LimitBoundary, inputs: ParticleInputs) throws {
        self.boundary = boundary
        self.inputs = inputs
        if case .trident(let experiment, _, _) = boundary {
            trident = try NeutrinoTrident(experiment: experiment, inputs: inputs)
        } else {
            trident = nil
        }
        if case .kaonDecay(let projection, _, _) = boundary {
            kaonDecay = try KaonLimit(projection, inputs: inputs)
        } else {
            kaonDecay = nil
        }
        if case .beamDump(let experiment, _, _) = boundary {
            beamDump = try MuonBeamDump(experiment: experiment, inputs: inputs)
        } else {
            beamDump = nil
        }
    }

    /// The coupling on the boundary at `mass` (GeV), above which all are excluded; nil where the curve has ended, or where
    /// a tree-level mixing is excluded by itself. For published points the error is that
    /// of the interpolation's arithmetic; the spread of the points themselves stands in the constraint's inputs.
    public func coupling(atMass mass: Double) throws -> Estimate? {
        guard boundary.validity.contains(mass) else { return nil }
        switch boundary {
        case .interpolated(let points):
            return Self.interpolate(points, at: mass)
        case .powerLaw(let coefficient, let exponent, _, _):
            return .closedForm(coefficient * pow(mass, exponent), operations: 8)
        case .trident:
            return try trident?.limit(mass: mass)
        case .solarScattering, .contactInteraction, .electronMoment, .invisibleMixing:
            guard boundary.treeLevelMixing != 0 else { return try limitOfLoopMixing(mass: mass) }
            return try excludedCouplings(atMass: mass).first { $0.upper == nil && $0.lower.value > 0 }?.lower
        case .kaonDecay:
            return try kaonDecay?.coupling(atMass: mass)
        case .beamDump:
            return try beamDump?.limit(mass: mass)
        case .leptonMoment(let limit, _, _):
            return try limit.coupling(mass: mass, inputs: inputs)
        case .muonium(let mediator, let formula, _, _):
            let conversion = MuoniumConversion(mediator, formula: formula, inputs: inputs)
            guard !conversion.isPole(mass: mass) else { return nil }
            return try conversion.limit(mass: mass)
        }
    }

    /// Every range of couplings that the bound excludes at `mass` (GeV), ascending; none where the curve has ended.
    ///
    /// One range without an end, from ``coupling(atMass:)`` on, but for a bound through mixing with a tree-level part:
    /// where that cancels the loops there may be another range below, and where it is excluded by itself the range
    /// starts at zero.
    public func excludedCouplings(atMass mass: Double) throws -> [ExcludedCouplings] {
        guard boundary.validity.contains(mass) else { return [] }
        switch boundary {
        case .solarScattering(let recast, let treeLevel, _, _) where treeLevel != 0:
            return try recast.excluded(bosonMass: mass, treeLevel: treeLevel, inputs: inputs)
        case .contactInteraction(let ceiling, let treeLevel, _, _) where treeLevel != 0:
            return try MixingLimits.excludedByContactInteraction(
                mass: mass, ceiling: ceiling, treeLevel: treeLevel, inputs: inputs)
        case .electronMoment(let ceiling, let treeLevel, _, _) where treeLevel != 0:
            return try MixingLimits.excludedByElectronMoment(
                mass: mass, ceiling: ceiling, treeLevel: treeLevel, inputs: inputs)
        case .invisibleMixing(let points, let treeLevel) where treeLevel != 0:
            guard let epsilon = Self.interpolate(points, at: mass) else { return [] }
            return try MixingLimits.excludedByInvisible(
                mass: mass, epsilon: epsilon, treeLevel: treeLevel, inputs: inputs) ?? []
        default:
            return try coupling(atMass: mass).map { [ExcludedCouplings(lower: $0, upper: nil)] } ?? []
        }
    }

    /// The limit in closed form that there is without a tree-level mixing; nil with one.
    private func limitOfLoopMixing(mass: Double) throws -> Estimate? {
        switch boundary {
        case .solarScattering(let recast, 0, _, _):
            return try recast.limit(bosonMass: mass, inputs: inputs)
        case .contactInteraction(let ceiling, 0, _, _):
            return try MixingLimits.contactInteraction(mass: mass, ceiling: ceiling, inputs: inputs)
        case .electronMoment(let ceiling, 0, _, _):
            return try MixingLimits.electronMoment(mass: mass, ceiling: ceiling, inputs: inputs)
        case .invisibleMixing(let points, 0):
            return try Self.interpolate(points, at: mass).map {
                try MixingLimits.invisible(mass: mass, epsilon: $0, inputs: inputs)
            }
        default:
            return nil
        }
    }

    private static func interpolate(_ points: [LimitPoint], at mass: Double) -> Estimate? {
        // A reader's table may have many points.
        let next = points.ascendingIndex(below: { $0.mass < mass })
        guard next < points.count else { return nil }
        let upper = points[next]
        guard upper.mass > mass, next > 0 else { return .exact(upper.coupling) }
        let lower = points[next - 1]
        let fraction = log(mass / lower.mass) / log(upper.mass / lower.mass)
        return .closedForm(lower.coupling * pow(upper.coupling / lower.coupling, fraction), operations: 16)
    }
}
