import Computing
import NumericalMethods
import Reference
import SignalPhysics

/// What the choices of the model do to the events of μe → μeνν̄ with all flavours: the scale of sin²θ_W, and the widths of W and Z.
/// All of the same random points, so that the differences are more exact than the numbers.
public struct NeutrinoPairSpread: Computation {
    /// Events.
    public struct Result: Codable, Hashable, Sendable {
        /// All flavours at the parameters' sin²θ_W.
        public var total: Estimate
        /// All flavours at each of the other ones, in their order.
        public var atMixing: [Estimate]
        /// All flavours from the amplitude with W and Z, without and with their widths.
        public var withoutWidths: Estimate
        public var withWidths: Estimate
        /// The largest distance of any of them from the total, relative to it, less what the random points of the two methods
        /// differ by.
        public var spread: Double
    }

    /// 1 − M_W²/M_Z² as an event generator's defaults have it, and the mixing angle at low momentum transfer (PDG2022).
    public static let mixings = [0.212146, 0.2387]

    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var isAntimuon: Bool
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    /// sin²θ_W to compare with.
    public var mixings: [Double]
    public var points: Int

    public init(
        particles: ParticleInputs, beamEnergy: Double, isAntimuon: Bool = true, cuts: SelectionCuts,
        luminosity: Double, mixings: [Double] = NeutrinoPairSpread.mixings, points: Int = 4096
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.isAntimuon = isAntimuon
        self.cuts = cuts
        self.luminosity = luminosity
        self.mixings = mixings
        self.points = points
    }

    public func compute(_ input: ()) throws -> Result {
        func process(_ flavour: NeutrinoFlavour, _ mixing: Double) -> NeutrinoPairProcess {
            var particles = particles
            particles.weakMixingAngleSquared = mixing
            return NeutrinoPairProcess(
                particles: particles, beamEnergy: beamEnergy, flavour: flavour, isAntimuon: isAntimuon)
        }
        func total(_ mixing: Double) throws -> Estimate {
            try NeutrinoFlavour.allCases.map {
                try NeutrinoPairMonteCarlo(process($0, mixing), points: points).crossSection(cuts)
            }.sum().scaled(by: luminosity)
        }
        func full(_ hasWidths: Bool) throws -> Estimate {
            try NeutrinoFlavour.allCases.map {
                try NeutrinoPairFullMonteCarlo(
                    process($0, particles.weakMixingAngleSquared), hasWidths: hasWidths, points: points
                ).crossSection(cuts)
            }.sum().scaled(by: luminosity)
        }
        let central = try total(particles.weakMixingAngleSquared)
        let others = try mixings.map { try total($0) }
        let (without, with) = try (full(false), full(true))
        let distances =
            others.map { ($0.value / central.value - 1).magnitude } + [(with.value / without.value - 1).magnitude]
        return Result(
            total: central, atMixing: others, withoutWidths: without, withWidths: with,
            spread: distances.max() ?? 0)
    }
}
