import BuildGraph
import CosmologyPhysics
import Foundation
import Manuscript
import MomentPhysics
import MuoneComputations
import MuoneParameters
import NumericalMethods
import Reference
import Testing
import TridentPhysics

@testable import MagneticMoment
@testable import MuoneCommon
@testable import MuonePaper
@testable import PaperKit

/// What holds of every claim of the paper.
@Suite("Claims")
struct ClaimTests {
    private func claims() throws -> [Claim] {
        try Section.all(.published).flatMap(\.claims)
    }

    /// The numbers in a sentence: `406`, `3.7e12`, `9.5 × 10^−11`.
    private func numbers(_ text: String) -> [Double] {
        text.replacing(#/ ?× ?10\^/#, with: "e").replacing("−", with: "-")
            .matches(of: #/[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/#).compactMap { Double($0.output.0) }
    }

    @Test("hold the number that is claimed in their statement, or say how it is read from it")
    func numberIsStated() throws {
        for claim in try claims() where claim.reading == nil {
            guard case .values(let claimed, let unit, _, _) = claim.check else { continue }
            #expect(
                numbers(claim.statement.plain).contains { number in
                    [claimed, claimed * unit.factor].contains { (number / $0 - 1).magnitude < 1e-9 }
                }, "\(claim.id): \(claimed) \(unit.symbol) is not in '\(claim.statement.plain)'")
        }
    }

    @Test("keep what is ours out of the statement")
    func statementsAreTheirs() throws {
        for claim in try claims() {
            for words in ["checked", "read as", "inferred", "not verified", " our ", "this work"] {
                #expect(!claim.statement.plain.contains(words), "\(claim.id)")
                #expect(!claim.statement.tex.contains(words), "\(claim.id)")
            }
        }
    }

    @Test("name a publication of the bibliography, or the slides that state them, and a place there")
    func sources() throws {
        let bibliography = try String(
            contentsOf: Package.folder.appending(path: "paper/bibliography.bib"), encoding: .utf8)
        let entries = Set(bibliography.matches(of: #/@\w+\{([^,\s]+),/#).map { String($0.output.1) })
        for claim in try claims() {
            let keys = claim.source.split(separator: ", ").map(String.init)
            let areKnown = keys.allSatisfy(entries.contains)
            #expect(areKnown || claim.source.hasPrefix("slides on "), "\(claim.id): \(claim.source)")
            #expect(!claim.place.isEmpty && !claim.place.contains("known") && !claim.place.contains("verified"))
        }
    }

    @Test("have readings in words and in TeX")
    func readings() throws {
        let readings = try claims().compactMap(\.reading)
        #expect(Set(readings.map(\.kind)) == Set(ClaimReading.Kind.allCases))
        for reading in readings {
            #expect(!reading.text.plain.isEmpty && !reading.text.plain.contains("\\"))
            // What TeX would not print.
            #expect(reading.text.tex.allSatisfy { $0.isASCII }, "\(reading.text.tex)")
        }
        for claim in try claims() { #expect(claim.statement.tex.allSatisfy { $0.isASCII || $0 == "—" }, "\(claim.id)") }
    }
}

/// Values that claims rest on, against numbers that were computed elsewhere.
@Suite("The values behind claims")
struct ClaimValueTests {
    private let parameters = PaperParameters.published

    @Test("the band that the publication on tridents draws crosses CCFR's limit at 434 MeV")
    func tridentCrossing() throws {
        let deviation = MagneticMomentMeasurements.deviationAltmannshofer2014
        // 2.9 ± 1.8 is its band of two standard deviations.
        #expect((deviation.shifted(bySigmas: -2) / 1.1e-9 - 1).magnitude < 1e-12)
        let crossing = try #require(
            try TridentCrossing(
                particles: parameters.particles, experiment: parameters.ccfr, deviation: deviation.shifted(bySigmas: -2)
            ).compute(()))
        #expect((crossing.value - 0.434).magnitude < 5e-4)
    }

    @Test("singlets at the largest coupling explain 2.79e-9 with 0.652 TeV (vector) and 3.54 TeV (scalar)")
    func singlets() throws {
        for (kind, expected) in [(SingletKind.vector, 652.0), (.scalar, 3540)] {
            let mass = try #require(
                try SingletMass(
                    particles: parameters.particles, kind: kind, coupling: Singlets.largestCoupling,
                    deviation: MagneticMomentMeasurements.deviationCapdevilla2021.value
                ).compute(()))
            #expect((mass.value / expected - 1).magnitude < 2e-3)
        }
    }

    @Test("the lattice is 3.07 standard deviations above the R ratio")
    func lattice() {
        let difference = Measurement.difference(
            MagneticMomentMeasurements.hadronicLattice2020, MagneticMomentMeasurements.hadronicRatio2019, name: "d")
        #expect((difference.value / difference.uncertainty - 3.07).magnitude < 5e-3)
    }

    @Test("of the signal at 200 MeV 0.593 and 0.416 are left above 3 and 5 GeV")
    func fractions() async throws {
        let numbers = try Section.all(parameters).flatMap(\.quantities)
        let engine = BuildEngine(store: MemoryStore(), digests: .ofThisProgram, jobs: 2)
        for (energy, expected) in [(3, 0.593), (5, 0.416)] {
            let fraction = try #require(numbers.first { $0.id == "signal/200MeV/fraction-above-\(energy)GeV" })
            let value = try #require(try await engine.value(of: fraction.node))
            #expect((value.value - expected).magnitude < 5e-4)
        }
    }

    @Test("the right side of equation (2.3) of Dev et al. is minus its left side")
    func printedSign() async throws {
        let engine = BuildEngine(store: MemoryStore(), digests: .ofThisProgram, jobs: 2)
        let ratio = try await engine.value(of: HadronicNodes(parameters).facts).printedMomentumRatio
        #expect((ratio.value + 1).magnitude <= ratio.error && ratio.error < 1e-11)
    }

    @Test("a self-conjugate particle of 0.3 GeV needs 4.99e-26 cm³/s for Ωh² = 0.11, 4.55e-26 for 0.12")
    func selfConjugate() throws {
        for (abundance, expected) in [(0.11, 4.99e-26), (0.12, 4.55e-26)] {
            let found = try SelfConjugateRelic(particles: parameters.particles, mass: 0.3, abundance: abundance)
                .compute(())
            #expect((found.byBoltzmannEquation.value / expected - 1).magnitude < 2e-3, "\(found)")
            #expect(found.byBoltzmannEquation.value > found.byFreezeOut.value)
            #expect(found.byBoltzmannEquation.value < 1.06 * found.byFreezeOut.value)
        }
    }
}
