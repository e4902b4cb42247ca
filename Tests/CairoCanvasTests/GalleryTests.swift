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
}
