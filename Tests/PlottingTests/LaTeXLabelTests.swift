import Plotting
import Testing

@Suite struct LaTeXLabelTests {
    @Test(arguments: [
        #"$m_{Z'}$ [MeV]"#, #"$\theta_{\mu,\mathrm{th}}$ [mrad]"#, #"$(m_{Z'},g_{Z'})=(100~\mathrm{MeV},10^{-3})$"#,
        #"\text{a} $\left(\frac{a}{b}\right)$ 5\% \,"#,
    ])
    func aLabelIsWhatWasWritten(label: String) throws {
        #expect(try MathLabel.latex(label) == label)
    }

    @Test(arguments: [
        ("95% CL & #1", ##"95\% CL \& \#1"##), ("a < b", #"a \ensuremath{<} b"#), ("$a < b$", "$a < b$"),
        (#"\mathrm{mrad}"#, #"\textrm{mrad}"#), (#"$90\degree$"#, #"$90{}^{\circ}$"#), ("$a≤b$", #"$a\le b$"#),
        ("4μ", #"4\ensuremath{\mu}"#), ("−5", #"\ensuremath{-}5"#), (#"$\text{50%}$"#, #"$\text{50\%}$"#),
        (#"$\Re z$"#, #"$\operatorname{Re} z$"#), ("20–30°", #"20--30\ensuremath{{}^{\circ}}"#),
    ])
    func whatLaTeXReadsDifferentlyIsTranslated(label: String, latex: String) throws {
        #expect(try MathLabel.latex(label) == latex)
    }

    @Test func aCharacterWithoutACommandIsNamed() {
        #expect {
            try MathLabel.latex("a ☃")
        } throws: { error in
            "\(error)".contains("☃") && "\(error)".contains("U+2603") && "\(error)".contains("a ☃")
        }
    }
}
