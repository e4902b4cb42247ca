import NumericalMethods
import Reference
import Testing

@testable import TridentPhysics

/// What heavy and light bosons, energies and nuclei must give, derived by hand.
@Suite("Neutrino trident, limits")
struct TridentLimitTests {
    // MARK: Heavy bosons

    @Test("massless muons give the closed form of a heavy boson", arguments: [200.0, 550, 3000])
    func contactIsTheClosedForm(scale: Double) throws {
        // v_φ = m/g′, v² = 1/√2G_F; C_V = (1+4s²)/2 moves by v²/v_φ², C_A = 1/2 stays.
        let vacuumSquared = 1 / (2.0.squareRoot() * 1.1663787e-5)
        let standard = 1 + 4 * 0.23122
        let shifted = standard + 2 * vacuumSquared / (scale * scale)
        let expected = (shifted * shifted + 1) / (1 + standard * standard)
        let ratio = NeutrinoTrident.contactRatio(scale: scale)
        #expect((ratio.value - expected).magnitude < 1e-12)
        #expect((ratio.value - expected).magnitude <= ratio.error + 4e-16)
    }

    @Test(
        "a boson of 10 TeV gives the contact ratio with the muon's mass, and not that without",
        arguments: [TridentExperiment.ccfr, .charmII])
    func heavyBosonsAreContact(experiment: TridentExperiment) throws {
        let trident = try NeutrinoTrident(experiment: experiment)
        let scale = 400.0
        let heavy = try trident.ratio(mass: 1e4, coupling: 1e4 / scale)
        let contact = trident.contactRatio(scale: scale)
        // Corrections are of order Q²/m² < 1e-6.
        #expect((heavy.value - contact.value).magnitude < 2e-6)
        #expect((contact.value - NeutrinoTrident.contactRatio(scale: scale).value).magnitude > 1e-2)
    }

    @Test("the mass over the coupling on the limit approaches the contact scale from below")
    func limitApproachesTheContactScale() throws {
        let trident = try NeutrinoTrident(experiment: .ccfr)
        let scale = try trident.contactScale()
        var last = 0.0
        for mass in [1.0, 3, 10, 100, 1e4] {
            let reached = mass / (try trident.limit(mass: mass)).value
            #expect(reached > last && reached < scale.value)
            last = reached
        }
        #expect((last / scale.value - 1).magnitude < 1e-6)
    }

    @Test("at the contact scale the contact ratio is the largest allowed one", arguments: [1.38, 2.72, 1.001])
    func scaleInvertsRatio(maximumRatio: Double) throws {
        let massless = try NeutrinoTrident.contactScale(maximumRatio: maximumRatio)
        #expect((NeutrinoTrident.contactRatio(scale: massless.value).value - maximumRatio).magnitude < 1e-12)
        var experiment = TridentExperiment.ccfr
        experiment.measuredRatio = maximumRatio
        experiment.ratioUncertainty = 0
        let trident = try NeutrinoTrident(experiment: experiment)
        #expect((try trident.contactRatio(scale: trident.contactScale().value).value - maximumRatio).magnitude < 1e-12)
        #expect(try trident.contactScale().relativeError < 1e-6)
    }

    @Test("far above threshold both contact ratios agree, as the muon's mass is forgotten")
    func masslessAtHighEnergy() throws {
        var experiment = TridentExperiment.ccfr(neutrinoEnergy: 1e9)
        (experiment.nuclearCharge, experiment.massNumber) = (1, 1)
        let trident = try NeutrinoTrident(experiment: experiment)
        #expect((trident.axialShare.value - 1).magnitude < 1e-3)
        let massless = NeutrinoTrident.contactRatio(scale: 300)
        #expect((trident.contactRatio(scale: 300).value / massless.value - 1).magnitude < 1e-3)
    }

