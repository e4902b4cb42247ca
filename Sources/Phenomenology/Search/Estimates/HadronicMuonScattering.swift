import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// μN → μ + hadrons by equivalent photons, an estimate: the flux of transverse photons of Budnev et al., Phys. Rept. 15, 181
/// (1975), eq. (6.17b), on nucleons with a constant cross section and the form factor of ρ dominance (1 + Q²/m_ρ²)⁻².
///
/// Right to a factor of about two: resonances, shadowing and longitudinal photons are left out.
public struct HadronicMuonScattering: Codable, Hashable, Sendable {
    public var particles: ParticleInputs
    /// Total energy of the muon, GeV.
    public var beamEnergy: Double
    /// Of real photons on one nucleon, fb.
    public var photonNucleonCrossSection: Double
    /// GeV.
    public var rhoMass: Double

    package init(particles: ParticleInputs, beamEnergy: Double, photonNucleonCrossSection: Double, rhoMass: Double) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.photonNucleonCrossSection = photonNucleonCrossSection
        self.rhoMass = rhoMass
    }

    /// The cross section on one nucleon (fb) for hadrons with `energies` (GeV) and a muon beyond `muonAngle` (radians).
    ///
    /// - Parameter relativeTolerance: of the integral, not of the estimate.
    public func crossSection(
        energies: ClosedRange<Double>, beyond muonAngle: Double, relativeTolerance: Double = 1e-6
    ) throws -> Estimate {
        guard energies.lowerBound > 0, energies.upperBound < beamEnergy - particles.muonMass else {
            throw EstimateError.emptyWindow(lower: energies.lowerBound, upper: energies.upperBound, beam: beamEnergy)
        }
        let flux = try Quadrature.adaptive(
            from: log(energies.lowerBound), to: log(energies.upperBound), relativeTolerance: relativeTolerance
        ) { logarithm in
            try photons(energy: exp(logarithm), beyond: muonAngle, relativeTolerance: 0.1 * relativeTolerance)
        }
        return flux.scaled(by: particles.fineStructure / .pi * photonNucleonCrossSection)
    }

    /// ∫ dQ²/Q² of the flux and the form factor at one photon energy, without α/π.
    private func photons(energy: Double, beyond muonAngle: Double, relativeTolerance: Double) throws -> Double {
        let share = energy / beamEnergy
        let scattered = beamEnergy - energy
        let muon = particles.muonMass * particles.muonMass
        let momentum = ((beamEnergy * beamEnergy - muon) * (scattered * scattered - muon)).squareRoot()
        // 2(EE′ − PP′ − m²) without its cancellation.
        let least = 2 * muon * energy * energy / (beamEnergy * scattered - muon + momentum)
        let half = sin(0.5 * muonAngle)
        let lower = least + 4 * momentum * half * half
        // Beyond ten form-factor masses nothing is left.
        let upper = 100 * rhoMass * rhoMass
        guard lower < upper else { return 0 }
        return try Quadrature.adaptive(from: log(lower), to: log(upper), relativeTolerance: relativeTolerance) {
            let transfer = exp($0)
            let ratio = 1 + transfer / (rhoMass * rhoMass)
            let flux = 1 - share + 0.5 * share * share - (1 - share) * least / transfer
            return flux / (ratio * ratio)
        }.value
    }
}
