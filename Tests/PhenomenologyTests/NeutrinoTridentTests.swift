import NumericalMethods
import Reference
import Testing

@testable import TridentPhysics

@Suite("Neutrino trident")
struct NeutrinoTridentTests {
    @Test(
        "explicit spinors in a random three-body phase space give the same rate and the same ratio",
        arguments: [(TridentExperiment.ccfr, 11), (.charmII, 12)] as [(TridentExperiment, UInt64)])
    func monteCarloAgrees(experiment: TridentExperiment, seed: UInt64) throws {
        let trident = try NeutrinoTrident(experiment: experiment)
        let (mass, coupling) = (0.02, 9e-4)
        let random = TridentMonteCarlo(experiment: experiment).run(
            points: 8000, seed: seed, mass: mass, coupling: coupling)
        // Femtobarn to GeV⁻².
        let expected = trident.standardModelCrossSection.value / 0.389379372e12
        let ratio = try trident.ratio(mass: mass, coupling: coupling).value
        #expect(random.standardModel.error < 0.03 * expected)
        #expect((random.standardModel.value - expected).magnitude < 3 * random.standardModel.error)
        #expect(random.ratio.error < 0.04 * (ratio - 1))
        #expect((random.ratio.value - ratio).magnitude < 3 * random.ratio.error)
    }

    @Test(
        "the closed-form tensor is the angular integral of explicit spinor amplitudes",
        arguments: [(1.0, 0.0), (0.0, 1.0), (0.9, 0.5)])
    func tensorIsTheIntegralOfSpinors(vector: Double, axial: Double) {
        let inputs = ParticleInputs.standard
        let threshold = 4 * inputs.muonMass * inputs.muonMass
        var random = ConstraintRandom(seed: 13)
        let rule = GaussLegendre.rule(order: 24)
        for _ in 0..<4 {
            let s = threshold * naturalExponential(random.next(in: 0.5...5))
            let w2 = threshold + (s - threshold) * random.next(in: 0.05...0.9)
            let q2 = (s - w2) * random.next(in: 0.05...0.95)
            let beta = (1 - threshold / w2).squareRoot()
            let rapidity = 0.5 * logarithm(beta)
            // The collinear peaks are flat in the rapidity; the amplitude squared is quadratic in cos φ.
            let integral = rule.integrate(from: -rapidity, to: rapidity) { eta -> Double in
                let cosine = hyperbolicTangent(eta) / beta
                let azimuths = (0..<8).map { 0.1 + Double($0) * Double.pi / 4 }
                let mean =
                    azimuths.reduce(0) { sum, phi in
                        sum
                            + Event(s: s, w2: w2, q2: q2, cosine: cosine, phi: phi, muon: inputs.muonMass)
                            .squaredAmplitude(vector: vector, axial: axial, inputs: inputs)
                    } / 8
                return mean * (1 - beta * beta * cosine * cosine) / beta
            }
            let tensor = DimuonTensor(delta: q2 / w2, velocity: beta, logarithm: logarithm(beta))
            let metric = vector * vector * tensor.vector.metric + axial * axial * tensor.axial.metric
            let photon = vector * vector * tensor.vector.photon + axial * axial * tensor.axial.photon
            let contraction = -8 * q2 * metric + 16 * s * (s - w2 - q2) * photon / w2
            let coupling = 2 * Double.pi * inputs.fineStructure * inputs.fermiConstant * inputs.fermiConstant
            #expect((integral / (coupling * contraction / beta) - 1).magnitude < 1e-9, "s \(s), W² \(w2), Q² \(q2)")
        }
    }

    @Test("limits are within one permille of independently computed couplings")
    func limitsMatchTheReference() throws {
        // Independent integration; its own numerical error is not stated.
        var mean = TridentExperiment.ccfr
        mean.neutrinoEnergy = 160
        let expected: [(TridentExperiment, Double, Double, Double)] = [
            (.ccfr, 0.01, 8.288e-4, 1e-3), (.ccfr, 0.1, 1.08767e-3, 1e-3),
            (.charmII, 0.01, 1.0152e-3, 1e-3), (.charmII, 0.1, 1.4358e-3, 1e-3),
            (mean, 0.01, 9.52e-4, 1e-3), (mean, 0.1, 1.253e-3, 1e-3),
        ]
        for (experiment, mass, coupling, tolerance) in expected {
            let limit = try NeutrinoTrident(experiment: experiment).limit(mass: mass)
            #expect((limit.value / coupling - 1).magnitude < tolerance)
        }
    }

    @Test("every limit from 100 keV to 100 GeV is certified to 1e-6", arguments: [TridentExperiment.ccfr, .charmII])
    func limitsAreCertified(experiment: TridentExperiment) throws {
        let trident = try NeutrinoTrident(experiment: experiment)
        for step in 0...60 {
            let limit = try trident.limit(mass: 1e-4 * exponential(Double(step) / 10))
            #expect(limit.relativeError < 1e-6)
            #expect(limit.kind == .bound)
        }
    }

