import CosmologyPhysics
import NumericalMethods
import Testing

@Suite("Neutrinos heated by a boson")
struct EffectiveNeutrinosTests {
    @Test(
        "the mass at a given excess matches independent integration in multiple precision",
        arguments: [
            (1.5e-3, 0.7, 5.25366978931472e-3), (1.5e-3, 0.5, 6.10893690429094e-3), (1.5e-3, 0.2, 8.25079663912479e-3),
            (2.3e-3, 0.5, 9.36703658657944e-3), (2.3e-3, 0.2, 12.6512215133247e-3),
        ])
    func massMatchesTheReference(temperature: Double, excess: Double, expected: Double) throws {
        let mass = try EffectiveNeutrinos.mass(excess: excess, temperature: temperature)
        #expect((mass.value - expected).magnitude <= mass.error + 1e-14 * expected)
        #expect(mass.relativeError < 1e-10)
    }

    @Test("momenta and the Bessel series give the same entropy within their errors, from m = T/100 to 50 T")
    func entropyAgreesWithSeries() throws {
        for step in 0...74 {
            let x = exponential(-2 + Double(step) * 0.05)
            let integral = try EffectiveNeutrinos.bosonEntropy(massOverTemperature: x)
            let series = try EffectiveNeutrinos.bosonEntropyBySeries(massOverTemperature: x)
            let difference = (integral.value - series.value).magnitude
            #expect(difference <= integral.error + series.error, "m/T = \(x)")
            #expect(difference <= 1e-11 * integral.value, "m/T = \(x)")
        }
    }

    @Test("a massless boson has 3 of 6.5 entropies: ΔN = 2[(13/7)^(4/3) − 1]")
    func masslessLimit() throws {
        let excess = try EffectiveNeutrinos.excess(mass: 0)
        // (13/7)^(4/3) = 2.2827608538035.
        #expect((excess.value - 2.565521707607).magnitude < 1e-11)
        #expect((excess.value - EffectiveNeutrinos.largestExcess).magnitude <= excess.error + 1e-14)
    }

    @Test("a heavy boson leaves (8/3) s/s_ν with s/T³ = (3x³/2π²) √(π/2x) e^{−x} and its next orders in 1/x")
    func heavyLimit() throws {
        for x in [100.0, 200, 400] {
            let excess = try EffectiveNeutrinos.excess(mass: x * 1.5e-3).value
            // K₃(x) = √(π/2x) e^{−x} (1 + 35/8x + 945/128x² …).
            let leading = 3 * x * x * x / (2 * Double.pi * Double.pi) * (Double.pi / (2 * x)).squareRoot()
            let entropy = leading * naturalExponential(-x) * (1 + 35 / (8 * x) + 945 / (128 * x * x))
            let expected = 8.0 / 3 * entropy / (3.5 * 2 * Double.pi * Double.pi / 45)
            #expect((excess / expected - 1).magnitude < 5 / (x * x * x), "m/T = \(x)")
        }
    }

    @Test(
        "the Hubble band spans the published masses", arguments: [(1.5e-3, 6.1e-3, 8.3e-3), (2.3e-3, 9.4e-3, 12.7e-3)])
    func hubbleBand(temperature: Double, lower: Double, upper: Double) throws {
        let band = try EffectiveNeutrinos.band(temperature: temperature)
        #expect((band.lower.value - lower).magnitude < 0.05e-3 && (band.upper.value - upper).magnitude < 0.05e-3)
    }

    @Test("the mass inverts the excess within its error, also for excesses near both ends")
    func massInverts() throws {
        for mass in [1e-5, 1e-4, 1e-3, 5e-3, 2e-2, 3.5e-2] {
            let excess = try EffectiveNeutrinos.excess(mass: mass).value
            let back = try EffectiveNeutrinos.mass(excess: excess)
            #expect((back.value - mass).magnitude <= back.error, "mass \(mass)")
        }
    }

    /// Γ K₁/K₂ = H with K₁/K₂ → x/2 for a light boson and → 1 − 3/2x for a heavy one, Γ = g² m/12π, and H at 1.5 MeV,
    /// where g_ρ = 10.72 ± 0.01 of the tables: √(4π³ 10.72/45) (1.5e-3)²/1.22089e19 = 1.0017e-24 GeV.
    @Test("inverse decays keep up with the expansion down to couplings near 1e-10, at 1.5 MeV")
    func equilibriumCoupling() throws {
        let expansion = 1.0017e-24
        let light = try EffectiveNeutrinos.equilibriumCoupling(mass: 1.5e-5).value
        #expect((light * light / (expansion * 24 * Double.pi / (1.5e-5 * 0.01)) - 1).magnitude < 3e-3)
        let heavy = try EffectiveNeutrinos.equilibriumCoupling(mass: 0.15).value
        #expect((heavy * heavy * (1 - 0.015) / (expansion * 12 * Double.pi / 0.15) - 1).magnitude < 3e-3)
        // At 5.3 MeV: x = 3.533, K₁/K₂ = 0.694 between the two.
        let bound = try EffectiveNeutrinos.equilibriumCoupling(mass: 5.3e-3).value
        #expect(0.9e-10 < bound && bound < 1.2e-10)
    }

    @Test("arguments without meaning are refused")
    func invalidArguments() {
        #expect(throws: CosmologyError.temperatureNotPositive(0)) {
            try EffectiveNeutrinos.excess(mass: 1e-3, temperature: 0)
        }
        #expect(throws: CosmologyError.massOutOfRange(name: "boson", value: -1)) {
            try EffectiveNeutrinos.excess(mass: -1)
        }
        #expect(throws: CosmologyError.self) { try EffectiveNeutrinos.mass(excess: 2.6) }
        #expect(throws: CosmologyError.self) { try EffectiveNeutrinos.mass(excess: 0) }
        #expect(throws: CosmologyError.self) { try EffectiveNeutrinos.equilibriumCoupling(mass: 0) }
        #expect(throws: CosmologyError.self) { try EffectiveNeutrinos.equilibriumCoupling(mass: 0.22) }
        #expect(throws: CosmologyError.self) { try EffectiveNeutrinos.equilibriumCoupling(mass: 1e-3, temperature: -1) }
    }
}
