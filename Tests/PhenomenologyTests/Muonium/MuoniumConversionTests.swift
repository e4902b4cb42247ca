import Foundation
import MomentPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Muonium to antimuonium")
struct MuoniumConversionTests {
    private let published = MuoniumConversion(.vector, formula: .published)

    @Test("the published formula gives the published numbers")
    func publishedNumbers() throws {
        #expect((Muonium.muonWidth / 2.995983702e-19 - 1).magnitude < 1e-8)
        #expect((published.largestMatrixElement / 1.918365586e-24 - 1).magnitude < 1e-9)
        for (mass, expected) in [(0.1, 8.660107e-6), (1, 2.41451e-4)] {
            let limit = try #require(try published.limit(mass: mass))
            #expect((limit.value / expected - 1).magnitude < 3e-6)
        }
    }

    @Test("the limit is where the probability is the allowed one", arguments: MuoniumConversion.Formula.allCases)
    func limitInverts(formula: MuoniumConversion.Formula) throws {
        let stream = RandomStream("muonium")
        for mediator in MuoniumConversion.Mediator.allCases {
            let conversion = MuoniumConversion(mediator, formula: formula)
            for step in 0..<UInt64(50) {
                let mass = pow(10, stream.uniform(at: step, in: -0.9...3))
                let coupling = try #require(try conversion.limit(mass: mass)).value
                let probability = try conversion.probability(mass: mass, coupling: coupling)
                #expect((probability / 8.2e-11 - 1).magnitude < 1e-12)
            }
        }
    }

    // h is a contact interaction: g ∝ m.
    @Test("the error grows towards the formula's own pole and is finite at the other formula's")
    func poles() throws {
        let inputs = ParticleInputs.standard
        let sum = inputs.muonMass + inputs.electronMass
        let difference = MuoniumConversion.smallestMass(inputs: inputs)
        for (mediator, formula, pole, other) in [
            (MuoniumConversion.Mediator.scalar, MuoniumConversion.Formula.derived, difference, sum),
            (.vector, .derived, sum, difference), (.scalar, .published, sum, difference),
        ] {
            let conversion = MuoniumConversion(mediator, formula: formula)
            let far = try #require(try conversion.limit(mass: other))
            #expect(far.isHonest && far.relativeError < 1e-11)
            let near = try #require(try conversion.limit(mass: pole.nextUp))
            #expect(near.isHonest && near.relativeError > 0.5)
        }
    }

    @Test("the limit of a heavy boson grows with its mass", arguments: MuoniumConversion.Formula.allCases)
    func heavy(formula: MuoniumConversion.Formula) throws {
        for mediator in MuoniumConversion.Mediator.allCases {
            let conversion = MuoniumConversion(mediator, formula: formula)
            let near = try #require(try conversion.limit(mass: 1e4)).value
            let far = try #require(try conversion.limit(mass: 1e5)).value
            #expect((far / near / 10 - 1).magnitude < 1e-9)
        }
    }

    // Without a field all four states convert: P = 2 g⁴|ψ|⁴/m⁴Γ² · (1·1 + 3·9)/4 for a heavy vector, and 1 for a scalar.
    @Test("without a field a heavy vector converts seven times as much as a scalar")
    func zeroField() throws {
        let vector = try MuoniumConversion(.vector, formula: .derived, magneticField: 0)
            .probability(mass: 1e4, coupling: 0.01)
        let scalar = try MuoniumConversion(.scalar, formula: .derived, magneticField: 0)
            .probability(mass: 1e4, coupling: 0.01)
        #expect((vector / scalar / 7 - 1).magnitude < 1e-7)
        let matrixElement = 1e-4 * Muonium().densityAtOrigin / 1e8
        let ratio = matrixElement / Muonium.muonWidth
        #expect((scalar / (2 * ratio * ratio) - 1).magnitude < 1e-7)
    }

    // Hou and Wong (1995): scalars' conversion of unpolarised muonium halves in a weak field, and stays.
    @Test("a field halves the conversion by a scalar, however strong it is", arguments: [0.001, 0.1, 100])
    func scalarInField(tesla: Double) throws {
        let without = try MuoniumConversion(.scalar, formula: .derived, magneticField: 0)
            .probability(mass: 10, coupling: 1e-3)
        let within = try MuoniumConversion(.scalar, formula: .derived, magneticField: tesla)
            .probability(mass: 10, coupling: 1e-3)
        #expect((within / without - 0.5).magnitude < 1e-4)
    }

    // At B → ∞ both mixed states have (h₁+h₃)/2 = −2 of the vector: 2·4/4 = 2 of 7.
    @Test("a strong field leaves two sevenths of the conversion by a heavy vector")
    func vectorInStrongField() throws {
        let without = try MuoniumConversion(.vector, formula: .derived, magneticField: 0)
            .probability(mass: 1e4, coupling: 1e-3)
        let within = try MuoniumConversion(.vector, formula: .derived, magneticField: 1e3)
            .probability(mass: 1e4, coupling: 1e-3)
        #expect((within / without - 2.0 / 7).magnitude < 1e-5)
    }

    // 4463.3 MHz, of which the relativistic and radiative corrections are 0.2 %; x = B/0.1585 T.
    @Test("the ground state has its known size")
    func groundState() {
        let muonium = Muonium()
        let planck = 4.135667696e-24
        #expect((muonium.hyperfineSplitting / planck / 4463.3e6 - 1).magnitude < 3e-3)
        #expect((muonium.mixingRatio(magneticField: 0.1585) - 1).magnitude < 3e-3)
        // 2 (μ_B − μ_B m_e/m_μ) B.
        let expected = 2 * 5.7883818e-14 * 0.1 * (1 - muonium.inputs.electronMass / muonium.inputs.muonMass)
        #expect((muonium.antimuoniumDistance(magneticField: 0.1) / expected - 1).magnitude < 1e-6)
    }

    // Willmann et al. (1999): G < 3.0e-3 G_F for P < 8.2e-11 in 0.1 T; without a field P = 2.57e-5 (G/G_F)², as the
    // literature has it.
    @Test("the interaction that experiments state has their limit, and the known probability without a field")
    func contact() {
        #expect((Muonium().contactLimit().value / 3.0e-3 - 1).magnitude < 0.05 / 3)
        let free = Muonium().contactLimit(maximumProbability: 2.57e-5, magneticField: 0).value
        #expect((free - 1).magnitude < 5e-3)
    }

    @Test("errors name the argument")
    func invalid() {
        #expect(throws: MuoniumError.invalidMass(0)) { try published.limit(mass: 0) }
        #expect(throws: MuoniumError.invalidCoupling(.infinity)) {
            try published.probability(mass: 1, coupling: .infinity)
        }
        #expect(throws: MuoniumError.pole(Muonium().mass)) { try published.limit(mass: Muonium().mass) }
    }
}
