import NumericalMethods
import Testing

@testable import BosonPhysics
@testable import CosmologyPhysics

@Suite("Thermal targets of dark matter")
struct ThermalTargetsTests {
    @Test("are those of the relic density, whose table is shared", arguments: DarkMatterKind.allCases)
    func sharesTheTable(kind: DarkMatterKind) throws {
        let target = try ThermalTargets(kind: kind).target(mass: 0.04)
        let alone = try RelicDensity(DarkMatterAnnihilation(kind: kind, mass: 0.04, mediatorMass: 0.12))
        #expect(target.couplingProduct == (try alone.targetCouplingProduct()))
        #expect((target.y.value / (try alone.targetY().value) - 1).magnitude < 1e-14)
        #expect(target.coupling(darkCoupling: nil).value == (try alone.targetCoupling(darkCoupling: nil).value))
    }

    @Test("y is (1 − 4/r²)² times that of a heavy boson, r = m_Z′/m_χ", arguments: DarkMatterKind.allCases)
    func heavyBoson(kind: DarkMatterKind) throws {
        // σv ∝ (g_χ g′)² m_χ²/(4m_χ² − r²m_χ²)² = y (1 − 4/r²)⁻²/m_χ², and the abundance fixes σv.
        let heavy = try ThermalTargets(kind: kind, ratio: 1e4).target(mass: 0.02).y.value
        for ratio in [2.5, 3, 5, 20] {
            let y = try ThermalTargets(kind: kind, ratio: ratio).target(mass: 0.02).y.value
            let factor = 1 - 4 / (ratio * ratio)
            #expect((y / (heavy * factor * factor) - 1).magnitude < 1e-6, "ratio \(ratio)")
        }
    }

    @Test("a complex scalar needs twice the y of a Majorana fermion")
    func scalarAgainstMajorana() throws {
        // One spin state and an antiparticle against two states and none: as many particles at freeze-out, n(2g²) = 2n(g²).
        let scalar = try ThermalTargets(kind: .complexScalar).target(mass: 0.05)
        let majorana = try ThermalTargets(kind: .majorana).target(mass: 0.05)
        #expect((scalar.y.value / majorana.y.value - 2).magnitude < 1e-6)
        #expect((scalar.freezeOut - majorana.freezeOut).magnitude < 1e-6)
    }

    @Test(
        "the integral after freeze-out gives the abundance but for what is left at x_f",
        arguments: DarkMatterKind.allCases)
    func integralGivesTheAbundance(kind: DarkMatterKind) throws {
        let target = try ThermalTargets(kind: kind).target(mass: 0.03)
        let relic = RelicInputs.standard
        // Y < 1/(√(π/45) M_Pl m_χ J).
        let yield = 1 / ((Double.pi / 45).squareRoot() * relic.planckMass * target.mass * target.integral.value)
        let species = kind == .majorana ? 1.0 : 2
        let bound = species * target.mass * yield * relic.entropyDensity / relic.criticalDensity
        #expect(1 < bound / relic.abundance && bound / relic.abundance < 1.15)
    }

    @Test("30 MeV of Dirac dark matter freezes out with 8e-26 cm³/s, not with 4.4e-26")
    func lightDiracNeedsMore() throws {
        let crossSection = try ThermalTargets(kind: .dirac).target(mass: 0.03).crossSection
        #expect((crossSection / 8.1e-26 - 1).magnitude < 0.01)
    }

    @Test("the microwave background's energy is zero below the muon and for p-waves")
    func microwaveBackground() throws {
        #expect(try ThermalTargets(kind: .dirac).target(mass: 0.1).microwaveBackgroundRatio == 0)
        #expect(try ThermalTargets(kind: .dirac).target(mass: 0.2).microwaveBackgroundRatio > 1)
        #expect(try ThermalTargets(kind: .complexScalar).target(mass: 0.2).microwaveBackgroundRatio == 0)
    }

    @Test("below 1 MeV there is a closed form but no freeze-out")
    func tooLight() throws {
        let annihilation = try DarkMatterAnnihilation(kind: .dirac, mass: 0.00069, mediatorMass: 0.00207)
        #expect(throws: CosmologyError.massOutOfRange(name: "dark matter", value: 0.00069)) {
            try RelicDensity(annihilation)
        }
        let product = try annihilation.couplingProduct(crossSection: 4.4e-26 / RelicInputs.crossSectionUnit)
        #expect((product.value.squareRoot() / 6.1e-4 - 1).magnitude < 0.01)
    }

    @Test("a ratio at the resonance is refused")
    func resonance() {
        #expect(throws: CosmologyError.self) { try ThermalTargets(kind: .dirac, ratio: 2) }
    }
}
