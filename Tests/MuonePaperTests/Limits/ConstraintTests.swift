import Foundation
import LimitModel
import Reference
import Testing

@Suite("Constraints")
struct ConstraintTests {
    @Test("names are unique")
    func namesAreUnique() {
        #expect(Set(AnyLimit.all.map(\.name)).count == AnyLimit.all.count)
    }

    @Test(
        "a curve ends where its validity ends and is never extrapolated",
        arguments: AnyLimit.all)
    func curvesEnd(constraint: AnyLimit) throws {
        let range = constraint.validity
        #expect(try constraint.coupling(atMass: range.lowerBound * 0.999) == nil)
        #expect(try constraint.coupling(atMass: range.upperBound * 1.001) == nil)
        #expect(try constraint.coupling(atMass: range.lowerBound) != nil)
        #expect(try constraint.coupling(atMass: range.upperBound) != nil)
    }

    @Test(
        "couplings are positive and finite over the whole range",
        arguments: AnyLimit.all)
    func couplingsArePositive(constraint: AnyLimit) throws {
        let evaluator = try constraint.evaluator()
        let ratio = constraint.validity.upperBound / constraint.validity.lowerBound
        for step in 0...50 {
            let mass = constraint.validity.lowerBound * pow(ratio, 0.999 * Double(step) / 50)
            let coupling = try #require(try evaluator.coupling(atMass: mass))
            #expect(coupling.value > 0 && coupling.value < 1)
        }
    }

    @Test(
        "the caption names the level, the kind, the role and the sources",
        arguments: AnyLimit.all)
    func captionIsComplete(constraint: AnyLimit) {
        let caption = constraint.captionSentence
        #expect(caption.contains(constraint.facts.confidenceLevel == 0.95 ? "95\\,\\% C.L." : "90\\,\\% C.L."))
        #expect(caption.contains("\(constraint.kind.rawValue) \(constraint.facts.role.rawValue)"))
        #expect(caption.contains("\\cite{" + constraint.facts.sources.joined(separator: ",") + "}"))
        #expect(caption.filter { $0 == "$" }.count.isMultiple(of: 2))
        #expect(caption.hasSuffix("."))
    }

    @Test("the caption of CCFR reads as a sentence with its inputs")
    func captionOfCCFR() {
        #expect(
            AnyLimit.ccfr.captionSentence
                == "CCFR: $\\nu_\\mu N\\to\\nu_\\mu N\\mu^+\\mu^-$, calibrated limit at 95\\,\\% C.L., "
                + "0.1\\,MeV to 10\\,GeV, neutrino energy 90\\,GeV (chosen to meet the published curve; the mean is "
                + "160\\,GeV); nucleus $Z=26$, $A=56$; measured $\\sigma/\\sigma_\\mathrm{SM}=0.82\\pm0.28$; "
                + "allowed $\\sigma/\\sigma_\\mathrm{SM}<1.38$~\\cite{CCFR1991,Altmannshofer2014}.")
    }

    @Test(
        "a trident limit says where its energy comes from",
        arguments: [
            (AnyLimit.ccfr(neutrinoEnergy: 90), LimitFacts.Kind.calibrated, "90\\,GeV (chosen to meet the published"),
            (.ccfr(neutrinoEnergy: 160), .computed, "160\\,GeV (mean)"),
            (.ccfr(neutrinoEnergy: 120), .computed, "120\\,GeV (chosen for this variant; the mean is 160\\,GeV)"),
            (.charmII(neutrinoEnergy: 20), .computed, "20\\,GeV (mean)"),
            (.charmII(neutrinoEnergy: 24.5), .computed, "24.5\\,GeV (chosen for this variant; the mean is 20\\,GeV)"),
        ])
    func tridentEnergyIsExplained(constraint: AnyLimit, kind: LimitFacts.Kind, note: String) {
        #expect(constraint.kind == kind)
        #expect(constraint.captionSentence.contains("neutrino energy " + note))
    }

    @Test("published points lie on their curve")
    func pointsLieOnTheCurve() throws {
        #expect(try AnyLimit.babarFourMuon.coupling(atMass: 0.352)?.value == 1.10e-3)
        #expect(try AnyLimit.na64Mu.coupling(atMass: 0.00204)?.value == 1.26e-5)
        #expect(try AnyLimit.na64Mu.coupling(atMass: 0.0998)?.value == 1.59e-5)
    }

    @Test("between two points the curve is straight in log g against log m")
    func interpolationIsLogarithmic() throws {
        let mass = (0.219 * 0.254).squareRoot()
        let coupling = try #require(try AnyLimit.babarFourMuon.coupling(atMass: mass))
        #expect((coupling.value / (1.06e-3 * 9.4e-4).squareRoot() - 1).magnitude < 1e-12)
    }

    @Test("Borexino is the straight line of the literature")
    func borexinoIsALine() throws {
        let coupling = try #require(try AnyLimit.borexino.coupling(atMass: 0.01))
        #expect((coupling.value / 6.18e-4 - 1).magnitude < 1e-14)
    }

    @Test("a curve over a grid starts and ends at the ends of its validity, with its points as corners")
    func curveHasItsEnds() throws {
        let masses = (0...40).map { 1e-3 * pow(10, Double($0) / 10) }
        let segments = try AnyLimit.babarFourMuon.curve(masses: masses)
        let points = try #require(segments.first).points
        #expect(segments.count == 1)
        #expect(points.first == LimitPoint(mass: 0.219, coupling: 1.06e-3))
        #expect(points.last == LimitPoint(mass: 8.10, coupling: 9.0e-2))
        #expect(points.contains(LimitPoint(mass: 1.16, coupling: 1.85e-3)))
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.mass < $1.mass })
    }

    @Test("the ends of a line that fall between grid masses are added to its curve")
    func lineHasItsEnds() throws {
        let points = try #require(try AnyLimit.borexino.curve(masses: [0.001, 0.01, 0.1]).first).points
        #expect(points.map(\.mass) == [0.002, 0.01, 0.025])
    }

    @Test("a grid outside the validity gives no curve")
    func gridOutsideGivesNothing() throws {
        #expect(try AnyLimit.babarFourMuon.curve(masses: [0.001, 0.01, 0.1]).isEmpty)
        #expect(try AnyLimit.babarFourMuon.curve(masses: []).isEmpty)
    }

    @Test("a grid that ends inside the validity cuts the curve there")
    func gridCutsTheCurve() throws {
        let points = try #require(try AnyLimit.na64Mu.curve(masses: [0.005, 0.02, 0.05]).first).points
        #expect(points.first?.mass == 0.005)
        #expect(points.last?.mass == 0.05)
    }
}
