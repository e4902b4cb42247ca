import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// μN → μN e⁺e⁻ of fast muons in the field of an atom: Kelner and Kotov (1968) and Kokoulin and Petrukhin (1971), as collected
/// by Groom, Mokhov and Striganov, At. Data Nucl. Data Tables 78, 183 (2001), section 2.2, with Z(Z + 1) for the nucleus and
/// its electrons. Good to about 20 % here.
public struct PairProductionByMuons: Codable, Hashable, Sendable {
    public var particles: ParticleInputs
    /// Total energy of the muon, GeV.
    public var beamEnergy: Double
    /// Z.
    public var atomicNumber: Int

    package init(particles: ParticleInputs, beamEnergy: Double, atomicNumber: Int) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.atomicNumber = atomicNumber
    }

    /// The radiation logarithm R of the inner screening.
    private static let screening = 183.0

    /// dσ/(dε d|ρ|) in fb/GeV at the energy ε of the pair (GeV) and the asymmetry ρ = (ε₊ − ε₋)/ε of its energies, both signs of
    /// ρ together. Zero outside of phase space.
    public func differential(pairEnergy: Double, asymmetry: Double) -> Double {
        let electron = particles.electronMass
        let muon = particles.muonMass
        let v = pairEnergy / beamEnergy
        guard v > 0, v < 1, asymmetry.magnitude < largestAsymmetry(pairEnergy: pairEnergy) else { return 0 }
        let z = Double(atomicNumber)
        let cube = cbrt(z)
        let rho = asymmetry * asymmetry
        let unequal = 1 - rho
        let beta = v * v / (2 * (1 - v))
        let scale = muon * v / (2 * electron)
        let xi = scale * scale * unequal / (1 - v)
        let electronY =
            (5 - rho + 4 * beta * (1 + rho))
            / (2 * (1 + 3 * beta) * log(3 + 1 / xi) - rho - 2 * beta * (2 - rho))
        let muonY =
            (4 + rho + 3 * beta * (1 + rho))
            / ((1 + rho) * (1.5 + 2 * beta) * log(3 + xi) + 1 - 1.5 * rho)
        func screened(_ y: Double) -> Double {
            1 + 2 * electron * exp(0.5) * Self.screening / cube * (1 + xi) * (1 + y) / (pairEnergy * unequal)
        }
        let size = 1.5 * electron / muon * cube
        let electronLog =
            log(Self.screening / cube * ((1 + xi) * (1 + electronY)).squareRoot() / screened(electronY))
            - 0.5 * log1p(size * size * (1 + xi) * (1 + electronY))
        let muonLog = log(2.0 / 3 * muon / electron * Self.screening / (cube * cube) / screened(muonY))
        let electronPart =
            ((2 + rho) * (1 + beta) + xi * (3 + rho)) * log1p(1 / xi) + (unequal - beta) / (1 + xi) - (3 + rho)
        let muonPart =
            ((1 + rho) * (1 + 1.5 * beta) - (1 + 2 * beta) * unequal / xi) * log1p(xi)
            + xi * (unequal - beta) / (1 + xi) + (1 + 2 * beta) * unequal
        let masses = electron / muon
        let sum = electronPart * max(electronLog, 0) + masses * masses * muonPart * max(muonLog, 0)
        // (α r_e)² = α⁴/m_e².
        let alpha = particles.fineStructure
        let radius = alpha * alpha / electron
        let femtobarns = particles.conversionConstant * 1e12
        return 4 / (3 * Double.pi) * z * (z + 1) * radius * radius * femtobarns * (1 - v) / pairEnergy * max(sum, 0)
    }

    /// The end of |ρ| at an energy of the pair.
    public func largestAsymmetry(pairEnergy: Double) -> Double {
        let remaining = beamEnergy * (beamEnergy - pairEnergy)
        guard pairEnergy > 4 * particles.electronMass, remaining > 0 else { return 0 }
        let muon = particles.muonMass * particles.muonMass
        return max(0, (1 - 4 * particles.electronMass / pairEnergy).squareRoot() * (1 - 6 * muon / remaining))
    }

    /// σ of pairs with more than `energy` (GeV) in all, fb.
    public func crossSection(above energy: Double, relativeTolerance: Double = 1e-5) throws -> Estimate {
        try integral(pairEnergies: energy...(beamEnergy - particles.muonMass), relativeTolerance) { _ in 0 }
    }

    /// σ of pairs of which one lepton has an energy in `energies` and the other one less than `unseen` (GeV), fb.
    public func crossSection(
        one energies: ClosedRange<Double>, other unseen: Double, relativeTolerance: Double = 1e-4
    ) throws -> Estimate {
        guard unseen < energies.lowerBound else {
            throw EstimateError.emptyWindow(lower: unseen, upper: energies.lowerBound, beam: beamEnergy)
        }
        // The other's (1 − |ρ|)ε/2 below what is not seen; the seen one is within the window up to that little.
        return try integral(pairEnergies: energies, relativeTolerance) { 1 - 2 * unseen / $0 }
    }

    private func integral(
        pairEnergies: ClosedRange<Double>, _ tolerance: Double, from least: (Double) -> Double
    ) throws -> Estimate {
        guard pairEnergies.lowerBound > 4 * particles.electronMass, pairEnergies.upperBound < beamEnergy else {
            throw EstimateError.emptyWindow(
                lower: pairEnergies.lowerBound, upper: pairEnergies.upperBound, beam: beamEnergy)
        }
        return try Quadrature.adaptive(
            from: log(pairEnergies.lowerBound), to: log(pairEnergies.upperBound), relativeTolerance: tolerance
        ) { logarithm in
            let energy = exp(logarithm)
            let (lower, upper) = (max(0, least(energy)), largestAsymmetry(pairEnergy: energy))
            guard lower < upper else { return 0 }
            // In the logarithm of 1 − |ρ|, where one lepton takes nearly all.
            return try Quadrature.adaptive(
                from: log(1 - upper), to: log(1 - lower), relativeTolerance: 0.1 * tolerance
            ) { inner in
                let rest = exp(inner)
                return energy * rest * differential(pairEnergy: energy, asymmetry: 1 - rest)
            }.value
        }
    }

    /// The share of pair-producing muons that scatter beyond an angle by themselves: photons of a virtuality Q² far above m_e²
    /// make pairs with 6 m_e²/Q² of the rate of real ones, and the rate is a logarithm up to there.
    ///
    /// - Parameters:
    ///   - pairEnergy: GeV.
    ///   - muonAngle: radians.
    public func largeAngleShare(pairEnergy: Double, beyond muonAngle: Double) -> Double {
        let scattered = beamEnergy - pairEnergy
        let share = pairEnergy / beamEnergy
        guard scattered > 0 else { return 0 }
        let least = particles.muonMass * particles.muonMass * share * share / (1 - share)
        let transfer = least + beamEnergy * scattered * muonAngle * muonAngle
        let suppression = 6 * particles.electronMass * particles.electronMass
        return suppression / transfer / (1 + log1p(suppression / least))
    }
}
