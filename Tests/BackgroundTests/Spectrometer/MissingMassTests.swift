import DetectorPhysics
import Foundation
import Kinematics
import NumericalMethods
import Reference
import SearchPhysics
import SignalPhysics
import Testing

func signal(_ mass: Double, coupling: Double = 1e-3) -> SignalPoint {
    SignalPoint(particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: coupling))
}

/// An apparatus that errs in one respect only, or not at all.
func spectrometer(
    beam: Double = 0, muon: Double = 0, energy: Double = 0, angle: Double = 0, scatters: Bool = false
) -> MuonSpectrometer {
    MuonSpectrometer(
        beamSpread: beam, muonResolution: muon, energyResolution: EnergyResolution(constant: energy),
        angularResolution: angle, scatters: scatters)
}

@Suite("The missing mass")
struct MissingMassTests {
    @Test("has the quantiles of a direct sort")
    func quantiles() throws {
        let values = (0..<1000).map { RandomStream("quantiles").uniform(at: UInt64($0)) }
        let entries = values.map { MissingMassSample.Entry(deviation: $0, weight: 0.7) }
        let sorted = values.sorted()
        let found = try #require(MissingMassSample.quantiles([0.16, 0.5, 0.84], of: entries))
        for (quantile, index) in zip(found, [160, 500, 840]) {
            #expect(quantile >= sorted[index - 1] && quantile <= sorted[index])
        }
    }

    @Test("counts an entry of double weight as two")
    func weights() throws {
        let values = (0..<500).map { RandomStream("weights").uniform(at: UInt64($0)) }
        let weighted = values.enumerated().map {
            MissingMassSample.Entry(deviation: $1, weight: $0.isMultiple(of: 3) ? 2 : 1)
        }
        let repeated = values.enumerated().flatMap { index, value in
            [Double](repeating: value, count: index.isMultiple(of: 3) ? 2 : 1)
        }.sorted()
        let half = try #require(MissingMassSample.halfWidth(of: weighted))
        let count = Double(repeated.count)
        let direct = 0.5 * (repeated[Int(0.84 * count)] - repeated[Int(0.16 * count)])
        #expect(abs(half / direct - 1) < 0.01)
        #expect(MissingMassSample.halfWidth(of: []) == nil)
    }

    @Test("is exact where nothing errs")
    func perfect() throws {
        let sample = try MissingMassSample(
            signal(0.1).production, cuts: .published, spectrometer: spectrometer(), points: 200, replicas: 1)
        // Sums of squares of 150 GeV leave 1e-11 GeV².
        #expect(sample.replicas[0].allSatisfy { abs($0.deviation) < 1e-9 })
        let resolution = try MissingMassResolution(
            point: signal(0.1), cuts: .published, spectrometer: spectrometer()
        ).compute(())
        #expect(resolution == .exact(0, as: .statistical))
    }

    @Test(
        "is resolved as by an independent program, cause by cause",
        arguments: [
            (spectrometer(beam: 0.009), 0.1, 1.91e-4), (spectrometer(muon: 0.01), 0.1, 3.27e-4),
            (spectrometer(energy: 0.05), 0.1, 1.65e-3), (spectrometer(angle: 2e-5), 0.1, 5.46e-4),
            (spectrometer(scatters: true), 0.1, 2.55e-3), (MuonSpectrometer(), 0.1, 3.39e-3),
            (MuonSpectrometer(), 0.01, 3.49e-3), (MuonSpectrometer(), 0.2, 2.56e-3),
        ])
    func independent(apparatus: MuonSpectrometer, mass: Double, resolution: Double) throws {
        let found = try MissingMassResolution(
            point: signal(mass), cuts: .published, spectrometer: apparatus, points: 2048
        ).compute(())
        #expect(abs(try #require(found).value / resolution - 1) < 0.02)
    }

    @Test("is resolved within the stated error: other random numbers agree")
    func honestError() throws {
        func found(_ points: Int) throws -> Estimate {
            try #require(
                try MissingMassResolution(
                    point: signal(0.1), cuts: .published, spectrometer: MuonSpectrometer(), points: points
                ).compute(()))
        }
        let (few, many) = (try found(1024), try found(4096))
        #expect(abs(few.value - many.value) < 4 * (few.error + many.error))
        #expect(many.error < few.error)
        #expect(few.relativeError < 0.02)
    }

    @Test("of the beam's spread alone grows in proportion to it")
    func linear() throws {
        func width(_ spread: Double) throws -> Double {
            try #require(
                try MissingMassResolution(
                    point: signal(0.1), cuts: .published, spectrometer: spectrometer(beam: spread), points: 512
                ).compute(())
            ).value
        }
        #expect(abs(try width(0.004) / width(0.001) / 4 - 1) < 0.01)
    }

    @Test("fills a histogram with all events")
    func histogram() throws {
        let curve = try MissingMassHistogram(
            point: signal(0.1), cuts: .published, luminosity: 15, spectrometer: MuonSpectrometer(), lower: -1, upper: 1,
            bins: 201, points: 1024
        ).compute(())
        #expect(abs(curve.y.reduce(0, +) / 1072.58 - 1) < 5e-3)
        let top = try #require(curve.y.indices.max { curve.y[$0] < curve.y[$1] })
        #expect(abs(curve.x[top] - 0.01) < 0.01)
    }

    @Test("has no resolution where no signal passes the cuts")
    func closed() throws {
        for mass in [0.29, 0.4] {
            let found = try MissingMassResolution(
                point: signal(mass), cuts: .published, spectrometer: MuonSpectrometer()
            ).compute(())
            #expect(found == nil)
        }
        let histogram = try MissingMassHistogram(
            point: signal(0.29), cuts: .published, luminosity: 15, spectrometer: MuonSpectrometer()
        ).compute(())
        #expect(histogram.x.isEmpty)
    }

    @Test("refuses resolutions that are none")
    func refusals() {
        let wrong = [
            spectrometer(beam: -0.1), spectrometer(muon: .nan), spectrometer(energy: 3), spectrometer(angle: -1e-5),
            spectrometer(angle: .infinity), spectrometer(beam: 1e9),
        ]
        for apparatus in wrong {
            #expect(throws: SpectrometerError.self) {
                try MissingMassResolution(point: signal(0.1), cuts: .published, spectrometer: apparatus).compute(())
            }
        }
    }

    @Test("stays a number at the coarsest resolutions that are taken")
    func coarse() throws {
        let found = try MissingMassResolution(
            point: signal(0.1), cuts: .published,
            spectrometer: spectrometer(beam: 0.5, muon: 0.5, energy: 0.5, angle: 0.1, scatters: true), points: 512
        ).compute(())
        #expect(try #require(found).isHonest)
    }

    @Test("of kicked events is bounded by an energy that spectrometers of 1 and 3 % measure to 2.05 and 4.5 GeV")
    func missingEnergy() {
        // The mean over the window lies near 12 GeV.
        let fine = MuonSpectrometer().missingEnergyWidth(electronEnergy: 12, beamEnergy: 150)
        #expect(abs(fine / 2.05 - 1) < 0.02)
        let coarse = MuonSpectrometer(muonResolution: 0.03).missingEnergyWidth(electronEnergy: 12, beamEnergy: 150)
        #expect(abs(coarse / 4.5 - 1) < 0.04)
    }
}
