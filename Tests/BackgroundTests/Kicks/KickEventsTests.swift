import DetectorPhysics
import KickPhysics
import NumericalMethods
import SignalPhysics
import Testing

@Suite("Elastic events kicked by one nucleus")
struct KickEventsTests {
    func events(
        _ position: KickPosition, _ formFactor: NuclearFormFactor = .gaussian, incoherent: Bool = false,
        material: Material = .beryllium, thickness: Double = 0.0075, cuts: SelectionCuts = .published
    ) throws -> Estimate {
        try KickEvents(
            elastic: ElasticScattering(), position: position, material: material, thickness: thickness,
            formFactor: formFactor, isIncoherent: incoherent, cuts: cuts
        ).compute(())
    }

    @Test("are as many as an independent program finds")
    func reference() throws {
        let pairs: [(Estimate, Double)] = try [
            (events(.after), 2.839e6), (events(.after, .oscillator), 2.686e6), (events(.after, .point), 3.48e7),
            (events(.after, incoherent: true), 7.377e6), (events(.before), 2.062e6),
            (events(.before, incoherent: true), 6.317e6),
        ]
        for (found, expected) in pairs { #expect(abs(found.value / expected - 1) < 1e-3) }
        let silicon = try events(.after, material: .silicon, thickness: 1.28e-3)
        #expect(abs(silicon.value / 1.35e6 - 1) < 4e-3)
    }

    @Test("add up from both sides of the vertex")
    func both() throws {
        let sum = try events(.after).value + events(.before).value
        #expect(abs(try events(.both).value / sum - 1) < 1e-12)
    }

    @Test("are none without matter, without a cut, or without a window")
    func none() throws {
        #expect(try events(.both, thickness: 0).value == 0)
        #expect(try events(.both, cuts: .none).value == 0)
        let beyond = SelectionCuts(minimumMuonAngle: 1e-3, minimumElectronEnergy: 145, maximumElectronEnergy: 149)
        #expect(try events(.both, cuts: beyond).value == 0)
    }

    @Test("are proportional to the matter and fall with the cut")
    func scaling() throws {
        #expect(abs(try events(.after, thickness: 0.015).value / events(.after).value - 2) < 1e-4)
        let numbers = try [1.3e-3, 1.5e-3, 2e-3, 4e-3].map { angle in
            var cuts = SelectionCuts.published
            cuts.minimumMuonAngle = angle
            return try events(.after, cuts: cuts).value
        }
        #expect(numbers == numbers.sorted(by: >))
    }

    @Test("are never more than there are, where the window reaches the cut")
    func certain() throws {
        let cuts = SelectionCuts(minimumMuonAngle: 1.5e-3, minimumElectronEnergy: 37.9, maximumElectronEnergy: 37.9417)
        let all = try ElasticEvents(
            elastic: ElasticScattering(),
            cuts: SelectionCuts(minimumElectronEnergy: 37.9, maximumElectronEnergy: 37.9417)
        ).compute(())
        let found = try events(.both, cuts: cuts)
        #expect(found.value > 0 && found.value < 2 * all.value)
    }

    @Test("are infinitely many without a smallest electron energy, which is an error")
    func unbounded() {
        #expect(throws: KickError.self) { try events(.after, cuts: .angleOnly) }
    }

    @Test("depend on the model of the nucleus by less than a tenth")
    func spread() throws {
        let models = try KickModels(elastic: ElasticScattering(), position: .both, cuts: .published).compute(())
        #expect(abs(models.headline.value / 1.3694e7 - 1) < 1e-3)
        #expect(models.coherentSpread.value < 0.1 * models.coherent.value && models.coherentSpread.value > 0)
        #expect(models.point.value > models.headline.value)
    }
}
