import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite struct CanvasTests {
    private func canvas() throws -> CairoCanvas { try CairoCanvas() }

    @Test func drawingTwiceGivesTheSameBytes() throws {
        let canvas = try canvas()
        for (name, chart) in DemoCharts.all {
            let first = try canvas.displayList(chart)
            let second = try canvas.displayList(chart)
            #expect(try canvas.pdf(first) == canvas.pdf(second), "\(name).pdf")
            #expect(try canvas.svg(first) == canvas.svg(second), "\(name).svg")
            #expect(try canvas.png(first, scale: 2) == canvas.png(second, scale: 2), "\(name).png")
        }
    }

    @Test func concurrentDrawingGivesTheSameBytes() async throws {
        let canvas = try canvas()
        let list = try canvas.displayList(DemoCharts.contours)
        let expected = try canvas.pdf(list)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try canvas.pdf(canvas.displayList(DemoCharts.contours)) } }
            for try await bytes in group { #expect(bytes == expected) }
        }
    }

    @Test func pdfHasItsTitleAndAFixedDateAndNoImage() throws {
        let canvas = try canvas()
        let text = String(decoding: try canvas.pdf(canvas.displayList(DemoCharts.reach)), as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1.5"))
        #expect(text.contains("/Title (Reach of MUonE against existing limits)"))
        #expect(text.contains("20000101000000Z)"))
        #expect(!text.contains("/Subtype /Image"))
        #expect(text.contains("+LatinModernMath-Regular"))
        #expect(text.contains("/FontFile3"))
    }

    @Test func pdfHasThePageInPoints() throws {
        let canvas = try canvas()
        let text = String(decoding: try canvas.pdf(canvas.displayList(DemoCharts.reach)), as: UTF8.self)
        #expect(text.contains("/MediaBox [ 0 0 246 225 ]"))
    }

    @Test func pdfDeclaresNoTransparencyThatItDoesNotHave() throws {
        let canvas = try canvas()
        let text = String(decoding: try canvas.pdf(canvas.displayList(DemoCharts.reach)), as: UTF8.self)
        #expect(!text.contains("/Transparency"))
    }

    @Test func svgCarriesTitleAndLabelsAsText() throws {
        let canvas = try canvas()
        let text = String(decoding: try canvas.svg(canvas.displayList(DemoCharts.reach)), as: UTF8.self)
        #expect(text.contains(">Reach of MUonE against existing limits</title>"))
        #expect(text.contains("BABAR 4μ"))
        #expect(!text.contains("<image"))
    }

    @Test func svgEscapesItsTitle() throws {
        let canvas = try canvas()
        var list = try canvas.displayList(DemoCharts.minimum)
        list.title = "a < b & c"
        let text = String(decoding: try canvas.svg(list), as: UTF8.self)
        #expect(text.contains(">a &lt; b &amp; c</title>"))
        list.title = ""
        let untitled = String(decoding: try canvas.svg(list), as: UTF8.self)
        #expect(untitled.contains(#/<title id="f[0-9a-f]{10}-title"><\/title>/#))
    }

    @Test func picturesShowTheInkOfEveryMark() throws {
        let canvas = try canvas()
        let raster = try canvas.raster(canvas.displayList(DemoCharts.contours), scale: 3)
        var counts: [UInt32: Int] = [:]
        for pixel in raster.pixels { counts[pixel, default: 0] += 1 }
        #expect(raster.width == 738 && raster.height == 675)
        // Blue contours, red stars, the two bands' tints, and black for frame and text.
        #expect(counts[0x1845fb, default: 0] > 1500)
        #expect(counts[0xe42536, default: 0] > 300)
        #expect(counts[0x000000, default: 0] > 1000)
        #expect(counts[0xffffff, default: 0] < raster.pixels.count * 9 / 10)
        #expect(counts.values.filter { $0 > 5000 }.count >= 3)
    }

    @Test func aBlankDrawingIsBlank() throws {
        let empty = DisplayList(width: 100, height: 50, title: "", items: [])
        let raster = try canvas().raster(empty, scale: 1)
        #expect(Set(raster.pixels) == [0xffffff])
    }

    @Test func aFilledSquareCoversItsPixelsExactly() throws {
        let corners = [PagePoint(10, 10), PagePoint(20, 10), PagePoint(20, 20), PagePoint(10, 20)]
        let square = DisplayList.Item.fill(
            .init(
                paths: [.init(corners, isClosed: true)], colour: Colour(rgb: 0xe42536), isEvenOdd: false, source: "s"))
        let raster = try canvas().raster(DisplayList(width: 100, height: 50, title: "", items: [square]), scale: 1)
        #expect(raster.pixels.count { $0 == 0xe42536 } == 100)
        #expect(raster.pixels[15 * 100 + 15] == 0xe42536)
    }

    @Test func aPixelDensityScalesTheImage() throws {
        let empty = DisplayList(width: 100.5, height: 50, title: "", items: [])
        let raster = try canvas().raster(empty, scale: 2)
        #expect(raster.width == 201 && raster.height == 100)
    }

    @Test func libraryVersionsNameAllThree() {
        let versions = CairoCanvas.libraryVersions
        for name in ["cairo 1.", "freetype 2.", "harfbuzz "] { #expect(versions.contains(name)) }
    }
}
