import Foundation
import HadronicPhysics
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import Testing

@testable import Hadronic

@Suite("Results on the hadronic running")
struct HadronicTests {
    private let particles = ParticleInputs.standard

    private func facts(beamEnergy: Double = 150) throws -> HadronicFacts.Facts {
        try HadronicFacts(
            particles: particles, beamEnergy: beamEnergy, running: .published,
            electronEnergies: HadronicChoice.electronEnergies, acceptedElectronAngle: 0.05, minimumElectronEnergy: 1
        ).compute(())
    }

    @Test("the beam of 150 GeV reaches x = 0.932 and measures 87.2% of the integral")
    func reach() throws {
        let facts = try facts()
        #expect((facts.maximumRecoil.value - 139.817783188).magnitude < 1e-9)
        #expect((facts.largestMomentum.value - 2 * 0.51099895e-3 * 139.817783188).magnitude < 1e-11)
        #expect((facts.largestFraction.value - 0.932).magnitude < 5e-4)
        #expect((facts.measuredShare.value - 0.872).magnitude < 5e-4)
        #expect(facts.measuredShare.value + facts.extrapolatedShare.value == 1)
        for (fraction, share) in [(0.92, 0.843), (0.932, 0.872)] {
            #expect((try HadronicMoment().share(below: fraction).value - share).magnitude < 5e-4)
        }
        #expect(zip(facts.fractionsAtEnergies, [0.091, 0.928, 0.932]).allSatisfy { ($0.value - $1).magnitude < 5e-4 })
    }

    @Test("a beam of more energy measures more")
    func higherEnergy() throws {
        #expect(try facts(beamEnergy: 160).measuredShare.value > facts().measuredShare.value)
    }

