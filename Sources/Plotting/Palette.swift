/// What a mark means. The palette gives each role a colour, a dash pattern and a hatch that stay apart in greyscale.
public enum Role: String, Codable, Sendable, CaseIterable {
    /// What the paper computes.
    case signal
    /// A second case of the same.
    case alternative
    /// The experiment's own sensitivity.
    case projection
    /// Another experiment's sensitivity.
    case comparison
    /// The preferred region, and its wider (2σ) version.
    case favoured
    /// The wider (2σ) version of the preferred region.
    case favouredWide
    /// What measurements rule out.
    case excluded
    /// What a selection removes.
    case cut
    /// A background process.
    case background
    /// Lines and texts that help to read the figure.
    case reference
}

/// The colours: Petroff's six-colour sequence, the blue and the grey of his eight-colour sequence (M. A. Petroff,
/// arXiv:2107.02270), black, and two greys; and darker ones that no role has, for curves that are not the paper's own.
public enum Ink: String, Codable, Sendable, CaseIterable {
    /// A colour of the sequences, for areas and wide lines.
    case blue, orange, red, purple, gray, violet
    /// Darker than ``blue`` and ``gray``: for thin lines, also on tints.
    case deepBlue, slate
    /// For what is no data: texts, frames and grids.
    case black, darkGray, lightGray
    /// Dark enough for thin lines and for texts.
    case teal, magenta, brown, green, navy, olive, maroon, cyan

    /// The ink in sRGB.
    public var colour: Colour {
        switch self {
        case .blue: Colour(rgb: 0x5790fc)
        case .orange: Colour(rgb: 0xf89c20)
        case .red: Colour(rgb: 0xe42536)
        case .purple: Colour(rgb: 0x964a8b)
        case .gray: Colour(rgb: 0x9c9ca1)
        case .violet: Colour(rgb: 0x7a21dd)
        case .deepBlue: Colour(rgb: 0x1845fb)
        case .slate: Colour(rgb: 0x656364)
        case .black: Colour(rgb: 0x000000)
        case .darkGray: Colour(rgb: 0x555558)
        case .lightGray: Colour(rgb: 0xd4d4d7)
        case .teal: Colour(rgb: 0x00756b)
        case .magenta: Colour(rgb: 0xb80c82)
        case .brown: Colour(rgb: 0x8a5210)
        case .green: Colour(rgb: 0x2a7d16)
        case .navy: Colour(rgb: 0x23386e)
        case .olive: Colour(rgb: 0x696900)
        case .maroon: Colour(rgb: 0x7d1f2d)
        case .cyan: Colour(rgb: 0x00729c)
        }
    }
}

/// An sRGB colour; components from 0 to 1. There is no transparency: tints are mixed beforehand.
public struct Colour: Codable, Hashable, Sendable {
    /// Gamma-encoded, 0 to 1.
    public var red: Double
    /// Gamma-encoded, 0 to 1.
    public var green: Double
    /// Gamma-encoded, 0 to 1.
    public var blue: Double

    /// A colour of components from 0 to 1.
    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// From `0xRRGGBB`.
    public init(rgb: UInt32) {
        self.init(
            red: Double((rgb >> 16) & 0xff) / 255, green: Double((rgb >> 8) & 0xff) / 255,
            blue: Double(rgb & 0xff) / 255)
    }

    /// This colour with `share` of itself and the rest of `other`.
    public func mixed(with other: Colour, share: Double) -> Colour {
        Colour(
            red: red * share + other.red * (1 - share), green: green * share + other.green * (1 - share),
            blue: blue * share + other.blue * (1 - share))
    }

    /// The page.
    public static let white = Colour(rgb: 0xffffff)
    /// The darkest ink.
    public static let black = Colour(rgb: 0x000000)
}

/// A dash pattern.
public enum Dash: String, Codable, Sendable, CaseIterable {
    /// A pattern that stays apart from the others at a curve's width.
    case solid, dashed, dotted, dashDotted, longDashed, dashDotDotted
    /// A further pattern, for figures of many curves.
    case shortDashed, longDashDotted, longShortDashed

    /// Lengths of strokes and gaps, in units of the line's width (at least 0.8 pt).
    public var pattern: [Double] {
        switch self {
        case .solid: []
        case .dashed: [4, 2.2]
        case .dotted: [1.1, 1.7]
        case .dashDotted: [5, 1.8, 1.1, 1.8]
        case .longDashed: [8, 2.6]
        case .dashDotDotted: [5, 1.6, 1.1, 1.6, 1.1, 1.6]
        case .shortDashed: [2.2, 1.7]
        case .longDashDotted: [9, 2, 1.1, 2]
        case .longShortDashed: [8, 1.8, 3, 1.8]
        }
    }
}

/// Parallel lines (or two families) that fill a region without hiding what lies beneath.
public enum Hatch: String, Codable, Sendable, CaseIterable {
    /// No lines: the area is bare, or filled with its tint alone.
    case none
    /// Like `/`.
    case forward
    /// Like `\`.
    case backward
    /// Parallel to an axis.
    case horizontal, vertical
    /// Both diagonals.
    case cross
    /// `/` with twice the density.
    case denseForward
    /// `\` with twice the density.
    case denseBackward
}

/// How a role is drawn where a mark does not say otherwise.
public struct RoleStyle: Hashable, Sendable {
    /// The colour of lines, tints and hatches.
    public var ink: Ink
    /// The pattern of its lines.
    public var dash: Dash
    /// Line width relative to the style's.
    public var widthFactor: Double
    /// Share of the ink in a fill; 0 leaves the area unfilled.
    public var tint: Double
    /// The hatch of its areas.
    public var hatch: Hatch
}

extension Role {
    /// How the role is drawn where a mark does not say otherwise.
    public var style: RoleStyle {
        switch self {
        case .signal: RoleStyle(ink: .deepBlue, dash: .solid, widthFactor: 1, tint: 0.25, hatch: .none)
        case .alternative: RoleStyle(ink: .red, dash: .dashed, widthFactor: 1, tint: 0.25, hatch: .none)
        case .projection: RoleStyle(ink: .violet, dash: .solid, widthFactor: 2, tint: 0.2, hatch: .none)
        case .comparison: RoleStyle(ink: .red, dash: .longDashed, widthFactor: 1, tint: 0.2, hatch: .none)
        case .favoured: RoleStyle(ink: .orange, dash: .solid, widthFactor: 0.8, tint: 0.65, hatch: .none)
        case .favouredWide: RoleStyle(ink: .orange, dash: .dotted, widthFactor: 0.8, tint: 0.28, hatch: .none)
        case .excluded: RoleStyle(ink: .slate, dash: .solid, widthFactor: 0.8, tint: 0, hatch: .forward)
        case .cut: RoleStyle(ink: .slate, dash: .dotted, widthFactor: 0.8, tint: 0.18, hatch: .none)
        case .background: RoleStyle(ink: .purple, dash: .dashDotted, widthFactor: 1, tint: 0.25, hatch: .backward)
        case .reference: RoleStyle(ink: .black, dash: .dashed, widthFactor: 0.7, tint: 0.1, hatch: .none)
        }
    }
}
