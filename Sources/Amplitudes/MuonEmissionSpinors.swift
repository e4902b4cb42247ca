import ComplexModule
import Kinematics

/// The momenta of μ(p) e(l) → μ(p′) e(l′) X(k), in any one frame. GeV.
public struct MuonEmissionMomenta: Hashable, Sendable {
    public var muon: FourVector
    public var electron: FourVector
    public var finalMuon: FourVector
    public var finalElectron: FourVector
    public var boson: FourVector

    public init(
        muon: FourVector, electron: FourVector, finalMuon: FourVector, finalElectron: FourVector, boson: FourVector
    ) {
        self.muon = muon
        self.electron = electron
        self.finalMuon = finalMuon
        self.finalElectron = finalElectron
        self.boson = boson
    }
}

/// The same process as ``MuonEmission``, computed from explicit Dirac spinors and polarisation vectors, spin by spin:
/// independent of the traces, and slower by two orders of magnitude.
public struct MuonEmissionSpinors: Hashable, Sendable {
    public let muonMass: Double
    public let electronMass: Double
    /// m_X; zero is photon emission.
    public let bosonMass: Double
    public let fineStructure: Double
    public let coupling: Double
    /// Whether the muon line is that of μ⁺.
    public let isAntimuon: Bool

    public init(
        muonMass: Double, electronMass: Double, bosonMass: Double, fineStructure: Double, coupling: Double,
        isAntimuon: Bool = false
    ) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.bosonMass = bosonMass
        self.fineStructure = fineStructure
        self.coupling = coupling
        self.isAntimuon = isAntimuon
    }

    /// |M|², summed over final spins and averaged over initial ones, in GeV⁻².
    ///
    /// - Parameter momenta: on their mass shells, conserving momentum.
    public func squaredAmplitude(_ momenta: MuonEmissionMomenta) -> Double {
        sum(over: polarisations(of: momenta.boson), momenta)
    }

    /// Real, orthonormal and transverse to k: three for a massive boson, the two physical ones for a photon.
    func polarisations(of k: FourVector) -> [FourVector] {
        if bosonMass > 0 {
            // The unit vectors of the rest frame, boosted.
            let factor = 1 / (bosonMass * (k.energy + bosonMass))
            func boosted(_ component: Double, _ x: Double, _ y: Double, _ z: Double) -> FourVector {
                FourVector(
                    energy: component / bosonMass, x: x + factor * component * k.x, y: y + factor * component * k.y,
                    z: z + factor * component * k.z)
            }
            return [boosted(k.x, 1, 0, 0), boosted(k.y, 0, 1, 0), boosted(k.z, 0, 0, 1)]
        }
        return transversePolarisations(of: k)
    }

    package func sum(over polarisations: [FourVector], _ momenta: MuonEmissionMomenta) -> Double {
        let k = momenta.boson
        let q = momenta.electron - momenta.finalElectron
        let massSquared = bosonMass * bosonMass
        let afterDenominator = 2 * (momenta.finalMuon * k) + massSquared
        let beforeDenominator = massSquared - 2 * (momenta.muon * k)
        // For μ⁺ the fermion line runs from −p′ to −p.
        let start = isAntimuon ? -1 * momenta.finalMuon : momenta.muon
        let end = isAntimuon ? -1 * momenta.muon : momenta.finalMuon
        let late = ComplexVector(end + k)
        let early = ComplexVector(start - k)
        let lateDenominator = isAntimuon ? beforeDenominator : afterDenominator
        let earlyDenominator = isAntimuon ? afterDenominator : beforeDenominator
        let slashes = polarisations.map { ComplexVector($0) }
        let spins = [true, false]
        func muonSpinor(_ momentum: FourVector, _ up: Bool) -> DiracSpinor {
            isAntimuon
                ? DiracSpinor(antiparticle: momentum, mass: muonMass, up: up)
                : DiracSpinor(particle: momentum, mass: muonMass, up: up)
        }
        let starts = spins.map { muonSpinor(isAntimuon ? momenta.finalMuon : momenta.muon, $0) }
        let ends = spins.map { muonSpinor(isAntimuon ? momenta.muon : momenta.finalMuon, $0) }
        var total = 0.0
        for initialElectron in spins {
            let u = DiracSpinor(particle: momenta.electron, mass: electronMass, up: initialElectron)
            for finalElectron in spins {
                let current = DiracSpinor(particle: momenta.finalElectron, mass: electronMass, up: finalElectron)
                    .current(u)
                for first in starts {
                    let struck = first.slashed(current)
                    // (p̸ + k̸ + m) after the photon, for the boson emitted late.
                    let propagated = (struck.slashed(late) + struck.scaled(by: muonMass))
                        .scaled(by: 1 / lateDenominator)
                    for polarisation in slashes {
                        let emitted = first.slashed(polarisation)
                        let recoiled = (emitted.slashed(early) + emitted.scaled(by: muonMass))
                            .scaled(by: 1 / earlyDenominator)
                        let final = propagated.slashed(polarisation) + recoiled.slashed(current)
                        for last in ends { total += last.bar(final).lengthSquared }
                    }
                }
            }
        }
        let charge = 4 * Double.pi * fineStructure
        let t = q.square
        return 0.25 * charge * charge * coupling * coupling * total / (t * t)
    }
}

/// Two real unit vectors transverse to k and to each other, with no time component.
package func transversePolarisations(of k: FourVector) -> [FourVector] {
    let transverse = k.transverseMomentum
    let size = k.momentum
    guard transverse > 0 else {
        return [FourVector(energy: 0, x: 1, y: 0, z: 0), FourVector(energy: 0, x: 0, y: 1, z: 0)]
    }
    return [
        FourVector(energy: 0, x: -k.y / transverse, y: k.x / transverse, z: 0),
        FourVector(
            energy: 0, x: k.x * k.z / (transverse * size), y: k.y * k.z / (transverse * size), z: -transverse / size),
    ]
}
