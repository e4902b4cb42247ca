/// Turns parsed nodes into boxes by the rules of TeX's appendix G with the constants of the MATH table.
struct MathSetter<Metrics: MathFontMetrics> {
    struct Style {
        /// 0 text, 1 script, 2 script of script.
        var level: Int
        var isCramped: Bool

        var sub: Style { Style(level: min(level + 1, 2), isCramped: true) }
        var sup: Style { Style(level: min(level + 1, 2), isCramped: isCramped) }
        var cramped: Style { Style(level: level, isCramped: true) }
    }

    /// A box with what its neighbours and scripts must know.
    struct Atom {
        var box: MathLabelBox
        var atomClass: AtomClass
        /// Included in the width; a subscript moves back by it.
        var italic: Double = 0
        /// The glyph of a nucleus that is a single character.
        var glyph: UInt32?
    }

    let label: String
    let metrics: Metrics
    let textSize: Double

    func size(_ style: Style) -> Double {
        switch style.level {
        case 0: textSize
        case 1: textSize * metrics.constant(.scriptPercentScaleDown)
        default: textSize * metrics.constant(.scriptScriptPercentScaleDown)
        }
    }

    func constant(_ constant: MathConstant, _ style: Style) -> Double {
        metrics.constant(constant) * size(style)
    }

    // MARK: Lists

    func set(_ nodes: [MathNode], _ style: Style) throws -> Atom {
        if nodes.count == 1, let only = try atom(nodes[0], style) { return only }
        var box = MathLabelBox.empty
        var previous: AtomClass?
        for (index, node) in nodes.enumerated() {
            guard var next = try atom(node, style) else {
                if case .space(let ems) = node { box.width += ems * size(style) }
                continue
            }
            // A sign without operands on both sides is ordinary (appendix G, rules 5 and 6).
            if next.atomClass == .binary, !hasOperands(nodes, index, previous) { next.atomClass = .ordinary }
            if let previous, !isText(node), !isText(nodes[index - 1]) {
                box.width += spacing(previous, next.atomClass, style) * size(style)
            }
            if index > 0 { box.width += kern(nodes[index - 1], node) * size(style) }
            box.append(next.box)
            previous = next.atomClass
        }
        return Atom(box: box, atomClass: .ordinary)
    }

    /// Between two upright letters, as in `\mathrm{GeV}`.
    private func kern(_ left: MathNode, _ right: MathNode) -> Double {
        guard case .symbol(let first, .ordinary) = left, first.isASCII, case .symbol(let second, .ordinary) = right,
            second.isASCII
        else { return 0 }
        return metrics.textKern(first, second)
    }

    private func isText(_ node: MathNode) -> Bool {
        if case .text = node { return true }
        return false
    }

    private func hasOperands(_ nodes: [MathNode], _ index: Int, _ previous: AtomClass?) -> Bool {
        switch previous {
        case nil, .binary, .largeOperator, .relation, .opening, .punctuation: return false
        default: break
        }
        guard let next = nodes[(index + 1)...].first(where: { if case .space = $0 { false } else { true } }) else {
            return false
        }
        switch next {
        case .symbol(_, .relation), .symbol(_, .closing), .symbol(_, .punctuation): return false
        default: return true
        }
    }

    /// The TeXbook, p. 170, in ems. Entries in parentheses there vanish in scripts.
    private func spacing(_ left: AtomClass, _ right: AtomClass, _ style: Style) -> Double {
        let thin = 3.0 / 18
        let medium = style.level > 0 ? 0 : 4.0 / 18
        let thick = style.level > 0 ? 0 : 5.0 / 18
        let thinInText = style.level > 0 ? 0 : thin
        switch (left, right) {
        case (.opening, _), (_, .closing), (_, .punctuation):
            if left == .punctuation { return thinInText }
            if left == .inner, right == .punctuation { return thinInText }
            return 0
        case (.punctuation, .binary): return 0
        case (.punctuation, _): return thinInText
        case (.relation, .relation): return 0
        case (.relation, _), (_, .relation): return thick
        case (.binary, _), (_, .binary): return medium
        case (.largeOperator, .opening): return 0
        case (.largeOperator, .inner): return thinInText
        case (.largeOperator, _): return thin
        case (_, .largeOperator): return thin
        case (.inner, _): return thinInText
        case (.ordinary, .inner), (.closing, .inner): return thinInText
        default: return 0
        }
    }

    // MARK: Atoms

    private func atom(_ node: MathNode, _ style: Style) throws -> Atom? {
        switch node {
        case .space: return nil
        case .text(let text): return Atom(box: try textBox(text, style), atomClass: .ordinary)
        case .operatorName(let name): return Atom(box: try textBox(name, style), atomClass: .largeOperator)
        case .symbol(let scalar, let atomClass): return try symbol(scalar, atomClass, style)
        case .group(let nodes):
            let atom = try set(nodes, style)
            // A group is ordinary unless it only wraps one symbol, whose glyph still guides its scripts.
            return Atom(box: atom.box, atomClass: .ordinary, italic: atom.italic, glyph: atom.glyph)
        case .scripts(let base, let sub, let sup): return try scripts(base, sub, sup, style)
        case .fraction(let numerator, let denominator): return try fraction(numerator, denominator, style)
        case .root(let body): return try root(body, style)
        case .accent(let scalar, let body): return try accent(scalar, body, style)
        case .overline(let body): return try overline(body, style)
        case .delimited(let left, let body, let right): return try delimited(left, body, right, style)
        }
    }

