import MuoneCommon
import MuoneComputations

extension Treatment {
    /// For tables and figures, TeX.
    func text(capitalised: Bool) -> String {
        let text =
            switch (normalisation, systematic > 0) {
            case (.fixed, false): "statistics only"
            case (.free, false): "normalisation free"
            case (.fixed, true): "$\(powerLabel(systematic))$ a bin"
            case (.free, true): "both"
            }
        return capitalised ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
}
