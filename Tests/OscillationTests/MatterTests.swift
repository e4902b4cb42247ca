import ComplexModule
import Foundation
import NumericalMethods
import Testing

@testable import OscillationPhysics

@Suite("Matter on the way")
struct MatterTests {
    @Test(
        "raises the energy of electron neutrinos by what the literature quotes: 7.63e-14 eV for each g/cm3 of electrons"
    )
    func potential() {
        let layer = MatterLayer(length: 1, density: 1, electronFraction: 1)
        #expect((layer.potential / 7.63e-23 - 1).magnitude < 1e-3)
    }

    @Test("in the Earth has the mass of the Earth")
    func mass() throws {
        // g/cm³ to kg/m³; the crust in place of the ocean adds 0.02 %.
        let mass = try Quadrature.adaptive(splitAt: [0] + EarthModel.shells.map(\.upTo), relativeTolerance: 1e-8) {
            4e3 * .pi * $0 * $0 * EarthModel.density(atRadius: $0)
        }
        #expect((mass.value / 5.974e24 - 1).magnitude < 1e-3)
    }

    @Test("begins where the rock does, and has the densities that the model tabulates")
    func densities() {
        #expect(EarthModel.density(atRadius: 0) == 13.0885)
        #expect((EarthModel.density(atRadius: 3480e3) - 9.90349).magnitude < 1e-4)
        #expect((EarthModel.density(atRadius: 6346.6e3) - 3.38076).magnitude < 1e-4)
        #expect(EarthModel.density(atRadius: EarthModel.radius) == 2.6)
        #expect(EarthModel.density(atRadius: EarthModel.radius + 1) == 0)
    }

    @Test(
        "is cut into layers that are as long as the way together, alike from both ends",
        arguments: [400e3, 1285e3, 12e6])
    func layers(length: Double) {
        let layers = EarthModel.layers(ofPath: length, pieces: 5, electronFraction: 0.5)
        #expect((layers.map(\.length).reduce(0, +) / length - 1).magnitude < 1e-13)
        let isAlike = layers == layers.reversed()
        #expect(isAlike)
    }

    @Test("that changes along the way does in layers what the differential equation says")
    func equation() {
        let mixing = NeutrinoMixing.example
        for (length, energy) in [(1285e3, 2.5), (1285e3, 0.8), (9000e3, 6)] {
            let nearest = EarthModel.radius - EarthModel.depth(ofPath: length)
            // A step in density falls between two steps of the method, which sees it as a slope.
            let evolved = SecondMethod.equation(
                mixing, energy: energy, length: length, electronFraction: 0.5, steps: 20000
            ) { x in
                let distance = x - length / 2
                return EarthModel.density(atRadius: (nearest * nearest + distance * distance).squareRoot())
            }
            let layers = EarthModel.layers(ofPath: length, pieces: 40, electronFraction: 0.5)
            let found = Propagation(mixing, energy: energy, through: layers).probability(.muon, to: .electron)
            #expect((found.value - evolved[0, 1].lengthSquared).magnitude < 2e-5)
        }
    }

    @Test("of the way changes the appearance by its profile, too, within the error that the layers' number leaves")
    func layered() throws {
        let experiment = LongBaseline.example()
        let found = LayeredEarth(experiment, energy: 2.5).compute(())
        let layers = EarthModel.layers(ofPath: experiment.length, pieces: 200, electronFraction: 0.5)
        let fine = Propagation(experiment.mixing, energy: 2.5, through: layers).probability(.muon, to: .electron)
        let flat = Propagation(experiment.mixing, energy: 2.5, through: [experiment.layer]).probability(
            .muon, to: .electron)
        #expect((found.change.value - (fine.value / flat.value - 1)).magnitude <= found.change.error)
        #expect(found.changeAtSameMean.value > 0 && found.changeAtSameMean.value < found.change.value)
        #expect(found.change.error < 1e-4)
    }
}

@Suite("The expansion of the appearance")
struct ExpansionTests {
    private func deviation(_ expansion: AppearanceExpansion, scale: Double, density: Double = 2.848) -> Double {
        var mixing = NeutrinoMixing.example
        mixing.sinSquared13 *= scale * scale
        mixing.splitting21 *= scale
        let layer = MatterLayer(length: 1285e3, density: density)
        let exact = Propagation(mixing, energy: 2.5, through: [layer]).probability(.muon, to: .electron).value
        return (expansion.probability(mixing, energy: 2.5, through: layer) - exact).magnitude
    }