    @Test("the error contains a rule of twice the order")
    func errorContainsTheDoubledRule() throws {
        let trident = try NeutrinoTrident(experiment: .charmII)
        let doubled = TridentWeights(experiment: .charmII, inputs: .standard, order: 24)
        let conversion = 0.389379372e12
        let (vector, axial) = trident.crossSectionsPerCoupling
        #expect((vector.value - doubled.vector.reduce(0, +) * conversion).magnitude <= vector.error)
        #expect((axial.value - doubled.axial.reduce(0, +) * conversion).magnitude <= axial.error)
    }

    @Test("at the limit the ratio is the largest allowed one")
    func ratioAtTheLimit() throws {
        let trident = try NeutrinoTrident(experiment: .ccfr)
        for mass in [1e-3, 0.02, 0.3, 5] {
            let limit = try trident.limit(mass: mass)
            let ratio = try trident.ratio(mass: mass, coupling: limit.value)
            #expect((ratio.value - 1.38).magnitude < 1e-12)
        }
    }

    @Test("without coupling there is no deviation, and every coupling adds to the rate")
    func ratioRisesFromOne() throws {
        let trident = try NeutrinoTrident(experiment: .charmII)
        #expect(try trident.ratio(mass: 0.1, coupling: 0).value == 1)
        var last = 1.0
        for step in 1...20 {
            let ratio = try trident.ratio(mass: 0.1, coupling: 1e-4 * Double(step)).value
            #expect(ratio > last)
            last = ratio
        }
    }

    @Test("the limit rises with the mass")
    func limitRises() throws {
        let trident = try NeutrinoTrident(experiment: .ccfr)
        var last = 0.0
        for step in 0...50 {
            let limit = try trident.limit(mass: 1e-3 * exponential(Double(step) / 10)).value
            #expect(limit > last)
            last = limit
        }
    }

    @Test("a heavy boson acts as a shift of C_V by v²g′²/m²")
    func heavyBosonIsAContactInteraction() throws {
        let trident = try NeutrinoTrident(experiment: .ccfr)
        let mass = 3000.0
        let coupling = 5.0
        let (vector, axial) = trident.crossSectionsPerCoupling
        let vectorSM = 0.5 + 2 * 0.23122
        let shift = coupling * coupling / (mass * mass) / (2.0.squareRoot() * 1.1663787e-5)
        let expected =
            ((vectorSM + shift) * (vectorSM + shift) * vector.value + 0.25 * axial.value)
            / (vectorSM * vectorSM * vector.value + 0.25 * axial.value)
        // Corrections are of order Q²/m².
        #expect((try trident.ratio(mass: mass, coupling: coupling).value - expected).magnitude < 1e-5)
    }

    @Test("far above threshold a heavy boson gives the ratio of massless muons")
    func heavyLimitAtHighEnergy() throws {
        var experiment = TridentExperiment.ccfr
        experiment.neutrinoEnergy = 1e9
        experiment.massNumber = 1
        experiment.nuclearCharge = 1
        let trident = try NeutrinoTrident(experiment: experiment)
        // The 3 GeV muon-mass scale is far below s: V and A parts agree, and
        // R = [(1+4s²+2v²/v_φ²)²+1]/[1+(1+4s²)²] with v_φ = m/g′.
        let mass = 1e9
        let vacuum = 300.0
        let ratio = try trident.ratio(mass: mass, coupling: mass / vacuum).value
        let a = 1 + 4 * 0.23122
        let shifted = a + 2 / (2.0.squareRoot() * 1.1663787e-5) / (vacuum * vacuum)
        let expected = (shifted * shifted + 1) / (1 + a * a)
        #expect((ratio / expected - 1).magnitude < 1e-3)
    }

    @Test("the vector tensor vanishes for a real current with the photon's direction, as its charge is conserved")
    func vectorTensorIsConserved() {
        let tensor = DimuonTensor(delta: 0, velocity: 0.7, logarithm: logarithm(0.7))
        #expect(tensor.vector.photon == 0)
        #expect(tensor.axial.photon > 0)
    }

    @Test("for two real photons the vector tensor is the Breit–Wheeler cross section")
    func vectorTensorIsBreitWheeler() {
        for beta in [0.1, 0.5, 0.9, 0.999] {
            let tensor = DimuonTensor(delta: 0, velocity: beta, logarithm: logarithm(beta))
            let b2 = beta * beta
            let expected = -4 * ((3 - b2 * b2) * logarithm(beta) - 2 * beta * (2 - b2))
            #expect((tensor.vector.metric / expected - 1).magnitude < 1e-9)
        }
    }

    @Test("vector and axial tensors agree for a massless muon")
    func masslessMuonHasNoChirality() {
        for delta in [0.01, 0.5, 3, 40] {
            let tensor = DimuonTensor(delta: delta, velocity: 1, logarithm: 25)
            #expect((tensor.vector.metric - tensor.axial.metric).magnitude < 1e-12 * tensor.vector.metric.magnitude)
            #expect((tensor.vector.photon - tensor.axial.photon).magnitude < 1e-12 * tensor.vector.photon.magnitude)
        }
    }

