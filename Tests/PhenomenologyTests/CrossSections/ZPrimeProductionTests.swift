import NumericalMethods
import Reference
import Testing

@testable import SignalPhysics

@Suite struct ZPrimeProductionTests {
    func production(_ mass: Double, beamEnergy: Double = 150) -> ZPrimeProduction {
        ZPrimeProduction(beamEnergy: beamEnergy, mass: mass, coupling: 1e-3)
    }

    /// Independent results at 150 GeV, g′ = 1e-3, 1/α = 137.036, in fb: MadGraph5_aMC@NLO events with cuts (incl., published cuts,
    /// angle only, and lower edges of 3 and 5 GeV), whose real error is 0.1–0.2 %.
    @Test(arguments: [
        (0.01, [10596.5, 145.428, 711.536, 106.238, 86.7529]),
        (0.1, [875.682, 71.4446, 243.092, 48.2554, 37.1901]),
        (0.2, [117.069, 12.9828, 44.7748, 7.70268, 5.40544]),
    ])
    func crossSectionsMeetGeneratedEvents(mass: Double, expected: [Double]) throws {
        var edges: [SelectionCuts] = [.none, .published, .angleOnly, .published, .published]
        edges[3].minimumElectronEnergy = 3
        edges[4].minimumElectronEnergy = 5
        for (cuts, reference) in zip(edges, expected) {
            let value = try production(mass).crossSection(cuts).value
            #expect(abs(value / reference - 1) < 2e-3, "\(cuts): \(value), not \(reference)")
        }
    }

    /// Another deterministic quadrature: 145.48(2), 71.505(4), 12.985(1) fb.
    @Test(arguments: [(0.01, 145.48, 0.02), (0.1, 71.505, 0.004), (0.2, 12.985, 0.001)])
    func crossSectionsMeetAnotherQuadrature(mass: Double, expected: Double, error: Double) throws {
        let estimate = try production(mass).crossSection()
        #expect(abs(estimate.value - expected) < error + estimate.error)
    }

    /// Events at 15 fb⁻¹ in bins of E_e for θ_μ > 1.5 mrad at 100 MeV, from generated events (statistical error, real error 0.2 %).
    @Test(arguments: [
        (0.0, 1.0, 2244.2928, 1.14), (1, 2, 218.64974, 0.376), (2, 3, 129.36792, 0.122), (5, 6, 60.372539, 0.136),
        (24, 25, 14.586405, 0.0211), (40, 41, 7.6447073, 0.00488), (58, 59, 3.7397414, 0.00197),
    ])
    func electronEnergyBinsMeetGeneratedEvents(from: Double, to: Double, events: Double, error: Double) throws {
        let cuts = SelectionCuts(minimumMuonAngle: 1.5e-3, minimumElectronEnergy: from, maximumElectronEnergy: to)
        let value = 15 * (try production(0.1).crossSection(cuts).value)
        #expect(abs(value - events) < 3 * error + 2e-3 * events, "\(value)")
    }

    @Test(arguments: [(0.01, 0.95360), (0.1, 0.97309), (0.2, 1.0)])
    func theFractionOfSmallElectronAnglesMeetsGeneratedEvents(mass: Double, fraction: Double) throws {
        var cuts = SelectionCuts.published
        let all = try production(mass).crossSection(cuts).value
        cuts.maximumElectronAngle = 0.02
        let value = try production(mass).crossSection(cuts, relativeTolerance: 1e-4).value / all
        #expect(abs(value - fraction) < 1e-3, "\(value)")
    }

    @Test func theSpectrumIntegratesToTheCrossSection() throws {
        let process = production(0.05)
        let total = try process.crossSection(.published)
        let integral = try Quadrature.adaptive(over: 1...25, relativeTolerance: 1e-6) {
            try process.spectrum(atElectronEnergy: $0).value
        }
        #expect(abs(integral.value - total.value) < 3e-6 * total.value)
    }

    @Test func theSpectrumVanishesOutsideItsWindow() throws {
        let process = production(0.1)
        #expect(try process.spectrum(atElectronEnergy: 0.9, cuts: .published).value == 0)
        #expect(try process.spectrum(atElectronEnergy: 25.1, cuts: .published).value == 0)
        #expect(try process.spectrum(atElectronEnergy: 149).value == 0)
        #expect(try process.spectrum(atElectronEnergy: 10, cuts: .published).value > 0)
    }

    @Test func adjacentWindowsAddUp() throws {
        var parts: [Double] = []
        for (lower, upper) in [(1.0, 36.0), (36, 40), (40, 100), (1, 100)] {
            let cuts = SelectionCuts(
                minimumMuonAngle: 1.5e-3, minimumElectronEnergy: lower, maximumElectronEnergy: upper)
            parts.append(try production(0.003).crossSection(cuts).value)
        }
        #expect(abs(parts[0] + parts[1] + parts[2] - parts[3]) < 3e-6 * parts[3])
    }