    func glyph(_ scalar: Unicode.Scalar, _ style: Style) throws -> UInt32 {
        guard let glyph = metrics.glyph(for: scalar, scriptLevel: style.level) else {
            let code = String(scalar.value, radix: 16, uppercase: true)
            throw PlottingError.missingGlyph(
                character: "“\(scalar)” (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))",
                label: label, font: metrics.name)
        }
        return glyph
    }

    func glyphBox(_ glyph: UInt32, _ style: Style) -> MathLabelBox {
        let size = size(style)
        let extents = metrics.box(of: glyph)
        return MathLabelBox(
            width: extents.advance * size, height: extents.height * size, depth: extents.depth * size,
            glyphs: [.init(id: glyph, size: size, x: 0, y: 0)], bars: [])
    }

    private func symbol(_ scalar: Unicode.Scalar, _ atomClass: AtomClass, _ style: Style) throws -> Atom {
        let glyph = try glyph(scalar, style)
        var box = fitted(glyphBox(glyph, style), glyph, scalar, style)
        let italic = metrics.italicCorrection(of: glyph) * size(style)
        if atomClass == .largeOperator {
            // The width of an integral has room for its slant; only the upper script stands at its end.
            // Large operators are centred on the axis.
            let shift = (box.height - box.depth) / 2 - constant(.axisHeight, style)
            var centred = MathLabelBox(width: box.width, height: 0, depth: 0, glyphs: [], bars: [])
            centred.overlay(box, x: 0, y: -shift)
            box = centred
        } else {
            box.width += italic
        }
        return Atom(box: box, atomClass: atomClass, italic: italic, glyph: glyph)
    }

    private func textBox(_ text: String, _ style: Style) throws -> MathLabelBox {
        let size = size(style)
        for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{A0}" {
            _ = try glyph(scalar, Style(level: 0, isCramped: false))
        }
        var box = MathLabelBox.empty
        for shaped in metrics.shape(text, scriptLevel: style.level) {
            let extents = metrics.box(of: shaped.glyph)
            box.glyphs.append(
                .init(
                    id: shaped.glyph, size: size, x: box.width + shaped.xOffset * size, y: shaped.yOffset * size))
            box.width += shaped.advance * size
            box.height = max(box.height, extents.height * size)
            box.depth = max(box.depth, extents.depth * size)
        }
        return box
    }

    // MARK: Scripts

    private func scripts(
        _ base: MathNode?, _ sub: MathNode?, _ sup: MathNode?, _ style: Style
    ) throws -> Atom {
        let nucleus =
            try base.flatMap { try atom($0, style) }
            ?? Atom(box: MathLabelBox.empty, atomClass: .ordinary)
        let isCharacter = nucleus.glyph != nil
        var box = nucleus.box
        let isRaised = sup.map { isRaisedPrime($0, style) } ?? false
        let supBox = try sup.map { try set([$0], isRaised ? style : style.sup) }
        let subBox = try sub.map { try set([$0], style.sub) }

        // Appendix G, rule 18, with the names of the MATH table.
        var up = isCharacter ? 0 : box.height - constant(.superscriptBaselineDropMax, style)
        var down = isCharacter ? 0 : box.depth + constant(.subscriptBaselineDropMin, style)
        if isRaised {
            up = 0
        } else if let supBox {
            up = max(
                up, constant(style.isCramped ? .superscriptShiftUpCramped : .superscriptShiftUp, style),
                constant(.superscriptBottomMin, style) + supBox.box.depth)
        }
        if let subBox {
            down = max(
                down, constant(.subscriptShiftDown, style),
                subBox.box.height - constant(.subscriptTopMax, style))
        }
        if let supBox, let subBox, !isRaised {
            let gap = (up - supBox.box.depth) - (subBox.box.height - down)
            let missing = constant(.subSuperscriptGapMin, style) - gap
            if missing > 0 {
                down += missing
                let room = constant(.superscriptBottomMaxWithSubscript, style) - (up - supBox.box.depth)
                if room > 0 {
                    let shift = min(room, missing)
                    up += shift
                    down -= shift
                }
            }
        }
        let start = box.width
        var end = start
        if let supBox {
            let x = start + kern(nucleus, supBox, up, isSuperscript: true, style)
            box.overlay(supBox.box, x: x, y: up)
            end = max(end, x + supBox.box.width)
        }
        if let subBox {
            let x = start - nucleus.italic + kern(nucleus, subBox, down, isSuperscript: false, style)
            box.overlay(subBox.box, x: x, y: -down)
            end = max(end, x + subBox.box.width)
        }
        box.width = end + constant(.spaceAfterScript, style)
        return Atom(box: box, atomClass: nucleus.atomClass)
    }

    /// Cut-in kerning between two single glyphs at the heights where they meet (OpenType MATH, "MathKernInfo").
    private func kern(
        _ nucleus: Atom, _ script: Atom, _ shift: Double, isSuperscript: Bool, _ style: Style
    ) -> Double {
        guard let base = nucleus.glyph, let glyph = script.glyph else { return 0 }
        let baseSize = size(style)
        let scriptSize = size(isSuperscript ? style.sup : style.sub)
        func total(_ height: Double) -> Double {
            let above = metrics.kern(
                of: base, at: isSuperscript ? .topRight : .bottomRight, height: height / baseSize)
            let relative = isSuperscript ? height - shift : height + shift
            let beside = metrics.kern(
                of: glyph, at: isSuperscript ? .bottomLeft : .topLeft, height: relative / scriptSize)
            return above * baseSize + beside * scriptSize
        }
        if isSuperscript { return min(total(shift - script.box.depth), total(nucleus.box.height)) }
        return min(total(script.box.height - shift), total(-nucleus.box.depth))
    }
}
