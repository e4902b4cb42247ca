/// A figure that would have no curve at all, which no parameters are known to bring about.
struct EmptyFigure: Error, Equatable, CustomStringConvertible {
    var figure: String

    init(_ figure: String) { self.figure = figure }

    var description: String { "figure \(figure) has no curve to draw; choose parameters that leave it one" }
}
