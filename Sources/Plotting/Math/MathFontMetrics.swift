/// What the layout needs to know of a font with an OpenType MATH table. All lengths are in ems
/// (font units divided by the units per em); y points up.
public protocol MathFontMetrics {
    /// For error messages: the font's name or path.
    var name: String { get }

    /// The glyph of a character, in the variant drawn for scripts (OpenType feature `ssty`) where `scriptLevel` is
    /// 1 or 2. `nil` if the font lacks the character.
    func glyph(for scalar: Unicode.Scalar, scriptLevel: Int) -> UInt32?

    func box(of glyph: UInt32) -> GlyphBox
    func italicCorrection(of glyph: UInt32) -> Double
    /// Where an accent attaches, from the glyph's origin.
    func topAccentAttachment(of glyph: UInt32) -> Double
    func kern(of glyph: UInt32, at corner: MathKernCorner, height: Double) -> Double
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
    public var advance: Double
    public var height: Double
    /// Below the baseline, positive.
    public var depth: Double
    /// Where the ink begins and ends, from the glyph's origin.
    public var inkStart: Double
    public var inkEnd: Double

    public init(advance: Double, height: Double, depth: Double, inkStart: Double = 0, inkEnd: Double? = nil) {
        self.inkStart = inkStart
        self.inkEnd = inkEnd ?? advance
        self.advance = advance
        self.height = height
        self.depth = depth
    }
}

public struct GlyphVariant: Hashable, Sendable {
    public var glyph: UInt32
    public var height: Double

    public init(glyph: UInt32, height: Double) {
        self.glyph = glyph
        self.height = height
    }
}

public struct ShapedGlyph: Hashable, Sendable {
    public var glyph: UInt32
    public var advance: Double
    public var xOffset: Double
    public var yOffset: Double

    public init(glyph: UInt32, advance: Double, xOffset: Double, yOffset: Double) {
        self.glyph = glyph
        self.advance = advance
        self.xOffset = xOffset
        self.yOffset = yOffset
    }
}

public enum MathKernCorner: Sendable {
    case topRight, topLeft, bottomRight, bottomLeft
}

/// The constants of the MATH table that labels use, under their names in the OpenType specification.
/// The two percentages are fractions here.
public enum MathConstant: Sendable, CaseIterable {
    case scriptPercentScaleDown, scriptScriptPercentScaleDown
    case axisHeight, accentBaseHeight
    case subscriptShiftDown, subscriptTopMax, subscriptBaselineDropMin
    case superscriptShiftUp, superscriptShiftUpCramped, superscriptBottomMin, superscriptBaselineDropMax
    case subSuperscriptGapMin, superscriptBottomMaxWithSubscript, spaceAfterScript
    case fractionNumeratorShiftUp, fractionDenominatorShiftDown
    case fractionNumeratorGapMin, fractionDenominatorGapMin, fractionRuleThickness
    case overbarVerticalGap, overbarRuleThickness
    case radicalVerticalGap, radicalRuleThickness, radicalExtraAscender
}

extension MathFontMetrics {
    /// Glyphs of a stretch of upright text of ordinary size.
    public func shape(_ text: String) -> [ShapedGlyph] { shape(text, scriptLevel: 0) }
}
