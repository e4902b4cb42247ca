import CosmologyPhysics
import Manuscript
import MuoneComputations
import MuoneParameters
import Reference

/// The wording that depends on which measurement of the magnetic moment is chosen: a band or a limit, and whose.
enum MagneticMomentText {
    /// What the inputs' wording follows from.
    enum Shape: Equatable {
        /// Zero is outside two standard deviations.
        case bands
        /// Zero is outside one and within two.
        case bandAndLimit
        /// Zero is within one.
        case limit

        init(_ deviation: Measurement) {
            self =
                deviation.shifted(bySigmas: -2) > 0
                ? .bands : deviation.shifted(bySigmas: -1) > 0 ? .bandAndLimit : .limit
        }
    }

    static func all(_ parameters: PaperParameters) -> [NumbersFile.Passage] {
        let deviation = parameters.magneticMoment.deviation
        let value = "$\\result{gminus2/deviation}(\\result{gminus2/deviation-error})\\times10^{-11}$"
        let citation = "\\cite{\(deviation.sources.map(\.rawValue).joined(separator: ","))}"
        let drawn: String
        let named: String
        switch Shape(deviation) {
        case .bands:
            named = "the region that the muon's magnetic moment favours"
            drawn =
                "Bands: coupling that explains the muon's magnetic moment within one and two standard deviations of "
                + "\(value)~\(citation)."
        case .bandAndLimit:
            named = "the region that the muon's magnetic moment favours within one standard deviation"
            drawn =
                "Band: coupling that explains the muon's magnetic moment within one standard deviation of "
                + "\(value)~\(citation); thick line, hatched above: upper limit at two standard deviations, which "
                + "include zero."
        case .limit:
            named = "the upper limit from the muon's magnetic moment"
            drawn =
                "Thick line, hatched above: upper limit from the muon's magnetic moment at two standard deviations of "
                + "\(value)~\(citation), which is consistent with zero and favours no coupling."
        }
        return [
            NumbersFile.Passage("gminus2/citation", citation),
            NumbersFile.Passage("caption/gminus2", drawn),
            NumbersFile.Passage("gminus2/region", named),
            NumbersFile.Passage("gminus2/smallest-mass", label(EffectiveNeutrinos.publishedMassBound * 1e3)),
        ]
    }

    /// A moment in units of 10⁻¹¹ to one decimal, the last that any of the measurements states.
    static func tenths(_ moment: Double) -> Double { (moment * 1e12).rounded() / 10 }

    /// A moment as `251(59)`, in units of 10⁻¹¹: whole numbers, unless the value has a decimal of its own, as in
    /// `38.5(63.7)`.
    static func shortText(_ moment: Measurement) -> String {
        let value = tenths(moment.value)
        let uncertainty = tenths(moment.uncertainty)
        return value == value.rounded()
            ? "\(label(value))(\(label(uncertainty.rounded())))"
            : "\(label(value))(\(label(uncertainty)))"
    }
}
