import Kinematics

/// μ e → μ e γ by one-photon exchange at tree level, with all masses, the photon from either line: hand-contracted traces.
///
/// The squares of the two lines are those of ``MuonEmission`` for a massless boson of coupling e, once with the roles of
/// the leptons exchanged. Their interference is −T^{ανρ}(μ) T_{αρν}(e)/(t_μ t_e), with T^{ανρ} the trace of a line that emits the
/// photon (index α), absorbs the exchanged one (ν) and is joined to the line that does not emit (ρ):
///
///     T^{ανρ} = (E + s k)^α L^{νρ} + s (k^ν L^{αρ} − g^{αν} k_σ L^{σρ}) + 4 d D^{ανρ},
///
/// E = p′/p′·k − p/p·k, 2s = 1/p′·k + 1/p·k, 2d = 1/p′·k − 1/p·k, L = 4[p′p + pp′ − g (p·p′ − m²)], and D the determinant of
/// the products of (α, ν, k) with (ρ, p, p′).
package struct PhotonEmission: Hashable, Sendable {
    package let muonMass: Double
    package let electronMass: Double
    private let muonLine: MuonEmission
    private let electronLine: MuonEmission
    /// e⁶.
    private let couplings: Double

    package init(muonMass: Double, electronMass: Double, fineStructure: Double) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        let chargeSquared = 4 * Double.pi * fineStructure
        let charge = chargeSquared.squareRoot()
        muonLine = MuonEmission(
            muonMass: muonMass, bosonMass: 0, fineStructure: fineStructure, coupling: charge)
        electronLine = MuonEmission(
            muonMass: electronMass, bosonMass: 0, fineStructure: fineStructure, coupling: charge)
        couplings = chargeSquared * chargeSquared * chargeSquared
    }

    /// |M|² by what emits, averaged over initial and summed over final spins, GeV⁻².
    package struct Parts: Hashable, Sendable {
        /// The muon line alone.
        package var muon: Double
        /// The electron line alone.
        package var electron: Double
        /// What their interference adds for a beam of μ⁻; for μ⁺ it is the opposite.
        package var interference: Double

        /// All of |M|².
        @inline(__always)
        package func sum(_ beam: BeamCharge) -> Double {
            muon + electron + (beam == .negative ? interference : -interference)
        }
    }

    /// - Parameter momenta: on their mass shells and conserved, in a frame in which no energy is large against √s: there,
    ///   products lose no digits that matter.
    package func parts(_ momenta: MuonEmissionMomenta) -> Parts {
        let k = momenta.boson
        let muonTransfer = 2 * (muonMass * muonMass - momenta.muon * momenta.finalMuon)
        let electronTransfer = 2 * (electronMass * electronMass - momenta.electron * momenta.finalElectron)
        let muon = Line(momenta.muon, momenta.finalMuon, k, mass: muonMass)
        let electron = Line(momenta.electron, momenta.finalElectron, k, mass: electronMass)
        return Parts(
            muon: square(
                muonLine, emitter: muon, other: electron, transfer: electronTransfer, momenta.electron,
                momenta.finalElectron, momenta.finalMuon, k),
            electron: square(
                electronLine, emitter: electron, other: muon, transfer: muonTransfer, momenta.muon, momenta.finalMuon,
                momenta.finalElectron, k),
            interference: -0.5 * couplings * muon.contracted(with: electron) / (muonTransfer * electronTransfer))
    }

    /// |M|² of one line; `l` and `lFinal` are the momenta of the other one.
    private func square(
        _ emission: MuonEmission, emitter: Line, other: Line, transfer t: Double, _ l: FourVector, _ lFinal: FourVector,
        _ final: FourVector, _ k: FourVector
    ) -> Double {
        // l̃ = l − x q orthogonal to k + l′.
        let lk = other.startPhoton
        let lFinalPhoton = other.endPhoton
        let product = other.massSquared - 0.5 * t
        let lRest = lk + product
        let qRest = lk - lFinalPhoton + product - other.massSquared
        let x = lRest / qRest
        let lEnd = l * final
        let shifted = lEnd - x * (lEnd - lFinal * final)
        let point = MuonEmissionInvariants<SIMD2<Double>>(
            t: .init(repeating: t), a: .init(repeating: 2 * emitter.endPhoton),
            b: .init(repeating: 2 * emitter.startPhoton),
            lSquared: .init(repeating: other.massSquared + x * (x - 1) * t), lFinalMuon: .init(repeating: shifted),
            lBoson: .init(repeating: lk - x * (lk - lFinalPhoton)), lTransfer: .init(repeating: (0.5 - x) * t))
        return emission.squaredAmplitude(point)[0]
    }

    /// One fermion line. Vectors have upper indices (E, x, y, z).
    private struct Line {
        let start: SIMD4<Double>
        let end: SIMD4<Double>
        let photon: SIMD4<Double>
        let massSquared: Double
        let startPhoton: Double
        let endPhoton: Double

        init(_ start: FourVector, _ end: FourVector, _ photon: FourVector, mass: Double) {
            self.start = Self.vector(start)
            self.end = Self.vector(end)
            self.photon = Self.vector(photon)
            massSquared = mass * mass
            startPhoton = start * photon
            endPhoton = end * photon
        }

        private static func vector(_ v: FourVector) -> SIMD4<Double> { SIMD4(v.energy, v.x, v.y, v.z) }

        /// g^{μν} as rows.
        private static let metric: [SIMD4<Double>] = [
            SIMD4(1, 0, 0, 0), SIMD4(0, -1, 0, 0), SIMD4(0, 0, -1, 0), SIMD4(0, 0, 0, -1),
        ]
        private static let signs = SIMD4<Double>(1, -1, -1, -1)

        private var excess: Double { (start * Self.signs * end).sum() - massSquared }
        /// E + s k.
        private var emission: SIMD4<Double> { end / endPhoton - start / startPhoton + symmetric * photon }
        private var symmetric: Double { 0.5 * (1 / endPhoton + 1 / startPhoton) }
        private var difference: Double { 0.5 * (1 / endPhoton - 1 / startPhoton) }

        @inline(__always)
        private func row(_ index: Int, _ metric: SIMD4<Double>, _ excess: Double) -> SIMD4<Double> {
            4 * (end[index] * start + start[index] * end - excess * metric)
        }

        /// T^{ανρ} of this line and T_{αρν} of the other one.
        func contracted(with other: Line) -> Double {
            let metric = Self.metric
            let (first, second) = (self, other)
            let (firstExcess, secondExcess) = (first.excess, second.excess)
            let (firstEmission, secondEmission) = (first.emission, second.emission)
            let (s1, s2) = (first.symmetric, second.symmetric)
            let (d1, d2) = (-4 * first.difference, -4 * second.difference)
            // k_σ L^{σρ}.
            let k1: SIMD4<Double> =
                4 * (first.endPhoton * first.start + first.startPhoton * first.end - firstExcess * first.photon)
            let k2: SIMD4<Double> =
                4 * (second.endPhoton * second.start + second.startPhoton * second.end - secondExcess * second.photon)
            let k = photon
            // The determinants' two-by-two parts: p^ν k·p′ − p′^ν k·p.
            let turn1: SIMD4<Double> = first.start * first.endPhoton - first.end * first.startPhoton
            let turn2: SIMD4<Double> = second.start * second.endPhoton - second.end * second.startPhoton
            var total = SIMD4<Double>.zero
            for alpha in 0..<4 {
                let unit = metric[alpha]
                let rowAlpha1 = first.row(alpha, unit, firstExcess)
                let rowAlpha2 = second.row(alpha, unit, secondExcess)
                var sum = SIMD4<Double>.zero
                for nu in 0..<4 {
                    let other = metric[nu]
                    // Lanes are ρ, the index that joins this line's plain vertex to the other's absorption.
                    let plain = other * -turn1[alpha]
                    let turned: SIMD4<Double> =
                        unit * turn1[nu] + plain
                        + (first.start[alpha] * first.end[nu] - first.end[alpha] * first.start[nu]) * k
                    let one: SIMD4<Double> =
                        firstEmission[alpha] * first.row(nu, other, firstExcess)
                        + s1 * (k[nu] * rowAlpha1 - unit[nu] * k1) + d1 * turned
                    let mirrored: SIMD4<Double> =
                        unit[nu] * turn2 - turn2[alpha] * other
                        + k[nu] * (second.start[alpha] * second.end - second.end[alpha] * second.start)
                    let two: SIMD4<Double> =
                        secondEmission[alpha] * second.row(nu, other, secondExcess)
                        + s2 * (rowAlpha2[nu] * k - k2[nu] * unit) + d2 * mirrored
                    sum += Self.signs[nu] * one * two
                }
                total += Self.signs[alpha] * sum
            }
            return (total * Self.signs).sum()
        }
    }
}
