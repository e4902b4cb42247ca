import Computing
import NumericalMethods

/// P(ν_α → ν_β) at one energy.
public struct TransitionProbability: Computation {
    public var mixing: NeutrinoMixing
    /// GeV.
    public var energy: Double
    public var lepton: Lepton
    public var from: Flavour
    public var to: Flavour
    public var layers: [MatterLayer]

    public init(
        _ mixing: NeutrinoMixing, energy: Double, _ lepton: Lepton = .neutrino, from: Flavour, to: Flavour,
        through layers: [MatterLayer]
    ) {
        self.mixing = mixing
        self.energy = energy
        self.lepton = lepton
        self.from = from
        self.to = to
        self.layers = layers
    }

    public func compute(_ input: ()) -> Estimate {
        Propagation(mixing, energy: energy, lepton, through: layers).probability(from, to: to)
    }
}

/// What the layers of the Earth change of the appearance, against matter of the mean density that experiments quote.
public struct LayeredEarth: Computation {
    public var experiment: LongBaseline
    /// GeV.
    public var energy: Double

    public init(_ experiment: LongBaseline, energy: Double) {
        self.experiment = experiment
        self.energy = energy
    }

    public struct Comparison: Codable, Sendable {
        /// m.
        public var depth: Estimate
        /// Along the way, g/cm³.
        public var meanDensity: Estimate
        /// P through the layers over P through the constant density, less one; and with the layers' own mean density.
        public var change: Estimate
        public var changeAtSameMean: Estimate
    }

    public func compute(_ input: ()) -> Comparison {
        func layers(_ pieces: Int) -> [MatterLayer] {
            EarthModel.layers(
                ofPath: experiment.length, pieces: pieces, electronFraction: experiment.electronFraction)
        }
        func mean(_ pieces: Int) -> Double {
            layers(pieces).reduce(0) { $0 + $1.density * $1.length } / experiment.length
        }
        func probability(_ layers: [MatterLayer]) -> Estimate {
            Propagation(experiment.mixing, energy: energy, through: layers).probability(.muon, to: .electron)
        }
        func layered(_ pieces: Int) -> Estimate { probability(layers(pieces)) }
        let (fine, coarse) = (8 * Refinement.factor, 4 * Refinement.factor)
        let meanDensity = Estimate.converged(mean(fine), coarse: mean(coarse))
        let through = layered(fine).widened(by: layered(fine) - layered(coarse))
        var same = experiment.layer
        same.density = meanDensity.value
        return Comparison(
            depth: .closedForm(EarthModel.depth(ofPath: experiment.length), size: EarthModel.radius),
            meanDensity: meanDensity, change: through / probability([experiment.layer]) - 1,
            changeAtSameMean: through / probability([same]) - 1)
    }
}
