import ComplexModule
import NumericalMethods

@testable import OscillationPhysics

/// Ways to exp(−iHL) that share nothing with the diagonalisation.
enum SecondMethod {
    /// By the exponential's series after halving H L often enough, and squaring as often: of each layer.
    static func series(_ propagation: Propagation) -> ComplexMatrix {
        propagation.layers.reduce(.identity) { product, layer in
            let argument = propagation.hamiltonian(in: layer).scaled(
                by: Complex(0, -layer.length / MatterConstants.hbarC))
            var halvings = 0
            var small = argument
            while small.norm > 0.25 {
                small = small.scaled(by: Complex(0.5))
                halvings += 1
            }
            var (sum, term) = (ComplexMatrix.identity, ComplexMatrix.identity)
            for order in 1...18 {
                term = (term * small).scaled(by: Complex(1 / Double(order)))
                sum = sum + term
            }
            for _ in 0..<halvings { sum = sum * sum }
            return sum * product
        }
    }

    /// By the differential equation i dS/dx = H(x) S with a density that changes along the way, in steps of the classical
    /// Runge–Kutta method.
    static func equation(
        _ mixing: NeutrinoMixing, energy: Double, length: Double, electronFraction: Double, steps: Int,
        density: (Double) -> Double
    ) -> ComplexMatrix {
        func slope(_ x: Double, _ state: ComplexMatrix) -> ComplexMatrix {
            let layer = MatterLayer(length: 1, density: density(x), electronFraction: electronFraction)
            let hamiltonian = Propagation(mixing, energy: energy, through: [layer]).hamiltonian(in: layer)
            return (hamiltonian * state).scaled(by: Complex(0, -1 / MatterConstants.hbarC))
        }
        let step = length / Double(steps)
        func moved(_ state: ComplexMatrix, _ slope: ComplexMatrix, by share: Double) -> ComplexMatrix {
            state + slope.scaled(by: Complex(share * step))
        }
        return (0..<steps).reduce(.identity) { state, index in
            let x = Double(index) * step
            let k1 = slope(x, state)
            let k2 = slope(x + step / 2, moved(state, k1, by: 0.5))
            let k3 = slope(x + step / 2, moved(state, k2, by: 0.5))
            let k4 = slope(x + step, moved(state, k3, by: 1))
            return moved(moved(moved(moved(state, k1, by: 1 / 6), k2, by: 1 / 3), k3, by: 1 / 3), k4, by: 1 / 6)
        }
    }
}

/// Random neutrinos on random ways: the same on each machine.
struct RandomPropagations: Sequence {
    var name: String
    var count: Int
    /// In vacuum.
    var isEmpty = false

    func makeIterator() -> AnyIterator<Propagation> {
        let stream = RandomStream(name)
        var number = 0
        return AnyIterator {
            guard number < count else { return nil }
            let start = UInt64(number * 16)
            number += 1
            func next(_ index: UInt64, _ range: ClosedRange<Double>) -> Double {
                stream.uniform(at: start + index, in: range)
            }
            let mixing = NeutrinoMixing(
                sinSquared12: next(0, 0.05...0.95), sinSquared13: next(1, 0.001...0.4),
                sinSquared23: next(2, 0.05...0.95), phase: next(3, 0...6.28), splitting21: next(4, 1e-23...2e-22),
                splitting31: next(5, 1e-21...4e-21) * (next(6, 0...1) < 0.5 ? -1 : 1))
            let layers = (0..<UInt64(1 + number % 3)).map { index in
                MatterLayer(length: next(7 + index, 50e3...2000e3), density: isEmpty ? 0 : next(10 + index, 0...13))
            }
            return Propagation(
                mixing, energy: next(13, 0.2...20), next(14, 0...1) < 0.5 ? .neutrino : .antineutrino, through: layers)
        }
    }
}