    @Test func aClosedPhaseSpaceGivesExactlyZero() throws {
        // The published angle cut closes at 278.1 MeV, below the threshold of 299.37 MeV.
        #expect(try production(0.277).crossSection(.angleOnly).value > 0)
        for mass in [0.2785, 0.299] {
            #expect(try production(mass).crossSection(.angleOnly) == .exact(0, as: .bound))
        }
        #expect(try production(0.29).crossSection(.none).value > 0)
        let outside = SelectionCuts(minimumElectronEnergy: 149)
        #expect(try production(0.1).crossSection(outside).value == 0)
    }

    @Test func theThresholdIsThatOfTheCentreOfMassEnergy() {
        // √s = 0.405541167372 GeV at 150 GeV (independent value), less m_μ and m_e.
        let expected = 0.405541167372 - 0.1056583755 - 0.51099895e-3
        #expect(abs(ZPrimeProduction.thresholdMass() - expected) < 1e-12)
        #expect(ZPrimeProduction.thresholdMass(beamEnergy: 0.05) == 0)
    }

    @Test func theCrossSectionFallsSmoothlyToZeroAtThreshold() throws {
        let threshold = ZPrimeProduction.thresholdMass()
        var previous = Double.infinity
        for gap in [1e-2, 1e-3, 1e-4, 1e-5, 1e-6] {
            let value = try production(threshold - gap).crossSection(.none).value
            #expect(value > 0 && value < previous, "\(gap): \(value)")
            previous = value
        }
    }

    @Test func theRateScalesWithTheSquaredCouplings() throws {
        let reference = try production(0.1).crossSection().value
        #expect(try ZPrimeProduction(mass: 0.1, coupling: 0).crossSection().value == 0)
        let doubled = try ZPrimeProduction(mass: 0.1, coupling: 2e-3).crossSection().value
        #expect(abs(doubled / reference - 4) < 1e-13)
        var inputs = ParticleInputs.standard
        inputs.inverseFineStructure /= 2
        let stronger = try ZPrimeProduction(inputs: inputs, mass: 0.1, coupling: 1e-3).crossSection().value
        #expect(abs(stronger / reference - 4) < 1e-13)
    }

    @Test func theSameQuestionHasTheSameAnswerToTheLastBit() throws {
        let values = try (0..<3).map { _ in try production(0.07).crossSection(.angleOnly) }
        #expect(values[0] == values[1] && values[1] == values[2])
    }

    @Test func inputOutsideTheDomainIsRefusedWithItsValues() {
        let threshold = ZPrimeProduction.thresholdMass()
        #expect(throws: SignalError.massAboveThreshold(mass: 0.3, threshold: threshold, beamEnergy: 150)) {
            try production(0.3).crossSection()
        }
        #expect(throws: SignalError.massNotPositive(0)) { try production(0).crossSection() }
        #expect(throws: SignalError.couplingNegative(-1)) {
            try ZPrimeProduction(mass: 0.1, coupling: -1).crossSection()
        }
        #expect(throws: SignalError.beamTooSlow(beamEnergy: 0.1, muonMass: 0.1056583755)) {
            try production(0.01, beamEnergy: 0.1).crossSection()
        }
        #expect(throws: SignalError.angleOutOfRange(name: "smallest muon angle", value: 2)) {
            try production(0.1).crossSection(SelectionCuts(minimumMuonAngle: 2))
        }
        #expect(throws: SignalError.angleOutOfRange(name: "smallest muon angle", value: -1e-3)) {
            try production(0.1).crossSection(SelectionCuts(minimumMuonAngle: -1e-3))
        }
        #expect(throws: SignalError.angleOutOfRange(name: "largest electron angle", value: 0)) {
            try production(0.1).crossSection(SelectionCuts(maximumElectronAngle: 0))
        }
        #expect(throws: SignalError.emptyElectronWindow(lower: 5, upper: 2)) {
            try production(0.1).crossSection(SelectionCuts(minimumElectronEnergy: 5, maximumElectronEnergy: 2))
        }
        #expect(throws: SignalError.invalidElectronEnergy(-1)) {
            try production(0.1).crossSection(SelectionCuts(minimumElectronEnergy: -1))
        }
        #expect(throws: SignalError.toleranceOutOfRange(0)) {
            try production(0.1).crossSection(relativeTolerance: 0)
        }
    }

    @Test func theErrorForAMassAboveThresholdSaysWhatToDo() {
        let text = SignalError.massAboveThreshold(mass: 0.3, threshold: 0.29937, beamEnergy: 150).description
        #expect(text.contains("300.0 MeV") && text.contains("150.0 GeV") && text.contains("299.37 MeV"))
        #expect(text.contains("choose a smaller mass"))
    }
}
