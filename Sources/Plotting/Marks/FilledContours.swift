/// The areas between the levels of one function, in shades of one ink: the higher the level, the darker.
public struct FilledContours: Codable, Hashable, Sendable, MarkConvertible {
    /// Where the function is at or above one value, up to ``FilledContours/upper``.
    public struct Level: Codable, Hashable, Sendable {
        /// −∞ for everything below the next level.
        public var value: Double
        /// The borders of the area, each closed upon itself; holes run against the sense of what they lie in. Each level
        /// is painted over those before it, so its area contains theirs that follow.
        public var rings: [ContourSet.Piece]
        /// Label in the legend of the area up to the next level.
        public var label: String?

        /// An area with its borders. `RectilinearGrid.bands(between:)` computes them from a grid.
        public init(_ value: Double, rings: [ContourSet.Piece], label: String? = nil) {
            self.value = value
            self.rings = rings
            self.label = label
        }
    }

    /// Distinct in the chart: by it and the levels two versions of a figure are compared.
    public var id: String
    /// Ascending.
    public var levels: [Level]
    /// Where the last level's area ends; +∞ if nowhere.
    public var upper: Double
    /// What the areas mean, from which they take their ink.
    public var role: Role
    /// Another ink than the role's, of which all areas are shades.
    public var ink: Ink?

    /// Areas of ascending levels.
    public init(
        _ id: String, levels: [Level], upper: Double = .infinity, role: Role = .signal, ink: Ink? = nil
    ) {
        self.id = id
        self.levels = levels
        self.upper = upper
        self.role = role
        self.ink = ink
    }

    public var mark: Mark { .filledContours(self) }
}

extension FilledContours {
    /// The colour of each level's area: steps of equal lightness, which stay apart in shades of grey.
    var colours: [Colour] {
        let hue = (ink ?? role.style.ink).colour
        // No darker than black lines and labels need to be seen on it.
        let (lightest, darkest) = (0.94, 0.5)
        return levels.indices.map { index in
            let share = levels.count > 1 ? Double(index) / Double(levels.count - 1) : 0.4
            return hue.toned(to: lightest + (darkest - lightest) * share)
        }
    }
}

extension Colour {
    /// CIE 1976 lightness: 0 black, 1 white.
    var lightness: Double {
        let luminance = luminance
        return luminance > 216.0 / 24389 ? 1.16 * Trigonometry.cubeRoot(luminance) - 0.16 : luminance * 24389 / 2700
    }

    /// The tint or shade of the colour that has a lightness.
    func toned(to target: Double) -> Colour {
        func toned(_ amount: Double) -> Colour {
            amount <= 1 ? mixed(with: .white, share: amount) : mixed(with: .black, share: 2 - amount)
        }
        // From white over the colour to black the lightness only falls.
        var (light, dark) = (0.0, 2.0)
        for _ in 0..<40 {
            let middle = (light + dark) / 2
            if toned(middle).lightness > target { light = middle } else { dark = middle }
        }
        return toned((light + dark) / 2)
    }
}
