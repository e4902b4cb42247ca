import Amplitudes
import Foundation
import Kinematics
import NeutrinoPairPhysics
import NumericalMethods
import Reference
import Testing

@Suite("The amplitude of μe → μeνν̄ with W and Z")
struct NeutrinoPairSpinorsTests {
    private let particles = ParticleInputs.standard

    /// The pair decays in a direction of its rest frame.
    private func momenta(_ three: MuonEmissionMomenta, polar: Double, azimuth: Double) -> NeutrinoPairMomenta {
        let half = 0.5 * three.boson.square.squareRoot()
        let sine = (1 - polar * polar).squareRoot()
        let (x, y, z) = (half * sine * cos(azimuth), half * sine * sin(azimuth), half * polar)
        return NeutrinoPairMomenta(
            muon: three.muon, electron: three.electron, finalMuon: three.finalMuon,
            finalElectron: three.finalElectron,
            neutrino: FourVector(energy: half, x: x, y: y, z: z).boosted(fromRestOf: three.boson),
            antineutrino: FourVector(energy: half, x: -x, y: -y, z: -z).boosted(fromRestOf: three.boson))
    }

    private var three: MuonEmissionMomenta {
        emissionMomenta(
            boson: 0.15, muonMass: particles.muonMass, electronMass: particles.electronMass, seed: 0.3)
    }

    private func spinors(_ flavour: NeutrinoFlavour, anti: Bool, widths: Bool = false) -> NeutrinoPairSpinors {
        NeutrinoPairFullMonteCarlo(
            NeutrinoPairProcess(flavour: flavour, isAntimuon: anti), hasWidths: widths
        ).amplitude
    }

    @Test("averages over the neutrinos' directions to four-fermion theory, for all flavours and both charges")
    func fermi() {
        let rule = GaussLegendre.rule(order: 6)
        for flavour in NeutrinoFlavour.allCases {
            for anti in [false, true] {
                let full = spinors(flavour, anti: anti)
                var mean = 0.0
                for (node, weight) in zip(rule.nodes, rule.weights) {
                    for step in 0..<6 {
                        mean +=
                            weight / 12
                            * full.squaredAmplitude(
                                momenta(three, polar: node, azimuth: .pi * Double(step) / 3 + 0.2))
                    }
                }
                let contact = NeutrinoPairProcess(flavour: flavour, isAntimuon: anti).amplitude.squaredAmplitude(
                    three, polarisations: massivePolarisations(three.boson))
                // ∫ dΦ₂ = 1/8π on the one side, (G_F²/2) q²/3π on the other.
                let constant = particles.fermiConstant
                let expected = 0.5 * constant * constant * three.boson.square / (3 * .pi) * contact
                // The propagators differ from contact ones by q²/M² ~ 1e-5.
                #expect(abs(mean / (8 * .pi) / expected - 1) < 3e-4, "\(flavour) \(anti)")
            }
        }
    }

    @Test("is gauge invariant without widths, and only then")
    func gauge() {
        let point = momenta(three, polar: 0.3, azimuth: 0.7)
        for flavour in NeutrinoFlavour.allCases {
            for anti in [false, true] {
                #expect(spinors(flavour, anti: anti).gaugeViolation(point) < 1e-10)
            }
        }
        #expect(spinors(.muon, anti: false, widths: true).gaugeViolation(point) > 1e-8)
    }
}
