import Amplitudes
import Kinematics
import MuoneParameters
import NumericalMethods
import SignalPhysics

/// Speeds of the signal's prediction on one core. Each is the best of several repetitions, to see past other work on the machine.
enum SignalBenchmarks {
    static func run() throws -> [Benchmark] {
        let rate = try squaredAmplitudeRate()
        let spinors = try spinorRate()
        var results = [
            Benchmark(
                name: "squared amplitude of mu e -> mu e Z'", value: rate, unit: "points/s", target: 5e7,
                peer: Benchmark.Peer(
                    name: "helicity amplitudes from spinors, in this program", value: spinors,
                    advantage: rate / spinors))
        ]
        for (name, mass) in [("10 MeV", 0.01), ("100 MeV", 0.1), ("200 MeV", 0.2)] {
            let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
            let seconds = try bestTime(repetitions: 20) {
                try process.crossSection(.published, relativeTolerance: 1e-4).value
            }
            results.append(
                Benchmark(
                    name: "signal events at \(name) to a certified 1e-4", value: 1e3 * seconds, unit: "ms", target: 5,
                    peer: try monteCarloPeer(process, seconds: seconds)))
        }
        return results
    }

    /// The time that the second method would need for a standard error of 1e-4, from its time and error at a moderate
    /// number of points; an optimistic estimate, as it lets the error fall like 1/N.
    private static func monteCarloPeer(_ process: ZPrimeProduction, seconds: Double) throws -> Benchmark.Peer {
        var error = 1.0
        let spent = try bestTime(repetitions: 3) {
            let estimate = try ZPrimeProductionMonteCarlo(process).crossSection()
            error = estimate.relativeError
            return estimate.value
        }
        let needed = spent * max(1, error / 1e-4)
        return Benchmark.Peer(
            name: "quasi-Monte Carlo over helicity amplitudes, in this program", value: 1e3 * needed,
            advantage: needed / seconds)
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

    /// The same |M|² from explicit spinors, at one collinear-free point of the centre-of-mass frame.
    private static func spinorRate() throws -> Double {
        let muonMass = 0.1056583755
        let electronMass = 0.51099895e-3
        let amplitude = MuonEmissionSpinors(
            muonMass: muonMass, electronMass: electronMass, bosonMass: 0.1, fineStructure: 1 / 137.036, coupling: 1e-3)
        // Momenta across the beam; energy need not balance for a measurement of speed.
        let finalMuon = FourVector(mass: muonMass, x: 0.05, y: 0, z: 0.06)
        let finalElectron = FourVector(mass: electronMass, x: -0.04, y: 0.01, z: -0.09)
        let momenta = MuonEmissionMomenta(
            muon: FourVector(mass: muonMass, x: 0, y: 0, z: 0.189),
            electron: FourVector(mass: electronMass, x: 0, y: 0, z: -0.189), finalMuon: finalMuon,
            finalElectron: finalElectron, boson: FourVector(mass: 0.1, x: -0.01, y: -0.01, z: 0.03))
        let repetitions = 20_000
        let seconds = try bestTime(repetitions: 3) {
            var sum = 0.0
            for _ in 0..<repetitions { sum += amplitude.squaredAmplitude(momenta) }
            return sum
        }
        return Double(repetitions) / seconds
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
}
