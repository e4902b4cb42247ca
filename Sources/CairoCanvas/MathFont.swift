import CHarfBuzz
import Plotting

/// An OpenType math font opened by its path, as HarfBuzz reads it. Not shared between threads: open one where
/// it is used.
public final class MathFont {
    /// The file that was opened.
    public let path: String
    let font: OpaquePointer
    private let face: OpaquePointer
    private let unitsPerEm: Double
    private let kerning: [UInt64: Double]

    /// - Throws: ``CanvasError`` if the file cannot be read, is no font, or has no MATH table.
    public init(path: String) throws {
        guard let blob = hb_blob_create_from_file_or_fail(path) else {
            throw CanvasError.fontNotFound(searched: [path])
        }
        defer { hb_blob_destroy(blob) }
        guard let face = hb_face_create(blob, 0) else {
            throw CanvasError.fontUnreadable(path: path, problem: "HarfBuzz cannot open it")
        }
        guard hb_face_get_glyph_count(face) > 0 else {
            hb_face_destroy(face)
            throw CanvasError.fontUnreadable(path: path, problem: "it is not an OpenType font")
        }
        guard hb_ot_math_has_data(face) != 0 else {
            hb_face_destroy(face)
            throw CanvasError.fontWithoutMath(path: path)
        }
        guard let font = hb_font_create(face) else {
            hb_face_destroy(face)
            throw CanvasError.fontUnreadable(path: path, problem: "HarfBuzz cannot make a font of it")
        }
        self.path = path
        self.face = face
        self.font = font
        self.unitsPerEm = Double(hb_face_get_upem(face))
        hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
        hb_ot_font_set_funcs(font)
        kerning = Self.family(of: face) == "Latin Modern Math" ? LatinModernKerning.pairs : [:]
    }