    @Test("far above threshold ν γ → ν μμ grows like s (ln s/m² − 8/3) for both currents")
    func highEnergyPhotonCrossSection() throws {
        // By hand from the massless structure functions P(x) ln(W²/m²) + 8x(1−x) − 1 and 4x(1−x), with
        // ∫dy (1−y+y²/2) = 2/3 and ∫dx x P(x) = 1/3.
        let (s, m2) = (1e4, 0.1056583755 * 0.1056583755)
        let integral = { (part: (DimuonTensor) -> (metric: Double, photon: Double)) throws -> Double in
            try Quadrature.adaptive(over: logarithmRange(4 * m2, s), relativeTolerance: 1e-7) { logW2 in
                let w2 = naturalExponential(logW2)
                let beta = (1 - 4 * m2 / w2).squareRoot()
                return try w2
                    * Quadrature.adaptive(over: 0...(s - w2), relativeTolerance: 1e-8, absoluteTolerance: 1e-14) { q2 in
                        let tensor = part(
                            DimuonTensor(delta: q2 / w2, velocity: beta, logarithm: logarithm(beta)))
                        return -8 * q2 / (s * s) * tensor.metric + 16 * (1 - (w2 + q2) / s) / w2 * tensor.photon
                    }.value
            }.value
        }
        // (G_F²/2)(4πα)/512π³ against ½ · 2G_F²αs/9π².
        let expected = 256 * s / 9 * (naturalLogarithm(s / m2) - 8.0 / 3)
        #expect((try integral { $0.vector } / expected - 1).magnitude < 3e-4)
        #expect((try integral { $0.axial } / expected - 1).magnitude < 3e-4)
    }

    @Test("a neutrino that cannot make a muon pair is refused")
    func lowEnergyThrows() {
        var experiment = TridentExperiment.ccfr
        experiment.neutrinoEnergy = 0.01
        #expect(throws: TridentError.energyTooLow(0.01)) { try NeutrinoTrident(experiment: experiment) }
    }

    @Test("arguments without meaning are refused")
    func invalidArgumentsThrow() throws {
        let trident = try NeutrinoTrident(experiment: .ccfr)
        #expect(throws: TridentError.massOutOfRange(0)) { try trident.limit(mass: 0) }
        #expect(throws: TridentError.self) { try trident.ratio(mass: 0.1, coupling: .infinity) }
        var nucleus = TridentExperiment.ccfr
        nucleus.nuclearCharge = 0
        #expect(throws: TridentError.invalidNucleus(charge: 0, mass: 56)) {
            try NeutrinoTrident(experiment: nucleus)
        }
    }

    @Test("a measurement below the Standard Model leaves no coupling to give")
    func deficitHasNoLimit() throws {
        var experiment = TridentExperiment.ccfr
        experiment.measuredRatio = 0.3
        let trident = try NeutrinoTrident(experiment: experiment)
        #expect(throws: TridentError.self) { try trident.limit(mass: 0.1) }
    }
}

@Suite("Equivalent photons")
struct PhotonFluxTests {
    @Test("the exponential integral has its tabulated values")
    func exponentialIntegralIsTabulated() {
        // Abramowitz & Stegun, tables 5.1 and 5.2.
        for (z, value) in [(0.5, 0.559773594776160), (1, 0.219383934395520), (2, 0.048900510708061)] {
            #expect((ExponentialIntegral.first(z) / value - 1).magnitude < 1e-13)
        }
    }

    @Test("the repeated exponential integral agrees with quadrature of its definition")
    func repeatedIntegralAgreesWithQuadrature() throws {
        for z in [1e-6, 0.01, 0.7, 1.99, 2.01, 6, 20] {
            let integral = try Quadrature.adaptive(over: 0...40, relativeTolerance: 1e-11, absoluteTolerance: 1e-25) {
                // t = z e^y, so that dt/t = dy.
                let t = z * naturalExponential($0)
                return t > 700 ? 0 : ExponentialIntegral.first(t)
            }
            #expect((ExponentialIntegral.repeated(z) / integral.value - 1).magnitude < 1e-9)
        }
    }

    @Test("the moments of the flux agree with quadrature of their definition")
    func momentsAgreeWithQuadrature() throws {
        let flux = PhotonFlux(neutrinoEnergy: 90, massNumber: 56, hbarc: 0.1973269804)
        for u in [0.045, 0.5, 5, 20] {
            let (zeroth, first, second) = flux.moments(above: u)
            for (power, value) in [(0, zeroth), (1, first), (2, second)] {
                let integral = try Quadrature.adaptive(over: 0...12, relativeTolerance: 1e-11, absoluteTolerance: 1e-25)
                {
                    let s = u * naturalExponential($0)
                    let z = flux.suppression * s * s
                    guard z < 700 else { return 0 }
                    return ExponentialIntegral.first(z) * (power == 0 ? 1 : power == 1 ? 1 / s : 1 / (s * s))
                }
                #expect((value / integral.value - 1).magnitude < 1e-8, "moment \(power) above \(u)")
            }
        }
    }
}
