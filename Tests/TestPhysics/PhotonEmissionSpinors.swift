import Amplitudes
import ComplexModule
import Kinematics

/// μ e → μ e γ by one-photon exchange at tree level from explicit Dirac spinors, the photon emitted by the muon, by the
/// electron or by both (then with their interference). μ⁻ and e⁻.
package struct PhotonEmissionSpinors: Hashable, Sendable {
    /// Which fermion lines emit.
    package struct Emitters: OptionSet, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let muon = Emitters(rawValue: 1)
        package static let electron = Emitters(rawValue: 2)
    }

    package let muonMass: Double
    package let electronMass: Double
    package let fineStructure: Double

    package init(muonMass: Double, electronMass: Double, fineStructure: Double) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
    }

    /// |M|², summed over final spins and averaged over initial ones, in GeV⁻².
    package func squaredAmplitude(_ momenta: MuonEmissionMomenta, emitters: Emitters = [.muon, .electron]) -> Double {
        let k = momenta.boson
        let muons = Line(from: momenta.muon, to: momenta.finalMuon, photon: k, mass: muonMass)
        let electrons = Line(from: momenta.electron, to: momenta.finalElectron, photon: k, mass: electronMass)
        let muonTransfer = (momenta.muon - momenta.finalMuon).square
        let electronTransfer = (momenta.electron - momenta.finalElectron).square
        let spins = [(true, true), (true, false), (false, true), (false, false)]
        var total = 0.0
        for direction in transversePolarisations(of: k) {
            let polarisation = ComplexVector(direction)
            for muonSpins in spins {
                let muonCurrent = muons.current(muonSpins)
                let muonEmission = muons.emissionCurrent(muonSpins, polarisation)
                for electronSpins in spins {
                    var amplitude = Complex<Double>.zero
                    if emitters.contains(.muon) {
                        amplitude += muonEmission.dot(electrons.current(electronSpins))
                            .multiplied(by: 1 / electronTransfer)
                    }
                    if emitters.contains(.electron) {
                        amplitude += electrons.emissionCurrent(electronSpins, polarisation).dot(muonCurrent)
                            .multiplied(by: 1 / muonTransfer)
                    }
                    total += amplitude.lengthSquared
                }
            }
        }
        let charge = 4 * Double.pi * fineStructure
        return 0.25 * charge * charge * charge * total
    }

    /// One fermion line, with and without a photon on it.
    private struct Line {
        let start: FourVector
        let end: FourVector
        let photon: FourVector
        let mass: Double

        init(from start: FourVector, to end: FourVector, photon: FourVector, mass: Double) {
            self.start = start
            self.end = end
            self.photon = photon
            self.mass = mass
        }

        func current(_ spins: (Bool, Bool)) -> ComplexVector {
            DiracSpinor(particle: end, mass: mass, up: spins.1)
                .current(DiracSpinor(particle: start, mass: mass, up: spins.0))
        }

        /// ū′[ε̸ (p̸′ + k̸ + m) γ^ν/2p′·k − γ^ν (p̸ − k̸ + m) ε̸/2p·k]u for real ε.
        func emissionCurrent(_ spins: (Bool, Bool), _ polarisation: ComplexVector) -> ComplexVector {
            let first = DiracSpinor(particle: start, mass: mass, up: spins.0)
            let last = DiracSpinor(particle: end, mass: mass, up: spins.1)
            let late = propagated(last.slashed(polarisation), end + photon).scaled(by: 0.5 / (end * photon))
            let early = propagated(first.slashed(polarisation), start - photon).scaled(by: -0.5 / (start * photon))
            return late.current(first) + last.current(early)
        }

        private func propagated(_ spinor: DiracSpinor, _ momentum: FourVector) -> DiracSpinor {
            spinor.slashed(ComplexVector(momentum)) + spinor.scaled(by: mass)
        }
    }
}

extension ComplexVector {
    fileprivate static func + (a: ComplexVector, b: ComplexVector) -> ComplexVector {
        ComplexVector(energy: a.energy + b.energy, x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
    }
}
