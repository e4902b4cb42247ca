import Amplitudes
import Kinematics
import NumericalMethods
import Reference

/// μ e → μ e Z′ on electrons at rest, with a Z′ that couples to the muon's vector current alone (as that of gauged
/// L_μ − L_τ does here), at tree level and with all masses: Asai et al., Phys. Rev. D 106, L051702 (2022).
///
/// μ⁺ and μ⁻ beams give the same result at this order. Z and Higgs exchange change |M|² by about 1e-6 and are left out.
public struct ZPrimeProduction: Codable, Hashable, Sendable {
    public var inputs: ParticleInputs
    /// The beam muons' total energy in GeV.
    public var beamEnergy: Double
    /// m_Z′ in GeV.
    public var mass: Double
    /// g′ ≥ 0.
    public var coupling: Double

    public init(inputs: ParticleInputs = .standard, beamEnergy: Double = 150, mass: Double, coupling: Double) {
        self.inputs = inputs
        self.beamEnergy = beamEnergy
        self.mass = mass
        self.coupling = coupling
    }

    /// √s − m_μ − m_e in GeV: the largest mass that the beam can make. Zero for a beam at rest.
    public static func thresholdMass(inputs: ParticleInputs = .standard, beamEnergy: Double = 150) -> Double {
        guard beamEnergy > inputs.muonMass else { return 0 }
        return FixedTargetEmission(
            beamEnergy: beamEnergy, muonMass: inputs.muonMass, electronMass: inputs.electronMass, bosonMass: 0
        ).thresholdMass
    }

    /// The cross section within the cuts, in fb, with a bound on its numerical error.
    ///
    /// Exactly zero where the cuts leave no phase space. The value is the last of a sequence of product Gauss rules
    /// whose orders double together, and the bound is no less than its change in the last doubling.
    ///
    /// - Parameter relativeTolerance: the orders double until the bound is below this share of the value. A cut on the
    ///   electron's angle adds a dimension and converges more slowly: ask for 1e-4 or 1e-5 there.
    /// - Throws: ``SignalError`` for input outside the domain, ``NumericalError`` when the tolerance is not met.
    public func crossSection(_ cuts: SelectionCuts = .published, relativeTolerance: Double = 1e-6) throws -> Estimate {
        try EmissionIntegral(self, cuts: cuts).total(relativeTolerance: relativeTolerance)
    }

    /// dσ/dE_e in fb/GeV at the electron's total energy, within the cuts; zero outside the energy window.
    public func spectrum(
        atElectronEnergy electronEnergy: Double, cuts: SelectionCuts = .angleOnly, relativeTolerance: Double = 1e-6
    ) throws -> Estimate {
        try EmissionIntegral(self, cuts: cuts).spectrum(
            electronEnergy: electronEnergy, relativeTolerance: relativeTolerance)
    }

    /// Whether any event passes the cuts, which kinematics alone decides.
    ///
    /// - Throws: ``SignalError`` for input outside the domain.
    public func hasPhaseSpace(_ cuts: SelectionCuts) throws -> Bool {
        guard mass < Self.thresholdMass(inputs: inputs, beamEnergy: beamEnergy) else { return false }
        return try !EmissionIntegral(self, cuts: cuts).panels.isEmpty
    }

    /// Refuses what is outside the domain.
    package func validate() throws(SignalError) {
        guard beamEnergy > inputs.muonMass, beamEnergy.isFinite else {
            throw .beamTooSlow(beamEnergy: beamEnergy, muonMass: inputs.muonMass)
        }
        guard mass > 0 else { throw .massNotPositive(mass) }
        guard coupling >= 0, coupling.isFinite else { throw .couplingNegative(coupling) }
        let threshold = Self.thresholdMass(inputs: inputs, beamEnergy: beamEnergy)
        guard mass < threshold else {
            throw .massAboveThreshold(mass: mass, threshold: threshold, beamEnergy: beamEnergy)
        }
    }

    package var emission: FixedTargetEmission {
        FixedTargetEmission(
            beamEnergy: beamEnergy, muonMass: inputs.muonMass, electronMass: inputs.electronMass, bosonMass: mass)
    }

    package var amplitude: MuonEmission {
        MuonEmission(
            muonMass: inputs.muonMass, bosonMass: mass, fineStructure: inputs.fineStructure, coupling: coupling)
    }

    /// GeV⁻² to fb.
    package var femtobarns: Double { inputs.conversionConstant * 1e12 }
}
