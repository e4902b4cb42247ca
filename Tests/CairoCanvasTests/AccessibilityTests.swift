import CairoCanvas
import Foundation
import Plotting
import TestSupport
import Testing

@Suite struct AccessibilityTests {
    private func list() throws -> DisplayList { try CairoCanvas().displayList(DemoCharts.reach) }

    private func hex(_ text: String) -> String {
        "<FEFF" + text.utf16.map { String(format: "%04X", $0) }.joined() + ">"
    }

    @Test func theAlternativeTextIsTheTitleAndEachLabelOnce() throws {
        var list = DisplayList(width: 9, height: 9, title: "Two curves", items: [])
        #expect(list.alternativeText == "Two curves.")
        for text in ["x", "1", "1", ""] {
            list.items.append(
                .glyphs(.init(glyphs: [], origin: PagePoint(0, 0), colour: .black, text: text, source: "a")))
        }
        #expect(list.alternativeText == "Two curves. Labels: x; 1.")
        list.title = ""
        #expect(list.alternativeText == "Labels: x; 1.")
    }

    @Test func aPDFIsTaggedAsOneFigureWithItsAlternativeText() throws {
        let list = try list()
        let text = String(decoding: try CairoCanvas().pdf(list), as: UTF8.self)
        #expect(text.contains("/S /Figure\n   /Alt \(hex(list.alternativeText))\n"))
        #expect(text.contains("/Subject \(hex(list.alternativeText))"))
        #expect(text.contains("/StructTreeRoot") && text.contains("/Lang (en)"))
        #expect(text.matches(of: #/\/MarkInfo << \/Marked true >>/#).count == 1)
    }

