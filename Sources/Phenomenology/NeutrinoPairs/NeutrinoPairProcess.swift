import Amplitudes
import Kinematics
import Reference
import SignalPhysics

/// μ e → μ e ν ν̄ on electrons at rest, in four-fermion theory times the exchange of one photon.
public struct NeutrinoPairProcess: Codable, Hashable, Sendable {
    public var particles: ParticleInputs
    /// The beam muons' total energy, GeV.
    public var beamEnergy: Double
    public var flavour: NeutrinoFlavour
    /// Whether the beam is of μ⁺: unlike the signal, the rate depends on it.
    public var isAntimuon: Bool

    public init(
        particles: ParticleInputs = .standard, beamEnergy: Double = 150, flavour: NeutrinoFlavour,
        isAntimuon: Bool = true
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.flavour = flavour
        self.isAntimuon = isAntimuon
    }

    package func validate() throws(NeutrinoPairError) {
        guard beamEnergy > particles.muonMass, beamEnergy.isFinite else {
            throw .beamTooSlow(beamEnergy: beamEnergy, muonMass: particles.muonMass)
        }
        let sineSquared = particles.weakMixingAngleSquared
        guard sineSquared >= 0, sineSquared <= 1 else { throw .mixingAngleOutOfRange(sineSquared) }
        guard particles.fermiConstant >= 0, particles.fermiConstant <= 1 else {
            throw .fermiConstantOutOfRange(particles.fermiConstant)
        }
    }

    package var amplitude: TwoLineEmission {
        let sineSquared = particles.weakMixingAngleSquared
        return TwoLineEmission(
            muonMass: particles.muonMass, electronMass: particles.electronMass,
            fineStructure: particles.fineStructure,
            muonCouplings: NeutrinoFlavour.couplings(ownFlavour: flavour == .muon, sineSquared: sineSquared),
            electronCouplings: NeutrinoFlavour.couplings(ownFlavour: flavour == .electron, sineSquared: sineSquared),
            isAntimuon: isAntimuon)
    }

    /// √s in GeV.
    package var rootS: Double {
        let (muon, electron) = (particles.muonMass, particles.electronMass)
        return (muon * muon + electron * electron + 2 * electron * beamEnergy).squareRoot()
    }

    /// The largest mass of the pair, GeV.
    package var largestPairMass: Double { rootS - particles.muonMass - particles.electronMass }

    /// The largest mass of the pair that cuts on the muon's angle and the electron's energy leave room for, GeV, from above to a
    /// thousandth; nil where not even a light one can be made.
    func largestPairMass(within cuts: SelectionCuts) throws -> Double? {
        let threshold = largestPairMass
        guard threshold > 0 else { return nil }
        func isOpen(_ mass: Double) throws -> Bool {
            try ZPrimeProduction(inputs: particles, beamEnergy: beamEnergy, mass: mass, coupling: 1)
                .hasPhaseSpace(cuts)
        }
        var (open, closed) = (1e-4 * threshold, threshold)
        guard try isOpen(open) else { return nil }
        while closed - open > 1e-3 * closed {
            let middle = 0.5 * (open + closed)
            if try isOpen(middle) { open = middle } else { closed = middle }
        }
        return closed
    }
}
