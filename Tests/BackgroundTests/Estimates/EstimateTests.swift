import DetectorPhysics
import Foundation
import NumericalMethods
import Reference
import Testing

@testable import SearchPhysics

@Suite("Estimates of further backgrounds")
struct EstimateTests {
    private static let matter = StationMatter(
        stations: 40, targetThickness: 0.015, sensorThickness: 320e-6, sensors: 12)

    // At the smaller angle the end of the flux counts.
    @Test(
        "hadronic scattering is the double integral of flux, form factor and cross section", arguments: [1e-5, 1.5e-3])
    func hadronic(_ smallest: Double) throws {
        let scattering = HadronicMuonScattering(
            particles: .standard, beamEnergy: 150, photonNucleonCrossSection: 1, rhoMass: 0.775)
        let found = try scattering.crossSection(energies: 1...25, beyond: smallest).value
        // Midpoints in the energy and in the angle itself, four-momenta squared directly.
        let muon = ParticleInputs.standard.muonMass
        var sum = 0.0
        let (energies, angles) = (200, 2000)
        for i in 0..<energies {
            let energy = exp(log(25) * (Double(i) + 0.5) / Double(energies))
            let scattered = 150 - energy
            let (initial, final) = (
                (150.0 * 150 - muon * muon).squareRoot(), (scattered * scattered - muon * muon).squareRoot()
            )
            let y = energy / 150
            let least = muon * muon * y * y / (1 - y)
            for j in 0..<angles {
                let (low, high) = (log(smallest), log(0.08))
                let angle = exp(low + (high - low) * (Double(j) + 0.5) / Double(angles))
                let transfer = 2 * (150 * scattered - initial * final * cos(angle) - muon * muon)
                let slope = 2 * initial * final * sin(angle) * angle
                let form = pow(1 + transfer / (0.775 * 0.775), -2)
                sum +=
                    (1 - y + y * y / 2 - (1 - y) * least / transfer) * form * slope / transfer
                    * (log(25) / Double(energies)) * ((high - low) / Double(angles))
            }
        }
        let expected = sum / 137.036 / .pi
        #expect(abs(found / expected - 1) < 2e-3)
    }

    @Test("muons of 150 GeV make pairs above 1 GeV in beryllium as an independent program has it")
    func pairs() throws {
        let production = PairProductionByMuons(particles: .standard, beamEnergy: 150, atomicNumber: 4)
        #expect(abs(try production.crossSection(above: 1).value * 1e-39 / 2.9e-28 - 1) < 0.02)
    }

    @Test(
        "pairs are as frequent with the electron's energy the larger one as with the positron's, and end with phase space"
    )
    func symmetricPairs() {
        let production = PairProductionByMuons(particles: .standard, beamEnergy: 150, atomicNumber: 4)
        for asymmetry in [0.1, 0.7, 0.95] {
            let one = production.differential(pairEnergy: 5, asymmetry: asymmetry)
            #expect(one > 0 && one == production.differential(pairEnergy: 5, asymmetry: -asymmetry))
        }
        #expect(production.differential(pairEnergy: 5, asymmetry: production.largestAsymmetry(pairEnergy: 5)) == 0)
        #expect(production.differential(pairEnergy: 0.001, asymmetry: 0) == 0)
    }

    @Test("pairs with one unseen lepton are fewer, the less of it is unseen")
    func oneSidedPairs() throws {
        let production = PairProductionByMuons(particles: .standard, beamEnergy: 150, atomicNumber: 4)
        let all = try production.crossSection(above: 1).value
        let some = try [0.02, 0.05, 0.2].map { try production.crossSection(one: 1...25, other: $0).value }
        #expect(some[0] < some[1] && some[1] < some[2] && some[2] < all)
    }

    @Test(
        "straggling after ln 2 radiation lengths leaves every share alike, after twice that as the closed form has it")
    func straggling() {
        for share in [0.01, 0.3, 0.66, 0.99] {
            #expect(abs(ElectronStraggling.probability(below: share, after: log(2)) - share) < 1e-13)
            let expected = share * (1 - log(share))
            #expect(abs(ElectronStraggling.probability(below: share, after: 2 * log(2)) - expected) < 1e-13)
        }
    }

    @Test("straggling over two pieces of matter is that over both together")
    func stragglingAdds() throws {
        // The logarithm of what is left adds: convolve the second piece's density.
        let (first, second, share) = (0.9, 1.4, 0.5)
        let depth = -log(share)
        let a = second / log(2)
        let left = try Quadrature.adaptive(over: 0...depth, relativeTolerance: 1e-10) { u in
            let density = exp((a - 1) * log(u) - u - lgamma(a))
            return density * (1 - ElectronStraggling.probability(below: exp(-(depth - u)), after: first))
        }.value
        #expect(abs(1 - left - ElectronStraggling.probability(below: share, after: first + second)) < 1e-8)
    }

    @Test("a station is 0.0835 radiation lengths, the way from the first one 3.3, and 65 % of the photons convert")
    func matter() {
        #expect(abs(Self.matter.stationLengths - 0.0835) < 5e-5)
        #expect(abs(Self.matter.lengths(fromStation: 1) - 3.3187) < 1e-3)
        #expect(abs(Self.matter.convertedShare - 0.649) < 1e-3)
    }

    @Test("electrons of the first station have the longest tail, and none is lost where all radiation is added")
    func tails() throws {
        var straggling = StragglingByStation(matter: Self.matter, maximumElectronEnergy: 25, unrecovered: 1)
        let all = try straggling.compute(.exact(37.94))
        #expect(zip(all.tails, all.tails.dropFirst()).allSatisfy { $0 > $1 })
        straggling.unrecovered = 0
        #expect(try straggling.compute(.exact(37.94)).mean.value == 0)
        straggling.unrecovered = 1.5
        #expect(throws: EstimateError.notAShare(name: "share of radiation that is not added", value: 1.5)) {
            _ = try straggling.compute(.exact(37.94))
        }
    }

    @Test("22 radiation lengths leave 3.7e-8 of the photons unconverted")
    func veto() throws {
        let limits = VetoLimits(
            matter: Self.matter, depth: 22, photonNucleonCrossSection: 115e9, unseenPhotonuclear: 0)
        let result = try limits.compute(())
        #expect(abs(result.unconverted.value / 3.7e-8 - 1) < 0.005)
        #expect(result.photonuclear.value == 0)
    }

    @Test("two muons in a crossing are those of an independent program")
    func coincidence() throws {
        let estimate = CoincidenceEstimate(
            rate: 5e7, crossing: 25e-9, spotWidth: 0.027, spotHeight: 0.013, match: 1e-4, stations: 40, luminosity: 15,
            target: .beryllium, targetThickness: 0.015)
        let result = try estimate.compute((.exact(3.58729e12), .exact(2.20976e-7)))
        #expect(abs(result.muons.value / 5.0612e14 - 1) < 1e-4)
        #expect(abs(result.electron.value / 1.7719e-4 - 1) < 1e-4)
        #expect(abs(result.pairs.value / 1e6 - 1) < 0.02)
        #expect(abs(result.events.value - 7.06) < 0.05)
    }

    @Test("windows that are none are refused", arguments: [0...5, 1...200, 149.99...149.995])
    func windows(_ energies: ClosedRange<Double>) {
        let scattering = HadronicMuonScattering(
            particles: .standard, beamEnergy: 150, photonNucleonCrossSection: 1, rhoMass: 0.775)
        #expect(throws: EstimateError.self) { _ = try scattering.crossSection(energies: energies, beyond: 1e-3) }
    }
}
