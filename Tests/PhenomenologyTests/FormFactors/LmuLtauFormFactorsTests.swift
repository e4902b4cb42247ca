import Foundation
import NumericalMethods
import Phenomenology
import Reference
import Testing

@Suite("Form factors of the photon–muon vertex with an L_μ−L_τ boson")
struct LmuLtauFormFactorsTests {
    @Test("the three agree with an independent calculation at m = 100 MeV and q² = −0.05 GeV²")
    func matchTheReference() throws {
        let factors = try LmuLtauFormFactors(mass: 0.1)
        #expect((try factors.f1(q2: -0.05).value + 2.26040051).magnitude < 6e-9)
        #expect((try factors.f2(q2: -0.05).value - 0.33513893).magnitude < 6e-9)
        #expect((try factors.mixing(q2: -0.05).value + 5.57496109).magnitude < 6e-9)
    }
}
