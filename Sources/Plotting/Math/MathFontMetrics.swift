/// What the layout needs to know of a font with an OpenType MATH table. All lengths are in ems
/// (font units divided by the units per em); y points up.
public protocol MathFontMetrics {
    /// For error messages: the font's name or path.
    var name: String { get }

    /// The glyph of a character, in the variant drawn for scripts (OpenType feature `ssty`) where `scriptLevel` is
    /// 1 or 2. `nil` if the font lacks the character.
    func glyph(for scalar: Unicode.Scalar, scriptLevel: Int) -> UInt32?

    /// The extents of a glyph.
    func box(of glyph: UInt32) -> GlyphBox
    /// How far a slanted glyph leans over what follows it.
    func italicCorrection(of glyph: UInt32) -> Double
    /// Where an accent attaches, from the glyph's origin.
    func topAccentAttachment(of glyph: UInt32) -> Double
    /// The correction of a script's place at a corner of a glyph, at a height over the baseline.
    func kern(of glyph: UInt32, at corner: MathKernCorner, height: Double) -> Double
    /// A constant of the font's MATH table.
    func constant(_ constant: MathConstant) -> Double
    /// Taller versions of a glyph, smallest first, with their heights.
    func verticalVariants(of glyph: UInt32) -> [GlyphVariant]
    /// Glyphs of a stretch of upright text, with kerning and ligatures; in the variants drawn for scripts where
    /// `scriptLevel` is 1 or 2.
    func shape(_ text: String, scriptLevel: Int) -> [ShapedGlyph]
    /// The space to add between two upright characters; ``shape(_:scriptLevel:)`` has added it already.
    func textKern(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Double
}

/// Extents of a glyph in ems.
public struct GlyphBox: Hashable, Sendable {
    /// From this glyph's origin to the next one's.
    public var advance: Double
    /// Above the baseline.
    public var height: Double
    /// Below the baseline, positive.
    public var depth: Double
    /// Where the ink begins and ends, from the glyph's origin.
    public var inkStart: Double
    /// Where the ink ends, from the glyph's origin.
    public var inkEnd: Double

    /// Extents in ems; the ink fills the advance unless it is said otherwise.
    public init(advance: Double, height: Double, depth: Double, inkStart: Double = 0, inkEnd: Double? = nil) {
        self.inkStart = inkStart
        self.inkEnd = inkEnd ?? advance
        self.advance = advance
        self.height = height
        self.depth = depth
    }
}

/// A taller or wider version of a glyph.
public struct GlyphVariant: Hashable, Sendable {
    /// Its number in the font.
    public var glyph: UInt32
    /// Its height with its depth, in ems.
    public var height: Double

    /// A version of a glyph.
    public init(glyph: UInt32, height: Double) {
        self.glyph = glyph
        self.height = height
    }
}

/// A glyph of a line of text.
public struct ShapedGlyph: Hashable, Sendable {
    /// Its number in the font.
    public var glyph: UInt32
    /// To the next glyph's origin, in ems, kerning included.
    public var advance: Double
    /// To the right of where the pen is, in ems.
    public var xOffset: Double
    /// Above the baseline, in ems.
    public var yOffset: Double

    /// A glyph with its place.
    public init(glyph: UInt32, advance: Double, xOffset: Double, yOffset: Double) {
        self.glyph = glyph
        self.advance = advance
        self.xOffset = xOffset
        self.yOffset = yOffset
    }
}

/// A corner of a glyph's box, at which a script stands.
public enum MathKernCorner: Sendable {
    /// Upper ones are for superscripts, lower ones for subscripts.
    case topRight, topLeft, bottomRight, bottomLeft
}

/// The constants of the MATH table that labels use, under their names in the OpenType specification.
/// The two percentages are fractions here.
public enum MathConstant: Sendable, CaseIterable {
    /// Size of scripts, and of scripts of scripts, as fractions of the text's.
    case scriptPercentScaleDown, scriptScriptPercentScaleDown
    /// Heights over the baseline: of the middle of operators, and of letters over which an accent is not raised.
    case axisHeight, accentBaseHeight
    /// How far subscripts go down, how high their top may reach, and how far below the base's bottom they stand at
    /// least.
    case subscriptShiftDown, subscriptTopMax, subscriptBaselineDropMin
    /// How far superscripts go up, also under a bar; how low their bottom may reach, and how far below the base's top
    /// they start at most.
    case superscriptShiftUp, superscriptShiftUpCramped, superscriptBottomMin, superscriptBaselineDropMax
    /// The gap between the scripts of one base, the height to which the upper one may give way for it, and the space
    /// behind.
    case subSuperscriptGapMin, superscriptBottomMaxWithSubscript, spaceAfterScript
    /// How far numerator and denominator are shifted in a line of text.
    case fractionNumeratorShiftUp, fractionDenominatorShiftDown
    /// The least gaps of numerator and denominator to the bar, and the bar's thickness.
    case fractionNumeratorGapMin, fractionDenominatorGapMin, fractionRuleThickness
    /// The gap below an overline, and its thickness.
    case overbarVerticalGap, overbarRuleThickness
    /// The gap below a root's bar, the bar's thickness, and the free space above it.
    case radicalVerticalGap, radicalRuleThickness, radicalExtraAscender
}

extension MathFontMetrics {
    /// Glyphs of a stretch of upright text of ordinary size.
    public func shape(_ text: String) -> [ShapedGlyph] { shape(text, scriptLevel: 0) }
}