    @Test(
        "is of second order: what it neglects falls eightfold when both parameters are halved", arguments: [0, 2.848])
    func order(density: Double) {
        for expansion in AppearanceExpansion.allCases {
            let ratio =
                deviation(expansion, scale: 0.1, density: density) / deviation(expansion, scale: 0.05, density: density)
            // Of third order at least.
            #expect(ratio > 7)
        }
    }

    @Test("is of the antineutrinos with the opposite potential and phase")
    func antineutrinos() {
        var mixing = NeutrinoMixing.example
        mixing.sinSquared13 *= 1e-4
        mixing.splitting21 *= 1e-2
        let layer = MatterLayer(length: 1285e3, density: 2.848)
        let exact = Propagation(mixing, energy: 2.5, .antineutrino, through: [layer]).probability(.muon, to: .electron)
        for expansion in AppearanceExpansion.allCases {
            let found = expansion.probability(mixing, energy: 2.5, .antineutrino, through: layer)
            #expect((found / exact.value - 1).magnitude < 1e-3)
        }
    }

    @Test("is never farther off on a finer grid than its accuracy says, by more than the stated error")
    func accuracy() {
        let experiment = LongBaseline.example()
        let found = ExpansionAccuracy(experiment, .doubled, energies: 1.5...5).compute(())
        let stream = RandomStream("accuracy")
        for index in 0..<500 {
            let energy = stream.uniform(at: UInt64(2 * index), in: 1.5...5)
            let phase = stream.uniform(at: UInt64(2 * index + 1), in: -.pi...Double.pi)
            let exact = experiment.propagation(energy: energy, phase: phase).probability(.muon, to: .electron).value
            let expanded = AppearanceExpansion.doubled.probability(
                experiment.mixing.with(phase: phase), energy: energy, through: experiment.layer)
            #expect((expanded / exact - 1).magnitude <= found.value + found.error)
        }
    }
}

@Suite("Places of extreme values")
struct ExtremumTests {
    @Test("are found within their errors")
    func places() throws {
        let found = try Extremum.largest(from: 0, to: 3, steps: 10) { .closedForm(sin($0), operations: 4) }
        #expect((found.place.value - .pi / 2).magnitude <= found.place.error && found.place.error < 1e-6)
        #expect((found.value.value - 1).magnitude <= found.value.error && found.value.error < 1e-13)
        let least = try Extremum.smallest(from: 3, to: 6, steps: 10) { .closedForm(sin($0), operations: 4) }
        #expect((least.place.value - 1.5 * .pi).magnitude <= least.place.error)
        #expect((least.value.value + 1).magnitude <= least.value.error)
    }

    @Test("are refused at an end, where there may be larger ones beyond")
    func ends() {
        #expect(throws: NumericalError.self) {
            try Extremum.largest(from: 0, to: 1, steps: 10) { .closedForm($0) }
        }
    }

    @Test("of the appearance are maxima and minima of it, in their order")
    func landmarks() throws {
        let experiment = LongBaseline.example()
        let found = try Landmarks(experiment, phases: [-.pi / 2, 0, .pi / 2]).compute(())
        for landmark in found {
            #expect(landmark.secondMaximum.place.value < landmark.firstMinimum.place.value)
            #expect(landmark.firstMinimum.place.value < landmark.firstMaximum.place.value)
            for (extremum, sign) in [
                (landmark.firstMaximum, 1.0), (landmark.firstMinimum, -1), (landmark.secondMaximum, 1),
            ] {
                for shift in [0.98, 1.02] {
                    let there = experiment.propagation(energy: shift * extremum.place.value, phase: landmark.phase)
                        .probability(.muon, to: .electron).value
                    #expect(sign * (extremum.value.value - there) > 0)
                }
            }
        }
    }

    @Test("tell the orderings apart beyond the separating baseline and not before it")
    func separation() throws {
        let experiment = LongBaseline.example()
        let baseline = try SeparationBaseline(experiment).compute(()).value
        for (share, isApart) in [(0.9, false), (1.1, true)] {
            var other = experiment
            other.length = share * baseline
            func asymmetries(_ ordering: MassOrdering) -> [Double] {
                (0..<72).map {
                    other.propagation(
                        energy: other.firstVacuumMaximum, phase: Double($0) * .pi / 36, ordering
                    ).asymmetry.value
                }
            }
            let (least, largest) = (asymmetries(.normal).min(), asymmetries(.inverted).max())
            #expect((try #require(least) > (try #require(largest))) == isApart)
        }
    }
}
