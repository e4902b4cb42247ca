import Foundation
import Reference
import Testing

@Suite("Measurements and sources")
struct MeasurementTests {
    @Test("the deviation of 2025 is 38(63)e-11")
    func deviationOf2025() {
        let deviation = MagneticMomentMeasurements.deviation2025
        #expect((deviation.value - 38.5e-11).magnitude < 1e-13)
        #expect((deviation.uncertainty / 63.7e-11 - 1).magnitude < 1e-3)
        #expect(deviation.sources == [.fnal2025, .whitePaper2025])
    }

    @Test("the quoted deviations of 2021 are the differences of their inputs, to the last digit that is quoted")
    func quotedDeviations() {
        let cases = [
            (MagneticMomentMeasurements.deviation2021, MagneticMomentMeasurements.prediction2020),
            (MagneticMomentMeasurements.deviationLattice2021, MagneticMomentMeasurements.predictionLattice2021),
        ]
        for (quoted, prediction) in cases {
            let difference = Reference.Measurement.difference(
                MagneticMomentMeasurements.experiment2021, prediction, name: quoted.name)
            #expect((difference.value - quoted.value).magnitude < 0.5e-11)
            #expect((difference.uncertainty - quoted.uncertainty).magnitude < 0.5e-11)
        }
    }

    @Test("uncertainties of a difference add in quadrature: 3 and 4 give 5")
    func differenceAddsInQuadrature() {
        var minuend = MagneticMomentMeasurements.experiment2006
        (minuend.value, minuend.uncertainty) = (10, 3)
        var subtrahend = MagneticMomentMeasurements.predictionLattice2021
        (subtrahend.value, subtrahend.uncertainty) = (12, 4)
        let difference = Reference.Measurement.difference(minuend, subtrahend, name: "d")
        #expect(difference.value == -2 && difference.uncertainty == 5)
        #expect(difference.sources == [.bnl2006, .bmw2021, .whitePaper2020])
    }

    @Test("shifting by standard deviations is linear")
    func shiftIsLinear() {
        let measurement = MagneticMomentMeasurements.deviation2021
        #expect(measurement.shifted(bySigmas: 0) == measurement.value)
        #expect((measurement.shifted(bySigmas: -2) - 133e-11).magnitude < 1e-22)
    }

    @Test("a source key is encoded as its text")
    func keysAreText() throws {
        let json = try JSONEncoder().encode([SourceKey.dev2020, "Other2026"])
        #expect(String(decoding: json, as: UTF8.self) == #"["Dev2020","Other2026"]"#)
        #expect(try JSONDecoder().decode([SourceKey].self, from: json) == ["Dev2020", "Other2026"])
    }
}
