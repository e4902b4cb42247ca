import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite struct CanvasErrorTests {
    private func failure(_ body: () throws -> Void) -> CanvasError? {
        do {
            try body()
            return nil
        } catch {
            return error as? CanvasError
        }
    }

    @Test func aMissingFontNamesItsPathAndTheDebianPackage() throws {
        let missing = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)/font.otf").path
        let error = try #require(failure { _ = try CairoCanvas(fontPath: missing) })
        #expect(error == .fontNotFound(searched: [missing]))
        #expect(error.description.contains(missing))
        #expect(error.description.contains("fonts-lmodern"))
    }

    @Test func aKnownFontIsFoundByItsName() throws {
        #expect(try MathFont.locate("latin-modern") == MathFont.locate())
        #expect(KnownMathFont.all.map(\.name) == ["latin-modern", "stix"])
    }

    @Test func aMistypedFontNamesThoseThatAreKnown() throws {
        let error = try #require(failure { _ = try CairoCanvas(fontPath: "stixx") })
        #expect(error.description.contains("stixx"))
        #expect(error.description.contains("'stix' (Debian package fonts-stix)"))
    }

    @Test func aKnownFontThatIsNotInstalledNamesItsPackage() {
        let error = CanvasError.namedFontNotFound(name: "stix", package: "fonts-stix", searched: ["/a.otf"])
        #expect(error.description.contains("'stix'") && error.description.contains("apt-get install fonts-stix"))
        #expect(error.description.contains("/a.otf"))
    }

    @Test func aFileThatIsNoFontIsNamed() throws {
        let error = try #require(failure { _ = try MathFont(path: "/etc/passwd") })
        guard case .fontUnreadable(let path, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(path == "/etc/passwd")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: CanvasErrorTests.textFont)))
    func aFontWithoutMathematicsIsNamed() throws {
        let error = failure { _ = try MathFont(path: CanvasErrorTests.textFont) }
        #expect(error == .fontWithoutMath(path: CanvasErrorTests.textFont))
    }

    static let textFont = "/usr/share/texmf/fonts/opentype/public/lm/lmroman10-regular.otf"

    @Test(arguments: [Double.nan, 1e7, -.infinity])
    func coordinatesThatCairoWouldWrapAreRefused(value: Double) throws {
        let line = DisplayList.Item.stroke(
            .init(
                paths: [.init([PagePoint(0, 0), PagePoint(value, 5)])], colour: .black, width: 1, dash: [],
                isRoundCapped: false, source: "wild"))
        let list = DisplayList(width: 100, height: 50, title: "", items: [line])
        let error = try #require(failure { _ = try CairoCanvas().pdf(list) })
        guard case .badCoordinate(let source, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(source == "wild")
    }

    @Test(arguments: [(0.0, 10.0), (10, -1), (.nan, 10), (20000, 10)])
    func impossiblePagesAreRefused(width: Double, height: Double) throws {
        let list = DisplayList(width: width, height: height, title: "", items: [])
        let canvas = try CairoCanvas()
        for error in [
            failure { _ = try canvas.pdf(list) }, failure { _ = try canvas.svg(list) },
            failure { _ = try canvas.png(list, scale: 1) },
        ] {
            guard case .badPage? = error else {
                Issue.record("a page of \(width) × \(height) was drawn")
                continue
            }
        }
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1e6])
    func impossibleScalesAreRefused(scale: Double) throws {
        let list = DisplayList(width: 100, height: 50, title: "", items: [])
        guard case .badScale? = failure({ _ = try CairoCanvas().png(list, scale: scale) }) else {
            Issue.record("an image at \(scale) was drawn")
            return
        }
    }

    @Test func aMalformedDateIsRefused() throws {
        var canvas = try CairoCanvas()
        canvas.creationDate = "yesterday"
        let list = DisplayList(width: 100, height: 50, title: "", items: [])
        #expect(failure { _ = try canvas.pdf(list) } == .badCreationDate("yesterday"))
    }

    @Test func aDashThatCairoRejectsIsAnErrorOfThisDrawing() throws {
        let line = DisplayList.Item.stroke(
            .init(
                paths: [.init([PagePoint(0, 0), PagePoint(10, 5)])], colour: .black, width: 1, dash: [-1],
                isRoundCapped: false, source: "dashed"))
        let list = DisplayList(width: 100, height: 50, title: "", items: [line])
        let error = try #require(failure { _ = try CairoCanvas().pdf(list) })
        #expect(error.description.contains("dashed"))
    }
}