    @Test("ratios without meaning are refused")
    func invalidContactThrows() {
        #expect(throws: TridentError.noAllowedCoupling(maximumRatio: 1)) {
            try NeutrinoTrident.contactScale(maximumRatio: 1)
        }
    }

    // MARK: Light bosons

    @Test("a light boson adds g′⁴ ln 1/m² times the flux of bosons of a neutrino on the photons' Breit–Wheeler rate")
    func lightBosonsAreRadiated() throws {
        // Below the muon mass the boson is as good as real: a left-handed neutrino of coupling g′ carries
        // (g′²/8π²) [1 + (1−x)²]/x dx dQ²/Q² of them (the equivalent photons of an electron, α → g′²/4π), each makes a
        // muon pair of mass² W² = x s with a photon as two photons do, α² → α g′²/4π, and the lower end of the
        // logarithm is m². The vector current is conserved, so that the interference stays finite.
        let inputs = ParticleInputs.standard
        let experiment = TridentExperiment.ccfr
        let trident = try NeutrinoTrident(experiment: experiment)
        let threshold = 4 * inputs.muonMass * inputs.muonMass
        let radius = 1.3 * naturalExponential(naturalLogarithm(56) / 3) / (0.1 * inputs.conversionConstant).squareRoot()
        let c = radius * radius / (20 * 90 * 90)
        let rate = try Quadrature.adaptive(
            over: logarithmRange(threshold, (45 / c).squareRoot()), relativeTolerance: 1e-6
        ) { logS in
            let s = naturalExponential(logS)
            guard s > threshold * (1 + 1e-12) else { return 0 }
            let pairs = try Quadrature.adaptive(over: logarithmRange(threshold, s), relativeTolerance: 1e-7) { logW in
                let w2 = naturalExponential(logW)
                let x = w2 / s
                let beta = max(0, 1 - threshold / w2).squareRoot()
                let b2 = beta * beta
                // Breit–Wheeler, (πα²/2m²)(1−β²)[(3−β⁴)L − 2β(2−β²)], with α² → α/4π at g′ = 1.
                let breitWheeler =
                    Double.pi * inputs.fineStructure / (4 * Double.pi) * 2 / w2
                    * ((3 - b2 * b2) * logarithm(beta) - 2 * beta * (2 - b2))
                return (1 + (1 - x) * (1 - x)) / (8 * Double.pi * Double.pi) * breitWheeler
            }.value
            return ExponentialIntegral.first(c * s * s) * pairs
        }.value
        let flux = 26.0 * 26 * inputs.fineStructure / Double.pi
        let slope = flux * rate * inputs.conversionConstant * 1e12 / trident.standardModelCrossSection.value
        let (heavier, lighter) = (1e-3, 1e-4)
        let difference =
            try trident.coefficients(mass: lighter).quadratic.value
            - trident.coefficients(mass: heavier).quadratic.value
        let perLogarithm = difference / (2 * naturalLogarithm(heavier / lighter))
        // Corrections are of order m²/m_μ² times a logarithm.
        #expect((perLogarithm / slope - 1).magnitude < 2e-3)
        let interference = try [lighter, heavier].map { try trident.coefficients(mass: $0).interference.value }
        #expect((interference[0] / interference[1] - 1).magnitude < 2e-3)
    }

    // MARK: Energies and nuclei

    @Test("the cross section is proportional to Z² at a fixed form factor, and the ratio does not know Z")
    func coherence() throws {
        var heavy = TridentExperiment.ccfr
        (heavy.nuclearCharge, heavy.massNumber) = (82, 208)
        var light = heavy
        light.nuclearCharge = 41
        let (lead, half) = (try NeutrinoTrident(experiment: heavy), try NeutrinoTrident(experiment: light))
        #expect(
            (lead.standardModelCrossSection.value / half.standardModelCrossSection.value - 4).magnitude < 1e-12)
        #expect((try lead.limit(mass: 0.05).value / half.limit(mass: 0.05).value - 1).magnitude < 1e-12)
    }

    @Test("a larger nucleus of the same charge scatters less, as it resolves fewer photons")
    func formFactor() throws {
        var last = Double.infinity
        for massNumber in [26, 56, 112, 208] {
            var experiment = TridentExperiment.ccfr
            experiment.massNumber = massNumber
            let sigma = try NeutrinoTrident(experiment: experiment).standardModelCrossSection.value
            #expect(sigma > 0 && sigma < last)
            last = sigma
        }
    }

    @Test("energy and radius enter through E/a only, beside the muon's mass", arguments: [(8, 64), (27, 216)])
    func energyOverRadius(small: Int, large: Int) throws {
        // a ∝ A^{1/3} doubles from A to 8A: twice the energy gives back the same cross section for the same Z.
        var one = TridentExperiment.ccfr(neutrinoEnergy: 40)
        (one.nuclearCharge, one.massNumber) = (4, small)
        var two = one
        (two.neutrinoEnergy, two.massNumber) = (80, large)
        let sigmas = try [one, two].map { try NeutrinoTrident(experiment: $0).standardModelCrossSection.value }
        #expect((sigmas[0] / sigmas[1] - 1).magnitude < 1e-9)
    }

    @Test("the cross section rises with the energy from a suppressed threshold")
    func risesFromThreshold() throws {
        // Photons of q = s/2E ≥ 2m_μ²/E are damped by exp(−a²q²/5): for iron below E ~ 2 m_μ² a ≃ 0.6 GeV.
        var last = 0.0
        for step in 0...30 {
            let energy = 0.3 * exponential(Double(step) / 10)
            let sigma = try NeutrinoTrident(experiment: .ccfr(neutrinoEnergy: energy)).standardModelCrossSection.value
            #expect(sigma > last)
            last = sigma
        }
        let low = try NeutrinoTrident(experiment: .ccfr(neutrinoEnergy: 0.3)).standardModelCrossSection.value
        let high = try NeutrinoTrident(experiment: .ccfr(neutrinoEnergy: 3)).standardModelCrossSection.value
        #expect(low < 1e-3 * high)
    }

    @Test(
        "far above threshold the cross section grows like E ln E, with both constants by hand", arguments: [1e5, 1e7])
    func growsWithTheLogarithm(energy: Double) throws {
        // σ(νγ) = (C_V²+C_A²) G²α s/9π² [ln(s/m²) − 8/3]; over (Z²α/π) ds/s E₁(cs²), with c = a²/20E²,
        // ∫ds E₁(cs²) = √(π/c) and ∫ds E₁(cs²) ln s√c = √(π/c) [−1 − γ/2 − ln 2].
        let inputs = ParticleInputs.standard
        let trident = try NeutrinoTrident(experiment: .ccfr(neutrinoEnergy: energy))
        let radius = 1.3 * naturalExponential(naturalLogarithm(56) / 3) / (0.1 * inputs.conversionConstant).squareRoot()
        let reach = 20.0.squareRoot() * energy / radius
        let bracket =
            naturalLogarithm(reach / (inputs.muonMass * inputs.muonMass)) - 1 - 0.5 * 0.5772156649 - naturalLogarithm(2)
            - 8.0 / 3
        let alpha = inputs.fineStructure
        let pi3 = Double.pi * Double.pi * Double.pi
        let expected =
            26.0 * 26 * alpha * alpha * inputs.fermiConstant * inputs.fermiConstant / (9 * pi3)
            * Double.pi.squareRoot() * reach * bracket * inputs.conversionConstant * 1e12
        let (vector, axial) = trident.crossSectionsPerCoupling
        // Corrections are of order m²/s times powers of the logarithm; s reaches E√20/a.
        #expect((vector.value / expected - 1).magnitude < 1e4 / energy * 0.02)
        #expect((axial.value / expected - 1).magnitude < 1e4 / energy * 0.02)
    }
}
