import ComplexModule
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A neutrino, or an antineutrino: the phase and the potential change their signs.
public enum Lepton: String, Codable, Sendable, CaseIterable {
    case neutrino, antineutrino
}

/// Neutrinos of one energy on their way through matter: plane waves, as everywhere in the field.
public struct Propagation: Sendable {
    public var mixing: NeutrinoMixing
    /// GeV.
    public var energy: Double
    public var lepton: Lepton
    /// In the order in which they are passed.
    public var layers: [MatterLayer]

    public init(_ mixing: NeutrinoMixing, energy: Double, _ lepton: Lepton = .neutrino, through layers: [MatterLayer]) {
        self.mixing = mixing
        self.energy = energy
        self.lepton = lepton
        self.layers = layers
    }

    /// What makes flavours change, in GeV: U diag(0, Δm²₂₁, Δm²₃₁) U†/2E + diag(V, 0, 0), less a third of its trace, which
    /// changes no probability, so that phases are small.
    func hamiltonian(in layer: MatterLayer) -> ComplexMatrix {
        let mixed = lepton == .neutrino ? mixing.matrix : mixing.matrix.conjugate
        let potential = lepton == .neutrino ? layer.potential : -layer.potential
        let masses = [0, mixing.splitting21, mixing.splitting31].map { $0 / (2 * energy) }
        let trace = (masses[1] + masses[2] + potential) / 3
        return mixed * .diagonal(masses) * mixed.adjoint + .diagonal([potential - trace, -trace, -trace])
    }

    /// exp(−iHL) of each layer by its eigenvalues, multiplied, and the sum of ‖H‖L in radians.
    func evolution() -> (operator: ComplexMatrix, phase: Double) {
        var (product, phase) = (ComplexMatrix.identity, 0.0)
        for layer in layers {
            let hamiltonian = hamiltonian(in: layer)
            let length = layer.length / MatterConstants.hbarC
            let eigen = EigenSystem(hamiltonian)
            let turns = eigen.values.map { Complex(cos($0 * length), -sin($0 * length)) }
            let turned = ComplexMatrix { eigen.vectors[$0, $1] * turns[$1] }
            product = turned * eigen.vectors.adjoint * product
            phase += hamiltonian.norm * length
        }
        return (product, phase)
    }

    /// P(ν_α → ν_β).
    ///
    /// The error is what rounding can do: the diagonalisation is stable backwards, so that exp(−iHL) is wrong by some
    /// roundings of each layer's phase and of each product, and its elements are at most one.
    public func probability(_ from: Flavour, to: Flavour) -> Estimate {
        let (evolved, phase) = evolution()
        let amplitude = evolved[to.index, from.index]
        let operations = 64 * (phase + Double(layers.count))
        // Of an amplitude that vanishes, the square of its own error is left.
        let size = max(amplitude.length, operations * 0x1p-53)
        return .closedForm(amplitude.lengthSquared, size: size, operations: operations)
    }

    /// (P − P̄)/(P + P̄) of ν_μ → ν_e and its antiparticles' channel, through the same matter.
    public var asymmetry: Estimate {
        var other = self
        other.lepton = lepton == .neutrino ? .antineutrino : .neutrino
        let (here, there) = (probability(.muon, to: .electron), other.probability(.muon, to: .electron))
        return (here - there) / (here + there)
    }
}
