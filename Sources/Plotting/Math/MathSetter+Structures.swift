// Fractions, roots, accents and growing delimiters.
extension MathSetter {
    /// TeX leaves this much (in points) on both sides of a fraction and around an empty delimiter.
    private var nullDelimiterSpace: Double { 0.12 * textSize }

    func fraction(_ numerator: MathNode, _ denominator: MathNode, _ style: Style) throws -> Atom {
        let top = try set([numerator], style.sup).box
        let bottom = try set([denominator], style.sub).box
        let axis = constant(.axisHeight, style)
        let thickness = constant(.fractionRuleThickness, style)
        let up = max(
            constant(.fractionNumeratorShiftUp, style),
            axis + thickness / 2 + constant(.fractionNumeratorGapMin, style) + top.depth)
        let down = max(
            constant(.fractionDenominatorShiftDown, style),
            bottom.height + constant(.fractionDenominatorGapMin, style) + thickness / 2 - axis)
        let width = max(top.width, bottom.width)
        var box = MathLabelBox(width: width + 2 * nullDelimiterSpace, height: 0, depth: 0, glyphs: [], bars: [])
        box.overlay(top, x: nullDelimiterSpace + (width - top.width) / 2, y: up)
        box.overlay(bottom, x: nullDelimiterSpace + (width - bottom.width) / 2, y: -down)
        box.bars.append(.init(x: nullDelimiterSpace, y: axis - thickness / 2, width: width, height: thickness))
        return Atom(box: box, atomClass: .inner)
    }

    func root(_ body: MathNode, _ style: Style) throws -> Atom {
        let content = try set([body], style.cramped).box
        let thickness = constant(.radicalRuleThickness, style)
        let gap = constant(.radicalVerticalGap, style)
        let needed = content.height + content.depth + gap + thickness
        let sign = grown(try glyph("√", style), to: needed, style)
        let signHeight = sign.height + sign.depth
        // A sign that is too tall shares its excess above and below the content.
        let clearance = max(gap, (signHeight - thickness - content.height - content.depth + gap) / 2)
        let top = content.height + clearance + thickness
        var box = MathLabelBox(width: sign.width + content.width, height: 0, depth: 0, glyphs: [], bars: [])
        box.overlay(sign, x: 0, y: top - sign.height)
        box.overlay(content, x: sign.width, y: 0)
        box.bars.append(.init(x: sign.width, y: top - thickness, width: content.width, height: thickness))
        box.height = max(box.height, top + constant(.radicalExtraAscender, style))
        return Atom(box: box, atomClass: .ordinary)
    }

    func accent(_ scalar: Unicode.Scalar, _ body: MathNode, _ style: Style) throws -> Atom {
        let nucleus = try set([body], style.cramped)
        let accent = try glyph(scalar, style)
        var box = nucleus.box
        let attachment =
            nucleus.glyph.map { metrics.topAccentAttachment(of: $0) * size(style) } ?? nucleus.box.width / 2
        let offset = metrics.topAccentAttachment(of: accent) * size(style)
        let rise = max(0, nucleus.box.height - constant(.accentBaseHeight, style))
        box.overlay(glyphBox(accent, style), x: attachment - offset, y: rise)
        return Atom(box: box, atomClass: .ordinary, italic: nucleus.italic)
    }

    func overline(_ body: MathNode, _ style: Style) throws -> Atom {
        var box = try set([body], style.cramped).box
        let thickness = constant(.overbarRuleThickness, style)
        let y = box.height + constant(.overbarVerticalGap, style)
        box.bars.append(.init(x: 0, y: y, width: box.width, height: thickness))
        box.height = y + thickness
        return Atom(box: box, atomClass: .ordinary)
    }

    func delimited(
        _ left: Unicode.Scalar?, _ body: [MathNode], _ right: Unicode.Scalar?, _ style: Style
    ) throws -> Atom {
        let content = try set(body, style).box
        let axis = constant(.axisHeight, style)
        let reach = max(content.height - axis, content.depth + axis)
        var box = MathLabelBox.empty
        func add(_ delimiter: Unicode.Scalar?) throws {
            guard let delimiter else {
                box.width += nullDelimiterSpace
                return
            }
            // TeX's \delimiterfactor: nine tenths of the content suffice.
            let sign = grown(try glyph(delimiter, style), to: 2 * reach * 0.9, style)
            let start = box.width
            box.overlay(sign, x: start, y: axis - (sign.height - sign.depth) / 2)
            box.width = start + sign.width
        }
        try add(left)
        box.append(content)
        try add(right)
        return Atom(box: box, atomClass: .inner)
    }

    /// The smallest variant at least that tall, or the tallest there is.
    private func grown(_ glyph: UInt32, to height: Double, _ style: Style) -> MathLabelBox {
        let plain = glyphBox(glyph, style)
        if plain.height + plain.depth >= height { return plain }
        let size = size(style)
        let variants = metrics.verticalVariants(of: glyph)
        let chosen = variants.first { $0.height * size >= height } ?? variants.last
        return chosen.map { glyphBox($0.glyph, style) } ?? plain
    }
}
