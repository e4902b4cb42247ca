import CairoCanvas
import Plotting
import Testing

/// Widths in points at 10 pt, measured once with pdfTeX, Latin Modern and amsmath (`\the\wd` of an `\sbox`).
private let widthsInLaTeX: [(label: String, width: Double)] = [
    (#"$m_{Z'}$ [MeV]"#, 47.0909),
    (#"$g_{Z'}$"#, 13.9134),
    (#"$\theta_{\mu,\mathrm{th}}$ [mrad]"#, 51.6674),
    (#"$\theta_\mu^{\mathrm{th}}$ [mrad]"#, 44.7079),
    (#"$E_e^{\mathrm{min}}$ [GeV]"#, 49.5555),
    (#"$E_{e\gamma}^{\mathrm{min}}$ [GeV]"#, 49.5555),
    (#"$\mathrm{d}N/\mathrm{d}E_e$ [GeV$^{-1}$]"#, 74.6617),
    (#"$N_{\mathrm{sig}}=10^3$"#, 45.7954),
    (#"$(g-2)_\mu$, $2\sigma$"#, 52.6749),
    (#"MUonE, 15 fb$^{-1}$"#, 72.8194),
    (#"$\mu e\to\mu e Z'$"#, 47.2662),
    (#"$(m_{Z'},g_{Z'})=(100~\mathrm{MeV},10^{-3})$"#, 129.041),
    (#"NA64$\mu$ (projection)"#, 86.0535),
    (#"Borexino"#, 39.0554),
    (#"$\theta_\gamma\lesssim 6$ mrad"#, 54.2972),
    (#"$N_\mathrm{sig}\simeq 600$"#, 46.3092),
    (#"$\sqrt{s}=406$ MeV"#, 64.9657),
    (#"$\frac{1}{2}$"#, 6.38599),
    (#"$\bar\nu_\mu$, $\hat{s}$"#, 21.1007),
    (#"$L_\mu-L_\tau$"#, 36.1925),
    (#"CHARM-II"#, 49.5831),
    (#"$\nu$ trident (CCFR)"#, 78.1042),
    (#"$Z'\to\nu\bar{\nu}$"#, 37.0554),
    (#"$\Delta\chi^2=2.71$"#, 50.1871),
    (#"BABAR $4\mu$"#, 50.8858),
    (#"$1.5\ \mathrm{mrad}<\theta_\mu$"#, 62.3063),
    (#"$E_\mu=150\,\text{GeV}$"#, 61.7024),
    (#"$\sqrt{\frac{a}{b}}$"#, 16.7377),
    (#"$\log_{10} x$"#, 28.7594),
    (#"$10^{-3}$"#, 20.736),
    ("$f'$", 8.77782),
]

@Suite struct LabelWidthTests {
    @Test(arguments: widthsInLaTeX)
    func labelsAreAsWideAsInLaTeX(label: String, width: Double) throws {
        let box = try MathLabel.layout(label, size: 10, metrics: try MathFont(path: try MathFont.locate()))
        #expect((box.width / width - 1).magnitude < 0.02, "\(box.width) against \(width)")
    }

    /// Where the glyphs themselves differ from those of pdfTeX: another calligraphic M, narrower tall parentheses, a
    /// narrower bar in scripts.
    @Test(arguments: [
        (#"$|\mathcal{M}|^2$"#, 22.0506, -0.0208), (#"$\left(\frac{a}{b}\right)$"#, 15.9044, -0.0455),
        (#"$p_{|z|}$"#, 14.3889, -0.0366),
    ])
    func knownDifferencesOfTheFontsStayWhatTheyAre(label: String, width: Double, difference: Double) throws {
        let box = try MathLabel.layout(label, size: 10, metrics: try MathFont(path: try MathFont.locate()))
        #expect((box.width / width - 1 - difference).magnitude < 0.001, "\(box.width) against \(width)")
    }

    @Test func widthsScaleWithTheSize() throws {
        let font = try MathFont(path: try MathFont.locate())
        let small = try MathLabel.layout(#"$m_{Z'}$ [MeV]"#, size: 7, metrics: font)
        let large = try MathLabel.layout(#"$m_{Z'}$ [MeV]"#, size: 14, metrics: font)
        #expect((large.width - 2 * small.width).magnitude < 1e-9)
    }
}
