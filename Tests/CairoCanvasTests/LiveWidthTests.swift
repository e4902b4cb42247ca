import CairoCanvas
import Foundation
import Plotting
import Testing

/// Labels measured by the LaTeX of this machine, in one run.
enum LaTeXWidths {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdflatex")

    /// Widths in TeX's points at 10 pt, with Latin Modern and amsmath, in the order of the labels.
    static func measure(_ labels: [String]) throws -> [Double] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "widths-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = try labels.map { "\\sbox0{\(try MathLabel.latex($0))}\\typeout{WIDTH \\the\\wd0}" }
        let document = """
            \\documentclass[10pt]{article}
            \\usepackage[T1]{fontenc}
            \\usepackage{lmodern,amsmath,amssymb}
            \\begin{document}
            \(lines.joined(separator: "\n"))
            \\end{document}
            """
        try Data(document.utf8).write(to: folder.appending(path: "widths.tex"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdflatex")
        process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "widths.tex"]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let log = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return log.matches(of: #/WIDTH ([\d.]+)pt/#).compactMap { Double($0.output.1) }
    }
}

@Suite struct LiveWidthTests {
    /// Everything that the subset has.
    static let labels = [
        #"$\hat s$, $\bar\nu$, $\tilde\chi$, $\vec p$, $\dot x$"#, #"$\hat{s}_{ab}$"#, #"$\overline{MS}$"#,
        #"$\frac{d\sigma}{dE}$"#, #"$\frac{1}{2}$"#, #"$\sqrt{s}$"#, #"$\sqrt{x^2+y^2}$"#, #"$f'$"#, #"$f''(x)$"#,
        #"$Z'_\mu$"#,
        #"$\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta$"#, #"$\kappa\lambda\mu\nu\xi\pi\rho\sigma\tau$"#,
        #"$\phi\varphi\chi\psi\omega\Gamma\Delta\Theta\Lambda$"#, #"$\Xi\Pi\Sigma\Upsilon\Phi\Psi\Omega$"#,
        #"$\mathrm{GeV}$"#, #"$\text{a few words}$"#, #"$\mathbf{p}$"#, #"$N_{\text{sig}}$"#,
        #"$x_{\mathrm{max}}^{\min}$"#,
        #"$\log x$"#, #"$\sin\theta$"#, #"$\cos^2\theta$"#, #"$\exp(-x)$"#, #"$\ln 2$"#, #"$\Re z, \Im z$"#,
        #"$\arctan x\tanh y$"#, #"$\max_i x_i$"#,
        #"$a\,b\;c\quad d\!e\:f$"#, #"$(a)[b]\{c\}|d|\langle e\rangle$"#,
        #"$a+b-c\times d\pm e\cdot f$"#, #"$a=b<c>d\leq e\geq f\ll g\gg h$"#, #"$\sim\simeq\approx\propto\equiv\neq$"#,
        #"$a\to b\leftrightarrow c$"#, #"$10^{-3}$"#, #"$10^{+5}$"#, #"$x^{a+b=c}$"#, #"$E_{>5}$"#, #"$\mu^+\mu^-$"#,
        #"$e^{-x^{2}}$"#, #"$\infty$, $\partial$, $\nabla$, $\hbar$, $\ell$"#, #"$\sum_i x_i$"#, #"$\int f$"#,
        #"$A_{(i)}$"#, #"$g_{\mu\nu}g^{\mu\nu}$"#, "Text, with -- dashes; and fi ffl", #"$1.5\times10^{-12}$"#,
    ]

    @Test(.enabled(if: LaTeXWidths.isThere))
    func everyLabelOfThePaperIsAsWideAsInLaTeX() throws {
        let figures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "figures")
        let names = try FileManager.default.contentsOfDirectory(atPath: figures.path).filter { $0.hasSuffix(".json") }
        let font = try MathFont(path: try MathFont.locate())
        var labels: Set<String> = []
        for name in names {
            let figure = try graphic(json: Array(Data(contentsOf: figures.appending(path: name))))
            labels.formUnion(try figure.displayList(metrics: font).labels.compactMap { $0.setting?.label })
        }
        #expect(labels.count > 25)
        let sorted = labels.sorted()
        for (label, width) in zip(sorted, try LaTeXWidths.measure(sorted)) {
            let ours = try MathLabel.layout(label, size: 10, metrics: font).width
            // 2 %, or what nobody sees: a letter by itself lacks its italic correction.
            #expect(
                (ours / width - 1).magnitude < 0.02 || (ours - width).magnitude < 0.15,
                "\(label): \(ours) against \(width)")
        }
    }

    @Test(.enabled(if: LaTeXWidths.isThere))
    func everythingOfTheSubsetIsAsWideAsInLaTeX() throws {
        let font = try MathFont(path: try MathFont.locate())
        let widths = try LaTeXWidths.measure(Self.labels)
        #expect(widths.count == Self.labels.count)
        for (label, width) in zip(Self.labels, widths) {
            let ours = try MathLabel.layout(label, size: 10, metrics: font).width
            #expect(
                (ours / width - 1).magnitude < 0.02, "\(label): \(ours) against \(width), \(100 * (ours / width - 1)) %"
            )
        }
    }
}
