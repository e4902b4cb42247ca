import BuildGraph
import CairoCanvas
import ContentHash
import Foundation
import Plotting

/// A figure of the paper: a chart, and the files that it is drawn into.
public struct Figure: Sendable {
    /// The base name of its files.
    public var name: String
    public var chart: Node<Chart>

    public init(_ name: String, chart: Node<Chart>) {
        self.name = name
        self.chart = chart
    }

    /// The nodes that lay the figure out and draw it.
    public func rendered(by renderer: Renderer) -> RenderedFigure {
        let display = Node<DisplayList>(
            "figures/\(name)/layout", from: chart, parameters: renderer.stamp
        ) { _, chart in try renderer.canvas().displayList(chart) }
        return RenderedFigure(
            name: name, chart: chart, display: display,
            displayDigest: Node("figures/\(name)/layout-digest", from: display) { $0.layoutDigest },
            json: Node("figures/\(name).json", from: chart) { chart in Blob(try chart.json()) },
            pdf: Node("figures/\(name).pdf", from: display, parameters: renderer.stamp) { _, list in
                Blob(try renderer.canvas().pdf(list))
            },
            svg: Node("figures/\(name).svg", from: display, parameters: renderer.stamp) { _, list in
                Blob(try renderer.canvas().svg(list))
            })
    }
}

/// The nodes of a drawn figure.
public struct RenderedFigure: Sendable {
    public var name: String
    public var chart: Node<Chart>
    public var display: Node<DisplayList>
    /// SHA-256 of the display list at a hundredth of a point: equal on every machine where the figure is the same.
    public var displayDigest: Node<String>
    public var json: Node<Blob>
    public var pdf: Node<Blob>
    public var svg: Node<Blob>

    public var outputs: [OutputFile] {
        [json, pdf, svg].map { OutputFile($0.name, from: $0) }
    }
}

/// What draws: the font and the libraries, whose versions are part of every drawing's key.
public struct Renderer: Sendable {
    /// Where the math font is. The path is not part of any key; the font's content is.
    public let fontPath: String
    /// Font content and library versions.
    public let stamp: String

    /// - Parameter fontPath: an OpenType font with a MATH table; nil looks in the usual places.
    /// - Throws: `CanvasError` where there is none.
    public init(fontPath: String? = nil) throws {
        let canvas = try CairoCanvas(fontPath: fontPath)
        self.fontPath = canvas.fontPath
        let bytes = try Data(contentsOf: URL(filePath: canvas.fontPath))
        stamp = "font \(ContentDigest(of: Array(bytes)).hex), \(CairoCanvas.libraryVersions)"
    }

    /// A canvas for one drawing, on the thread that draws.
    func canvas() throws -> CairoCanvas { try CairoCanvas(fontPath: fontPath) }
}

/// JSON that people read and diff: sorted keys, one member a line.
public func readableJSON(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
