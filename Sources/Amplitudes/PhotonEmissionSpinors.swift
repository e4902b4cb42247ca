import ComplexModule
import Kinematics

/// The same process as ``PhotonEmission``, computed from explicit Dirac spinors and polarisation vectors, spin by spin: the
/// photon emitted by the muon, by the electron or by both (then with their interference).
///
/// The line of a μ⁺ runs backwards, with spinors of antiparticles; nothing is told about a sign.
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
    package let beam: BeamCharge
    /// ξ of the exchanged photon's propagator, −i[g − ξ qq/q²]/q²: no result depends on it.
    package let propagatorGauge: Double

    package init(
        muonMass: Double, electronMass: Double, fineStructure: Double, beam: BeamCharge = .negative,
        propagatorGauge: Double = 0
    ) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
        self.beam = beam
        self.propagatorGauge = propagatorGauge
    }

    /// |M|², summed over final spins and averaged over initial ones, in GeV⁻².
    package func squaredAmplitude(_ momenta: MuonEmissionMomenta, emitters: Emitters = [.muon, .electron]) -> Double {
        squaredAmplitude(momenta, polarisations: transversePolarisations(of: momenta.boson), emitters: emitters)
    }

    /// The same for any real polarisation vectors; for the one vector k it vanishes.
    package func squaredAmplitude(
        _ momenta: MuonEmissionMomenta, polarisations: [FourVector], emitters: Emitters = [.muon, .electron]
    ) -> Double {
        let k = momenta.boson
        let isAntimuon = beam == .positive
        let muons = Line(
            from: isAntimuon ? -1 * momenta.finalMuon : momenta.muon,
            to: isAntimuon ? -1 * momenta.muon : momenta.finalMuon, photon: k, mass: muonMass)
        let electrons = Line(from: momenta.electron, to: momenta.finalElectron, photon: k, mass: electronMass)
        // Directed as the current of each line gives it to the other.
        let muonTransfer = momenta.muon - momenta.finalMuon
        let electronTransfer = momenta.electron - momenta.finalElectron
        let spins = [(true, true), (true, false), (false, true), (false, false)]
        let muonCurrents = spins.map { muons.current($0) }
        let electronCurrents = spins.map { electrons.current($0) }
        var total = 0.0
        for direction in polarisations {
            let polarisation = ComplexVector(direction)
            let muonEmissions = spins.map { muons.emissionCurrent($0, polarisation) }
            let electronEmissions = spins.map { electrons.emissionCurrent($0, polarisation) }
            for muon in spins.indices {
                for electron in spins.indices {
                    var amplitude = Complex<Double>.zero
                    if emitters.contains(.muon) {
                        amplitude += exchanged(muonEmissions[muon], electronCurrents[electron], electronTransfer)
                    }
                    if emitters.contains(.electron) {
                        amplitude += exchanged(electronEmissions[electron], muonCurrents[muon], muonTransfer)
                    }
                    total += amplitude.lengthSquared
                }
            }
        }
        let charge = 4 * Double.pi * fineStructure
        return 0.25 * charge * charge * charge * total
    }

    /// Two currents joined by the propagator.
    private func exchanged(_ a: ComplexVector, _ b: ComplexVector, _ q: FourVector) -> Complex<Double> {
        let square = q.square
        let metric = a.dot(b).multiplied(by: 1 / square)
        guard propagatorGauge != 0 else { return metric }
        let vector = ComplexVector(q)
        return metric - (a.dot(vector) * b.dot(vector)).multiplied(by: propagatorGauge / (square * square))
    }

    /// One fermion line, with and without a photon on it. Energies are negative for antiparticles.
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

        private func spinor(_ momentum: FourVector, _ up: Bool) -> DiracSpinor {
            momentum.energy < 0
                ? DiracSpinor(antiparticle: -1 * momentum, mass: mass, up: up)
                : DiracSpinor(particle: momentum, mass: mass, up: up)
        }

        func current(_ spins: (Bool, Bool)) -> ComplexVector {
            spinor(end, spins.1).current(spinor(start, spins.0))
        }

        /// ū′[ε̸ (p̸′ + k̸ + m) γ^ν/2p′·k − γ^ν (p̸ − k̸ + m) ε̸/2p·k]u for real ε.
        func emissionCurrent(_ spins: (Bool, Bool), _ polarisation: ComplexVector) -> ComplexVector {
            let first = spinor(start, spins.0)
            let last = spinor(end, spins.1)
            let late = propagated(last.slashed(polarisation), end + photon).scaled(by: 0.5 / (end * photon))
            let early = propagated(first.slashed(polarisation), start - photon).scaled(by: -0.5 / (start * photon))
            return late.current(first) + last.current(early)
        }

        private func propagated(_ spinor: DiracSpinor, _ momentum: FourVector) -> DiracSpinor {
            spinor.slashed(ComplexVector(momentum)) + spinor.scaled(by: mass)
        }
    }
}
