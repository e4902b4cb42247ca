/// A label set in one font, in points from the start of its baseline; y points up.
package struct MathLabelBox: Hashable, Sendable {
    /// Glyphs of one size.
    package struct Glyph: Hashable, Sendable {
        package var id: UInt32
        package var size: Double
        package var x: Double
        package var y: Double
    }

    /// A filled rectangle: the bar of a fraction, root or overline.
    package struct Bar: Hashable, Sendable {
        package var x: Double
        package var y: Double
        package var width: Double
        package var height: Double
    }

    package var width: Double
    /// Above the baseline.
    package var height: Double
    /// Below the baseline, positive.
    package var depth: Double
    package var glyphs: [Glyph]
    package var bars: [Bar]
    /// The font size that the label was set at, in points.
    package var size = 0.0

    static let empty = MathLabelBox(width: 0, height: 0, depth: 0, glyphs: [], bars: [])

    /// Places another box into this one without changing the extents' width.
    mutating func overlay(_ box: MathLabelBox, x: Double, y: Double) {
        for glyph in box.glyphs {
            glyphs.append(Glyph(id: glyph.id, size: glyph.size, x: glyph.x + x, y: glyph.y + y))
        }
        for bar in box.bars {
            bars.append(Bar(x: bar.x + x, y: bar.y + y, width: bar.width, height: bar.height))
        }
        height = max(height, box.height + y)
        depth = max(depth, box.depth - y)
    }

    mutating func append(_ box: MathLabelBox) {
        let start = width
        overlay(box, x: start, y: 0)
        width = start + box.width
    }
}
