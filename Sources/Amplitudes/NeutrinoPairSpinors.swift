import ComplexModule
import Kinematics

/// The momenta of μ(p) e(l) → μ(p′) e(l′) ν(k₁) ν̄(k₂), in any one frame. GeV.
package struct NeutrinoPairMomenta: Hashable, Sendable {
    package var muon: FourVector
    package var electron: FourVector
    package var finalMuon: FourVector
    package var finalElectron: FourVector
    package var neutrino: FourVector
    package var antineutrino: FourVector

    package init(
        muon: FourVector, electron: FourVector, finalMuon: FourVector, finalElectron: FourVector,
        neutrino: FourVector, antineutrino: FourVector
    ) {
        self.muon = muon
        self.electron = electron
        self.finalMuon = finalMuon
        self.finalElectron = finalElectron
        self.neutrino = neutrino
        self.antineutrino = antineutrino
    }
}

/// The weak bosons that a pair of neutrinos comes from. GeV.
package struct WeakBosons: Codable, Hashable, Sendable {
    /// G_F in GeV⁻².
    package var fermiConstant: Double
    /// sin²θ_W.
    package var sineSquared: Double
    package var zMass: Double
    package var zWidth: Double
    /// M_W² = M_Z²(1 − sin²θ_W) at tree level: with any other one the amplitude were not gauge invariant.
    package var wMass: Double { zMass * (1 - sineSquared).squareRoot() }
    package var wWidth: Double

    package init(
        fermiConstant: Double, sineSquared: Double, zMass: Double, zWidth: Double, wWidth: Double
    ) {
        self.fermiConstant = fermiConstant
        self.sineSquared = sineSquared
        self.zMass = zMass
        self.zWidth = zWidth
        self.wWidth = wWidth
    }
}

/// μ e → μ e ν ν̄ by the exchange of one photon at tree level, with Z and W bosons as they are: propagators with their masses
/// and, if wanted, widths, and the photon's coupling to the W. In unitary gauge, from explicit spinors.
///
/// What is left out is Z or W exchange between the two lines, smaller by G_F t/α ~ 1e-5.
package struct NeutrinoPairSpinors: Hashable, Sendable {
    /// On which line the W couples.
    package enum Partner: Hashable, Sendable { case electron, muon, none }

    package let muonMass: Double
    package let electronMass: Double
    package let fineStructure: Double
    package let bosons: WeakBosons
    package let partner: Partner
    package let isAntimuon: Bool

    package init(
        muonMass: Double, electronMass: Double, fineStructure: Double, bosons: WeakBosons, partner: Partner,
        isAntimuon: Bool
    ) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
        self.bosons = bosons
        self.partner = partner
        self.isAntimuon = isAntimuon
    }

    /// |M|², summed over final spins and averaged over initial ones, GeV⁻⁴.
    ///
    /// - Parameter momenta: on their mass shells, conserving momentum.
    package func squaredAmplitude(_ momenta: NeutrinoPairMomenta) -> Double {
        let pair = NeutrinoPair(momenta)
        let muon = WeakLine(
            start: isAntimuon ? -1 * momenta.finalMuon : momenta.muon,
            end: isAntimuon ? -1 * momenta.muon : momenta.finalMuon, mass: muonMass, isAnti: isAntimuon, pair: pair,
            bosons: bosons, hasW: partner == .muon)
        let electron = WeakLine(
            start: momenta.electron, end: momenta.finalElectron, mass: electronMass, isAnti: false, pair: pair,
            bosons: bosons, hasW: partner == .electron)
        let electronTransfer = 1 / (momenta.electron - momenta.finalElectron).square
        let muonTransfer = 1 / (momenta.muon - momenta.finalMuon).square
        var total = 0.0
        for (m, muonCurrent) in muon.currents.enumerated() {
            for (e, electronCurrent) in electron.currents.enumerated() {
                let first = muon.emission(m, photon: electronCurrent.scaled(by: electronTransfer))
                let second = electron.emission(e, photon: muonCurrent.scaled(by: muonTransfer))
                total += (first + second).lengthSquared
            }
        }
        let charge = 4 * Double.pi * fineStructure
        return 0.25 * charge * charge * 0.5 * bosons.fermiConstant * bosons.fermiConstant * total
    }

    /// The emission from one line when the photon's polarisation is its momentum, in units of the sum of the moduli of its
    /// diagrams' sizes: zero by gauge invariance without widths.
    package func gaugeViolation(_ momenta: NeutrinoPairMomenta) -> Double {
        let pair = NeutrinoPair(momenta)
        let muon = WeakLine(
            start: isAntimuon ? -1 * momenta.finalMuon : momenta.muon,
            end: isAntimuon ? -1 * momenta.muon : momenta.finalMuon, mass: muonMass, isAnti: isAntimuon, pair: pair,
            bosons: bosons, hasW: partner == .muon)
        let k = momenta.electron - momenta.finalElectron
        let transverse = ComplexVector(transversePolarisations(of: k)[0])
        var violation = 0.0
        var size = 0.0
        for index in 0..<4 {
            violation += muon.emission(index, photon: ComplexVector(k).scaled(by: 1 / k.momentum)).lengthSquared
            size += muon.emission(index, photon: transverse).lengthSquared
        }
        return (violation / size).squareRoot()
    }
}

