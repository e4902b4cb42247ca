import BuildGraph
import Foundation
import NumericalMethods
import Phenomenology
import Reference

/// The coupling g′ = g_χ for which Dirac dark matter of mass m_Z′/`ratio` freezes out with the observed abundance.
///
/// It starts at m_χ = 1 MeV, where the relic density is first defined, and ends at m_χ = m_μ, beyond which annihilation
/// into muons is excluded by the microwave background. Empty where no boson heavier than 2 m_χ is meant.
public struct ThermalTarget: Computation {
    public var particles: ParticleInputs
    /// m_Z′/m_χ.
    public var ratio: Double
    public var masses: LogarithmicGrid

    public init(particles: ParticleInputs, ratio: Double, masses: LogarithmicGrid) {
        self.particles = particles
        self.ratio = ratio
        self.masses = masses
    }

    /// Of the dark matter, GeV.
    public static let smallestDarkMatterMass = 1e-3

    public func compute(_ input: ()) throws -> Curve {
        let ends = (Self.smallestDarkMatterMass * ratio, particles.muonMass * ratio)
        let all = masses.points
        guard ratio > 2, let first = all.first, let last = all.last else { return Curve(x: [], y: [], error: []) }
        // The freeze-out varies slowly: every fourth mass.
        let grid = all.enumerated().filter { $0.offset % 4 == 0 && ends.0 < $0.element && $0.element < ends.1 }
        let inner = [ends.0, ends.1].filter { first <= $0 && $0 <= last }
        let chosen = Set(grid.map(\.element) + inner).sorted()
        let couplings = try chosen.map { mass in
            // Rounding must not bring an end below the domain.
            let darkMatter = max(Self.smallestDarkMatterMass, mass / ratio)
            let annihilation = try DarkMatterAnnihilation(
                kind: .dirac, mass: darkMatter, mediatorMass: mass, inputs: particles)
            return try RelicDensity(annihilation, inputs: particles).targetCoupling(darkCoupling: nil)
        }
        return Curve(x: chosen, estimates: couplings)
    }
}
