import CairoCanvas
import Foundation
import Plotting
import TestSupport
import Testing

@testable import Manuscript

/// A headless browser of this machine; nil where there is none.
enum Browser {
    static let executable: URL? = ["chromium", "chromium-browser", "google-chrome"]
        .map { URL(filePath: "/usr/bin/\($0)") }.first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// The document after its scripts ran, as HTML.
    static func document(of page: String, width: Int = 1200) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, output) = (folder.appending(path: "page.html"), folder.appending(path: "output"))
        try Data(page.utf8).write(to: file)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = executable
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--window-size=\(width),900",
            "--user-data-dir=\(folder.appending(path: "profile").path)", "--dump-dom", file.absoluteString,
        ]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }
}

@Suite("The diff's report")
struct DiffReportTests {
    static let attack = "</text><script>document.title='attacked'</script>"

    private static func page(
        _ new: SmallPaper = SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.2))),
        from old: SmallPaper = SmallPaper(), canvas: CairoCanvas? = SmallPaper.canvas
    ) throws -> String {
        let (before, after) = (try old.snapshot("old"), try new.snapshot("new"))
        let difference = try PaperDifference.between(before, after, layout: SmallPaper.layout)
        return DiffReport(difference, old: before, new: after, canvas: canvas).html()
    }

    @Test("has both drawings with ids of their own, and every reference finds its own")
    func uniqueIDs() throws {
        let markup = Markup(try Self.page())
        #expect(markup.problems == [])
        #expect(markup.ids.count > 20)
        // Before, after, what changed, and along x: each told by its title and its labels.
        #expect(markup.references.count { $0.by == "<svg aria-labelledby>" } == 8)
    }

    @Test("tells each drawing by the figure's name and what it shows of it")
    func pictureTitles() throws {
        let titles = try Self.page().matches(of: #/<title id="[^"]*">([^<]*)</#).map { String($0.output.1) }
        #expect(
            titles == [
                "spectrum, before", "spectrum, after", "spectrum, what changed in colour",
                "spectrum, relative change along x",
            ])
    }

    @Test("shows names and labels literally, whatever they hold")
    func escaping() throws {
        var chart = SmallPaper.chart(SmallPaper.line(Self.attack, times: 2))
        chart.title = Self.attack
        var paper = SmallPaper(chart)
        paper.lock =
            #""claims": {"<script>alert(1)</script>": "differs"}, "quantities": {"<b onclick='x'>": {"value": 1, "unit": "<i>", "text": "<u>"}}"#
        let page = try Self.page(paper)
        #expect(page.matches(of: #/<script/#).count == 1)
        #expect(!page.contains("<b onclick") && !page.contains("<i>") && !page.contains("<u>"))
        #expect(page.contains("&lt;/text&gt;&lt;script&gt;"))
    }

    @Test("needs nothing from elsewhere, and lets no other script run")
    func selfContained() throws {
        let page = try Self.page()
        let links = page.matches(of: #/(?:src|href)="([^"]*)"/#).map { String($0.output.1) }
        #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("data:") })
        #expect(page.contains("default-src 'none'") && page.contains("script-src 'sha256-"))
    }

    @Test("is the same page for the same papers")
    func deterministic() throws {
        #expect(try Self.page() == Self.page())
    }

    @Test("tells verdicts first, then figures with what changed, then numbers with their errors")
    func order() throws {
        var (old, new) = (SmallPaper(), SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.2))))
        old.lock =
            #""quantities": {"events": {"value": 600, "error": 0.5, "unit": "events", "text": "600"}}, "claims": {"light": "reproduced"}"#
        new.lock =
            #""quantities": {"events": {"value": 610, "error": 0.5, "unit": "events", "text": "610"}}, "claims": {"light": "differs"}"#
        let page = try Self.page(new, from: old)
        let places = [
            "1 of 1</b>verdicts changed", "<h2>Verdicts</h2>", "<h2>Figures</h2>", "marks.[light].y",
            "<h2>Numbers of the text</h2>", "600.00 ± 0.50 events", "610.00 ± 0.50 events", "14 σ",
        ]
        .map { page.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test("shows how much each curve changed along x, where it is given at the same points")
    func residuals() throws {
        func residual(_ new: Chart) throws -> Chart? {
            let (old, paper) = (SmallPaper(), SmallPaper(new))
            let documents = try [old, paper].map { try #require(try $0.snapshot("").json("spectrum.json")) }
            return ResidualChart.chart(of: documents[0], documents[1], changes: try paper.figure(from: old).changes)
        }
        var line = SmallPaper.line("light")
        for index in line.y.indices { line.y[index] *= 1 + 0.001 * line.x[index] }
        let chart = try #require(try residual(SmallPaper.chart(line)))
        let series = try #require(chart.series.first { $0.id == "light" })
        let (x, y) = (series.columns[0].values, series.columns[1].values)
        #expect(zip(x, y).allSatisfy { abs($1 - 0.1 * $0) < 1e-9 } && x.count == 50)
        #expect(try Self.page(SmallPaper(SmallPaper.chart(line))).contains("Relative change along x"))
        #expect(try residual(SmallPaper.chart(SmallPaper.line("light", x: [1, 2, 3]))) == nil)
        #expect(try residual(SmallPaper.chart()) == nil)
    }

    @Test("shows stored drawings as images where charts cannot be drawn")
    func storedDrawings() throws {
        var (old, new) = (SmallPaper(), SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.2))))
        old.svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>bad()</script></svg>"
        new.svg = old.svg
        let page = try Self.page(new, from: old, canvas: nil)
        #expect(page.matches(of: #/<img alt="spectrum, (before|after)" src="data:image\/svg\+xml;base64,/#).count == 2)
        #expect(!page.contains("bad()"))
    }

    @Test(
        "moves its slider in a browser, at the width of a desktop and of a phone",
        .enabled(if: Browser.executable != nil, "no browser is installed"), arguments: [1200, 400])
    func slider(_ width: Int) throws {
        // The page's policy would not run the test's script.
        let page = try Self.page().replacing(#/<meta http-equiv[^>]*>/#, with: "").replacing(
            "</body>",
            with: """
                <script>
                const viewer = document.querySelector('.viewer');
                viewer.querySelector('[value=slider]').click();
                const range = viewer.querySelector('input[type=range]');
                range.focus(); range.value = 30; range.dispatchEvent(new Event('input'));
                const paper = getComputedStyle(viewer.querySelector('.after .paper')).clipPath;
                const before = viewer.querySelector('.before').getBoundingClientRect();
                const after = viewer.querySelector('.after').getBoundingClientRect();
                const glyphs = [...viewer.querySelectorAll('use')].filter(use => use.getBBox().width > 0).length;
                document.body.setAttribute('data-found', [paper, before.left == after.left && before.top == after.top,
                  document.activeElement == range, range.getAttribute('aria-valuetext'), glyphs > 20,
                  document.documentElement.scrollWidth <= innerWidth].join('|'));
                </script></body>
                """)
        let document = try Browser.document(of: page, width: width)
        let found = document.firstMatch(of: #/data-found="([^"]*)"/#)?.output.1
        #expect(
            found == "inset(0px 0px 0px 30%)|true|true|30 % before, 70 % after|true|true", "\(document.suffix(300))")
    }

    @Test(
        "runs its own script under its own policy, and no injected one",
        .enabled(if: Browser.executable != nil, "no browser is installed"))
    func policy() throws {
        let page = try Self.page().replacing("</body>", with: "<script>document.body.id='injected'</script></body>")
        let document = try Browser.document(of: page)
        #expect(document.contains(#"aria-valuetext="50 % before, 50 % after""#))
        #expect(!document.contains(#"id="injected""#))
    }
}
