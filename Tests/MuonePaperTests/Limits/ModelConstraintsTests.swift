import Foundation
import MomentPhysics
import NumericalMethods
import Reference
import Testing

@testable import Elastic
@testable import Limits

@Suite("Limits on the models of the elastic channel")
struct ModelConstraintsTests {
    static let models: [MediatorModel] = [
        .vector(ratio: 1), .vector(ratio: 0.4), .scalar(ratio: 2), .vectorFlavour, .scalarFlavour,
    ]

    private func limits(_ model: MediatorModel, _ decay: MediatorDecay = .invisible) -> [String: Limit] {
        let own = ModelLimits(model: model, parameters: .published, catalogue: .test(), group: "test")
        let limits = own.visible + (decay == .invisible ? own.invisible : [])
        return Dictionary(uniqueKeysWithValues: limits.map { (String($0.name.dropFirst("test/".count)), $0) })
    }

    private func coupling(_ limit: Limit?, _ mass: Double) async throws -> Double {
        let asked = try await (try #require(limit)).asked(atMass: mass)
        return try #require(asked.coupling).value
    }

    @Test("have a coupling within their masses and none outside", arguments: models)
    func validity(model: MediatorModel) async throws {
        for limit in limits(model).values {
            let range = try await limit.asked(atMass: 1).facts.masses
            let (lower, upper) = (range.lowerBound, range.upperBound)
            for mass in [lower * 1.001, (lower * upper).squareRoot(), upper] {
                #expect(try await coupling(limit, mass) > 0)
            }
            #expect(try await limit.asked(atMass: lower * 0.999).coupling == nil)
            #expect(try await limit.asked(atMass: upper * 1.001).coupling == nil)
        }
    }

    // g_e = 1.52968e-4 at 10 MeV for Δa_e = 5e-13; e = √(4π/137.036) = 0.302822.
    @Test("on the electron's coupling are divided by r²", arguments: [1.0, 0.8, 0.4])
    func ratio(_ ratio: Double) async throws {
        let found = limits(.vector(ratio: ratio))
        func scaled(_ name: String, _ mass: Double) async throws -> Double {
            try await coupling(found[name], mass) * ratio * ratio
        }
        #expect((try await scaled("electron-moment-vector-electron", 0.01) / 1.52968e-4 - 1).magnitude < 3e-6)
        #expect((try await scaled("babar-invisible", 0.1) / (9.5e-4 * 0.302822) - 1).magnitude < 1e-5)
        #expect((try await scaled("na64-electrons", 0.109) / (3.87e-4 * 0.302822) - 1).magnitude < 1e-5)
        #expect((try await scaled("babar-visible", 0.151) / (7.8e-4 * 0.302822) - 1).magnitude < 1e-5)
    }

    @Test("by the search that sees the decay")
    func decays() {
        #expect(limits(.vector(ratio: 1), .visible)["na64-electrons"] == nil)
        #expect(limits(.vector(ratio: 1), .visible)["babar-invisible"] == nil)
        #expect(limits(.vector(ratio: 1))["babar-invisible"] != nil)
    }

    @Test("on changed flavour start where the muon can no longer decay to the boson")
    func flavour() async throws {
        for model in [MediatorModel.vectorFlavour, .scalarFlavour] {
            for limit in limits(model, .visible).values {
                #expect(limit.stated?.facts.masses.lowerBound == MuoniumConversion.smallestMass())
            }
        }
        #expect((try await coupling(limits(.vectorFlavour)["muonium-vector"], 1) / 2.41451e-4 - 1).magnitude < 3e-6)
    }

    // The loop with a muon is enhanced by m_μ/m_e, so that the electron's moment allows much less.
    @Test("from the electron's moment are stronger with a muon in the loop")
    func enhancement() async throws {
        let own = try await coupling(limits(.scalar(ratio: 1))["electron-moment-scalar-electron"], 1)
        let other = try await coupling(limits(.scalarFlavour)["electron-moment-scalar-muon"], 1)
        #expect(other < 0.3 * own)
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
        let moment = OneLoopMoment(.vector, of: .muon, loop: .electron)
        #expect(moment.threshold == MuoniumConversion.smallestMass())
    }
}