    @Test func everyObjectOfAPDFIsWhereItsTableSays() throws {
        let bytes = try CairoCanvas().pdf(list())
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        let start = try #require(text.split(separator: "\n").suffix(2).first.flatMap { Int($0) })
        let lines = String(decoding: bytes[start...], as: UTF8.self).split(separator: "\n")
        #expect(lines[0] == "xref")
        let count = try #require(lines[1].split(separator: " ").last.flatMap { Int($0) })
        #expect(count > 10)
        for number in 1..<count {
            let offset = try #require(Int(lines[2 + number].prefix(10)))
            let object = Array("\(number) 0 obj".utf8)
            #expect(bytes[offset...].starts(with: object), "object \(number) is not at \(offset)")
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")))
    func theTextOfAPDFIsItsLabels() throws {
        let list = try list()
        let file = FileManager.default.temporaryDirectory.appending(path: "labels-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(CairoCanvas().pdf(list)).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = [file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(list.labels.contains { $0.text == "m_Z′ [MeV]" })
        for run in list.labels { #expect(text.contains(run.text), "\(run.text)") }
    }

    @Test func aPDFOfOtherSizeAndTitleKeepsItsTableWhole() throws {
        let square = DisplayList.Item.fill(
            .init(
                paths: [.init([PagePoint(1, 1), PagePoint(9, 1), PagePoint(9, 9)], isClosed: true)], colour: .black,
                source: "s"))
        let list = DisplayList(width: 33.25, height: 10, title: "μ → e", items: [square])
        let text = String(decoding: try CairoCanvas().pdf(list), as: UTF8.self)
        #expect(text.contains("/BBox [ 0 0 33.25 10 ]") && text.contains("/Alt \(hex("μ → e."))"))
    }

    @Test func anSVGIsAnImageWithATitleAndADescription() throws {
        let text = String(decoding: try CairoCanvas().svg(list()), as: UTF8.self)
        let names = try #require(text.firstMatch(of: #/<svg [^>]* role="img" [^>]*aria-labelledby="(\S+) (\S+)">/#))
        #expect(text.contains("<title id=\"\(names.output.1)\">Reach of MUonE"))
        #expect(text.contains("<desc id=\"\(names.output.2)\">"))
    }

    @Test func twoSVGsCanStandInOnePage() throws {
        let canvas = try CairoCanvas()
        let reach = try list()
        // Of one title and of one picture: the other tells them apart.
        var renamed = reach
        renamed.title = "Another title"
        var redrawn = try canvas.displayList(DemoCharts.minimum)
        redrawn.title = reach.title
        for other in [renamed, redrawn] {
            let page = try [reach, other].map { String(decoding: try canvas.svg($0), as: UTF8.self) }.joined()
            let markup = Markup(page)
            #expect(markup.problems == [])
            #expect(markup.ids.count > 40 && markup.references.count > 40)
        }
        // The page that did not hold together is told.
        let svg = String(decoding: try canvas.svg(reach), as: UTF8.self)
        #expect(!Markup(svg + svg).repeatedIDs.isEmpty)
        #expect(!Markup(svg.replacing(" id=", with: " data-id=")).dangling.isEmpty)
        #expect(Markup(svg.replacing(" role=", with: " role='none' role=")).repeatedAttributes == ["<svg role>"])
    }

    @Test func theIdsOfAnSVGFollowFromTheDrawingAlone() throws {
        let list = try list()
        let first = try CairoCanvas().svg(list)
        _ = try CairoCanvas().svg(CairoCanvas().displayList(DemoCharts.minimum))
        #expect(try CairoCanvas().svg(list) == first)
    }

    @Test func anSVGHasEachLabelAsTextInItsPlaceThatIsNotPainted() throws {
        let list = try list()
        let text = String(decoding: try CairoCanvas().svg(list), as: UTF8.self)
        let layer = try #require(text.split(separator: "<g fill=\"none\" stroke=\"none\"").last)
        let labels = layer.matches(of: #/<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]*)<\/text>/#)
        #expect(labels.count == list.labels.count && labels.count > 10)
        for (label, run) in zip(labels, list.labels) {
            #expect(abs((Double(label.output.1) ?? .nan) - run.origin.x) < 0.006)
            #expect(abs((Double(label.output.2) ?? .nan) - run.origin.y) < 0.006)
            #expect(label.output.3.replacing("&lt;", with: "<").replacing("&gt;", with: ">") == run.text)
        }
        #expect(layer.contains("rotate(-90 "))
        #expect(layer.contains("textLength="))
    }

    @Test func anSVGIsWellFormed() throws {
        var list = try list()
        list.title = "a < b & \"c\""
        let parser = XMLCheck()
        #expect(parser.accepts(try CairoCanvas().svg(list)))
        #expect(!parser.accepts(Array("<svg><text></svg>".utf8)))
    }

    @Test(arguments: [(72, 2835), (300, 11811), (600, 23622)])
    func aPNGStatesItsDensity(dotsPerInch: Int, perMetre: UInt32) throws {
        let canvas = try CairoCanvas()
        let list = DisplayList(width: 36, height: 18, title: "", items: [])
        let bytes = try canvas.png(list, dotsPerInch: dotsPerInch)
        func number(_ start: Int) -> UInt32 { bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        #expect(number(16) == UInt32(dotsPerInch / 2) && number(20) == UInt32(dotsPerInch / 4))
        #expect(number(33) == 9 && bytes[37..<41].elementsEqual("pHYs".utf8))
        #expect(number(41) == perMetre && number(45) == perMetre && bytes[49] == 1)
        // The checksum of 300 dpi, computed once with zlib.
        if dotsPerInch == 300 { #expect(number(50) == 0x78a5_3f76) }
        let plain = try canvas.png(list, scale: Double(dotsPerInch) / 72)
        #expect(bytes.count == plain.count + 21 && Array(bytes[54...]) == Array(plain[33...]))
    }
}

/// Checks that the elements of a document close in the order in which they open.
private struct XMLCheck {
    func accepts(_ bytes: [UInt8]) -> Bool {
        var open: [Substring] = []
        let text = String(decoding: bytes, as: UTF8.self)
        for tag in text.matches(of: #/<([!?\/]?)([^\s<>\/]+)((?:[^<>"]|"[^"<]*")*?)(\/?)>/#) {
            switch tag.output.1 {
            case "/": guard open.popLast() == tag.output.2 else { return false }
            case "": if tag.output.4.isEmpty { open.append(tag.output.2) }
            default: break
            }
        }
        let stray = text.replacing(#/&(amp|lt|gt|quot);/#, with: "").contains("&")
        return open.isEmpty && !stray
    }
}
