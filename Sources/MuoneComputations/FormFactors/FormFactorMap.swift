import BuildGraph
import FormFactorPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// −F₁/λ and F₂/λ over the boson's mass (GeV) and −q² (GeV²), both in logarithmic steps.
public struct FormFactorMap: Computation {
    public var particles: ParticleInputs
    public var masses: LogarithmicGrid
    public var momenta: LogarithmicGrid

    public struct Maps: Codable, Hashable, Sendable {
        public var charge: RectilinearGrid
        public var magnetic: RectilinearGrid
        /// The largest relative error of a value.
        public var relativeError: Double
    }

    public init(particles: ParticleInputs, masses: LogarithmicGrid, momenta: LogarithmicGrid) {
        self.particles = particles
        self.masses = masses
        self.momenta = momenta
    }

    public func compute(_ input: ()) throws -> Maps {
        let (x, y) = (masses.points, momenta.points)
        let factors = try x.map { try LmuLtauFormFactors(mass: $0, inputs: particles) }
        var (charge, magnetic): ([Double], [Double]) = ([], [])
        var relativeError = 0.0
        for momentum in y {
            for factors in factors {
                let (first, second) = try factors.vertex(q2: -momentum)
                charge.append(-first.value)
                magnetic.append(second.value)
                relativeError = max(relativeError, first.relativeError, second.relativeError)
            }
        }
        func grid(_ values: [Double]) throws -> RectilinearGrid {
            try RectilinearGrid(x: x, y: y, values: values, xSpacing: .logarithmic, ySpacing: .logarithmic)
        }
        return Maps(charge: try grid(charge), magnetic: try grid(magnetic), relativeError: relativeError)
    }
}
