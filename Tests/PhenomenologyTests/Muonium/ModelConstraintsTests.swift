import Foundation
import Limits
import MomentPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Limits on the models of the elastic channel")
struct ModelConstraintsTests {
    static let models: [MediatorModel] = [
        .vector(ratio: 1), .vector(ratio: 0.4), .scalar(ratio: 2), .vectorFlavour, .scalarFlavour,
    ]

    private func limits(_ model: MediatorModel, _ decay: MediatorDecay = .invisible) -> [String: Constraint] {
        Dictionary(
            ModelConstraints.limits(for: model, decay: decay).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    }

    @Test("have a coupling within their masses and none outside", arguments: models)
    func validity(model: MediatorModel) throws {
        for decay in MediatorDecay.allCases {
            let found = ModelConstraints.limits(for: model, decay: decay)
            #expect(Set(found.map(\.name)).count == found.count)
            for limit in found {
                let (lower, upper) = (limit.validity.lowerBound, limit.validity.upperBound)
                for mass in [lower * 1.001, (lower * upper).squareRoot(), upper] {
                    #expect((try #require(try limit.coupling(atMass: mass))).value > 0)
                }
                #expect(try limit.coupling(atMass: lower * 0.999) == nil)
                #expect(try limit.coupling(atMass: upper * 1.001) == nil)
                let decoded = try JSONDecoder().decode(Constraint.self, from: JSONEncoder().encode(limit))
                #expect(decoded == limit)
            }
        }
    }

    // g_e = 1.52968e-4 at 10 MeV for Δa_e = 5e-13; e = √(4π/137.036) = 0.302822.
    @Test("on the electron's coupling are divided by r²", arguments: [1.0, 0.8, 0.4])
    func ratio(_ ratio: Double) throws {
        let found = limits(.vector(ratio: ratio))
        func coupling(_ name: String, _ mass: Double) throws -> Double {
            try #require(try found[name]?.coupling(atMass: mass)).value * ratio * ratio
        }
        #expect((try coupling("electron-moment-vector-electron", 0.01) / 1.52968e-4 - 1).magnitude < 3e-6)
        #expect((try coupling("babar-invisible", 0.1) / (9.5e-4 * 0.302822) - 1).magnitude < 1e-5)
        #expect((try coupling("na64-electron-coupling", 0.109) / (3.87e-4 * 0.302822) - 1).magnitude < 1e-5)
        let visible = try #require(
            try limits(.vector(ratio: ratio), .visible)["babar-visible"]?.coupling(atMass: 0.151))
        #expect((visible.value * ratio * ratio / (7.8e-4 * 0.302822) - 1).magnitude < 1e-5)
    }

    @Test("by the search that sees the decay")
    func decays() {
        #expect(limits(.vector(ratio: 1), .visible)["na64-electron-coupling"] == nil)
        #expect(limits(.vector(ratio: 1), .visible)["babar-invisible"] == nil)
        #expect(limits(.vector(ratio: 1))["babar-visible"] == nil)
    }

    @Test("on changed flavour start where the muon can no longer decay to the boson")
    func flavour() throws {
        for model in [MediatorModel.vectorFlavour, .scalarFlavour] {
            for limit in ModelConstraints.limits(for: model, decay: .visible) {
                #expect(limit.validity.lowerBound == MuoniumConversion.smallestMass())
            }
        }
        let muonium = try #require(try limits(.vectorFlavour)["muonium-vector"]?.coupling(atMass: 1))
        #expect((muonium.value / 2.41451e-4 - 1).magnitude < 3e-6)
    }

    // The loop with a muon is enhanced by m_μ/m_e, so that the electron's moment allows much less.
    @Test("from the electron's moment are stronger with a muon in the loop")
    func enhancement() throws {
        let own = try #require(try limits(.scalar(ratio: 1))["electron-moment-scalar-electron"]?.coupling(atMass: 1))
        let other = try #require(try limits(.scalarFlavour)["electron-moment-scalar-muon"]?.coupling(atMass: 1))
        #expect(other.value < 0.3 * own.value)
    }

    @Test("stand beside bands that contain the measured moment")
    func bands() throws {
        for model in Self.models {
            for band in ModelConstraints.muonBands(for: model, sigmas: [1]) {
                let (lower, upper) = try #require(try band.couplings(mass: 0.3))
                let moment = OneLoopMoment(band.mediator, of: .muon, loop: band.loop)
                for (edge, expected) in [(try #require(lower), 18.2e-10), (upper, 34e-10)] {
                    let shift = try moment.shift(mass: 0.3, coupling: edge.value).value
                    #expect((shift.magnitude / expected - 1).magnitude < 1e-9)
                }
            }
        }
    }

    @Test("show no signed band for the vector that changes the flavour")
    func negativeLoop() throws {
        let band = MomentBand(
            .vector, loop: .electron, measurement: MagneticMomentMeasurements.deviationDev2020, sigmas: 1)
        #expect(try band.couplings(mass: 1) == nil)
        #expect(try band.couplings(mass: 0.05) == nil)
        #expect(band.smallestMass() == MuoniumConversion.smallestMass())
    }
}
