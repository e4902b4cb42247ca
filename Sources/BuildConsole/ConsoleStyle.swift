/// When output is coloured.
public enum ColourChoice: String, Sendable, CaseIterable {
    /// On a terminal that can, unless `NO_COLOR` is set.
    case auto
    case always
    case never
}

/// What may be written to where the output goes.
public struct ConsoleStyle: Sendable, Hashable {
    /// Whether text may be coloured.
    public var isColoured: Bool
    /// Whether a line may be drawn again: a terminal with a person before it.
    public var isRedrawn: Bool
    /// Characters in a line.
    public var width: Int

    public init(isColoured: Bool, isRedrawn: Bool, width: Int = 80) {
        self.isColoured = isColoured
        self.isRedrawn = isRedrawn
        self.width = max(20, width)
    }

    /// Plain text, a line at a time.
    public static let plain = ConsoleStyle(isColoured: false, isRedrawn: false)

    /// What fits the place that output goes to.
    ///
    /// `NO_COLOR`, when not empty, turns colours off unless they are asked for (no-color.org); `TERM=dumb` cannot draw
    /// a line again; a `CI` variable means that nobody watches, whatever the output pretends to be.
    public init(colour: ColourChoice, isTerminal: Bool, width: Int?, environment: [String: String]) {
        func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        let isDumb = environment["TERM"] == "dumb"
        let isCI = isSet("CI") && environment["CI"] != "false"
        let isColoured =
            switch colour {
            case .always: true
            case .never: false
            case .auto: isTerminal && !isDumb && !isSet("NO_COLOR")
            }
        self.init(isColoured: isColoured, isRedrawn: isTerminal && !isDumb && !isCI, width: width ?? 80)
    }

    enum Ink: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case faint = "2"
    }

    func paint(_ text: String, _ ink: Ink) -> String {
        isColoured && !text.isEmpty ? "\u{1b}[\(ink.rawValue)m\(text)\u{1b}[0m" : text
    }

    /// The text cut to what is left of one line of the terminal; the last column stays free, so that no terminal wraps.
    func fitted(_ text: String, after column: Int = 0) -> String {
        let line = text.replacing("\n", with: " ")
        let room = width - 1 - column
        return line.count <= room ? line : line.prefix(max(1, room - 1)) + "…"
    }
}
