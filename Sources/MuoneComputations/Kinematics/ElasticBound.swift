import BuildGraph
import Kinematics
import NumericalMethods
import Reference

/// E_e^min(θ_μ,th) of elastic scattering in GeV, over angles in radians from zero to the largest.
public struct ElasticBoundCurve: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var count: Int

    public func compute(_ input: ()) throws -> Curve {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        let largest = kinematics.maximumMuonAngle
        let angles = (0..<count).map { largest * Double($0) / Double(count - 1) }
        let energies = try angles.map { angle in
            Estimate.closedForm(try kinematics.minimumElectronEnergy(forMuonAngle: min(angle, largest)))
        }
        return Curve(x: angles, estimates: energies)
    }
}

/// What elastic kinematics fixes for a beam and a selection. GeV and radians.
public struct ElasticFacts: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var minimumMuonAngle: Double
    public var maximumElectronEnergy: Double

    public struct Facts: Codable, Hashable, Sendable {
        public var centreOfMassEnergy: Estimate
        public var thresholdMass: Estimate
        public var maximumRecoil: Estimate
        public var maximumMuonAngle: Estimate
        /// E_e^min at the angle cut; nil where no elastic event passes it.
        public var minimumElectronEnergy: Estimate?
        /// The angle cut below which elastic events enter the electron window.
        public var safeMuonAngle: Estimate
    }

    public func compute(_ input: ()) throws -> Facts {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        let minimum =
            minimumMuonAngle <= kinematics.maximumMuonAngle
            ? try kinematics.minimumElectronEnergy(forMuonAngle: minimumMuonAngle) : nil
        return Facts(
            centreOfMassEnergy: .closedForm(kinematics.centreOfMassEnergy),
            thresholdMass: .closedForm(kinematics.thresholdMass), maximumRecoil: .closedForm(kinematics.maximumRecoil),
            maximumMuonAngle: .closedForm(kinematics.maximumMuonAngle),
            minimumElectronEnergy: minimum.map { .closedForm($0) },
            safeMuonAngle: .closedForm(kinematics.largestMuonAngle(belowElectronEnergy: maximumElectronEnergy)))
    }
}

/// What a photon veto must cover: the radiative process under the same selection.
public struct RadiativeFacts: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var minimumMuonAngle: Double
    public var maximumElectronEnergy: Double

    public struct Facts: Codable, Hashable, Sendable {
        /// The photon's largest angle to the beam, radians.
        public var photonAngle: Estimate
        /// The least energy of the photon, GeV.
        public var minimumPhotonEnergy: Estimate
    }

    /// Nil where the selection lets photons of any angle pass, as elastic events pass it too.
    public func compute(_ input: ()) throws -> Facts? {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        guard kinematics.largestMuonAngle(belowElectronEnergy: maximumElectronEnergy) < minimumMuonAngle,
            minimumMuonAngle <= kinematics.maximumMuonAngle
        else { return nil }
        let bound = PhotonAngleBound(
            kinematics: kinematics, minimumMuonAngle: minimumMuonAngle, maximumElectronEnergy: maximumElectronEnergy)
        return Facts(
            photonAngle: try bound.maximum().photonAngle,
            minimumPhotonEnergy: .closedForm(try bound.minimumPhotonEnergy()))
    }
}
