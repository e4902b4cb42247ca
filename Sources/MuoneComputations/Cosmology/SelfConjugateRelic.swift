import BuildGraph
import CosmologyPhysics
import NumericalMethods
import Reference

/// The constant ⟨σv⟩ (cm³ s⁻¹) with which a particle that is its own antiparticle, of two spin states, leaves a given Ωh².
///
/// Its equation is that of one of the two species of Dirac dark matter, which together leave twice as much.
public struct SelfConjugateRelic: Computation {
    public var particles: ParticleInputs
    /// GeV.
    public var mass: Double
    /// Ωh².
    public var abundance: Double

    public struct CrossSections: Codable, Hashable, Sendable {
        public var byFreezeOut: Estimate
        public var byBoltzmannEquation: Estimate
    }

    public init(particles: ParticleInputs, mass: Double, abundance: Double) {
        self.particles = particles
        self.mass = mass
        self.abundance = abundance
    }

    public func compute(_ input: ()) throws -> CrossSections {
        var relic = RelicInputs.standard
        relic.abundance = 2 * abundance
        // The boson only carries the couplings from one ⟨σv⟩ to another: its mass drops out.
        let targets = try ThermalTargets(kind: .dirac, ratio: 3, relic: relic, inputs: particles)
        let density = try targets.relicDensity(mass: mass)
        func crossSection(_ product: Estimate) -> Estimate {
            product.mapped { density.crossSection(couplingProduct: $0) }
        }
        let freezeOut = try density.targetCouplingProduct()
        return CrossSections(
            byFreezeOut: crossSection(freezeOut),
            byBoltzmannEquation: crossSection(try density.targetCouplingProductByBoltzmannEquation()))
    }
}
