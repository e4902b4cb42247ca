import Foundation
import NumericalMethods
import Testing

@testable import BosonPhysics
@testable import CosmologyPhysics

@Suite("Relic density of dark matter")
struct RelicDensityTests {
    @Test("freeze-out is 2 to 6 % below the Boltzmann equation's solution", arguments: DarkMatterKind.allCases)
    func freezeOutAgreesWithBoltzmann(kind: DarkMatterKind) throws {
        for mass in [0.005, 0.05, 0.5, 20] {
            let relic = try RelicDensity(DarkMatterAnnihilation(kind: kind, mass: mass, mediatorMass: 3 * mass))
            let product = try relic.targetCouplingProduct().value
            let solved = try relic.byBoltzmannEquation(couplingProduct: product)
            #expect(0.02 < solved.value / 0.12 - 1 && solved.value / 0.12 - 1 < 0.06, "\(kind) \(mass)")
            // Mostly that of the table of degrees of freedom.
            #expect(solved.relativeError < 0.05)
        }
    }

    @Test("the equilibrium abundance is the integral over momenta, over the entropy", arguments: [3.0, 10, 25])
    func equilibriumIsTheIntegralOverMomenta(x: Double) throws {
        let relic = try RelicDensity(DarkMatterAnnihilation(kind: .dirac, mass: 0.5, mediatorMass: 1.5))
        // In units of T; a Dirac particle has two states of spin.
        let momenta = try Quadrature.adaptive(over: 0...60, relativeTolerance: 1e-11) { p in
            p * p * exp(-(p * p + x * x).squareRoot())
        }
        let density = 2 / (2 * Double.pi * Double.pi) * momenta.value
        let entropy = 2 * Double.pi * Double.pi / 45 * relic.degrees.values(temperature: 0.5 / x).entropy
        #expect((relic.equilibrium(x: x) / (density / entropy) - 1).magnitude < 1e-8)
    }

    @Test("the target leaves the observed abundance, and y and g′ restate it")
    func targetsAreConsistent() throws {
        let annihilation = try DarkMatterAnnihilation(kind: .majorana, mass: 0.05, mediatorMass: 0.15)
        let relic = try RelicDensity(annihilation)
        let product = try relic.targetCouplingProduct().value
        #expect((try relic.byFreezeOut(couplingProduct: product).value / 0.12 - 1).magnitude < 1e-8)
        #expect((try relic.targetY().value * 81 / (product * product) - 1).magnitude < 1e-12)
        #expect((try relic.targetCoupling(darkCoupling: 0.05).value * 0.05 / product - 1).magnitude < 1e-14)
        let equal = try relic.targetCoupling(darkCoupling: nil).value
        #expect((equal * equal / product - 1).magnitude < 1e-12)
    }

    @Test(
        "a Dirac target of 20 GeV annihilates with 4.4e-26 cm³/s; one of 30 MeV, with fewer species around, needs more")
    func diracTargetMeetsTheCanonicalCrossSection() throws {
        let heavy = try DarkMatterAnnihilation(kind: .dirac, mass: 20, mediatorMass: 60)
        let product = try RelicDensity(heavy).targetCouplingProduct().value
        let crossSection = product * product * heavy.thresholdCoefficient.value * RelicInputs.crossSectionUnit
        #expect((crossSection / 4.4e-26 - 1).magnitude < 0.05)
        let light = try RelicDensity(DarkMatterAnnihilation(kind: .dirac, mass: 0.03, mediatorMass: 0.09))
        let ratio = try light.targetCoupling(darkCoupling: nil).value / 4.0402e-3
        #expect(1.1 < ratio && ratio < 1.25)
    }

    @Test("the CMB excludes the Dirac target above m_μ and not below; the p-wave's never")
    func microwaveBackground() throws {
        func ratio(_ kind: DarkMatterKind, _ mass: Double) throws -> Double {
            let relic = try RelicDensity(DarkMatterAnnihilation(kind: kind, mass: mass, mediatorMass: 3 * mass))
            return relic.cosmicMicrowaveBackgroundRatio(couplingProduct: try relic.targetCouplingProduct().value)
        }
        #expect(try ratio(.dirac, 0.1) == 0)
        #expect(try ratio(.dirac, 0.11) > 1)
        #expect(try ratio(.majorana, 0.2) == 0)
    }

    @Test("the CMB's ratio at a point is that of a calculation by hand")
    func microwaveBackgroundAtAPoint() throws {
        // m_χ = 0.2 GeV, m_Z′ = 0.6 GeV, g_χ g′ = 2e-6, pairs of muons only: σv = (g_χ g′)² m_χ² (1 + B)/π(4m_χ² − m²)² with
        // B = (1 + m_μ²/2m_χ²)(1 − m_μ²/m_χ²)^½ = 0.967546, of which B/(1 + B) heats with efficiency 0.2, for half of the
        // pairs; over 3.2e-28 cm³/s/GeV.
        let annihilation = try DarkMatterAnnihilation(kind: .dirac, mass: 0.2, mediatorMass: 0.6)
        let ratio = try RelicDensity(annihilation).cosmicMicrowaveBackgroundRatio(couplingProduct: 2e-6)
        #expect((ratio / 0.022_469_610_142_481_6 - 1).magnitude < 1e-10)
    }

    @Test("below 1 MeV the closed forms hold, and a relic density is refused")
    func lightDarkMatter() throws {
        let light = try DarkMatterAnnihilation(kind: .dirac, mass: 0.69e-3, mediatorMass: 2.07e-3)
        let product = try light.couplingProduct(crossSection: 4.4e-26 / RelicInputs.crossSectionUnit)
        // Computed elsewhere to two digits.
        #expect((product.value.squareRoot() / 6.1e-4 - 1).magnitude < 1e-2)
        #expect(throws: CosmologyError.massOutOfRange(name: "dark matter", value: 0.69e-3)) {
            try RelicDensity(light)
        }
    }

    @Test("a coupling too small for equilibrium is refused")
    func noFreezeOut() throws {
        let relic = try RelicDensity(DarkMatterAnnihilation(kind: .dirac, mass: 0.03, mediatorMass: 0.09))
        #expect(throws: CosmologyError.noFreezeOut(darkMatter: 0.03, product: 1e-12)) {
            try relic.byFreezeOut(couplingProduct: 1e-12)
        }
    }
}
