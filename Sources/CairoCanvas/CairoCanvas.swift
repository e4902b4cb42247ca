import CCairo
import CHarfBuzz
import Plotting

/// Paints display lists with cairo. Equal inputs give equal bytes: whatever the time, folder or locale.
///
/// Every call creates, uses and destroys its cairo objects before it returns, so a canvas can be shared freely.
public struct CairoCanvas: Sendable {
    /// The math font's file.
    public let fontPath: String
    /// Written into PDFs as the time of creation, in the form `2022-01-31T12:00:00Z`: fixed, so that the bytes are.
    public var creationDate = "2000-01-01T00:00:00Z"

    /// - Parameter fontPath: an OpenType math font by its path, or the name of a ``KnownMathFont``; nil is Latin Modern
    ///   Math.
    /// - Throws: ``CanvasError`` if there is no usable font.
    public init(fontPath: String? = nil) throws {
        self.fontPath = try MathFont.locate(fontPath)
        _ = try MathFont(path: self.fontPath)
    }

    /// The libraries that decide on the bytes, for cache keys: `cairo 1.16.0, freetype 2.12.1, harfbuzz 6.0.0`.
    /// Add the hash of the file at ``fontPath``.
    public static var libraryVersions: String {
        let cairo = cairo_version_string().map { String(cString: $0) } ?? "unknown"
        let harfbuzz = hb_version_string().map { String(cString: $0) } ?? "unknown"
        return "cairo \(cairo), freetype \(FontFace.freetypeVersion()), harfbuzz \(harfbuzz)"
    }

    /// Lays out a chart, or a grid of charts, with this canvas's font.
    public func displayList(_ graphic: some Graphic) throws -> DisplayList {
        try graphic.displayList(metrics: try MathFont(path: fontPath))
    }

    /// A PDF of one page with embedded, subset fonts and no raster images. It is tagged: its one figure has the drawing's
    /// title and labels as alternative text, and every label can be searched and copied as plain text.
    public func pdf(_ list: DisplayList) throws -> [UInt8] {
        guard Self.isTimestamp(creationDate) else { throw CanvasError.badCreationDate(creationDate) }
        let bytes = try vector(list, tags: PDFFinish.tags) { sink, width, height in
            let surface = cairo_pdf_surface_create_for_stream(Sink.write, sink, width, height)
            cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, list.title)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, list.alternativeText)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, creationDate)
            return surface
        }
        return PDFFinish.finished(bytes, list: list)
    }

    /// An SVG whose glyphs are outlines (no fonts needed to read it), with the title and the labels for screen readers,
    /// and each label as invisible text in its place, to be searched and copied.
    public func svg(_ list: DisplayList) throws -> [UInt8] {
        // White, as a page on a screen may be dark.
        let bytes = try vector(list, background: .white) { sink, width, height in
            cairo_svg_surface_create_for_stream(Sink.write, sink, width, height)
        }
        return SVGFinish.finished(bytes, list: list)
    }

    /// - Parameter scale: pixels per point; 300 dpi is 300/72.
    public func png(_ list: DisplayList, scale: Double) throws -> [UInt8] {
        try image(list, scale: scale) { surface in
            let sink = Sink()
            let status = cairo_surface_write_to_png_stream(
                surface, Sink.write, Unmanaged.passUnretained(sink).toOpaque())
            try Painter.check(status, "writing the PNG")
            return sink.bytes
        }
    }

    /// A PNG at a print density, which the file states.
    ///
    /// - Parameter dotsPerInch: 300 for print, 72 for one pixel a point; positive.
    public func png(_ list: DisplayList, dotsPerInch: Int) throws -> [UInt8] {
        PNGFinish.stating(dotsPerInch: dotsPerInch, in: try png(list, scale: Double(dotsPerInch) / 72))
    }

    /// The pixels of the image that ``png(_:scale:)`` writes, for checks that compare pictures.
    public func raster(_ list: DisplayList, scale: Double) throws -> Raster {
        try image(list, scale: scale) { surface in
            cairo_surface_flush(surface)
            let width = Int(cairo_image_surface_get_width(surface))
            let height = Int(cairo_image_surface_get_height(surface))
            let stride = Int(cairo_image_surface_get_stride(surface))
            guard let data = cairo_image_surface_get_data(surface) else {
                throw CanvasError.drawing(status: "no pixels", step: "reading the image")
            }
            var pixels: [UInt32] = []
            pixels.reserveCapacity(width * height)
            for row in 0..<height {
                let start = UnsafeRawPointer(data + row * stride)
                for column in 0..<width {
                    pixels.append(start.loadUnaligned(fromByteOffset: 4 * column, as: UInt32.self) & 0xff_ffff)
                }
            }
            return Raster(width: width, height: height, pixels: pixels)
        }
    }

    private func image<Result>(
        _ list: DisplayList, scale: Double, _ use: (OpaquePointer) throws -> Result
    ) throws -> Result {
        try Self.checkPage(list)
        let width = (list.width * scale).rounded(.up)
        let height = (list.height * scale).rounded(.up)
        guard scale.isFinite, scale > 0, width <= 32767, height <= 32767 else { throw CanvasError.badScale(scale) }
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw CanvasError.drawing(status: "no surface", step: "creating the image")
        }
        defer { cairo_surface_destroy(surface) }
        try Painter.check(cairo_surface_status(surface), "creating the image")
        try Painter.paint(list, on: surface, fontPath: fontPath, scale: scale, background: .white)
        return try use(surface)
    }

    private func vector(
        _ list: DisplayList, background: Colour? = nil, tags: [String] = [],
        _ make: (UnsafeMutableRawPointer, Double, Double) -> OpaquePointer?
    ) throws -> [UInt8] {
        try Self.checkPage(list)
        let sink = Sink()
        return try withExtendedLifetime(sink) {
            guard let surface = make(Unmanaged.passUnretained(sink).toOpaque(), list.width, list.height) else {
                throw CanvasError.drawing(status: "no surface", step: "creating the page")
            }
            defer { cairo_surface_destroy(surface) }
            try Painter.check(cairo_surface_status(surface), "creating the page")
            try Painter.paint(list, on: surface, fontPath: fontPath, scale: 1, background: background, tags: tags)
            cairo_surface_finish(surface)
            try Painter.check(cairo_surface_status(surface), "finishing the file")
            return sink.bytes
        }
    }

    private static func checkPage(_ list: DisplayList) throws {
        // 14400 is the largest page that PDF readers must accept.
        guard list.width.isFinite, list.height.isFinite, list.width > 0, list.height > 0, list.width < 14400,
            list.height < 14400
        else { throw CanvasError.badPage(width: list.width, height: list.height) }
    }

    private static func isTimestamp(_ text: String) -> Bool {
        let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        let bytes = Array(text.utf8)
        return bytes.count == pattern.count
            && zip(bytes, pattern).allSatisfy { byte, expected in
                expected == UInt8(ascii: "d")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == expected
            }
    }
}

/// An image as rows of `0xRRGGBB`.
public struct Raster: Hashable, Sendable {
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Row by row from the top left: `width * height` of them.
    public var pixels: [UInt32]
}

/// Collects what cairo writes.
private final class Sink {
    var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