    @Test("the integrand peaks where its neighbours are smaller")
    func peak() throws {
        let moment = try HadronicMoment()
        let peak = try facts().peakFraction.value
        for step in [-1e-4, 1e-4] { #expect(moment.integrand(x: peak + step) < moment.integrand(x: peak)) }
    }

    @Test("the electron's energy at the accepted angle is the one that leaves at this angle")
    func acceptedAngle() throws {
        let kinematics = try ElectronAngle(particles)
        let energy = try facts().energyAtAcceptedAngle.value
        #expect((try kinematics.angle(energy) / 0.05 - 1).magnitude < 1e-10)
    }

    @Test("the areas of the integrand meet at the largest x, and their sum is the moment")
    func areas() throws {
        let result = try HadronicIntegrand(
            particles: particles, beamEnergy: 150, running: .published, count: 2000, marks: [0.1]
        ).compute(())
        #expect(result.measured.x.last == result.extrapolated.x.first)
        #expect(result.measured.y.last == result.extrapolated.y.first)
        #expect(result.measured.x.first == 0 && result.extrapolated.x.last == 1)
        func area(_ curve: Curve) -> Double {
            zip(zip(curve.x, curve.x.dropFirst()), zip(curve.y, curve.y.dropFirst())).reduce(0) { sum, panel in
                sum + 0.5 * (panel.0.1 - panel.0.0) * (panel.1.0 + panel.1.1)
            } * particles.fineStructure / .pi
        }
        let whole = try HadronicMoment().value().value
        #expect((area(result.measured) / whole - 0.872).magnitude < 5e-4)
        #expect(((area(result.measured) + area(result.extrapolated)) / whole - 1).magnitude < 1e-4)
        let t = SpacelikeFraction.momentumTransfer(x: result.marks.x[0], muonMass: particles.muonMass)
        #expect((t + 0.1).magnitude < 1e-12)
    }

    @Test("along the correlation the angles follow from the energy, and the largest muon angle is on the curve")
    func correlation() throws {
        let result = try ElasticCorrelation(
            particles: particles, beamEnergy: 150, running: .published,
            energies: LogarithmicGrid(lower: 0.05, upper: 1000, count: 41), marks: [1, 100, 500]
        ).compute(())
        let curve = result.curve
        #expect(zip(curve.electronEnergy, curve.electronEnergy.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(curve.electronAngle, curve.electronAngle.dropFirst()).allSatisfy { $0 > $1 })
        let highest = try #require(curve.muonAngle.max())
        #expect((highest / (try facts().maximumMuonAngle.value) - 1).magnitude < 1e-12)
        #expect(curve.electronAngle.last == 0 && curve.muonAngle.last == 0)
        #expect(zip(curve.excess, curve.excess.dropFirst()).allSatisfy { $0 <= $1 })
        // An energy beyond the beam's is not marked.
        #expect(result.marks.electronEnergy == [1, 100])
        #expect((result.marks.electronAngle[0] - 0.03185).magnitude < 1e-5)
    }

    @Test("the hadrons keep below their limit at small |t|, and the leptons above the electron's part")
    func running() throws {
        let result = try RunningCurves(
            particles: particles, running: .published, momenta: LogarithmicGrid(lower: 1e-7, upper: 10, count: 33)
        ).compute(())
        #expect(zip(result.hadrons.y, result.slope.y).allSatisfy { $0 < $1 })
        #expect((result.hadrons.y[0] / result.slope.y[0] - 1).magnitude < 1e-6)
        #expect(zip(result.leptons.y, result.electron.y).allSatisfy { $0 > $1 })
    }

    @Test("1.3e7 muons a second on 60 cm of beryllium need 2e7 s a year for 1.5e7 nb⁻¹ in two years")
    func luminosity() throws {
        let result = try HadronicChoice.beam.compute(())
        // By hand: 1.848/9.0122 · 6.02214e23 · 4 · 60 = 2.9637e25; × 1.3e7 × 6.31152e7 s = 2.4317e40 cm⁻².
        #expect((result.electronsPerArea.value / 2.9637e25 - 1).magnitude < 1e-4)
        #expect((result.withoutPauses.value / 2.4317e7 - 1).magnitude < 1e-4)
        #expect((result.share.value - 0.61686).magnitude < 1e-4)
        #expect((result.secondsPerYear.value / 1.9467e7 - 1).magnitude < 1e-4)
    }

    @Test("the right side of equation (2.3) of Dev et al. is minus its left side")
    func printedEquation() throws {
        let ratio = try facts().printedMomentumRatio
        #expect((ratio.value + 1).magnitude <= ratio.error && ratio.error < 1e-11)
    }

    @Test("with the sign that is printed the integral is another number")
    func printedSign() throws {
        func moment(_ method: HadronicMomentPoint.Method) throws -> Double {
            try HadronicMomentPoint(particles: particles, running: .published, method: method).compute(()).value
        }
        let spacelike = try moment(.spacelike)
        #expect((try moment(.timelike) / spacelike - 1).magnitude < 1e-9)
        #expect(try moment(.printedSign) < 0)
        #expect((try moment(.printedSign) / spacelike + 1.242).magnitude < 1e-3)
    }

    @Test("every number and claim of the section has a name of its own")
    func names() {
        let section = Section.hadronic(.published)
        let ids = section.quantities.map(\.id) + section.claims.map(\.id) + section.inputs.map(\.id.text)
        #expect(Set(ids).count == ids.count)
    }
}

/// The electron's angle at an energy, by the transverse and the longitudinal momentum.
private struct ElectronAngle {
    let electronMass: Double
    let muonMass: Double

    init(_ particles: ParticleInputs) throws {
        electronMass = particles.electronMass
        muonMass = particles.muonMass
    }

    /// cos θ = (E_μ + m_e) T / (p p_e), from E_μ′² = (p − p_e)² + m_μ².
    func angle(_ energy: Double) throws -> Double {
        let recoil = energy - electronMass
        let beam = (150 * 150 - muonMass * muonMass).squareRoot()
        let momentum = (energy * energy - electronMass * electronMass).squareRoot()
        return acos((150 + electronMass) * recoil / (beam * momentum))
    }
}
