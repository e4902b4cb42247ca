import Amplitudes
import Kinematics
import NumericalMethods
import Phenomenology

/// Speeds of the signal's prediction on one core. Each is the best of several repetitions, to see past other work on the machine.
enum SignalBenchmarks {
    static func run() throws -> [(name: String, value: Double, unit: String)] {
        var results: [(name: String, value: Double, unit: String)] = []
        results.append(("squared amplitude", try squaredAmplitudeRate(), "points/s"))
        for (name, mass) in [("10 MeV", 0.01), ("100 MeV", 0.1), ("200 MeV", 0.2)] {
            let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
            let seconds = try bestTime(repetitions: 20) {
                try process.crossSection(.published, relativeTolerance: 1e-4).value
            }
            results.append(("signal events at \(name) to a certified 1e-4", 1e3 * seconds, "ms"))
        }
        let process = ZPrimeProduction(mass: 0.1, coupling: 1e-3)
        let seconds = try bestTime(repetitions: 3) { try ZPrimeProductionMonteCarlo(process).crossSection().value }
        results.append(("the same at 100 MeV by the second method", 1e3 * seconds, "ms"))
        return results
    }

    /// |M|² at points that stay in the processor's cache, so that arithmetic is timed and not memory.
    private static func squaredAmplitudeRate() throws -> Double {
        let (amplitude, points) = try samplePoints()
        let repetitions = 20_000
        let seconds = try bestTime(repetitions: 5) {
            var sum = 0.0
            for _ in 0..<repetitions { sum += amplitude.squaredAmplitudes(points)[0][0] }
            return sum
        }
        return Double(repetitions * points.count * 8) / seconds
    }

    /// 64 points of a slice of phase space at 100 MeV.
    private static func samplePoints() throws -> (MuonEmission, [MuonEmissionInvariants<SIMD8<Double>>]) {
        let muonMass = 0.1056583755
        let emission = FixedTargetEmission(
            beamEnergy: 150, muonMass: muonMass, electronMass: 0.51099895e-3, bosonMass: 0.1)
        let amplitude = MuonEmission(
            muonMass: muonMass, bosonMass: 0.1, fineStructure: 1 / 137.036, coupling: 1e-3)
        let slice = MuonEmissionSlice(emission, recoil: 10, muonEnergy: 60)
        let lower = slice.forwardTransfer
        let points = (0..<8).map { block in
            var transfer = SIMD8<Double>.zero
            var cosine = SIMD8<Double>.zero
            for lane in 0..<8 {
                let share = (Double(8 * block + lane) + 0.5) / 64
                transfer[lane] = lower + share * (slice.upperTransfer - lower)
                cosine[lane] = 2 * share - 1
            }
            return slice.invariants(transfer: transfer).point.point(cosine: cosine)
        }
        return (amplitude, points)
    }

    /// Seconds of the fastest repetition. The value returned by `work` is used, so that it cannot be optimised away.
    private static func bestTime(repetitions: Int, _ work: () throws -> Double) throws -> Double {
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<repetitions {
            var value = 0.0
            let time = try clock.measure { value = try work() }
            guard value.isFinite else { continue }
            best = min(best, time / .seconds(1))
        }
        return best
    }
}
