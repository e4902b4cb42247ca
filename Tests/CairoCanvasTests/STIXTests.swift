import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite struct STIXTests {
    static let isThere = (try? MathFont.locate("stix")) != nil

    @Test(.enabled(if: isThere))
    func theWholeSubsetIsSet() throws {
        let font = try MathFont(path: try MathFont.locate("stix"))
        for label in LiveWidthTests.labels {
            let box = try MathLabel.layout(label, size: 10, metrics: font)
            #expect(box.width > 3 && box.height > 1 && !box.glyphs.isEmpty, "\(label)")
        }
    }

    @Test(.enabled(if: isThere))
    func aFigureHasThisFontAndOnlyThis() throws {
        let canvas = try CairoCanvas(fontPath: "stix")
        let text = String(decoding: try canvas.pdf(canvas.displayList(DemoCharts.reach)), as: UTF8.self)
        #expect(text.contains("+STIXMath") && !text.contains("LatinModern"))
    }

    /// Its design has no variants for scripts, so that its scripts are shrunk less and nothing is padded.
    @Test(.enabled(if: isThere))
    func scriptsHaveTheSizeThatTheFontAsksFor() throws {
        let font = try MathFont(path: try MathFont.locate("stix"))
        let box = try MathLabel.layout("$10^{-3}$", size: 10, metrics: font)
        let minus = try #require(font.glyph(for: "−", scriptLevel: 1))
        let glyphs = box.glyphs
        #expect(glyphs[2].size == 10 * font.constant(.scriptPercentScaleDown))
        #expect(abs(glyphs[3].x - glyphs[2].x - font.box(of: minus).advance * glyphs[2].size) < 1e-9)
    }

    /// Its prime is drawn raised: as a superscript of its own size it would be a speck above the letter.
    @Test(.enabled(if: isThere))
    func aPrimeStandsBesideItsLetter() throws {
        let font = try MathFont(path: try MathFont.locate("stix"))
        let box = try MathLabel.layout("$Z'$", size: 10, metrics: font)
        let prime = box.glyphs[1]
        let top = prime.y + font.box(of: prime.id).height * prime.size
        #expect(prime.size == 10 && top < 8 && top > 5.5)
        let double = try MathLabel.layout("$Z''_e$", size: 10, metrics: font)
        #expect(double.glyphs.count == 4 && double.glyphs[1].y == 0 && double.glyphs[2].x > double.glyphs[1].x + 2)
    }

    @Test(.enabled(if: isThere))
    func aMissingGlyphNamesThisFontTheCharacterAndTheLabel() throws {
        let font = try MathFont(path: try MathFont.locate("stix"))
        #expect {
            try MathLabel.layout("$x_{東}$ [m]", size: 10, metrics: font)
        } throws: { error in
            let text = "\(error)"
            return ["STIXMath-Regular.otf", "U+6771", "$x_{東}$ [m]"].allSatisfy(text.contains)
        }
    }
}
