import Amplitudes
import Foundation
import NumericalMethods
import Reference
import Testing

@testable import MeasurementPhysics

@Suite struct AffectedEventsTests {
    private let affected: AffectedEvents
    private let fit: MomentFit
    private let plain: [Double]

    init() throws {
        fit = try MomentFit(MomentFitTests.settings())
        affected = AffectedEvents(fit.template)
        plain = try #require(fit.template.events(fit.template.start))
    }

    @Test func noEffectLeavesTheTemplate() throws {
        for effect in [MeasurementEffect.normalisation(0), .beamEnergy(shift: 0)] {
            for (one, two) in zip(try affected.events(effect), plain) { #expect(abs(one / two - 1) < 1e-12) }
        }
    }

    // MARK: The beam

    @Test func aBeamSpreadIsTheThreePointRuleOfHermite() throws {
        let deviation = 0.003 * 150
        let spread = try affected.events(.beamSpread(0.003))
        let step = 3.0.squareRoot() * deviation
        let (up, down) = (try affected.events(beamEnergy: 150 + step), try affected.events(beamEnergy: 150 - step))
        // The last bins have a corner in the energy.
        for bin in 0..<46 {
            let change = (up[bin] + down[bin] - 2 * plain[bin]) / 6
            #expect(abs((spread[bin] - plain[bin]) / change - 1) < 1e-3, "bin \(bin)")
        }
    }

    @Test func aBeamSpreadKeepsTheCrossSectionWhereItIsLinearInTheEnergy() throws {
        let spread = try affected.events(.beamSpread(0.009)).reduce(0, +)
        let sampled = try (0..<400).map { index -> Double in
            // Equally likely energies: a second way to fold.
            let probability = (Double(index) + 0.5) / 400
            let pull = try RootFinding.brent(in: -5...5, tolerance: 1e-9) {
                0.5 * erfc(-$0 / 2.0.squareRoot()) - probability
            }
            return try affected.events(beamEnergy: 150 * (1 + 0.009 * pull)).reduce(0, +)
        }
        let mean = sampled.reduce(0, +) / 400
        #expect(abs(spread / mean - 1) < 1e-6)
        #expect(abs(spread / plain.reduce(0, +) - 1) > 1e-7)
    }

    // MARK: The angle

    @Test func aSmearedAngleMovesEventsOverTheEdgesOnly() throws {
        let smeared = try affected.events(.angularResolution(2e-5))
        let change = zip(smeared, plain).map { $0 - $1 }
        // What enters at 1 GeV is the change of all; between them bins give and take.
        let total = change.reduce(0, +)
        #expect(abs(total) < 1e-4 * plain[0] && abs(total) > 0)
        #expect(change.last.map { abs($0) < 0.05 * plain[49] } == true)
    }

    @Test(arguments: [3, 8, 15, 40, 47]) func aSmearedAngleAgreesWithTheChanceOfEachRecoil(bin: Int) throws {
        let resolution = 2e-5
        let spectrum = try RecoilSpectrum(fit.template.settings)
        let kinematics = spectrum.elastic.kinematics
        func angle(_ recoil: Double) throws -> Double {
            try kinematics.electronScatteringAngle(atElectronEnergy: recoil + kinematics.electronMass)
        }
        func below(_ pull: Double) -> Double { 0.5 * erfc(-pull / 2.0.squareRoot()) }
        let edges = [fit.template.edges[bin], fit.template.edges[bin + 1]]
        let (larger, smaller) = (try angle(edges[0]), try angle(edges[1]))
        // Panels of one resolution around each edge.
        let points = try edges.flatMap { edge in
            let slope = try (angle(edge * 0.999) - angle(edge)) / (0.001 * edge)
            return (-9...9).map { edge + Double($0) * resolution / slope }
        }
        let integral = try Quadrature.adaptive(splitAt: points.sorted(), relativeTolerance: 1e-11) { recoil in
            let own = try angle(recoil)
            let chance = below((larger - own) / resolution) - below((smaller - own) / resolution)
            return spectrum.rate(recoil, .published) * chance
        }
        let expected = integral.value * RunningTemplate.eventsPerCrossSection(fit.template.settings)
        let smeared = try affected.events(.angularResolution(resolution))[bin]
        #expect(abs(smeared / expected - 1) < 1e-9)
        #expect(abs(smeared / plain[bin] - 1) > 4e-9)
    }

    @Test func anErrorOfTheResolutionIsTwiceItsShareOfTheEffect() throws {
        for (whole, changed) in [
            (MeasurementEffect.angularResolution(2e-5), MeasurementEffect.angularResolutionError(2e-5, share: 0.01)),
            (.beamSpread(0.009), .beamSpreadError(0.009, share: 0.01)),
        ] {
            let (effect, error) = (try affected.change(by: whole), try affected.change(by: changed))
            for bin in 0..<40 { #expect(abs(error[bin] / (0.0201 * effect[bin]) - 1) < 2e-3, "bin \(bin)") }
        }
    }

    // MARK: New particles

    @Test(arguments: [(0.8 * 0.8, 0.0295, 5.89e-4), (0.16, 0.126, 1.26e-3), (-0.16, 0.126, 1.26e-3)])
    func theFullFitMovesByTheLinearResponse(ratio: Double, mass: Double, coupling: Double) throws {
        let data = try affected.events(
            .newParticle(.vector(ratio: ratio), mass: mass, coupling: coupling, beam: .positive))
        let change = zip(data, plain).map { $0 - $1 }
        let response = try fit.linearResponse(to: change, finer: change).value
        let fitted = try fit.fit(data)
        let shift = fitted.moment - (try fit.expected().moment)
        #expect(abs(shift / response - 1) < 0.05)
        #expect((shift > 0) == (ratio > 0))
    }

    @Test func aNuisanceWithoutPriorCostsAndOneThatIsKnownDoesNot() throws {
        let shift = zip(try affected.events(.beamEnergy(shift: 0.005)), plain).map { $0 - $1 }
        let alone = try fit.expected().uncertainty
        let free = try fit.uncertainty(withNuisance: shift)
        let half = try fit.uncertainty(withNuisance: shift, prior: 1)
        let known = try fit.uncertainty(withNuisance: shift, prior: 1e-9)
        #expect(abs(known / alone - 1) < 1e-9)
        #expect(alone <= half && half <= free)
        var floating = MomentFitTests.settings()
        floating.normalisation = .free
        let normalisation = try fit.uncertainty(withNuisance: plain)
        #expect(abs(normalisation / (try MomentFit(floating).expected().uncertainty) - 1) < 1e-9)
    }

    @Test(arguments: [
        MeasurementEffect.beamSpread(0), .beamSpread(0.2), .angularResolution(-1), .angularResolution(0.1),
    ])
    func effectsOutsideTheirDomainAreRefused(effect: MeasurementEffect) {
        #expect(throws: MeasurementError.self) { try affected.events(effect) }
    }

    // MARK: Weak exchange

    /// |M|² of photon and Z by traces of explicit matrices, for μ⁻e⁻.
    private func traces(recoil: Double, weak: Double, momenta: ([Double], [Double], [Double], [Double])) -> Double {
        let inputs = ParticleInputs.standard
        let (p, k, p2, k2) = momenta
        let vector = -0.5 + 2 * inputs.weakMixingAngleSquared
        // Photon plus Z: γ^μ ⊗ γ_μ/t-normalised, and weak · γ^μ(g_V − g_A γ5) ⊗ the same.
        func vertex(_ index: Int, _ isWeak: Bool) -> GammaMatrix {
            isWeak
                ? vector * GammaMatrix.gamma[index] + 0.5 * (GammaMatrix.gamma[index] * GammaMatrix.five)
                : GammaMatrix.gamma[index]
        }
        func tensor(_ out: [Double], _ into: [Double], _ mass: Double, _ left: Bool, _ right: Bool) -> [[(
            Double, Double
        )]] {
            let outgoing = GammaMatrix.slash(out) + mass * GammaMatrix.one
            let incoming = GammaMatrix.slash(into) + mass * GammaMatrix.one
            return (0..<4).map { mu in
                (0..<4).map { nu in
                    let product = outgoing * vertex(mu, left) * incoming * vertex(nu, right)
                    return (product.trace, product.imaginaryTrace)
                }
            }
        }
        var total = 0.0
        for left in [false, true] {
            for right in [false, true] {
                let muon = tensor(p2, p, inputs.muonMass, left, right)
                let electron = tensor(k2, k, inputs.electronMass, left, right)
                let weight = (left ? weak : 1) * (right ? weak : 1)
                for mu in 0..<4 {
                    for nu in 0..<4 {
                        let sign = GammaMatrix.metric[mu] * GammaMatrix.metric[nu]
                        total +=
                            weight * sign
                            * (muon[mu][nu].0 * electron[mu][nu].0 - muon[mu][nu].1 * electron[mu][nu].1)
                    }
                }
            }
        }
        return total
    }

    @Test("Interference of photon and Z is that of explicit traces", arguments: [2.0, 30, 80, 135])
    func weak(recoil: Double) throws {
        let inputs = ParticleInputs.standard
        let (m, e) = (inputs.electronMass, 150.0)
        let p = (e * e - inputs.muonMass * inputs.muonMass).squareRoot()
        let along = (e + m) * recoil / p
        let across = (recoil * recoil + 2 * m * recoil - along * along).squareRoot()
        let momenta = (
            [e, 0, 0, p], [m, 0, 0, 0], [e - recoil, -across, 0, p - along], [m + recoil, across, 0, along]
        )
        let strength = 2.0.squareRoot() * inputs.fermiConstant * 2 * m * recoil / (4 * .pi * inputs.fineStructure)
        let photon = traces(recoil: recoil, weak: 0, momenta: momenta)
        let up = traces(recoil: recoil, weak: 1e-2, momenta: momenta)
        let down = traces(recoil: recoil, weak: -1e-2, momenta: momenta)
        // The interference is the part that is odd in the weak strength.
        let interference = strength * (up - down) / (2e-2 * photon)
        let shift = WeakExchange().weakShift(recoil: recoil, beam: .negative)
        #expect(abs(shift / interference - 1) < 1e-6)
    }

    @Test func theAxialPartOfTheInterferenceTurnsWithTheCharge() {
        let weak = WeakExchange()
        let (plus, minus) = (weak.weakShift(recoil: 100, beam: .positive), weak.weakShift(recoil: 100, beam: .negative))
        #expect(minus > 0 && plus < 0 && abs(plus + minus) < 0.02 * abs(minus))
        #expect(
            abs(weak.scalarShift(recoil: 100, beam: .positive) + weak.scalarShift(recoil: 100, beam: .negative)) < 1e-25
        )
        #expect(abs(weak.scalarShift(recoil: 100, beam: .positive)) < 1e-14)
    }
}

extension GammaMatrix {
    fileprivate var imaginaryTrace: Double { im[0] + im[5] + im[10] + im[15] }
}
