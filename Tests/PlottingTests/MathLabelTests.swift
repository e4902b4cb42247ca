import Plotting
import Testing

@Suite struct MathLabelTests {
    private func set(_ label: String) throws -> MathLabelBox {
        try MathLabel.layout(label, size: 10, metrics: font())
    }

    private func failure(_ label: String) -> PlottingError? {
        do {
            _ = try set(label)
            return nil
        } catch {
            return error as? PlottingError
        }
    }

    @Test func anUnknownCommandIsNamedWithItsLabelAndANearOne() throws {
        let error = try #require(failure(#"$\thetta_\mu$ [mrad]"#))
        #expect(error == .unknownCommand(command: "thetta", label: #"$\thetta_\mu$ [mrad]"#, suggestion: "theta"))
        #expect(error.description.contains(#"\thetta"#) && error.description.contains(#"did you mean \theta?"#))
    }

    @Test func aMissingGlyphIsNamedWithItsLabel() throws {
        let error = try #require(failure("Zürich 東"))
        #expect(error.description.contains("東") && error.description.contains("U+6771"))
        #expect(error.description.contains("\"Zürich 東\""))
        #expect(error.description.contains("latinmodern-math.otf"))
    }

    @Test(arguments: [
        "$x", "$x^$", "$x^2^3$", "$x_1_2$", "$}$", "${x$", #"$\frac{1}$"#, #"$\left( x$"#, "$x$ and \\", "x^2", "x_2",
        #"\mu"#, #"$\mathrm{x$"#,
    ])
    func aMalformedLabelIsAnError(label: String) throws {
        let error = try #require(failure(label))
        guard case .malformedLabel(let named, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(named == label)
    }

    @Test func randomLabelsEitherSetOrFailButNeverTrap() throws {
        let font = try font()
        let pieces = [
            "$", "x", "{", "}", "^", "_", "'", "\\frac", "\\sqrt", "\\mu", " ", "\\left(", "\\right)", "\\mathrm", "2",
            "+", "-", "\\text", "~", "\\", "\\hat", "\\,", "=",
        ]
        var random = FixedRandom(seed: 17)
        for _ in 0..<3000 {
            let label = (0..<Int.random(in: 0...10, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            if let box = try? MathLabel.layout(label, size: 10, metrics: font) {
                #expect(box.width.isFinite && box.height.isFinite, "\(label)")
            }
        }
    }

    @Test func scriptsAreSmallerByTheFontsOwnFactor() throws {
        let font = try font()
        let sizes = try set("$m_{Z'}$").glyphs.map(\.size)
        #expect(sizes[0] == 10)
        #expect(sizes[1] == 10 * font.constant(.scriptPercentScaleDown))
        #expect(sizes[2] == 10 * font.constant(.scriptScriptPercentScaleDown))
    }

    @Test func superscriptsRiseAndSubscriptsFall() throws {
        let raised = try set("$x^2$").glyphs[1]
        let lowered = try set("$x_2$").glyphs[1]
        #expect(raised.y > 3 && raised.y < 5)
        #expect(lowered.y < -1 && lowered.y > -3)
    }

    @Test func aSubscriptMovesUnderTheOverhangOfAnItalicLetter() throws {
        // With both scripts the upper one is further right by the italic correction.
        let glyphs = try set("$E_e^e$").glyphs
        #expect(glyphs[1].x > glyphs[2].x)
    }

    @Test func relationsAndOperatorsHaveTeXSpaces() throws {
        let font = try font()
        func gap(_ label: String) throws -> Double {
            let box = try MathLabel.layout(label, size: 18, metrics: font)
            return box.glyphs[1].x - font.box(of: box.glyphs[0].id).advance * 18
        }
        #expect((try gap("$1=1$") - 5).magnitude < 1e-9)
        #expect((try gap("$1+1$") - 4).magnitude < 1e-9)
        #expect((try gap("$1,1$")).magnitude < 1e-9)
        #expect((try gap("$(-1$")).magnitude < 1e-9)
    }

    @Test func aSignBeforeANumberIsNotSpaced() throws {
        let font = try font()
        for (label, index) in [("$-1$", 0), ("$=-1$", 1), ("$1+-1$", 2), ("$(-1)$", 1)] {
            let glyphs = try set(label).glyphs
            let end = glyphs[index].x + 10 * font.box(of: glyphs[index].id).advance
            #expect((glyphs[index + 1].x - end).magnitude < 1e-9, "\(label)")
        }
    }

    @Test func lettersAreItalicInFormulasAndUprightOutside() throws {
        #expect(try set("$x$").glyphs[0].id != set("x").glyphs[0].id)
        #expect(try set(#"$\mathrm{x}$"#).glyphs[0].id == set("x").glyphs[0].id)
        #expect(try set(#"$\text{x}$"#).glyphs[0].id == set("x").glyphs[0].id)
    }

    @Test func rootsCoverTheirContentWithABar() throws {
        let box = try set(#"$\sqrt{s}$"#)
        let bar = try #require(box.bars.first)
        let content = box.glyphs[1]
        #expect(bar.x <= content.x + 1e-9 && bar.x + bar.width >= content.x + 4)
        #expect(bar.y > 4.3)
    }

    @Test func rootsGrowWithTheirContent() throws {
        #expect(try set(#"$\sqrt{s}$"#).glyphs[0].id != set(#"$\sqrt{\frac{a}{b}}$"#).glyphs[0].id)
    }

    @Test func fractionsStackAboutTheAxis() throws {
        let font = try font()
        let box = try set(#"$\frac{a}{b}$"#)
        let bar = try #require(box.bars.first)
        #expect((bar.y + bar.height / 2 - 10 * font.constant(.axisHeight)).magnitude < 1e-9)
        #expect(box.glyphs[0].y > bar.y && box.glyphs[1].y < bar.y)
    }

    @Test func plainTextKeepsTheMeaning() {
        #expect(MathLabel.plainText(#"$m_{Z'}$ [MeV]"#) == "m_Z′ [MeV]")
        #expect(MathLabel.plainText(#"$10^{-3}$"#) == "10^−3")
        #expect(MathLabel.plainText(#"$\theta_\mu > 1.5$ mrad"#) == "θ_μ > 1.5 mrad")
    }
}
