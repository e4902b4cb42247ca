import BosonPhysics
import Foundation
import MixingPhysics
import NumericalMethods
import Reference
import TestPhysics
import Testing

@Suite("Limits through kinetic mixing")
struct MixingLimitsTests {
    @Test(
        "they have a complete caption and end at their validity",
        arguments: AnyLimit.throughMixing)
    func constraintsAreComplete(constraint: AnyLimit) throws {
        #expect(constraint.captionSentence.filter { $0 == "$" }.count.isMultiple(of: 2))
        let range = constraint.validity
        #expect(try constraint.coupling(atMass: range.lowerBound * 0.999) == nil)
        #expect(try constraint.coupling(atMass: range.upperBound * 1.001) == nil)
        for mass in [range.lowerBound, (range.lowerBound * range.upperBound).squareRoot(), range.upperBound] {
            let coupling = try #require(try constraint.coupling(atMass: mass))
            #expect(coupling.value > 0 && coupling.value.isFinite && coupling.relativeError < 1e-6)
        }
    }

    @Test("white dwarfs give the line 0.0506 (m/GeV), within 4 % of the published 0.049")
    func whiteDwarfLine() throws {
        let slope = try #require(try AnyLimit.whiteDwarfs.coupling(atMass: 0.01)).value / 0.01
        #expect((slope / (1.12e-5 / 0.0043706).squareRoot() - 1).magnitude < 1e-5)
        #expect((slope / 0.049 - 1).magnitude < 0.04)
    }

    @Test("the electron's moment needs the directly coupled g = 1.52968e-4 at 10 MeV, divided by eΠ(0)")
    func electronMoment() throws {
        let coupling = try MixingLimits.electronMoment(mass: 0.01, ceiling: 5e-13)
        #expect((coupling.value * 0.0043706 / 1.52968e-4 - 1).magnitude < 1e-5)
        let back = try MixingLimits.electronMoment(mass: 0.01, mixing: try KineticMixing(coupling: coupling.value))
        #expect((back.value / 5e-13 - 1).magnitude < 1e-12)
    }

    @Test("a heavy boson adds (eε)² m_e²/12π²m² to the electron's moment, one without mixing nothing")
    func electronMomentLimits() throws {
        let me = ParticleInputs.standard.electronMass
        let mixing = try KineticMixing(coupling: 1)
        let value = try MixingLimits.electronMoment(mass: 10, mixing: mixing).value
        let charge = (4 * Double.pi / 137.036).squareRoot() * mixing.loopAtZero.value
        #expect((value / (charge * charge * me * me / (1200 * Double.pi * Double.pi)) - 1).magnitude < 1e-6)
        let cancelled = try KineticMixing(coupling: 1, treeLevel: -mixing.loopAtZero.value)
        #expect(try MixingLimits.electronMoment(mass: 0.01, mixing: cancelled).value < 1e-30)
    }

    @Test("a light invisible boson has g′ = ε/|Π(0)|: 69.3 ε")
    func invisibleLightLimit() throws {
        let epsilon = Estimate.exact(1e-5)
        let coupling = try MixingLimits.invisible(mass: 1e-4, epsilon: epsilon)
        #expect((coupling.value / 69.286e-5 - 1).magnitude < 1e-4)
    }

    @Test("far above both thresholds neutrinos are a third of all decays, below the muons all")
    func branchingLimits() {
        #expect((ZPrimeWidths.invisibleFraction(mass: 1000) - 1.0 / 3).magnitude < 1e-9)
        #expect(ZPrimeWidths.invisibleFraction(mass: 0.2113) == 1)
        #expect(ZPrimeWidths.invisibleFraction(mass: 0.2114) < 1)
    }

    @Test("published points of NA64 turn into couplings with the mixing on the mass shell")
    func na64Points() throws {
        let coupling = try #require(try AnyLimit.na64Electron.coupling(atMass: 0.0250)).value
        let mixing = try KineticMixing(coupling: coupling).loopByQuadrature(q2: 0.000625).real.value
        #expect((mixing / 7.7e-5 - 1).magnitude < 1e-9)
    }

    @Test("the curve of NA64 has a corner at the muon threshold")
    func na64HasACorner() throws {
        let threshold = 2 * ParticleInputs.standard.muonMass
        let points = try #require(try AnyLimit.na64Electron.curve(masses: [0.001, 1]).first).points
        #expect(points.contains { $0.mass == threshold })
        #expect(points.count == 15)
    }

    @Test("the recast of Borexino is a stronger bound than the line of the literature, and told apart")
    func borexinoRecast() throws {
        let recast = try #require(try AnyLimit.borexinoRecast.coupling(atMass: 0.01)).value
        #expect((recast / 4.1e-4 - 1).magnitude < 0.03)
        #expect(try recast < #require(try AnyLimit.borexino.coupling(atMass: 0.01)).value)
        #expect(AnyLimit.borexinoRecast.kind == .computed && AnyLimit.borexino.kind == .published)
    }

    @Test("impossible masses and ceilings are refused")
    func badArguments() {
        #expect(throws: MixingError.invalidMass(0)) { try MixingLimits.contactInteraction(mass: 0, ceiling: 1e-5) }
        #expect(throws: MixingError.noAllowedCoupling(ceiling: -1)) {
            try MixingLimits.electronMoment(mass: 0.01, ceiling: -1)
        }
    }
}
