/// A label set in one font, in points from the start of its baseline; y points up.
public struct MathLabelBox: Hashable, Sendable {
    /// Glyphs of one size.
    public struct Glyph: Hashable, Sendable {
        public var id: UInt32
        public var size: Double
        public var x: Double
        public var y: Double
    }

    /// A filled rectangle: the bar of a fraction, root or overline.
    public struct Bar: Hashable, Sendable {
        public var x: Double
        public var y: Double
        public var width: Double
        public var height: Double
    }

    public var width: Double
    /// Above the baseline.
    public var height: Double
    /// Below the baseline, positive.
    public var depth: Double
    public var glyphs: [Glyph]
    public var bars: [Bar]
    /// The font size that the label was set at, in points.
    public var size = 0.0

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
