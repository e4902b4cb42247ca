import CairoCanvas
import ExternalPrograms
import Foundation
import Plotting
import Testing

@testable import Manuscript

@Suite("Labels that LaTeX sets")
struct LaTeXOverlayTests {
    private static let tex = TeXInstallation.find()
    private static let pdftoppm = "/usr/bin/pdftoppm"

    private static var chart: Chart {
        Chart(
            "labels", x: .linear(#"$\theta_{\mu,\mathrm{th}}$ [mrad]"#, 0...5),
            y: .log(#"$\mathrm{d}N/\mathrm{d}E_e$ [GeV$^{-1}$]"#, 0.1...1000)
        ) {
            Text("left", "CHARM-II, 95%", at: .frame(0.1, 0.9), alignment: .left)
            Text("right", #"$\sqrt{s} = 406$ MeV"#, at: .frame(0.95, 0.75), alignment: .right)
            Text("turned", #"$\frac{a}{b}$ Borexino"#, at: .frame(0.8, 0.4), rotation: .pi / 2)
            Text("centre", #"$\bar\nu_\mu e \to \bar\nu_\mu e Z'$"#, at: .frame(0.35, 0.5), ink: .darkGray)
            Line("line", x: [1, 2], y: [1, 2], role: .signal, label: "signal, $10^{-3}$")
        }
    }

    @Test("stand where the layout put them, within a point", .enabled(if: tex != nil))
    func places() throws {
        let tex = try #require(Self.tex)
        let list = try CairoCanvas().displayList(Self.chart)
        let labels = list.labels
        #expect(labels.count > 12 && labels.allSatisfy { $0.setting != nil })
        let mine = try Ink(of: list)
        let theirs = try Ink(of: list, setBy: tex)
        for run in labels {
            let setting = try #require(run.setting)
            let (a, b) = (
                try #require(mine.box(of: run)), try #require(theirs.box(of: run), "\(run.text) is not there")
            )
            let isTurned = run.rotation > 1
            // Along the baseline the anchor counts, as the fonts of two sizes differ in width.
            let along: [ClosedRange<Double>] = isTurned ? [a.y, b.y] : [a.x, b.x]
            let across: [ClosedRange<Double>] = isTurned ? [a.x, b.x] : [a.y, b.y]
            let places = along.map { range in
                switch setting.anchor {
                case .start: isTurned ? range.upperBound : range.lowerBound
                case .center: (range.lowerBound + range.upperBound) / 2
                case .end: isTurned ? range.lowerBound : range.upperBound
                }
            }
            #expect(abs(places[0] - places[1]) < 1, "\(run.text) along: \(places)")
            #expect(abs(across[0].lowerBound - across[1].lowerBound) < 1, "\(run.text) across: \(across)")
            // The math font lowers subscripts by a tenth of its size more than pdfTeX's fonts do.
            #expect(
                abs(across[0].upperBound - across[1].upperBound) < 1 + 0.06 * setting.size,
                "\(run.text) across: \(across)")
        }
    }

    @Test("leave the drawing without a letter and without their bars")
    func art() throws {
        let canvas = try CairoCanvas()
        let list = try canvas.displayList(Self.chart)
        let art = list.withoutLabels
        #expect(art.labels.isEmpty && art.items.count < list.items.count)
        let text = String(decoding: try canvas.pdf(art), as: UTF8.self)
        #expect(!text.contains("/FontFile"))
        func bars(_ list: DisplayList) -> Int {
            list.items.count { item in
                if case .fill(let fill) = item { fill.isPartOfLabel } else { false }
            }
        }
        // A root and a fraction.
        #expect(bars(list) == 2 && bars(art) == 0)
    }

    @Test("are the very strings of the chart")
    func strings() throws {
        let text = try LaTeXOverlay.text(of: CairoCanvas().displayList(Self.chart), graphic: "labels-art")
        #expect(text.contains(#"\put(0,0){\includegraphics{labels-art}}%"#))
        for label in [#"$\theta_{\mu,\mathrm{th}}$ [mrad]"#, #"CHARM-II, 95\%"#, #"$\sqrt{s} = 406$ MeV"#] {
            #expect(text.contains(label))
        }
        #expect(text.contains(#"\rotatebox{90}"#) && text.contains(#"\color[rgb]{"#))
    }
}

/// The ink of a picture's labels.
private struct Ink {
    static let pixelsPerPoint = 4.0
    var width: Int
    /// Whether there is ink, row by row.
    var pixels: [Bool]

    /// As paperbuild draws them.
    init(of list: DisplayList) throws {
        var list = list
        list.items.removeAll { item in
            switch item {
            case .glyphs: false
            case .fill(let fill): !fill.isPartOfLabel
            case .stroke: true
            }
        }
        let raster = try CairoCanvas().raster(list, scale: Self.pixelsPerPoint)
        width = raster.width
        pixels = raster.pixels.map { $0 & 0xff < 0xa0 }
    }

    /// As LaTeX sets them over an empty page.
    init(of list: DisplayList, setBy tex: TeXInstallation) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "overlay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var empty = list
        empty.items = []
        let document = """
            \\documentclass{article}
            \\usepackage[T1]{fontenc}
            \\usepackage{lmodern,amsmath,amssymb,graphicx,color}
            \\begin{document}
            \\pdfpagewidth=\(list.width)bp \\pdfpageheight=\(list.height)bp \\pdfhorigin=0bp \\pdfvorigin=0bp
            \\shipout\\hbox{\\input{overlay}}
            \\end{document}
            """
        let overlay = try LaTeXOverlay.text(of: list, graphic: "art")
        var run = try TeXRun(
            tex, in: folder,
            files: [
                ("art.pdf", CairoCanvas().pdf(empty)), ("main.tex", Array(document.utf8)),
                ("overlay.tex", Array(overlay.utf8)),
            ])
        try run.typeset("main.tex", withBibTeX: false)
        try Data(#require(run.product("pdf", of: "main.tex"))).write(to: folder.appending(path: "main.pdf"))
        let rendered = try ExternalProgram(
            try #require(SearchPath.ofThisProcess.program("pdftoppm")),
            ["-r", "\(Int(72 * Self.pixelsPerPoint))", "-gray", "-singlefile", "main.pdf", "main"], in: folder.path,
            environment: [:]
        ).run()
        try #require(rendered.succeeded, "\(rendered.text)")
        let data = [UInt8](try Data(contentsOf: folder.appending(path: "main.pgm")))
        // The header: P5, width and height, 255.
        let header = String(decoding: data.prefix(40), as: UTF8.self).split(
            maxSplits: 4, whereSeparator: \.isWhitespace)
        width = try #require(Int(header[1]))
        let height = try #require(Int(header[2]))
        pixels = data.suffix(width * height).map { $0 < 0xa0 }
    }

    /// The extent of a label's ink on the page, in points, within the room that the layout gave it and three points more.
    func box(of run: DisplayList.GlyphRun) -> (x: ClosedRange<Double>, y: ClosedRange<Double>)? {
        guard let setting = run.setting else { return nil }
        let (above, below, beyond) = (setting.size * 1.05 + 1, setting.size * 0.55 + 1, setting.width * 0.08 + 1.5)
        let isTurned = run.rotation > 1
        let xs =
            isTurned
            ? (run.origin.x - above, run.origin.x + below)
            : (run.origin.x - beyond, run.origin.x + setting.width + beyond)
        let ys =
            isTurned
            ? (run.origin.y - setting.width - beyond, run.origin.y + beyond)
            : (run.origin.y - above, run.origin.y + below)
        let scale = Self.pixelsPerPoint
        let height = pixels.count / width
        let columns = max(Int(xs.0 * scale), 0)..<min(Int(xs.1 * scale), width)
        let rows = max(Int(ys.0 * scale), 0)..<min(Int(ys.1 * scale), height)
        var box: (left: Int, right: Int, top: Int, bottom: Int)?
        for row in rows {
            for column in columns where pixels[row * width + column] {
                let known = box ?? (column, column, row, row)
                box = (min(known.left, column), max(known.right, column), known.top, row)
            }
        }
        return box.map {
            (Double($0.left) / scale...Double($0.right) / scale, Double($0.top) / scale...Double($0.bottom) / scale)
        }
    }
}
