import CosmologyPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// The wording that depends on which measurement of the magnetic moment is chosen: a band or a limit, and whose.
enum MagneticMomentText {
    @ListBuilder<SectionPart>
    static func parts(_ p: PaperParameters) -> [SectionPart] {
        let deviation = p.magneticMoment.deviation
        Input("gminus2/deviation", tenths(deviation.value))
        Input("gminus2/deviation-error", tenths(deviation.uncertainty))
        Input("gminus2/smallest-mass", EffectiveNeutrinos.publishedMassBound, in: .megaElectronVolt)
        Passage("gminus2/citation", citation(deviation))
        Passage("caption/gminus2", drawn(p.magneticMoment))
        Passage("gminus2/region", region(p.magneticMoment))
    }

    static func citation(_ deviation: Measurement) -> String {
        "\\cite{\(deviation.sources.map(\.rawValue).joined(separator: ","))}"
    }

    /// What the figures draw of it.
    static func drawn(_ input: MagneticMomentInput) -> String {
        let value =
            "$\\result{gminus2/deviation}(\\result{gminus2/deviation-error})\\times10^{-11}$~\(citation(input.deviation))"
        return switch input.shape {
        case .bands:
            "Bands: coupling that explains the muon's magnetic moment within one and two standard deviations of \(value)."
        case .bandAndLimit:
            "Band: coupling that explains the muon's magnetic moment within one standard deviation of \(value); thick "
                + "line, hatched above: upper limit at two standard deviations, which include zero."
        case .limit:
            "Thick line, hatched above: upper limit from the muon's magnetic moment at two standard deviations of "
                + "\(value), which is consistent with zero and favours no coupling."
        }
    }

    private static func region(_ input: MagneticMomentInput) -> String {
        switch input.shape {
        case .bands: "the region that the muon's magnetic moment favours"
        case .bandAndLimit: "the region that the muon's magnetic moment favours within one standard deviation"
        case .limit: "the upper limit from the muon's magnetic moment"
        }
    }

    /// A moment in units of 10⁻¹¹ to one decimal, the last that any of the measurements states.
    private static func tenths(_ moment: Double) -> Double { (moment * 1e12).rounded() / 10 }

    /// A moment as `251(59)`, in units of 10⁻¹¹: whole numbers, unless the value has a decimal of its own, as in
    /// `38.5(63.7)`.
    static func shortText(_ moment: Measurement) -> String {
        let value = tenths(moment.value)
        let uncertainty = tenths(moment.uncertainty)
        return value == value.rounded()
            ? "\(decimal(value))(\(decimal(uncertainty.rounded())))"
            : "\(decimal(value))(\(decimal(uncertainty)))"
    }
}
