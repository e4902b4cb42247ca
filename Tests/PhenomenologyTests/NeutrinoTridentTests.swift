import NumericalMethods
import Reference
import Testing

@testable import Phenomenology

@Suite("Neutrino trident")
struct NeutrinoTridentTests {
    @Test("probe")
    func probe() throws {
        let clock = ContinuousClock()
        var t: [NeutrinoTrident] = []
        print("PROBE init", try clock.measure {
            t = [try NeutrinoTrident(experiment: .ccfr), try NeutrinoTrident(experiment: .charmII)]
        })
        print("PROBE 240 masses", try clock.measure {
            for x in t { for i in 0..<120 { _ = try x.limit(mass: 0.001 * exponential(Double(i) / 40)) } }
        })
        for x in t {
            print("PROBE sm", x.standardModelCrossSection, x.crossSectionsPerCoupling)
            for m in [1e-4, 0.001, 0.01, 0.1, 1, 10] {
                let l = try x.limit(mass: m)
                print("PROBE", m, l.value, l.relativeError, try x.coefficients(mass: m))
            }
        }
        var e = TridentExperiment.ccfr
        e.neutrinoEnergy = 160
        for m in [0.01, 0.1] { print("PROBE 160", try NeutrinoTrident(experiment: e).limit(mass: m)) }
        for c in Constraint.all { print("PROBE", c.captionSentence) }
    }
}
