import BeamPhysics
import Foundation
import NumericalMethods
import Reference

/// K⁺ → μ⁺νZ′ by explicit four-momenta: the two diagrams as matrices, traced, and the phase space as two decays in a row.
struct KaonMonteCarlo {
    static let muon = ParticleInputs.standard.muonMass
    static let kaon = KaonEmission.kaonMass

    /// GeV.
    var mass: Double
    /// GeV², asked of (p_K − p_μ)².
    var missingMassSquaredMinimum: Double

    /// Σ|M|²/(C g m_μ)² of muon `p`, neutrino `k` and boson `q`, summed over spins and over the −g part of the boson's
    /// polarisations, to which `longitudinal` adds the rest.
    static func squaredAmplitude(
        muon p: [Double], neutrino k: [Double], boson q: [Double], longitudinal: Bool
    ) -> Double {
        let total = sum(sum(p, k), q)
        let vertex = GammaMatrix.slash(total) * (GammaMatrix.one + (-1) * GammaMatrix.five)
        let (neutrino, antimuon) = (sum(k, q), sum(p, q))
        let emitted = (1 / minkowski(neutrino, neutrino)) * (GammaMatrix.slash(neutrino) * vertex)
        let propagated =
            (1 / (minkowski(antimuon, antimuon) - muon * muon))
            * (vertex * (muon * GammaMatrix.one + (-1) * GammaMatrix.slash(antimuon)))
        let diagrams = GammaMatrix.gamma.map { $0 * emitted + propagated * $0 }
        let left = diagrams.map {
            GammaMatrix.slash(k) * $0 * (GammaMatrix.slash(p) + (-muon) * GammaMatrix.one)
        }
        let barred = diagrams.map(\.barred)
        let massSquared = minkowski(q, q)
        var result = 0.0
        for a in 0..<4 {
            for b in 0..<4 where longitudinal || a == b {
                let lowered = GammaMatrix.metric[a] * GammaMatrix.metric[b] * q[a] * q[b] / massSquared
                let weight = (longitudinal ? lowered : 0) - (a == b ? GammaMatrix.metric[a] : 0)
                result += weight * (left[a] * barred[b]).trace
            }
        }
        return result / (muon * muon)
    }

    /// BR/g² with one standard error: two points in each of `strata` × `strata` cells of ln s and the neutrino's angle.
    func branchingRatio(strata: Int, stream: RandomStream) -> (value: Double, error: Double) {
        let (muon, kaon) = (Self.muon, Self.kaon)
        let logarithm = (log(mass * mass), log((kaon - muon) * (kaon - muon)))
        var counter: UInt64 = 0
        func point(_ row: Int, _ column: Int) -> Double {
            counter += 2
            let share = (Double(row) + stream.uniform(at: counter)) / Double(strata)
            let cosine = 2 * (Double(column) + stream.uniform(at: counter + 1)) / Double(strata) - 1
            let s = exp(logarithm.0 + (logarithm.1 - logarithm.0) * share)
            let root = s.squareRoot()
            let muonEnergy = (kaon * kaon + muon * muon - s) / (2 * kaon)
            let momentum = (muonEnergy * muonEnergy - muon * muon).squareRoot()
            let p = [muonEnergy, 0, 0, momentum]
            guard kaon * kaon + muon * muon - 2 * kaon * p[0] >= missingMassSquaredMinimum else { return 0 }
            // The pair's rest frame, then boosted against the muon.
            let own = (s - mass * mass) / (2 * root)
            let boost = ((kaon - muonEnergy) / root, -momentum / root)
            func boosted(_ energy: Double, _ z: Double) -> (Double, Double) {
                (boost.0 * energy + boost.1 * z, boost.0 * z + boost.1 * energy)
            }
            let sine = (1 - cosine * cosine).squareRoot()
            let neutrino = boosted(own, own * cosine)
            let boson = boosted((own * own + mass * mass).squareRoot(), -own * cosine)
            let k = [neutrino.0, own * sine, 0, neutrino.1]
            let q = [boson.0, -own * sine, 0, boson.1]
            let phaseSpace =
                s / (2 * Double.pi) * momentum / (4 * Double.pi * kaon) * own / (4 * Double.pi * root)
            return phaseSpace
                * Self.squaredAmplitude(muon: p, neutrino: k, boson: q, longitudinal: false)
        }
        var (total, variance) = (0.0, 0.0)
        for row in 0..<strata {
            for column in 0..<strata {
                let (first, second) = (point(row, column), point(row, column))
                total += first + second
                variance += (first - second) * (first - second)
            }
        }
        // Over Σ|M|² = 4 C² m_μ² (m_K² − m_μ²) of K → μν and its phase space.
        let delta = kaon * kaon - muon * muon
        let twoBody = 4 * delta * delta / (8 * Double.pi * kaon * kaon)
        let scale =
            KaonEmission.muonNeutrinoBranchingRatio / twoBody * (logarithm.1 - logarithm.0)
            / Double(2 * strata * strata)
        return (total * scale, variance.squareRoot() * scale)
    }
}
