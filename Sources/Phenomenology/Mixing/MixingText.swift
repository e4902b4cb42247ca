import LimitModel
import NumericalMethods

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
                "$\\varepsilon_0=\(texDecimal(treeLevel))$; drawn is the coupling above which all are excluded")
        ]
    }
}
