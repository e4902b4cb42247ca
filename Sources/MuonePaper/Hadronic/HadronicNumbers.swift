import BuildGraph
import HadronicPhysics
import Manuscript
import NumericalMethods
import PaperKit

/// The numbers of the section on the hadronic running.
enum HadronicNumbers {
    static let percent = DisplayUnit("%", factor: 0.01)
    static let squaredEnergy = DisplayUnit("GeV²", factor: 1)
    private static let tenBillionths = DisplayUnit("1e-10", factor: 1e-10)
    private static let thousandths = DisplayUnit("1e-3", factor: 1e-3)

    /// a_μ^HLO by two methods.
    static func moments(_ spacelike: Node<Estimate>, byDispersion timelike: Node<Estimate>) -> [Quantity] {
        [
            Quantity("hadronic/moment", "a_μ^HLO of the template", in: tenBillionths, .digits(6), from: spacelike),
            Quantity(
                "hadronic/moment-timelike", "the same by dispersion over the imaginary part", in: tenBillionths,
                .digits(6), from: timelike),
            Quantity(
                "hadronic/methods-difference", "relative difference of the two, at most", .digits(1),
                from: Node("hadronic/methods-difference", from: spacelike, timelike) {
                    spacelike, timelike -> Estimate? in
                    // Rounded up: what both errors allow is an upper end, and as such exact.
                    let difference = (spacelike - timelike).magnitude / spacelike
                    return .exact(difference.value + difference.error, as: .bound)
                }
            ) { $0 },
        ]
    }

    static func facts(_ facts: Node<HadronicFacts.Facts>) -> [Quantity] {
        [
            Quantity("hadronic/largest-momentum", "largest -t", in: squaredEnergy, .digits(4), from: facts) {
                $0.largestMomentum
            },
            Quantity("hadronic/largest-fraction", "largest measured x", .digits(4), from: facts) {
                $0.largestFraction
            },
            Quantity(
                "hadronic/measured-share", "share of a_μ^HLO below the largest x", in: percent, .digits(4), from: facts
            ) { $0.measuredShare },
            Quantity(
                "hadronic/extrapolated-share", "share of a_μ^HLO above the largest x", in: percent, .digits(4),
                from: facts
            ) { $0.extrapolatedShare },
            Quantity("hadronic/peak-fraction", "x at which the integrand peaks", .digits(3), from: facts) {
                $0.peakFraction
            },
            Quantity(
                "hadronic/hadronic-running", "Δα_had at the largest -t", in: DisplayUnit("1e-4", factor: 1e-4),
                .digits(4), from: facts
            ) { $0.hadronicRunning },
            Quantity(
                "hadronic/leptonic-running", "Δα_lep at the largest -t", in: thousandths, .digits(4), from: facts
            ) { $0.leptonicRunning },
            Quantity(
                "hadronic/largest-excess", "R_had - 1 at the largest -t", in: thousandths, .digits(4), from: facts
            ) { $0.largestExcess },
            Quantity(
                "hadronic/electron-angle", "θ_e at the least electron energy", in: .milliradian, .digits(3), from: facts
            ) { $0.electronAngleAtMinimum },
            Quantity(
                "hadronic/energy-at-angle", "electron energy at the largest accepted angle", in: .gigaElectronVolt,
                .digits(2), from: facts
            ) { $0.energyAtAcceptedAngle },
        ]
    }

    static func beam(_ beamTime: Node<BeamTime.Result>) -> [Quantity] {
        [
            Quantity(
                "hadronic/beam/electrons", "electrons of the target", in: DisplayUnit("1e25/cm²", factor: 1e25),
                .digits(3), from: beamTime
            ) { $0.electronsPerArea },
            Quantity(
                "hadronic/beam/seconds", "beam needed a year", in: DisplayUnit("1e7 s", factor: 1e7), .digits(3),
                from: beamTime
            ) { $0.secondsPerYear },
            Quantity(
                "hadronic/beam/share", "share of two calendar years with beam", in: percent, .digits(2), from: beamTime
            ) { $0.share },
        ]
    }

    static let inputs = [
        Input("hadronic/K", HadronicChoice.template.k), Input("hadronic/M", HadronicChoice.template.m),
        Input("hadronic/accepted-angle", HadronicChoice.acceptedElectronAngle, in: .milliradian),
        Input("hadronic/beam/intensity", HadronicChoice.beam.intensity),
        Input("hadronic/beam/luminosity", HadronicChoice.beam.luminosity),
        Input("hadronic/beam/thickness", HadronicChoice.beam.target.thickness),
    ]
}
