/// What can go wrong between a finished drawing and its file.
public enum CanvasError: Error, Hashable, Sendable {
    /// No file of the default font is there.
    case fontNotFound(searched: [String])
    /// No file of a font that was asked for by its name is there; `package` is Debian's package that has it.
    case namedFontNotFound(name: String, package: String, searched: [String])
    /// A font's file cannot be opened as a font.
    case fontUnreadable(path: String, problem: String)
    /// The font has no MATH table, by which formulas are set.
    case fontWithoutMath(path: String)
    /// The page's size is not positive and finite, or beyond what cairo can draw.
    case badPage(width: Double, height: Double)
    /// The resolution of a picture is not positive and finite, or its pixels are too many.
    case badScale(Double)
    /// A drawing has a coordinate that cairo would take for another one; `source` is what is drawn.
    case badCoordinate(source: String, value: Double)
    /// The date for the PDF is not of the form that its metadata take.
    case badCreationDate(String)
    /// Cairo reported an error, in a step of writing the file.
    case drawing(status: String, step: String)
}

extension CanvasError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fontNotFound(let searched):
            "there is no math font \(searched.joined(separator: ", ")). Name one of "
                + KnownMathFont.all.map { "'\($0.name)' (Debian package \($0.package))" }.joined(separator: ", ")
                + ", or an OpenType math font by its path"
        case .namedFontNotFound(let name, let package, let searched):
            "the math font '\(name)' was not found; looked for \(searched.joined(separator: ", ")). "
                + "Install the Debian package \(package) (sudo apt-get install \(package)) "
                + "or name another OpenType math font by its path"
        case .fontUnreadable(let path, let problem):
            "the font \(path) cannot be used: \(problem). Reinstall the Debian package fonts-lmodern "
                + "or name another OpenType math font by its path"
        case .fontWithoutMath(let path):
            "the font \(path) has no OpenType MATH table, so formulas cannot be set with it; "
                + "use a math font such as latinmodern-math.otf (Debian package fonts-lmodern)"
        case .badPage(let width, let height):
            "the page is \(width) pt × \(height) pt; both must be positive, finite and below 14400 pt"
        case .badScale(let scale):
            "the image scale is \(scale) pixels per point; it must be positive and keep the image below 32767 pixels"
        case .badCoordinate(let source, let value):
            "the mark \"\(source)\" has the coordinate \(value) pt on the page, outside what cairo can draw; "
                + "this display list was not made by the layout"
        case .badCreationDate(let text):
            "the creation date \"\(text)\" is not of the form 2022-01-31T12:00:00Z"
        case .drawing(let status, let step):
            "cairo failed while \(step): \(status)"
        }
    }
}
