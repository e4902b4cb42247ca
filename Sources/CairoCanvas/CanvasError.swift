/// What can go wrong between a finished drawing and its file.
public enum CanvasError: Error, Hashable, Sendable {
    case fontNotFound(searched: [String])
    case namedFontNotFound(name: String, package: String, searched: [String])
    case fontUnreadable(path: String, problem: String)
    case fontWithoutMath(path: String)
    case badPage(width: Double, height: Double)
    case badScale(Double)
    case badCoordinate(source: String, value: Double)
    case badCreationDate(String)
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
