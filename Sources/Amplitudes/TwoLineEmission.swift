import ComplexModule
import Kinematics

/// How a neutral boson couples to a fermion's current ψ̄ γ^α (g_V − g_A γ⁵) ψ.
package struct ChiralCouplings: Codable, Hashable, Sendable {
    package var vector: Double
    package var axial: Double

    package init(vector: Double, axial: Double) {
        self.vector = vector
        self.axial = axial
    }

    /// (g_V − g_A γ⁵) χ, γ⁵ being −1 on the first two components.
    package func applied(to spinor: DiracSpinor) -> DiracSpinor {
        let left = vector + axial
        let right = vector - axial
        return DiracSpinor(
            spinor.a.multiplied(by: left), spinor.b.multiplied(by: left), spinor.c.multiplied(by: right),
            spinor.d.multiplied(by: right))
    }
}

/// μ e → μ e X by the exchange of one photon at tree level, X emitted by either line with vector and axial couplings, from
/// explicit spinors, spin by spin.
package struct TwoLineEmission: Hashable, Sendable {
    package let muonMass: Double
    package let electronMass: Double
    package let fineStructure: Double
    package let muonCouplings: ChiralCouplings
    package let electronCouplings: ChiralCouplings
    /// Whether the muon line is that of μ⁺.
    package let isAntimuon: Bool

    package init(
        muonMass: Double, electronMass: Double, fineStructure: Double, muonCouplings: ChiralCouplings,
        electronCouplings: ChiralCouplings, isAntimuon: Bool
    ) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
        self.muonCouplings = muonCouplings
        self.electronCouplings = electronCouplings
        self.isAntimuon = isAntimuon
    }

    /// |M|², summed over final spins and the polarisations and averaged over initial spins, in GeV⁻².
    ///
    /// - Parameters:
    ///   - momenta: on their mass shells, conserving momentum.
    ///   - polarisations: real; three for a massive X.
    package func squaredAmplitude(_ momenta: MuonEmissionMomenta, polarisations: [FourVector]) -> Double {
        let muon = EmittingLine(
            start: isAntimuon ? -1 * momenta.finalMuon : momenta.muon,
            end: isAntimuon ? -1 * momenta.muon : momenta.finalMuon, mass: muonMass, isAnti: isAntimuon,
            boson: momenta.boson, couplings: muonCouplings)
        let electron = EmittingLine(
            start: momenta.electron, end: momenta.finalElectron, mass: electronMass, isAnti: false,
            boson: momenta.boson, couplings: electronCouplings)
        // Each photon's propagator is that of the line which does not emit.
        let electronTransfer = 1 / (momenta.electron - momenta.finalElectron).square
        let muonTransfer = 1 / (momenta.muon - momenta.finalMuon).square
        let muonCurrents = muon.currents.scaled(by: muonTransfer)
        let electronCurrents = electron.currents.scaled(by: electronTransfer)
        var total = 0.0
        for polarisation in polarisations {
            let slash = ComplexVector(polarisation)
            let muonEmission = muon.emission(slash)
            let electronEmission = electron.emission(slash)
            for m in 0..<4 {
                for e in 0..<4 {
                    let amplitude =
                        muonEmission[m].dot(electronCurrents[e]) + electronEmission[e].dot(muonCurrents[m])
                    total += amplitude.lengthSquared
                }
            }
        }
        let charge = 4 * Double.pi * fineStructure
        return 0.25 * charge * charge * total
    }
}

extension ComplexVector {
    package func scaled(by factor: Double) -> ComplexVector {
        ComplexVector(
            energy: energy.multiplied(by: factor), x: x.multiplied(by: factor), y: y.multiplied(by: factor),
            z: z.multiplied(by: factor))
    }

    /// The invariant product, without conjugation.
    package func dot(_ other: ComplexVector) -> Complex<Double> {
        energy * other.energy - x * other.x - y * other.y - z * other.z
    }

