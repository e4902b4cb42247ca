import CairoCanvas
import Plotting
import Testing

@testable import chartgallery

@Suite("The gallery")
struct GalleryTests {
    /// The share of pixels that are not white, in a rectangle given as fractions of the page.
    private func ink(_ raster: Raster, _ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Double {
        var dark = 0
        var all = 0
        for row in Int(top * Double(raster.height))..<Int(bottom * Double(raster.height)) {
            for column in Int(left * Double(raster.width))..<Int(right * Double(raster.width)) {
                all += 1
                if raster.pixels[row * raster.width + column] != 0xff_ffff { dark += 1 }
            }
        }
        return Double(dark) / Double(max(all, 1))
    }

    @Test("draws every chart with ink in each quarter of the page", arguments: Gallery.all.map(\.name))
    func notBlank(_ name: String) throws {
        let graphic = try #require(Gallery.all.first { $0.name == name }?.graphic)
        let canvas = try CairoCanvas()
        let raster = try canvas.raster(canvas.displayList(graphic), scale: 1)
        for (left, top) in [(0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)] {
            #expect(ink(raster, left, top, left + 0.5, top + 0.5) > 0.005)
        }
    }

    @Test("has PDFs without raster images, the same bytes each time", arguments: Gallery.all.map(\.name))
    func vectorOnly(_ name: String) throws {
        let graphic = try #require(Gallery.all.first { $0.name == name }?.graphic)
        let canvas = try CairoCanvas()
        let pdf = try canvas.pdf(canvas.displayList(graphic))
        #expect(!String(decoding: pdf, as: UTF8.self).contains("/Subtype /Image"))
        #expect(pdf == (try canvas.pdf(canvas.displayList(graphic))))
    }

    @Test("survives its JSON", arguments: Gallery.all.map(\.name))
    func json(_ name: String) throws {
        let value = try #require(Gallery.all.first { $0.name == name }?.graphic)
        #expect(try graphic(json: value.json()).json() == value.json())
    }

    @Test("has a colour map of 200 × 200 cells in less than 1 MB, smooth or rough")
    func sizeOfMaps() throws {
        let canvas = try CairoCanvas()
        var chart = Gallery.colourMap
        #expect(try canvas.pdf(canvas.displayList(chart)).count < 300_000)
        guard case .colourMap(var map) = chart.marks[0] else {
            Issue.record("the chart has no map")
            return
        }
        // The values in an order that puts very different ones side by side.
        map.values = map.values.indices.map { map.values[($0 * 7919) % map.values.count] }
        chart.marks[0] = .colourMap(map)
        #expect(try canvas.pdf(canvas.displayList(chart)).count < 1_000_000)
    }

    @Test("shows no light line between dark cells, at densities that cut through pixels", arguments: [0.73, 1.37, 2.9])
    func noHairlines(_ scale: Double) throws {
        let cells = 40
        let edges = Gallery.spaced(0, 1, cells + 1)
        let chart = Chart(
            "dark", x: .linear("$x$", 0...1), y: .linear("$y$", 0...1), legend: .hidden, style: .revtexColumn
        ) {
            ColourMap(
                "map", x: edges, y: edges, values: (0..<cells * cells).map { Double(($0 * 37) % 11) / 100 },
                colours: ColourScale(.linear("$z$", 0...1), showsBar: false))
        }
        let canvas = try CairoCanvas()
        var list = try canvas.displayList(chart)
        list.items = list.items.filter { item in
            if case .fill(let fill) = item { return fill.source == "map" }
            return false
        }
        let raster = try canvas.raster(list, scale: scale)
        // Rows and columns that lie inside the map altogether.
        let points = list.items.flatMap { item -> [PagePoint] in
            if case .fill(let fill) = item { return fill.paths.flatMap(\.points) }
            return []
        }
        let left = Int(((points.map(\.x).min() ?? 0) * scale).rounded(.up))
        let right = Int(((points.map(\.x).max() ?? 0) * scale).rounded(.down))
        let top = Int(((points.map(\.y).min() ?? 0) * scale).rounded(.up))
        let bottom = Int(((points.map(\.y).max() ?? 0) * scale).rounded(.down))
        var lightest: UInt32 = 0
        for row in top..<bottom {
            for column in left..<right {
                lightest = max(lightest, (raster.pixels[row * raster.width + column] >> 8) & 0xff)
            }
        }
        let allowed = ColourRamp.sequential.colour(0.11).green * 255
        #expect(right - left > 50 && Double(lightest) <= allowed + 3)
    }
}