/// The neutrinos, of which only one helicity each couples.
private struct NeutrinoPair {
    let momentum: FourVector
    let neutrino: FourVector
    let antineutrino: FourVector
    let outgoing: DiracSpinor
    let anti: DiracSpinor
    /// ū(k₁)γ^α(1 − γ⁵)v(k₂).
    let current: ComplexVector

    init(_ momenta: NeutrinoPairMomenta) {
        neutrino = momenta.neutrino
        antineutrino = momenta.antineutrino
        momentum = neutrino + antineutrino
        outgoing = Self.lefthanded(neutrino)
        anti = Self.lefthanded(antineutrino)
        current = outgoing.current(anti).scaled(by: 2)
    }

    /// The left-handed solution of p̸u = 0 with u ū = p̸ P_R in the chiral sense: σ·p̂ is −1 on it.
    static func lefthanded(_ p: FourVector) -> DiracSpinor {
        let zero = Complex<Double>(0)
        // From the end of z that does not cancel.
        if p.z > 0 {
            let root = (p.energy + p.z).squareRoot()
            return DiracSpinor(Complex(-p.x / root, p.y / root), Complex(root), zero, zero)
        }
        let root = (p.energy - p.z).squareRoot()
        return DiracSpinor(Complex(root), Complex(-p.x / root, -p.y / root), zero, zero)
    }
}

/// A charged lepton's line that takes up a photon and gives off a pair of neutrinos.
private struct WeakLine {
    let starts: [DiracSpinor]
    let ends: [DiracSpinor]
    let start: FourVector
    let end: FourVector
    let mass: Double
    let pair: NeutrinoPair
    let hasW: Bool
    let wMassSquared: Double
    let wDenominator: Complex<Double>
    /// The Z's propagator relative to the contact interaction's.
    let zFactor: Complex<Double>
    let zCouplings: ChiralCouplings
    /// Of the photon, incoming.
    let photon: FourVector

    init(
        start: FourVector, end: FourVector, mass: Double, isAnti: Bool, pair: NeutrinoPair, bosons: WeakBosons,
        hasW: Bool
    ) {
        func spinors(_ momentum: FourVector) -> [DiracSpinor] {
            [true, false].map {
                isAnti
                    ? DiracSpinor(antiparticle: -1 * momentum, mass: mass, up: $0)
                    : DiracSpinor(particle: momentum, mass: mass, up: $0)
            }
        }
        starts = spinors(start)
        ends = spinors(end)
        self.start = start
        self.end = end
        self.mass = mass
        self.pair = pair
        self.hasW = hasW
        photon = end + pair.momentum - start
        let wMass = bosons.wMass
        wMassSquared = wMass * wMass
        wDenominator = Complex(-wMassSquared, wMass * bosons.wWidth)
        let zMassSquared = bosons.zMass * bosons.zMass
        zFactor =
            Complex(zMassSquared)
            / Complex(zMassSquared - pair.momentum.square, -bosons.zMass * bosons.zWidth)
        zCouplings = ChiralCouplings(vector: -0.5 + 2 * bosons.sineSquared, axial: -0.5)
    }

