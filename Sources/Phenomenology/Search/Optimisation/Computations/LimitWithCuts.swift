import Computing
import KickPhysics
import NumericalMethods
import Reference
import SignalPhysics

/// What passes given cuts, and the limit that is expected with them: events but for the coupling.
package struct CutYields: Codable, Hashable, Sendable {
    package var cuts: MeasuredCuts
    /// At the benchmark's coupling.
    package var signal: Estimate
    package var kicked: Estimate
    /// Separated photons, before the veto.
    package var photons: Estimate
    package var leaked: Estimate
    /// Kicked, unvetoed and leaked events.
    package var background: Estimate
    /// Median expected upper limit on the signal's events.
    package var limit: Estimate
    /// The same on the coupling; nil without signal.
    package var coupling: Estimate?
}

/// The limit expected with cuts, of which all backgrounds are found anew, from samples that no cuts were chosen by.
package struct LimitWithCuts: Computation {
    package var scenario: SearchScenario
    package var benchmark: Benchmark
    /// Of each replica of the signal's sample.
    package var points: Int

    package init(scenario: SearchScenario, benchmark: Benchmark, points: Int = 8192) {
        self.scenario = scenario
        self.benchmark = benchmark
        self.points = points
    }

    /// Of the kicked events, relative to them or to the other backgrounds, and in events.
    private static let accuracy = 0.1
    private static let fewEvents = 4.0

    /// - Parameter input: the cuts, and the events with separated photons within them, before the veto.
    package func compute(_ input: (MeasuredCuts, Estimate)) throws -> CutYields {
        let (cuts, photons) = input
        try scenario.validate()
        let signal = try signal(cuts)
        let leaked = try LeakedElasticEvents(
            elastic: scenario.elastic, resolution: scenario.detector.energyResolution,
            angularResolution: scenario.detector.angularResolution, cuts: cuts.window
        ).compute(())
        // As exactly as the other backgrounds make it matter.
        let others = photons.value * scenario.vetoInefficiency + leaked.value
        let kicked = try KickSurvivors(
            settings: scenario.kicks(cuts.window), ratioMaximum: cuts.maximumRatio, relativeError: Self.accuracy,
            absoluteError: max(Self.fewEvents, Self.accuracy * others), leastPoints: 8192
        ).compute(())
        let background = kicked + photons.scaled(by: scenario.vetoInefficiency) + leaked
        let limit = try background.mapped { expected in
            try CountingExperiment(background: max(expected, 0), uncertainty: scenario.uncertainty)
                .cautiousUpperLimit().value
        }
        let coupling = signal.value > 0 ? benchmark.coupling * (limit / signal).squareRoot() : nil
        return CutYields(
            cuts: cuts, signal: signal, kicked: kicked, photons: photons, leaked: leaked, background: background,
            limit: limit, coupling: coupling)
    }

    private func signal(_ cuts: MeasuredCuts) throws -> Estimate {
        let elastic = try scenario.elastic.kinematics()
        let sampler = SignalEventSampler(
            try SignalSampler(scenario.signal(benchmark).production, region: scenario.region(cuts.window)),
            measuredBy: EventDetector(scenario.detector, seed: 2))
        let selection = cuts.selection
        return try sampler.sums(1, points: points * Refinement.factor, name: "LimitWithCuts") { event, weight, sums in
            sums[0] += weight * selection.share(of: event, elastic)
        }[0].scaled(by: scenario.luminosity)
    }
}
