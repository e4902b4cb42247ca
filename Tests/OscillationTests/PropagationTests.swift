import ComplexModule
import Foundation
import NumericalMethods
import Testing

@testable import OscillationPhysics

@Suite("Flavours on their way")
struct PropagationTests {
    static let pairs = Flavour.allCases.flatMap { from in Flavour.allCases.map { (from, $0) } }

    @Test("are all there is: the probabilities from a flavour, and to one, add up to one within their errors")
    func unitarity() {
        for propagation in RandomPropagations(name: "unitarity", count: 60) {
            for flavour in Flavour.allCases {
                let from = Flavour.allCases.map { propagation.probability(flavour, to: $0) }.sum()
                let to = Flavour.allCases.map { propagation.probability($0, to: flavour) }.sum()
                #expect((from.value - 1).magnitude <= from.error && (to.value - 1).magnitude <= to.error)
            }
        }
    }

    @Test("agree with the exponential's series within the stated errors, which are small")
    func series() {
        for propagation in RandomPropagations(name: "series", count: 200) {
            let evolved = SecondMethod.series(propagation)
            for (from, to) in Self.pairs {
                let found = propagation.probability(from, to: to)
                #expect(found.error < 1e-11)
                #expect((found.value - evolved[to.index, from.index].lengthSquared).magnitude <= 2 * found.error)
            }
        }
    }

    @Test("are those of the textbook's sum over mass differences in vacuum")
    func vacuum() {
        for propagation in RandomPropagations(name: "vacuum", count: 40, isEmpty: true) {
            let length = propagation.layers.map(\.length).reduce(0, +)
            let mixed = propagation.mixing.matrix
            let squared = [0, propagation.mixing.splitting21, propagation.mixing.splitting31]
            let sign: Double = propagation.lepton == .neutrino ? 1 : -1
            for (from, to) in Self.pairs {
                var expected = from == to ? 1.0 : 0
                for i in 0..<3 {
                    for j in 0..<i {
                        let product =
                            mixed[from.index, i].conjugate * mixed[to.index, i] * mixed[from.index, j]
                            * mixed[to.index, j].conjugate
                        let angle =
                            (squared[i] - squared[j]) * length / (4 * propagation.energy * MatterConstants.hbarC)
                        expected -= 4 * product.real * pow(sin(angle), 2)
                        expected += 2 * sign * product.imaginary * sin(2 * angle)
                    }
                }
                #expect((propagation.probability(from, to: to).value - expected).magnitude < 1e-11)
            }
        }
    }

    @Test("obey CPT in vacuum: antineutrinos do backwards what neutrinos do")
    func reversal() {
        for propagation in RandomPropagations(name: "cpt", count: 40, isEmpty: true) {
            var other = propagation
            other.lepton = propagation.lepton == .neutrino ? .antineutrino : .neutrino
            for (from, to) in Self.pairs {
                let (one, two) = (propagation.probability(from, to: to), other.probability(to, to: from))
                #expect((one - two).value.magnitude <= (one - two).error)
            }
        }
    }

    @Test("run backwards with the opposite phase, through the layers in the opposite order")
    func timeReversal() {
        for propagation in RandomPropagations(name: "time", count: 40) {
            var other = propagation
            other.mixing.phase = -propagation.mixing.phase
            other.layers.reverse()
            for (from, to) in Self.pairs {
                let difference = propagation.probability(from, to: to) - other.probability(to, to: from)
                #expect(difference.value.magnitude <= difference.error)
            }
        }
    }

    @Test("tell neutrinos from antineutrinos without a phase by matter alone")
    func asymmetry() {
        let mixing = NeutrinoMixing.example.with(phase: 0)
        func asymmetry(_ density: Double) -> Estimate {
            Propagation(mixing, energy: 2.5, through: [MatterLayer(length: 1285e3, density: density)]).asymmetry
        }
        #expect(asymmetry(0).value.magnitude <= asymmetry(0).error)
        #expect(asymmetry(2.848).value > 0.4)
        var inverted = mixing
        inverted.splitting31 = -2.4e-21
        let layer = MatterLayer(length: 1285e3, density: 2.848)
        #expect(Propagation(inverted, energy: 2.5, through: [layer]).asymmetry.value < -0.4)
    }

    @Test("are two flavours where one splitting and one angle are left, in vacuum and in matter")
    func twoFlavours() {
        var mixing = NeutrinoMixing.example
        (mixing.splitting21, mixing.sinSquared12, mixing.phase) = (0, 0, 0)
        for density in [0.0, 2.848, 8] {
            let layer = MatterLayer(length: 3000e3, density: density)
            for energy in [0.7, 2.5, 9, 30] {
                // A cos 2θ-shifted two-flavour problem of ν_e and the combination of ν_μ and ν_τ that mixes with it.
                let vacuum = mixing.splitting31 / (2 * energy)
                let (s, c) = (
                    2 * (mixing.sinSquared13 * (1 - mixing.sinSquared13)).squareRoot(), 1 - 2 * mixing.sinSquared13
                )
                let (x, y) = (vacuum * s, vacuum * c - layer.potential)
                let size = (x * x + y * y).squareRoot()
                let expected =
                    mixing.sinSquared23 * pow(x / size, 2)
                    * pow(sin(size * layer.length / (2 * MatterConstants.hbarC)), 2)
                let found = Propagation(mixing, energy: energy, through: [layer]).probability(.muon, to: .electron)
                #expect((found.value - expected).magnitude < 1e-12)
            }
        }
    }

