// What scripts need that the font does not say.
extension MathSetter {
    /// The room of a character in a script.
    ///
    /// Fonts for scripts are wider for their size. A math font has such variants of letters and digits, but most have
    /// none of operators and relations, where TeX has them: these keep their shape, and get room as the digits do.
    func fitted(_ box: MathLabelBox, _ glyph: UInt32, _ scalar: Unicode.Scalar, _ style: Style) -> MathLabelBox {
        guard style.level > 0 else { return box }
        if scalar == "′" { return tightened(box, glyph, style) }
        guard metrics.glyph(for: scalar, scriptLevel: 0) == glyph, let growth = scriptGrowth(style.level), growth > 1
        else { return box }
        return padded(box, before: box.width * (growth - 1) / 2, width: box.width * growth)
    }

    /// Whether a superscript is made of primes that the font draws at their height and size already, for want of
    /// variants for scripts.
    func isRaisedPrime(_ node: MathNode, _ style: Style) -> Bool {
        switch node {
        case .symbol("′", _):
            let plain = metrics.glyph(for: "′", scriptLevel: 0)
            return plain != nil && plain == metrics.glyph(for: "′", scriptLevel: 1)
        case .group(let nodes): return !nodes.isEmpty && nodes.allSatisfy { isRaisedPrime($0, style) }
        default: return false
        }
    }

    /// A prime stands close to what it marks. TeX leaves 0.048 em before its ink and 0.030 em behind, in a script of a
    /// script 0.093 and 0.071 em (the glyph `prime` of lmsy7 and lmsy5). Where the font leaves more, it is taken back.
    private func tightened(_ box: MathLabelBox, _ glyph: UInt32, _ style: Style) -> MathLabelBox {
        let extents = metrics.box(of: glyph)
        let before = min(style.level == 1 ? 0.048 : 0.093, extents.inkStart)
        let behind = min(style.level == 1 ? 0.030 : 0.071, extents.advance - extents.inkEnd)
        let size = size(style)
        return padded(
            box, before: (before - extents.inkStart) * size,
            width: (before + extents.inkEnd - extents.inkStart + behind) * size)
    }

    private func padded(_ box: MathLabelBox, before: Double, width: Double) -> MathLabelBox {
        var result = MathLabelBox(width: width, height: 0, depth: 0, glyphs: [], bars: [])
        result.overlay(box, x: before, y: 0)
        result.height = box.height
        result.depth = box.depth
        return result
    }

    /// How much wider the font's digits for scripts are, at equal size.
    private func scriptGrowth(_ level: Int) -> Double? {
        guard let plain = metrics.glyph(for: "0", scriptLevel: 0),
            let script = metrics.glyph(for: "0", scriptLevel: level)
        else { return nil }
        let advance = metrics.box(of: plain).advance
        return advance > 0 ? metrics.box(of: script).advance / advance : nil
    }
}
