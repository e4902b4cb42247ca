import NumericalMethods
import RadiativePhysics
import Reference
import SearchPhysics
import SignalPhysics

/// Speeds of the backgrounds and of the event samples on one core.
enum BackgroundBenchmarks {
    static func run() throws -> [Benchmark] {
        let process = RadiativeProcess()
        let cuts = RadiativeCuts()
        // A share of the value; the error of the method that is timed is brought down to it by the square root.
        let aim = 2e-3
        func secondsToAim(_ repetitions: Int, _ compute: () throws -> Estimate) throws -> Double {
            var error = aim
            let spent = try bestTime(repetitions: repetitions) {
                let estimate = try compute()
                error = estimate.relativeError
                return estimate.value
            }
            return spent * max(1, (error / aim) * (error / aim))
        }
        let radiative = try secondsToAim(3) {
            try RadiativeCrossSection(process: process, cuts: cuts, points: 4096).compute(())
        }
        let spinors = try secondsToAim(3) { try RadiativeMonteCarlo(process: process, cuts: cuts).compute(()) }
        let events = 500_000
        let point = SignalPoint(
            particles: .standard, beamEnergy: 150, benchmark: Reference.Benchmark(mass: 0.1, coupling: 1e-3))
        let generation = try bestTime(repetitions: 3) {
            Double(try SignalEventSample(point: point, region: .published, count: events).compute(()).trials)
        }
        // Weighted events of the same sampler at random points, kept in proportion to the largest weight: no grid.
        let sampler = try SignalSampler(point.production, region: .published)
        let stream = RandomStream("BackgroundBenchmarks")
        let flat = 200_000
        var largest = 0.0
        var sum = 0.0
        let trial = try bestTime(repetitions: 3) {
            largest = 0
            sum = 0
            for index in 0..<flat {
                func u(_ offset: Int) -> Double { stream.uniform(at: UInt64(5 * index + offset)) }
                let weight = sampler.event(u(0), u(1), u(2), u(3), azimuth: 2 * .pi * u(4)).weight
                largest = max(largest, weight)
                sum += weight
            }
            return sum
        }
        let rate = Double(events) / generation
        let flatRate = sum / largest / trial
        return [
            Benchmark(
                name: "mu e -> mu e gamma in the window to 0.2 %", value: 1e3 * radiative, unit: "ms", target: 1000,
                peer: Benchmark.Peer(
                    name: "spinors over two channels, in this program", value: 1e3 * spinors,
                    advantage: spinors / radiative)),
            Benchmark(
                name: "unweighted signal events at 100 MeV, one core", value: rate, unit: "events/s", target: 1e6,
                peer: Benchmark.Peer(
                    name: "accepted by the largest weight, without a grid, in this program", value: flatRate,
                    advantage: rate / flatRate)),
        ]
    }
}
