/// TeX's classes of atoms, which decide the space between neighbours (The TeXbook, chapter 17).
enum AtomClass: Int, Sendable {
    case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner
}

/// How letters are drawn.
enum MathAlphabet: Hashable, Sendable {
    case italic, roman, bold, calligraphic
}

/// A parsed label.
indirect enum MathNode: Hashable, Sendable {
    /// Upright text, shaped with kerning.
    case text(String)
    case symbol(Unicode.Scalar, AtomClass)
    /// An upright operator name such as `\log`.
    case operatorName(String)
    case group([MathNode])
    case scripts(base: MathNode?, sub: MathNode?, sup: MathNode?)
    case fraction(MathNode, MathNode)
    case root(MathNode)
    case accent(Unicode.Scalar, MathNode)
    case overline(MathNode)
    /// Growing delimiters; `nil` is an empty one (`\left.`).
    case delimited(Unicode.Scalar?, [MathNode], Unicode.Scalar?)
    /// A space in ems.
    case space(Double)
}
