import Foundation
import NumericalMethods
import SearchPhysics
import Testing

@Suite("A search in the bins of a spectrum")
struct SpectrumExperimentTests {
    @Test("is a counting experiment if it has one bin")
    func oneBin() throws {
        for uncertainty in [0, 0.05, 0.4] {
            let single = try CountingExperiment(background: 700, uncertainty: uncertainty).upperLimit().value
            for kind in [SpectrumExperiment.Uncertainty.shared(uncertainty), .independent(uncertainty)] {
                let spectrum = try SpectrumExperiment(signal: [3], background: [700], uncertainty: kind).upperLimit()
                #expect(abs(spectrum.value / single - 1) < 1e-10)
            }
        }
    }

    @Test("is one with all in one bin, if the bins tell nothing apart and share the uncertainty")
    func proportional() throws {
        let single = try CountingExperiment(background: 700, uncertainty: 0.1).upperLimit().value
        let spectrum = try SpectrumExperiment(
            signal: [1, 2, 4], background: [100, 200, 400], uncertainty: .shared(0.1)
        ).upperLimit().value
        #expect(abs(spectrum / single - 1) < 1e-10)
    }

    @Test("gains by bins that differ from the background's")
    func shape() throws {
        let single = try CountingExperiment(background: 700, uncertainty: 0.1).upperLimit().value
        for kind in [SpectrumExperiment.Uncertainty.shared(0.1), .independent(0.1)] {
            let spectrum = SpectrumExperiment(signal: [4, 2, 1], background: [100, 200, 400], uncertainty: kind)
            #expect(try spectrum.upperLimit().value < 0.8 * single)
        }
    }

    @Test("measures a shared uncertainty in bins without signal")
    func control() throws {
        let spectrum = SpectrumExperiment(signal: [1, 0], background: [100, 1e8], uncertainty: .shared(0.5))
        let known = try CountingExperiment(background: 100).upperLimit().value
        #expect(abs(try spectrum.upperLimit().value / known - 1) < 1e-3)
    }

    @Test("without background excludes −ln(1 − CL) events")
    func noBackground() throws {
        let spectrum = SpectrumExperiment(signal: [1, 5, 0], background: [0, 0, 10], uncertainty: .shared(0.1))
        #expect(abs(try spectrum.upperLimit().value + log(0.05)) < 1e-12)
    }

    @Test("refuses bins that do not fit")
    func refusals() {
        let wrong: [([Double], [Double])] = [
            ([], []), ([1], [1, 2]), ([0, 0], [1, 1]), ([-1, 2], [1, 1]), ([.nan], [1]), ([1], [-1]),
            ([1], [.infinity]),
        ]
        for (signal, background) in wrong {
            #expect(throws: SearchStatisticsError.self) {
                try SpectrumExperiment(signal: signal, background: background, uncertainty: .shared(0.1)).upperLimit()
            }
        }
        #expect(throws: SearchStatisticsError.self) {
            try SpectrumExperiment(signal: [1], background: [1], uncertainty: .independent(-1)).upperLimit()
        }
    }
}
