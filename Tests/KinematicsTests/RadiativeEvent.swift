import Foundation
import Kinematics

/// A random event μ e → μ e γ in the laboratory, made by two successive two-body decays: first μ X in the
/// centre-of-mass frame, then X → e γ in the frame of X.
struct RadiativeEvent {
    var muonAngle: Double
    var electronEnergy: Double
    var photonEnergy: Double
    var photonAngle: Double

    init(_ elastic: ElasticKinematics, random: inout ElasticRandom) {
        let root = elastic.centreOfMassEnergy
        let muon = elastic.muonMass
        let mass =
            elastic.electronMass * pow((root - muon) / elastic.electronMass, random.next(in: 0...1))
        let muonEnergy = (root * root + muon * muon - mass * mass) / (2 * root)
        let momentum = max(0, muonEnergy * muonEnergy - muon * muon).squareRoot()
        let cosine = 1 - 2 * pow(random.next(in: 0...1), 2)
        let sine = max(0, 1 - cosine * cosine).squareRoot()
        let gamma = (elastic.beamEnergy + elastic.electronMass) / root
        let boost = elastic.beamMomentum / root
        let angle = atan2(momentum * sine, gamma * momentum * cosine + boost * muonEnergy)
        let systemEnergyCM = root - muonEnergy
        self.init(
            muonAngle: angle, mass: mass, electronMass: elastic.electronMass,
            energy: gamma * systemEnergyCM - boost * momentum * cosine,
            momentum: [-momentum * sine, 0, -gamma * momentum * cosine + boost * systemEnergyCM], random: &random)
    }

    /// A random decay of a given electron–photon system, nil when its energy is not possible at this muon angle.
    init?(_ elastic: ElasticKinematics, systemEnergy: Double, muonAngle: Double, random: inout ElasticRandom) {
        let muonEnergy = elastic.beamEnergy + elastic.electronMass - systemEnergy
        let muon = (muonEnergy * muonEnergy - elastic.muonMass * elastic.muonMass).squareRoot()
        let momentum = [-muon * sin(muonAngle), 0, elastic.beamMomentum - muon * cos(muonAngle)]
        let massSquared = systemEnergy * systemEnergy - momentum[0] * momentum[0] - momentum[2] * momentum[2]
        guard massSquared > elastic.electronMass * elastic.electronMass else { return nil }
        self.init(
            muonAngle: muonAngle, mass: massSquared.squareRoot(), electronMass: elastic.electronMass,
            energy: systemEnergy, momentum: momentum, random: &random)
    }

    /// The decay X → e γ, isotropic in the frame of X.
    private init(
        muonAngle: Double, mass: Double, electronMass: Double, energy: Double, momentum x: [Double],
        random: inout ElasticRandom
    ) {
        let photonCM = (mass * mass - electronMass * electronMass) / (2 * mass)
        let c = random.next(in: -1...1)
        let s = (1 - c * c).squareRoot()
        let phi = random.next(in: 0...2 * Double.pi)
        let n = [photonCM * s * cos(phi), photonCM * s * sin(phi), photonCM * c]
        let dot = (x[0] * n[0] + x[1] * n[1] + x[2] * n[2]) / mass
        let factor = dot / (energy + mass) + photonCM / mass
        let photon = (0..<3).map { n[$0] + x[$0] * factor }
        self.muonAngle = muonAngle
        photonEnergy = energy / mass * photonCM + dot
        electronEnergy = energy - photonEnergy
        photonAngle = atan2((photon[0] * photon[0] + photon[1] * photon[1]).squareRoot(), photon[2])
    }
}
