import BuildGraph
import CairoCanvas
import ContentHash
import Foundation
import Plotting

/// A figure of the paper: a chart or a grid of charts, and the files that it is drawn into.
public struct Figure: Sendable {
    /// The base name of its files.
    public let name: String
    /// Where it is declared.
    public let declaration: SourcePlace
    /// The node whose result is drawn.
    public let chart: AnyNode
    private let drawing: @Sendable (Renderer) -> RenderedFigure

    /// What a drawing follows from, beside the chart: the figure's name for messages, and the libraries.
    private struct Drawn: Codable, Sendable {
        var figure: String
        var renderer: String
    }

    /// A figure that a node's chart, or grid of charts, is drawn for.
    ///
    /// - Parameters:
    ///   - name: the base name of its files; distinct in the paper.
    ///   - chart: the node that makes the chart.
    public init(_ name: String, chart: Node<some Graphic>, fileID: String = #fileID, line: Int = #line) {
        let place = SourcePlace(fileID: fileID, line: line)
        self.name = name
        declaration = place
        self.chart = chart.erased
        drawing = { renderer in Self.rendered(name, chart, by: renderer, declaredAt: place) }
    }

    /// The nodes that lay the figure out and draw it.
    package func rendered(by renderer: Renderer) -> RenderedFigure { drawing(renderer) }

    private static func rendered(
        _ name: String, _ chart: Node<some Graphic>, by renderer: Renderer, declaredAt place: SourcePlace
    ) -> RenderedFigure {
        // The closures hold the renderer, whose font and libraries are in the key by their contents, and the chart's type.
        let own = WrittenClosure.wrapper()
        let display = Node<DisplayList>(
            "figures/\(name)/layout", from: chart, parameters: Drawn(figure: name, renderer: renderer.stamp),
            asWritten: own
        ) { drawn, chart in try renderer.canvas().displayList(chart.honest(drawn.figure)) }.declared(at: place)
        let displayDigest = Node("figures/\(name)/layout-digest", from: display) { $0.layoutDigest }.declared(at: place)
        let json = Node("figures/\(name).json", from: chart, parameters: name, asWritten: own) { name, chart in
            Blob(try chart.honest(name).json())
        }.declared(at: place)
        // Of the committed file, so that the drawing can be told to be of it without making either again.
        let seal = Node("figures/\(name)/seal", from: json, displayDigest) { json, layout in
            Blob(utf8: Seal([Seal.data: ContentDigest(of: json.bytes).hex, Seal.layout: layout]).text)
        }.declared(at: place)
        return RenderedFigure(
            name: name, chart: chart.erased, display: display, displayDigest: displayDigest, json: json,
            pdf: Node("figures/\(name).pdf", from: display, seal, parameters: renderer.stamp, asWritten: own) {
                _, list, seal in
                Blob(try Seal(text: seal.text).sealing(renderer.canvas().pdf(list), as: .pdf))
            }.declared(at: place),
            svg: Node("figures/\(name).svg", from: display, seal, parameters: renderer.stamp, asWritten: own) {
                _, list, seal in
                Blob(try Seal(text: seal.text).sealing(renderer.canvas().svg(list), as: .svg))
            }.declared(at: place),
            art: Node("camera-ready/\(name)-art.pdf", from: display, seal, parameters: renderer.stamp, asWritten: own) {
                _, list, seal in
                Blob(try Seal(text: seal.text).sealing(renderer.canvas().pdf(list.withoutLabels), as: .pdf))
            }.declared(at: place),
            overlay: Node("camera-ready/\(name).tex", from: display, seal, parameters: "\(name)-art") {
                graphic, list, seal in
                let text = try LaTeXOverlay.text(of: list, graphic: graphic)
                return Blob(try Seal(text: seal.text).sealing(Array(text.utf8), as: .tex))
            }.declared(at: place), seal: seal, renderer: renderer, declaration: place)
    }
}

/// The nodes of a drawn figure.
package struct RenderedFigure: Sendable {
    package var name: String
    package var chart: AnyNode
    package var display: Node<DisplayList>
    /// SHA-256 of the display list at a hundredth of a point: equal on every machine where the figure is the same.
    package var displayDigest: Node<String>
    package var json: Node<Blob>
    package var pdf: Node<Blob>
    package var svg: Node<Blob>
    /// The drawing without its labels, for LaTeX to set them.
    package var art: Node<Blob>
    /// The LaTeX that sets the labels over ``art``.
    package var overlay: Node<Blob>
    /// What every drawing of the figure carries: digests of its data and of its layout.
    package var seal: Node<Blob>
    let renderer: Renderer
    let declaration: SourcePlace

    package var outputs: [OutputFile] {
        [json, pdf, svg].map { OutputFile($0.name, from: $0) }
    }

    /// The files of the figure whose labels LaTeX sets.
    package var cameraReadyOutputs: [OutputFile] {
        [art, overlay].map { OutputFile($0.name, from: $0) }
    }

    /// An image of the figure at a density in dots per inch.
    package func image(density: Int) -> OutputFile {
        let renderer = renderer
        let image = Node<Blob>(
            "figures/\(name).png", from: display, seal,
            parameters: Density(dotsPerInch: density, renderer: renderer.stamp), asWritten: .wrapper()
        ) { density, list, seal in
            let image = try renderer.canvas().png(list, dotsPerInch: density.dotsPerInch)
            return Blob(try Seal(text: seal.text).sealing(image, as: .png))
        }.declared(at: declaration)
        return OutputFile(image.name, from: image)
    }

    /// What an image's pixels follow from, beside the drawing.
    private struct Density: Codable, Sendable {
        var dotsPerInch: Int
        var renderer: String
    }
}

/// What draws: the font and the libraries, whose versions are part of every drawing's key.
package struct Renderer: Sendable {
    /// Where the math font is. The path is not part of any key; the font's content is.
    package let fontPath: String
    /// Font content and library versions.
    package let stamp: String

    /// - Parameter fontPath: an OpenType font with a MATH table, or the name of a known one; nil is Latin Modern Math.
    /// - Throws: `CanvasError` where there is none.
    package init(fontPath: String? = nil) throws {
        let canvas = try CairoCanvas(fontPath: fontPath)
        self.fontPath = canvas.fontPath
        let bytes = try RegularFile.bytes(canvas.fontPath, limit: .max)
        stamp = "font \(ContentDigest(of: bytes).hex), \(CairoCanvas.libraryVersions)"
    }

    /// A canvas for one drawing, on the thread that draws.
    func canvas() throws -> CairoCanvas { try CairoCanvas(fontPath: fontPath) }
}

/// JSON that people read and diff: sorted keys, one member a line.
package func readableJSON(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