    private static func family(of face: OpaquePointer) -> String {
        var length: UInt32 = 128
        var bytes = [CChar](repeating: 0, count: Int(length))
        _ = hb_ot_name_get_utf8(face, hb_ot_name_id_t(1), nil, &length, &bytes)
        return String(decoding: bytes.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    private func ems(_ value: Int32) -> Double { Double(value) / unitsPerEm }
}

extension MathFont: MathFontMetrics {
    public var name: String { path }

    public func glyph(for scalar: Unicode.Scalar, scriptLevel: Int) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        guard hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 else { return nil }
        guard scriptLevel > 0 else { return glyph }
        return shape(String(scalar), scriptLevel: scriptLevel).first?.glyph ?? glyph
    }

    public func box(of glyph: UInt32) -> GlyphBox {
        var extents = hb_glyph_extents_t()
        let advance = ems(hb_font_get_glyph_h_advance(font, glyph))
        guard hb_font_get_glyph_extents(font, glyph, &extents) != 0 else {
            return GlyphBox(advance: advance, height: 0, depth: 0)
        }
        return GlyphBox(
            advance: advance, height: ems(extents.y_bearing), depth: -ems(extents.y_bearing + extents.height),
            inkStart: ems(extents.x_bearing), inkEnd: ems(extents.x_bearing + extents.width))
    }

    public func italicCorrection(of glyph: UInt32) -> Double {
        ems(hb_ot_math_get_glyph_italics_correction(font, glyph))
    }

    public func topAccentAttachment(of glyph: UInt32) -> Double {
        ems(hb_ot_math_get_glyph_top_accent_attachment(font, glyph))
    }

    public func kern(of glyph: UInt32, at corner: MathKernCorner, height: Double) -> Double {
        let side =
            switch corner {
            case .topRight: HB_OT_MATH_KERN_TOP_RIGHT
            case .topLeft: HB_OT_MATH_KERN_TOP_LEFT
            case .bottomRight: HB_OT_MATH_KERN_BOTTOM_RIGHT
            case .bottomLeft: HB_OT_MATH_KERN_BOTTOM_LEFT
            }
        return ems(hb_ot_math_get_glyph_kerning(font, glyph, side, Int32((height * unitsPerEm).rounded())))
    }

    public func constant(_ constant: MathConstant) -> Double {
        let value = hb_ot_math_get_constant(font, Self.identifier(constant))
        switch constant {
        case .scriptPercentScaleDown, .scriptScriptPercentScaleDown: return Double(value) / 100
        default: return ems(value)
        }
    }

    public func verticalVariants(of glyph: UInt32) -> [GlyphVariant] {
        var count: UInt32 = 32
        var variants = [hb_ot_math_glyph_variant_t](repeating: hb_ot_math_glyph_variant_t(), count: Int(count))
        _ = hb_ot_math_get_glyph_variants(font, glyph, HB_DIRECTION_TTB, 0, &count, &variants)
        return variants.prefix(Int(count)).map { GlyphVariant(glyph: $0.glyph, height: ems($0.advance)) }
    }

    public func shape(_ text: String, scriptLevel: Int) -> [ShapedGlyph] {
        guard let buffer = hb_buffer_create() else { return [] }
        defer { hb_buffer_destroy(buffer) }
        let utf8 = Array(text.utf8)
        utf8.withUnsafeBytes { bytes in
            hb_buffer_add_utf8(
                buffer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0,
                Int32(bytes.count))
        }
        // Fixed properties: nothing depends on the locale.
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, scriptLevel > 0 ? HB_SCRIPT_MATH : HB_SCRIPT_LATIN)
        hb_buffer_set_language(buffer, hb_language_from_string("en", -1))
        var features: [hb_feature_t] = []
        if scriptLevel > 0 {
            features.append(
                hb_feature_t(
                    tag: Self.scriptStyleTag, value: UInt32(scriptLevel), start: 0,
                    end: UInt32.max))
        }
        hb_shape(font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        var positionCount: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &positionCount)
        else { return [] }
        let glyphs = Int(min(count, positionCount))
        return (0..<glyphs).map { index in
            var advance = ems(positions[index].x_advance)
            // A glyph's cluster is the place of its text; the last byte before the next one's is a letter's, if it is one.
            if !kerning.isEmpty, index + 1 < glyphs {
                let next = Int(infos[index + 1].cluster)
                if next > 0, next < utf8.count {
                    advance += textKern(Unicode.Scalar(utf8[next - 1]), Unicode.Scalar(utf8[next]))
                }
            }
            return ShapedGlyph(
                glyph: infos[index].codepoint, advance: advance, xOffset: ems(positions[index].x_offset),
                yOffset: ems(positions[index].y_offset))
        }
    }

    public func textKern(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Double {
        kerning[LatinModernKerning.key(left, right)] ?? 0
    }

    /// `ssty`, the feature that selects glyphs drawn for scripts.
    private static let scriptStyleTag: UInt32 = "ssty".utf8.reduce(0) { $0 << 8 | UInt32($1) }

    private static func identifier(_ constant: MathConstant) -> hb_ot_math_constant_t {
        switch constant {
        case .scriptPercentScaleDown: HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN
        case .scriptScriptPercentScaleDown: HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN
        case .axisHeight: HB_OT_MATH_CONSTANT_AXIS_HEIGHT
        case .accentBaseHeight: HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT
        case .subscriptShiftDown: HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN
        case .subscriptTopMax: HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX
        case .subscriptBaselineDropMin: HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN
        case .superscriptShiftUp: HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP
        case .superscriptShiftUpCramped: HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED
        case .superscriptBottomMin: HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN
        case .superscriptBaselineDropMax: HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX
        case .subSuperscriptGapMin: HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN
        case .superscriptBottomMaxWithSubscript: HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT
        case .spaceAfterScript: HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT
        case .fractionNumeratorShiftUp: HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP
        case .fractionDenominatorShiftDown: HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN
        case .fractionNumeratorGapMin: HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN
        case .fractionDenominatorGapMin: HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN
        case .fractionRuleThickness: HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS
        case .overbarVerticalGap: HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP
        case .overbarRuleThickness: HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS
        case .radicalVerticalGap: HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP
        case .radicalRuleThickness: HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS
        case .radicalExtraAscender: HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER
        }
    }
}
