import Amplitudes
import Kinematics

extension MuonEmissionAzimuth where Scalar == Double {
    /// The point at an azimuth.
    package func point(cosine: Double) -> MuonEmissionInvariants<Double> {
        let a = aMean + aAmplitude * cosine
        return MuonEmissionInvariants(
            t: t, a: a, b: a - difference, lSquared: lSquared,
            lFinalMuon: lFinalMuonMean + lFinalMuonAmplitude * cosine, lBoson: lBoson, lTransfer: lTransfer)
    }
}

extension MuonEmission {
    /// |M|² at one point, in GeV⁻².
    package func squaredAmplitude(_ point: MuonEmissionInvariants<Double>) -> Double {
        func lanes(_ x: Double) -> SIMD2<Double> { SIMD2(repeating: x) }
        return squaredAmplitude(
            MuonEmissionInvariants(
                t: lanes(point.t), a: lanes(point.a), b: lanes(point.b), lSquared: lanes(point.lSquared),
                lFinalMuon: lanes(point.lFinalMuon), lBoson: lanes(point.lBoson), lTransfer: lanes(point.lTransfer)))[0]
    }

    /// The average at one point.
    package func azimuthalAverage(_ point: MuonEmissionAzimuth<Double>) -> Double {
        func lanes(_ x: Double) -> SIMD2<Double> { SIMD2(repeating: x) }
        return azimuthalAverage(
            MuonEmissionAzimuth(
                t: lanes(point.t), aMean: lanes(point.aMean), aAmplitude: lanes(point.aAmplitude),
                difference: lanes(point.difference), lSquared: lanes(point.lSquared),
                lFinalMuonMean: lanes(point.lFinalMuonMean), lFinalMuonAmplitude: lanes(point.lFinalMuonAmplitude),
                lBoson: lanes(point.lBoson), lTransfer: lanes(point.lTransfer)))[0]
    }
}

extension MuonEmissionSpinors {
    /// The same sum with the polarisation vectors replaced by `vector` (real): zero for the boson's momentum.
    package func squaredAmplitude(_ momenta: MuonEmissionMomenta, polarisation vector: FourVector) -> Double {
        sum(over: [vector], momenta)
    }
}