    @Test("mix 1 and 3 maximally at the resonance energy")
    func resonance() throws {
        var mixing = NeutrinoMixing.example
        mixing.splitting21 = 0
        let experiment = LongBaseline.example(mixing)
        let resonance = Scales(experiment).compute(()).resonance.value
        func electronShares(_ energy: Double) -> [Double] {
            let system = EigenSystem(experiment.propagation(energy: energy, phase: 0).hamiltonian(in: experiment.layer))
            return (0..<3).map { system.vectors[0, $0].lengthSquared }.sorted()
        }
        #expect((11...11.3).contains(resonance))
        let shares = electronShares(resonance)
        #expect((shares[1] - 0.5).magnitude < 1e-9 && (shares[2] - 0.5).magnitude < 1e-9)
        #expect(electronShares(0.8 * resonance)[1] < 0.45)
    }

    @Test("average to the sum of squared moduli where many energies are mixed")
    func averaging() {
        let mixing = NeutrinoMixing.example
        let layer = MatterLayer.vacuum(length: 1e12)
        let energies = (0..<20000).map { 1 + 1e-3 * (Double($0) + 0.5) / 20000 }
        let mean =
            energies.map { Propagation(mixing, energy: $0, through: [layer]).probability(.muon, to: .electron).value }
            .reduce(0, +) / Double(energies.count)
        let expected = (0..<3).map { mixing.matrix[0, $0].lengthSquared * mixing.matrix[1, $0].lengthSquared }
            .reduce(0, +)
        #expect((mean - expected).magnitude < 3e-3)
    }

    @Test("keep the invariant of Naumov: J times all mass differences is the same in matter")
    func naumov() {
        for propagation in RandomPropagations(name: "naumov", count: 40) {
            func invariant(_ matrix: ComplexMatrix, _ values: [Double]) -> Double {
                let product =
                    matrix[0, 0] * matrix[1, 1] * matrix[0, 1].conjugate * matrix[1, 0].conjugate
                return product.imaginary * (values[1] - values[0]) * (values[2] - values[0]) * (values[2] - values[1])
            }
            let layer = propagation.layers[0]
            let inMatter = EigenSystem(propagation.hamiltonian(in: layer))
            let inVacuum = EigenSystem(propagation.hamiltonian(in: .vacuum(length: 1)))
            let values = (
                invariant(inMatter.vectors, inMatter.values), invariant(inVacuum.vectors, inVacuum.values)
            )
            let size = pow(inMatter.values.map(\.magnitude).max() ?? 0, 3)
            #expect((values.0 - values.1).magnitude < 1e-14 * size)
        }
    }

    @Test("diagonalise also what is diagonal, or has equal eigenvalues")
    func degenerate() {
        let diagonal = EigenSystem(.diagonal([3, -1, 3]))
        #expect(diagonal.values == [3, -1, 3] && diagonal.vectors == .identity)
        let system = EigenSystem(ComplexMatrix { $0 == $1 ? Complex(2) : Complex(1) })
        #expect(zip(system.values.sorted(), [1, 1, 4]).allSatisfy { ($0 - $1).magnitude < 1e-14 })
        let product = system.vectors * system.vectors.adjoint
        #expect((product + ComplexMatrix.identity.scaled(by: Complex(-1))).norm < 1e-14)
    }

    @Test("are what a published program prints, for all nine channels in matter")
    func published() {
        let density = 3 * MatterConstants.gramsPerNucleon / MatterConstants.gramsPerFreeNucleon
        let propagation = Propagation(
            .example, energy: 1, through: [MatterLayer(length: 1300e3, density: density)])
        // arXiv:1904.12391, the listing of three-flavour examples.
        let expected = [0.95262, 0.00623, 0.04115, 0.02590, 0.37644, 0.59766, 0.02148, 0.61733, 0.36119]
        for (pair, value) in zip(Self.pairs, expected) {
            #expect((propagation.probability(pair.0, to: pair.1).value - value).magnitude < 0.6e-5)
        }
    }
}

extension NeutrinoMixing {
    /// NuFIT 4.0, as in the publication of which numbers are compared.
    static let example = NeutrinoMixing(
        sinSquared12: 0.310, sinSquared13: 0.02240, sinSquared23: 0.582, phase: 217 * .pi / 180,
        splitting21: 7.39e-23, splitting31: 2.525e-21)
}

extension LongBaseline {
    static func example(_ mixing: NeutrinoMixing = .example) -> LongBaseline {
        LongBaseline(
            mixing: mixing, invertedSplitting32: -2.512e-21, length: 1285e3, density: 2.848, electronFraction: 0.5)
    }
}