    package static func + (left: ComplexVector, right: ComplexVector) -> ComplexVector {
        ComplexVector(
            energy: left.energy + right.energy, x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
    }
}

/// A vector for each of the four pairs of spins, without an array's allocation.
private struct SpinVectors {
    let upUp: ComplexVector
    let upDown: ComplexVector
    let downUp: ComplexVector
    let downDown: ComplexVector

    subscript(_ index: Int) -> ComplexVector {
        switch index {
        case 0: upUp
        case 1: upDown
        case 2: downUp
        default: downDown
        }
    }

    func scaled(by factor: Double) -> SpinVectors {
        SpinVectors(
            upUp: upUp.scaled(by: factor), upDown: upDown.scaled(by: factor), downUp: downUp.scaled(by: factor),
            downDown: downDown.scaled(by: factor))
    }
}

/// A fermion line from `start` to `end` (minus the physical momenta for an antiparticle), with both spins of either end.
private struct EmittingLine {
    let starts: (up: DiracSpinor, down: DiracSpinor)
    let ends: (up: DiracSpinor, down: DiracSpinor)
    let mass: Double
    let couplings: ChiralCouplings
    /// The momenta inside when the boson leaves before and after the photon.
    let early: ComplexVector
    let late: ComplexVector
    let earlyFactor: Double
    let lateFactor: Double

    init(
        start: FourVector, end: FourVector, mass: Double, isAnti: Bool, boson: FourVector, couplings: ChiralCouplings
    ) {
        func spinor(_ momentum: FourVector, _ up: Bool) -> DiracSpinor {
            isAnti
                ? DiracSpinor(antiparticle: -1 * momentum, mass: mass, up: up)
                : DiracSpinor(particle: momentum, mass: mass, up: up)
        }
        starts = (spinor(start, true), spinor(start, false))
        ends = (spinor(end, true), spinor(end, false))
        self.mass = mass
        self.couplings = couplings
        early = ComplexVector(start - boson)
        late = ComplexVector(end + boson)
        let square = boson.square
        earlyFactor = 1 / (square - 2 * (start * boson))
        lateFactor = 1 / (square + 2 * (end * boson))
    }

    /// ψ̄_b γ^ν ψ_a: the line without emission.
    var currents: SpinVectors {
        SpinVectors(
            upUp: ends.up.current(starts.up), upDown: ends.up.current(starts.down),
            downUp: ends.down.current(starts.up), downDown: ends.down.current(starts.down))
    }

    /// The line that emits a boson of real polarisation, with the photon's index open, in the order of ``currents``.
    func emission(_ polarisation: ComplexVector) -> SpinVectors {
        let beforeUp = dressed(starts.up, polarisation, early, earlyFactor)
        let beforeDown = dressed(starts.down, polarisation, early, earlyFactor)
        // ψ̄ Γ S is the adjoint of S Γ ψ, as Γ and S are their own.
        let afterUp = dressed(ends.up, polarisation, late, lateFactor)
        let afterDown = dressed(ends.down, polarisation, late, lateFactor)
        return SpinVectors(
            upUp: afterUp.current(starts.up) + ends.up.current(beforeUp),
            upDown: afterUp.current(starts.down) + ends.up.current(beforeDown),
            downUp: afterDown.current(starts.up) + ends.down.current(beforeUp),
            downDown: afterDown.current(starts.down) + ends.down.current(beforeDown))
    }

    /// (p̸ + m) ε̸ (g_V − g_A γ⁵) ψ/(p² − m²).
    private func dressed(
        _ spinor: DiracSpinor, _ polarisation: ComplexVector, _ inside: ComplexVector, _ factor: Double
    ) -> DiracSpinor {
        let emitted = couplings.applied(to: spinor).slashed(polarisation)
        return (emitted.slashed(inside) + emitted.scaled(by: mass)).scaled(by: factor)
    }
}
