import DetectorPhysics
import KickPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Scattering on nuclei")
struct NuclearScatteringTests {
    @Test("by a point nucleus is Rutherford's where nothing screens it")
    func rutherford() throws {
        let scattering = try NuclearScattering(material: .silicon, formFactor: .point)
        let transfer = 0.05
        let found = try scattering.meanNumber(thickness: 0.01, beyond: transfer)
        // 4πα²Z²/q² a nucleus, screening below 1e-6 of it.
        let alpha = ParticleInputs.standard.fineStructure
        let area = 4 * Double.pi * alpha * alpha * 196 / (transfer * transfer) * 0.389379372e-31
        #expect(abs(found.value / (area * Material.silicon.atoms(thickness: 0.01)) - 1) < 1e-6)
    }

    @Test("kicks a muon as often as an independent program says", arguments: [(false, 2.20976e-7), (true, 2.120e-6)])
    func reference(isIncoherent: Bool, expected: Double) throws {
        let found = try KickProbability(
            material: .beryllium, thickness: 0.015, energy: 150, angle: 1.5e-3, isIncoherent: isIncoherent
        ).compute(())
        #expect(abs(found.value / expected - 1) < (isIncoherent ? 3e-4 : 3e-6))
    }

    @Test("is less, the harder the kick and the larger the nucleus")
    func monotony() throws {
        let forms: [NuclearFormFactor] = [.gaussian, .point]
        let numbers = try forms.map { form in
            let scattering = try NuclearScattering(material: .beryllium, formFactor: form)
            return try [1e-6, 1e-3, 0.1, 0.3, 1].map { try scattering.meanNumber(thickness: 1, beyond: $0).value }
        }
        for row in numbers { #expect(zip(row, row.dropFirst()).allSatisfy { $0 > $1 }) }
        #expect(zip(numbers[0], numbers[1]).allSatisfy { $0 < $1 })
    }

    @Test("has no oscillator form factor in silicon, and says so")
    func oscillator() {
        #expect(throws: ScatteringError.oscillatorUndefined(material: "silicon")) {
            try NuclearScattering(material: .silicon, formFactor: .oscillator)
        }
    }

    @Test("is tabulated as it is integrated", arguments: NuclearFormFactor.allCases, [false, true])
    func table(form: NuclearFormFactor, isIncoherent: Bool) throws {
        let scattering = try NuclearScattering(material: .beryllium, formFactor: form, isIncoherent: isIncoherent)
        let table = ScatterTable(scattering)
        for transfer in [1e-7, 1e-5, 1e-3, 0.03, 0.2, 1] {
            let exact = try scattering.meanNumber(thickness: 1, beyond: transfer)
            let rate = table.rate(beyond: transfer)
            #expect(abs(rate / exact.value - 1) < 1e-5)
            #expect(abs(table.transfer(atRate: rate) / transfer - 1) < 1e-9)
        }
    }

    @Test("refuses a layer, a muon and an angle that there are not")
    func wildInput() {
        for (thickness, energy, angle) in [
            (-1, 150, 1e-3), (.infinity, 150, 1e-3), (0.01, 0.1, 1e-3), (0.01, .nan, 1e-3), (0.01, 150, -1),
            (0.01, 150, 2),
        ] as [(Double, Double, Double)] {
            #expect(throws: ScatteringError.self) {
                try KickProbability(material: .beryllium, thickness: thickness, energy: energy, angle: angle).compute(
                    ())
            }
        }
    }

    @Test("is never more than certain")
    func probability() throws {
        let found = try KickProbability(material: .silicon, thickness: 1, energy: 1, angle: 0).compute(())
        #expect(found.value <= 1)
    }
}
