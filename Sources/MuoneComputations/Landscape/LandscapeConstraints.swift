import Limits
import MuoneParameters
import TridentPhysics

/// The constraints of the landscape for a set of parameters, in the order of the figures and of the table of inputs.
public struct LandscapeConstraints: Sendable {
    /// What excludes today.
    public let limits: [Constraint]
    /// What other experiments could exclude.
    public let projections: [Constraint]
    /// CCFR at the energy of these parameters: the first of ``limits``.
    public let trident: Constraint
    /// The cooling of white dwarfs with the mixing of these parameters: one of ``limits``.
    public let whiteDwarfs: Constraint
    /// CCFR at the mean energy of its beam: the other edge of the band that its calibration leaves.
    public let tridentAtMeanEnergy: Constraint

    /// The mean energy of CCFR's neutrinos as the literature quotes it, GeV.
    public static let meanTridentEnergy = TridentExperiment.ccfr.meanEnergy

    /// Whether a limit counts towards what is excluded. The recast of Borexino's rate does not: its allowance is assumed,
    /// and it is another bound than the published one.
    public static func excludes(_ constraint: Constraint) -> Bool {
        constraint.role == .limit && constraint.name != Constraint.borexinoRecast.name
    }

    public init(_ p: LandscapeParameters) {
        trident = .ccfr(neutrinoEnergy: p.ccfrEnergy)
        whiteDwarfs = .whiteDwarfs(treeLevelMixing: p.treeLevelMixing)
        limits =
            [
                trident, .charmII(neutrinoEnergy: p.charmIIEnergy), .babarFourMuon,
            ]
            // The published line is for the mixing of the loop alone.
            + (p.treeLevelMixing == 0 ? [.borexino] : [])
            + Constraint.throughMixing(treeLevelMixing: p.treeLevelMixing, borexinoExcess: p.borexinoExcess)
        projections = [
            .na64Mu, .m3Phase1, .m3Phase2,
            .na62(backgroundEvents: p.kaonBackground, systematic: p.kaonSystematic), .na64MuOverlay, .m3Phase1Overlay,
            .m3Phase2Overlay,
        ]
        var mean = Constraint.ccfr(neutrinoEnergy: Self.meanTridentEnergy)
        mean.name = "ccfr-mean-energy"
        tridentAtMeanEnergy = mean
    }
}
