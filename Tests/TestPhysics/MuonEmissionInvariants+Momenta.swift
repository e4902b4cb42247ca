import Amplitudes
import Kinematics

extension MuonEmissionInvariants where Scalar == Double {
    /// The invariants of momenta in any one frame.
    ///
    /// Accurate where the frame's energies are not large against the invariants (the centre-of-mass frame); in the laboratory use
    /// ``MuonEmissionSlice``.
    package init(_ momenta: MuonEmissionMomenta, muonMass: Double, electronMass: Double, bosonMass: Double) {
        let boson = bosonMass * bosonMass
        let q = momenta.electron - momenta.finalElectron
        let t = 2 * (electronMass * electronMass - momenta.electron * momenta.finalElectron)
        // l̃ = l − x q orthogonal to p + l − p′ = k + l′.
        let rest = momenta.boson + momenta.finalElectron
        let x = (momenta.electron * rest) / (q * rest)
        let shifted = momenta.electron - x * q
        self.init(
            t: t, a: 2 * (momenta.finalMuon * momenta.boson) + boson, b: 2 * (momenta.muon * momenta.boson) - boson,
            lSquared: electronMass * electronMass + x * (x - 1) * t, lFinalMuon: shifted * momenta.finalMuon,
            lBoson: shifted * momenta.boson, lTransfer: (0.5 - x) * t)
    }
}
