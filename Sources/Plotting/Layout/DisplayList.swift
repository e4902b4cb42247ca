/// A point on the page, in points (1/72 inch) from its top left corner; y points down.
public struct PagePoint: Codable, Hashable, Sendable {
    /// From the left edge of the page.
    public var x: Double
    /// From the top edge of the page, downwards.
    public var y: Double

    /// The point (x, y).
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// The part of a label that its place belongs to.
public enum LabelAnchor: String, Codable, Hashable, Sendable {
    /// The beginning, the middle or the end of its baseline.
    case start, center, end
}

/// A finished drawing: paths and glyphs in points, already clipped, in drawing order. A canvas only has to paint it.
public struct DisplayList: Codable, Hashable, Sendable {
    /// One step of painting; later ones cover earlier ones.
    public enum Item: Codable, Hashable, Sendable {
        /// An area.
        case fill(Fill)
        /// Lines.
        case stroke(Stroke)
        /// A label.
        case glyphs(GlyphRun)
    }

    /// Areas filled by the nonzero winding rule (even-odd where stated).
    public struct Fill: Codable, Hashable, Sendable {
        /// The borders, each closed by the fill.
        public var paths: [Path]
        /// Opaque.
        public var colour: Colour
        /// Filled by the even-odd rule in place of the nonzero one.
        public var isEvenOdd: Bool
        /// What is drawn: the id of the mark, or `axis`, `legend`.
        public var source: String
        /// Whether it is a bar of a label (of a fraction, root or overline), which goes where the label goes.
        public var isPartOfLabel: Bool

        /// An area with where it comes from.
        public init(
            paths: [Path], colour: Colour, isEvenOdd: Bool = false, source: String, isPartOfLabel: Bool = false
        ) {
            self.paths = paths
            self.colour = colour
            self.isEvenOdd = isEvenOdd
            self.source = source
            self.isPartOfLabel = isPartOfLabel
        }
    }

    /// Lines of one width and colour.
    public struct Stroke: Codable, Hashable, Sendable {
        /// Open and closed lines, each with a dash pattern of its own.
        public var paths: [Path]
        /// Opaque.
        public var colour: Colour
        /// In points.
        public var width: Double
        /// Lengths of strokes and gaps in points; empty is solid.
        public var dash: [Double]
        /// Ends lines in half circles in place of straight cuts.
        public var isRoundCapped: Bool
        /// What is drawn: the id of the mark, or `axis`, `legend`.
        public var source: String

        /// Lines with where they come from.
        public init(
            paths: [Path], colour: Colour, width: Double, dash: [Double] = [], isRoundCapped: Bool = false,
            source: String
        ) {
            self.paths = paths
            self.colour = colour
            self.width = width
            self.dash = dash
            self.isRoundCapped = isRoundCapped
            self.source = source
        }
    }

    /// A polyline.
    public struct Path: Codable, Hashable, Sendable {
        /// On the page or not far beyond it: canvases have limits, and the layout clips.
        public var points: [PagePoint]
        /// Whether the last point is joined to the first.
        public var isClosed: Bool

        /// A polyline through points.
        public init(_ points: [PagePoint], isClosed: Bool = false) {
            self.points = points
            self.isClosed = isClosed
        }
    }

    /// A label: glyphs by their number in the font.
    public struct GlyphRun: Codable, Hashable, Sendable {
        /// A glyph with its place in the run.
        public struct Glyph: Codable, Hashable, Sendable {
            /// The number of the glyph in the font.
            public var id: UInt32
            /// Font size in points.
            public var size: Double
            /// From the run's origin, before its rotation; y points down.
            public var x: Double
            /// Downwards from the run's origin.
            public var y: Double

            /// A glyph at a place of its run.
            public init(id: UInt32, size: Double, x: Double, y: Double) {
                self.id = id
                self.size = size
                self.x = x
                self.y = y
            }
        }

        /// In reading order.
        public var glyphs: [Glyph]
        /// Where the run's baseline begins; it is turned about this point.
        public var origin: PagePoint
        /// Counterclockwise as seen on the page, in radians.
        public var rotation: Double
        /// Opaque.
        public var colour: Colour
        /// The label in plain text, for formats that keep it.
        public var text: String
        /// What the label belongs to: the id of the mark, or `axis`, `legend`.
        public var source: String
        /// What another program needs to set the label itself; `nil` for glyphs that are no label.
        public var setting: LabelSetting?

        /// A label as glyphs, with what it says.
        public init(
            glyphs: [Glyph], origin: PagePoint, rotation: Double = 0, colour: Colour, text: String, source: String,
            setting: LabelSetting? = nil
        ) {
            self.setting = setting
            self.glyphs = glyphs
            self.origin = origin
            self.rotation = rotation
            self.colour = colour
            self.text = text
            self.source = source
        }
    }

