/// A figure that would have no curve at all, which no parameters are known to bring about.
package struct EmptyFigure: Error, Equatable, CustomStringConvertible {
    package var figure: String

    package init(_ figure: String) { self.figure = figure }

    package var description: String { "figure \(figure) has no curve to draw; choose parameters that leave it one" }
}
