import BosonPhysics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// μ N → μ N Z′ in the improved Weizsäcker–Williams approximation: μγ → μZ′ on the equivalent photons of the nucleus,
/// whose flux is taken at the smallest momentum transfer for each energy of the boson (Kim and Tsai 1973; Bjorken et al.
/// 2009; Liu and Miller 2017).
///
/// The target counts as thin to the muon, which keeps its energy, and coherent scattering is the only one. Good where the
/// boson's mass is small against the beam's energy; poor above ``largestTrustedMass``.
public struct MuonBeamDump: Sendable {
    /// GeV: above it the approximation departs from the exact rate.
    public static let largestTrustedMass = 0.3

    public let experiment: BeamDumpExperiment
    private let inputs: ParticleInputs
    private let flux: NuclearPhotonFlux

    public init(experiment: BeamDumpExperiment, inputs: ParticleInputs = .standard) throws(BeamDumpError) {
        try experiment.validate()
        guard experiment.beamEnergy > inputs.muonMass else {
            throw .invalidExperiment(
                "\(experiment.name): a beam energy of \(experiment.beamEnergy) GeV is below the muon's mass: "
                    + "give a larger one")
        }
        self.experiment = experiment
        self.inputs = inputs
        flux = NuclearPhotonFlux(
            charge: experiment.targetCharge, massNumber: experiment.targetMassNumber,
            electronMass: inputs.electronMass)
    }

    /// The integral over the angle of A/Ũ², where −Ũ = (p−k)² − m_μ² and Σ̄|M|² = e²g²A for μγ → μZ′ at t = t_min:
    /// A = 2(2−2x+x²)/(1−x) − 4(m²+2m_μ²)(xŨ − xŨ₀)/Ũ², from Ũ₀ = m²(1−x)/x + m_μ²x upwards. GeV⁻².
    static func angularIntegral(energyFraction x: Double, massSquared: Double, muonSquared: Double) -> Double {
        let lowest = massSquared * (1 - x) / x + muonSquared * x
        return 2 * (2 - 2 * x + x * x) / ((1 - x) * lowest)
            - 2.0 / 3 * x * (massSquared + 2 * muonSquared) / (lowest * lowest)
    }

    /// dσ/dx in GeV⁻² at coupling one, for a boson of `mass` (GeV) that takes the fraction `x` of the beam's energy; zero
    /// where the kinematics close.
    public func crossSectionDensity(mass: Double, energyFraction x: Double) -> Double {
        let energy = experiment.beamEnergy
        guard x > mass / energy, x < 1 - inputs.muonMass / energy else { return 0 }
        let massSquared = mass * mass
        let muonSquared = inputs.muonMass * inputs.muonMass
        let lowest = massSquared * (1 - x) / x + muonSquared * x
        let transfer = lowest / (2 * energy * (1 - x))
        let photons = flux.flux(from: transfer * transfer, to: massSquared + muonSquared)
        let velocity = ((1 - mass / (x * energy)) * (1 + mass / (x * energy))).squareRoot()
        let alpha = inputs.fineStructure
        return alpha * alpha / (4 * Double.pi) * photons * velocity * (1 - x)
            * Self.angularIntegral(energyFraction: x, massSquared: massSquared, muonSquared: muonSquared)
    }

    /// σ in GeV⁻² at coupling one, above the experiment's energy fraction, with the bound of its quadrature (relative
    /// 1e-9).
    public func crossSection(mass: Double) throws -> Estimate {
        let range = try energyFractions(mass: mass)
        // The boson's velocity vanishes as a root at the lower end where the mass, and not the cut, sets it.
        return try Quadrature.adaptive(over: 0...1, relativeTolerance: 1e-9) { z in
            let x = range.lowerBound + (range.upperBound - range.lowerBound) * z * z
            return crossSectionDensity(mass: mass, energyFraction: x) * (range.upperBound - range.lowerBound) * 2 * z
        }
    }

    /// The number of events at coupling g′, with Z′ → ν ν̄: the boson that decays to muons is seen.
    public func events(mass: Double, coupling: Double) throws -> Estimate {
        guard coupling.isFinite else { throw BeamDumpError.invalidCoupling(coupling) }
        let atoms =
            ParticleConstants.avogadroConstant.value * experiment.targetDensity * experiment.targetLength
            / experiment.targetMassNumber
        // GeV⁻² to cm²: (ħc)² in GeV² mb, and 1e-27 cm² in a millibarn.
        let luminosity = experiment.muonsOnTarget * atoms * inputs.conversionConstant * 1e-27
        return try crossSection(mass: mass).scaled(
            by: luminosity * coupling * coupling * ZPrimeWidths.invisibleFraction(mass: mass, inputs: inputs))
    }

    /// g′ at which the experiment's number of signal events is met.
    public func limit(mass: Double) throws -> Estimate {
        (experiment.signalEvents / (try events(mass: mass, coupling: 1))).squareRoot()
    }

    /// The energy fractions above the cut at which the smallest momentum transfer lies below the largest, m² + m_μ²:
    /// (m_μ² + K)x² − (m² + K)x + m² < 0 with K = 2E√(m² + m_μ²).
    private func energyFractions(mass: Double) throws(BeamDumpError) -> ClosedRange<Double> {
        guard mass.isFinite, mass > 0 else { throw .invalidMass(mass) }
        let energy = experiment.beamEnergy
        let massSquared = mass * mass
        let muonSquared = inputs.muonMass * inputs.muonMass
        let k = 2 * energy * (massSquared + muonSquared).squareRoot()
        let half = 0.5 * (massSquared + k)
        let discriminant = half * half - (muonSquared + k) * massSquared
        guard discriminant > 0 else { throw .outOfReach(mass: mass, beamEnergy: energy) }
        let sum = half + discriminant.squareRoot()
        let upper = min(sum / (muonSquared + k), 1 - inputs.muonMass / energy)
        let lower = max(massSquared / sum, mass / energy, experiment.minimumEnergyFraction)
        guard lower < upper else { throw .outOfReach(mass: mass, beamEnergy: energy) }
        return lower...upper
    }
}
