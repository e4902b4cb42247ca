import LimitModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What captions say of the mixing that a limit rests on.
package enum MixingText {
    /// What carries the boson to the electron, for the caption.
    package static func carrier(_ treeLevel: Double) -> String {
        treeLevel == 0 ? "loop-induced kinetic mixing" : "loop-induced and tree-level kinetic mixing"
    }

    /// The inputs that a tree-level mixing adds to a caption.
    package static func treeLevelInputs(_ treeLevel: Double) -> [LimitFacts.Input] {
        guard treeLevel != 0 else { return [] }
        return [
            LimitFacts.Input(
                "tree-level mixing",
                "$\\varepsilon_0=\(powerText(treeLevel))$; drawn is the coupling above which all are excluded")
        ]
    }

    /// A small number as TeX without dollar signs: `-1\times10^{-5}`.
    private static func powerText(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return decimal(value) }
        var exponent = Int(saturating: log10(value.magnitude).rounded(.down))
        var mantissa = value / pow(10, Double(exponent))
        // Rounding to four digits may reach the next power.
        if (mantissa * 1e3).rounded().magnitude >= 1e4 {
            exponent += 1
            mantissa /= 10
        }
        return exponent == 0 ? decimal(value) : "\(decimal(mantissa))\\times10^{\(exponent)}"
    }
}