    var currents: [ComplexVector] { ends.flatMap { end in starts.map { end.current($0) } } }

    /// In units of e² G_F/√2, for the spins that ``currents`` has at an index.
    func emission(_ index: Int, photon polarisation: ComplexVector) -> Complex<Double> {
        let first = starts[index % 2]
        let last = ends[index / 2]
        // Z: the neutrinos' current stands in for a polarisation.
        let emitted = propagated(
            zCouplings.applied(to: first).slashed(pair.current), start - pair.momentum)
        let struck = propagated(first.slashed(polarisation), start + photon)
        let afterZ = last.bar(zCouplings.applied(to: struck).slashed(pair.current))
        let beforeZ = last.bar(emitted.slashed(polarisation))
        let z = zFactor * (beforeZ + afterZ)
        guard hasW else { return z }
        // W: ν takes the start's place, and the end comes with ν̄. A Fierz rearrangement costs a sign.
        let leftStart = pair.outgoing.current(first).scaled(by: 2)
        let leftStruck = pair.outgoing.current(struck).scaled(by: 2)
        // The bar of the end that has taken up the photon: ψ̄ ε̸ S is the adjoint of S ε̸* ψ.
        let endStruck = propagated(last.slashed(polarisation.conjugated), end - photon)
        let rightEnd = last.current(pair.anti).scaled(by: 2)
        let rightStruck = endStruck.current(pair.anti).scaled(by: 2)
        let late = end + pair.antineutrino
        let early = start - pair.neutrino
        let w =
            leftStruck.dot(carried(rightEnd, late)) + leftStart.dot(carried(rightStruck, early))
            + triple(carried(leftStart, early), carried(rightEnd, late), early: early, late: late, polarisation)
        return z - w.multiplied(by: wMassSquared)
    }

    /// (p̸ + m)ψ/(p² − m²).
    private func propagated(_ spinor: DiracSpinor, _ momentum: FourVector) -> DiracSpinor {
        (spinor.slashed(ComplexVector(momentum)) + spinor.scaled(by: mass)).scaled(
            by: 1 / (momentum.square - mass * mass))
    }

    /// (−g + w w/M²)/(w² − M² + iMΓ) times a vector.
    private func carried(_ vector: ComplexVector, _ momentum: FourVector) -> ComplexVector {
        let w = ComplexVector(momentum)
        let along = w.dot(vector).multiplied(by: 1 / wMassSquared)
        let inverse = 1 / (Complex(momentum.square) + wDenominator)
        return ComplexVector(
            energy: inverse * (along * w.energy - vector.energy), x: inverse * (along * w.x - vector.x),
            y: inverse * (along * w.y - vector.y), z: inverse * (along * w.z - vector.z))
    }

    /// The photon's coupling to the W of momentum `early` before and `late` after: minus the Yang–Mills vertex.
    private func triple(
        _ x: ComplexVector, _ y: ComplexVector, early: FourVector, late: FourVector, _ polarisation: ComplexVector
    ) -> Complex<Double> {
        let first = x.dot(y) * ComplexVector(early + late).dot(polarisation)
        let second = y.dot(polarisation) * ComplexVector(late + photon).dot(x)
        let third = polarisation.dot(x) * ComplexVector(photon - early).dot(y)
        return -(first - second + third)
    }
}

extension ComplexVector {
    fileprivate var conjugated: ComplexVector {
        ComplexVector(energy: energy.conjugate, x: x.conjugate, y: y.conjugate, z: z.conjugate)
    }
}
