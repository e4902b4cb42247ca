import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import NumericalMethods

/// The numbers of the section on the hadronic running.
enum HadronicNumbers {
    static let percent = DisplayUnit("%", factor: 0.01)
    private static let tenBillionths = DisplayUnit("1e-10", factor: 1e-10)
    private static let squaredEnergy = DisplayUnit("GeV²", factor: 1)

    static func quantities(_ nodes: HadronicNodes) -> [Quantity] {
        [
            Quantity("hadronic/moment", "a_μ^HLO of the template", in: tenBillionths, .digits(6), from: nodes.moment),
            Quantity(
                "hadronic/moment-timelike", "the same by dispersion over the imaginary part", in: tenBillionths,
                .digits(6), from: nodes.momentByDispersion),
            Quantity(
                "hadronic/methods-difference", "relative difference of the two, at most", .digits(1),
                from: Node(
                    "hadronic/methods-difference", from: nodes.moment, nodes.momentByDispersion
                ) { spacelike, timelike -> Estimate? in
                    // Rounded up: what both errors allow is an upper end, and as such exact.
                    let difference = (spacelike - timelike).magnitude / spacelike
                    return .exact(difference.value + difference.error, as: .bound)
                }
            ) { $0 },
        ] + facts(nodes) + beam(nodes)
    }

    private static func facts(_ nodes: HadronicNodes) -> [Quantity] {
        let fact = FactQuantities(facts: nodes.facts)
        return [
            fact("largest-momentum", "largest -t", squaredEnergy, 4) { $0.largestMomentum },
            fact("largest-fraction", "largest measured x", .none, 4) { $0.largestFraction },
            fact("measured-share", "share of a_μ^HLO below the largest x", percent, 4) { $0.measuredShare },
            fact("extrapolated-share", "share of a_μ^HLO above the largest x", percent, 4) { $0.extrapolatedShare },
            fact("peak-fraction", "x at which the integrand peaks", .none, 3) { $0.peakFraction },
            fact("peak-momentum", "-t at which the integrand peaks", squaredEnergy, 3) {
                $0.peakMomentum
            },
            fact("hadronic-running", "Δα_had at the largest -t", DisplayUnit("1e-4", factor: 1e-4), 4) {
                $0.hadronicRunning
            },
            fact("leptonic-running", "Δα_lep at the largest -t", DisplayUnit("1e-3", factor: 1e-3), 4) {
                $0.leptonicRunning
            },
            fact("largest-excess", "R_had - 1 at the largest -t", DisplayUnit("1e-3", factor: 1e-3), 4) {
                $0.largestExcess
            },
            fact("electron-angle", "θ_e at the least electron energy", .milliradian, 3) { $0.electronAngleAtMinimum },
            fact("energy-at-angle", "electron energy at the largest accepted angle", .gigaElectronVolt, 2) {
                $0.energyAtAcceptedAngle
            },
        ]
    }

    private static func beam(_ nodes: HadronicNodes) -> [Quantity] {
        [
            Quantity(
                "hadronic/beam/electrons", "electrons of the target", in: DisplayUnit("1e25/cm²", factor: 1e25),
                .digits(3), from: nodes.beamTime
            ) { $0.electronsPerArea },
            Quantity(
                "hadronic/beam/without-pauses", "luminosity with beam all the time",
                in: DisplayUnit("1e7/nb", factor: 1e7), .digits(3), from: nodes.beamTime
            ) { $0.withoutPauses },
            Quantity(
                "hadronic/beam/seconds", "beam needed a year", in: DisplayUnit("1e7 s", factor: 1e7), .digits(3),
                from: nodes.beamTime
            ) { $0.secondsPerYear },
            Quantity(
                "hadronic/beam/share", "share of two calendar years with beam", in: percent, .digits(2),
                from: nodes.beamTime
            ) { $0.share },
        ]
    }

    /// Parameters that the text and the captions name.
    static func inputs(_ nodes: HadronicNodes) throws -> [NumbersFile.Passage] {
        let beam = HadronicNodes.beam
        let numbers = [
            ("hadronic/K", HadronicNodes.template.k), ("hadronic/M", HadronicNodes.template.m),
            ("hadronic/accepted-angle", HadronicNodes.acceptedElectronAngle * 1e3),
            ("hadronic/beam/intensity", beam.intensity), ("hadronic/beam/luminosity", beam.luminosity),
            ("hadronic/beam/thickness", beam.target.thickness),
        ]
        return try numbers.map { id, value in
            NumbersFile.Passage(
                id, try CertifiedDecimal(.exact(value), significantDigits: 4).texText)
        }
    }
}

/// Numbers that are taken from one result. Generic in it, so that a closure is passed on as it was written.
private struct FactQuantities<Facts: Codable & Sendable> {
    var facts: Node<Facts>

    func callAsFunction(
        _ id: String, _ meaning: String, _ unit: DisplayUnit, _ digits: Int, line: Int = #line, column: Int = #column,
        _ select: @escaping @Sendable (Facts) throws -> Estimate?
    ) -> Quantity {
        Quantity(
            "hadronic/\(id)", meaning, in: unit, .digits(digits), from: facts, line: line, column: column, select)
    }
}
