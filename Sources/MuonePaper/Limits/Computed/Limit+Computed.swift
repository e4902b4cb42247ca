import LimitModel
import MuoneParameters

/// Every limit that is computed, for a set of parameters.
package struct ComputedLimits: Sendable {
    package let ccfr, charmII, borexinoRecast, whiteDwarfs, electronMagneticMoment: Limit
    package let na62, na64Mu, m3Phase1, m3Phase2: Limit

    package var all: [Limit] {
        [
            ccfr, charmII, borexinoRecast, whiteDwarfs, electronMagneticMoment, na62, na64Mu, m3Phase1, m3Phase2,
        ]
    }

    package init(_ p: PaperParameters) {
        let l = p.landscape
        func limit<B: Bound>(_ limit: BoundedLimit<B>) -> Limit { Limit(limit, particles: p.particles) }
        ccfr = limit(.ccfr(neutrinoEnergy: l.ccfrEnergy))
        charmII = limit(.charmII(neutrinoEnergy: l.charmIIEnergy))
        borexinoRecast = limit(
            .borexinoRecast(allowedExcess: l.borexinoExcess, treeLevelMixing: l.treeLevelMixing))
        whiteDwarfs = limit(.whiteDwarfs(treeLevelMixing: l.treeLevelMixing))
        electronMagneticMoment = limit(.electronMagneticMoment(treeLevelMixing: l.treeLevelMixing))
        na62 = limit(.na62(backgroundEvents: l.kaonBackground, systematic: l.kaonSystematic))
        na64Mu = limit(.na64Mu)
        m3Phase1 = limit(.m3Phase1)
        m3Phase2 = limit(.m3Phase2)
    }
}