    /// A label as it was written, with the room that the layout gave it.
    public struct LabelSetting: Codable, Hashable, Sendable {
        /// In the TeX subset of ``MathLabel``.
        public var label: String
        /// Font size in points.
        public var size: Double
        /// Length of its baseline in points.
        public var width: Double
        /// Which part of the baseline keeps its place where another font makes the label wider or narrower.
        public var anchor: LabelAnchor

        /// A label as it was written, with the room for it.
        public init(label: String, size: Double, width: Double, anchor: LabelAnchor) {
            self.label = label
            self.size = size
            self.width = width
            self.anchor = anchor
        }
    }

    /// Of the page, in points.
    public var width: Double
    /// Of the page, in points.
    public var height: Double
    /// A plain-text description, which becomes the title of the file.
    public var title: String
    /// In drawing order.
    public var items: [Item]
    /// Labels that found no room in the frame and stand in a legend, as plain text.
    public var labelsInLegend: [String] = []

    /// A drawing of ready items; nothing is clipped here.
    public init(width: Double, height: Double, title: String, items: [Item]) {
        self.width = width
        self.height = height
        self.title = title
        self.items = items
    }
}

extension DisplayList {
    /// The drawing with all lengths rounded to a multiple of `step` points, rotations to 1e-4 rad and colours to 1/255.
    public func quantised(_ step: Double = 0.01) -> DisplayList {
        func round(_ value: Double) -> Double {
            let rounded = (value / step).rounded() * step
            // Adding zero turns -0 into 0.
            return ((rounded * 1e6).rounded() / 1e6) + 0
        }
        func point(_ point: PagePoint) -> PagePoint { PagePoint(round(point.x), round(point.y)) }
        func path(_ path: Path) -> Path { Path(path.points.map(point), isClosed: path.isClosed) }
        func colour(_ colour: Colour) -> Colour {
            func byte(_ value: Double) -> Double { (value * 255).rounded() / 255 }
            return Colour(red: byte(colour.red), green: byte(colour.green), blue: byte(colour.blue))
        }
        var result = self
        result.width = round(width)
        result.height = round(height)
        result.items = items.map { item in
            switch item {
            case .fill(var fill):
                fill.paths = fill.paths.map(path)
                fill.colour = colour(fill.colour)
                return .fill(fill)
            case .stroke(var stroke):
                stroke.paths = stroke.paths.map(path)
                stroke.colour = colour(stroke.colour)
                stroke.width = round(stroke.width)
                stroke.dash = stroke.dash.map(round)
                return .stroke(stroke)
            case .glyphs(var run):
                run.glyphs = run.glyphs.map { glyph in
                    GlyphRun.Glyph(id: glyph.id, size: round(glyph.size), x: round(glyph.x), y: round(glyph.y))
                }
                run.origin = point(run.origin)
                run.rotation = ((run.rotation * 1e4).rounded() / 1e4) + 0
                run.colour = colour(run.colour)
                return .glyphs(run)
            }
        }
        return result
    }

    /// The drawing as text, one path or label a line, with lengths in whole hundredths of a point. Equal lines mean
    /// that two machines drew the same figure.
    public var canonicalLines: [String] {
        func units(_ value: Double) -> String {
            guard value.isFinite, value.magnitude < 1e13 else { return "\(value)" }
            return String(Int(saturating: (value * 100).rounded()))
        }
        func points(_ path: Path) -> String {
            path.points.map { "\(units($0.x)),\(units($0.y))" }.joined(separator: " ") + (path.isClosed ? " z" : "")
        }
        func hex(_ colour: Colour) -> String {
            [colour.red, colour.green, colour.blue].map { component in
                let byte = min(max(Int(saturating: (component * 255).rounded()), 0), 255)
                return (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
        var lines = ["page \(units(width)) \(units(height))", "title \(title)"]
        for item in items {
            switch item {
            case .fill(let fill):
                lines.append("fill \(fill.source) \(hex(fill.colour))\(fill.isEvenOdd ? " even-odd" : "")")
                lines += fill.paths.map { "  " + points($0) }
            case .stroke(let stroke):
                let dash = stroke.dash.isEmpty ? "solid" : stroke.dash.map(units).joined(separator: ",")
                lines.append(
                    "stroke \(stroke.source) \(hex(stroke.colour)) \(units(stroke.width)) \(dash)"
                        + (stroke.isRoundCapped ? " round" : ""))
                lines += stroke.paths.map { "  " + points($0) }
            case .glyphs(let run):
                lines.append(
                    "glyphs \(run.source) \(hex(run.colour)) at \(units(run.origin.x)),\(units(run.origin.y)) "
                        + "turned \(Int(saturating: (run.rotation * 1e4).rounded())) \(run.text)")
                lines.append(
                    "  "
                        + run.glyphs.map { "\($0.id)@\(units($0.size)):\(units($0.x)),\(units($0.y))" }
                        .joined(separator: " "))
            }
        }
        return lines + labelsInLegend.map { "in legend \($0)" }
    }
}
