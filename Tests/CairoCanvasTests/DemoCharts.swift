import Foundation
import Plotting

/// Charts like those of the paper, from rough closed forms: only their looks matter.
enum DemoCharts {
    static func logSpaced(_ from: Double, _ to: Double, _ count: Int) -> [Double] {
        (0..<count).map { from * pow(to / from, Double($0) / Double(count - 1)) }
    }

    static let muonMass = 0.1056583755
    static let electronMass = 0.00051099895

    /// Muon angle (mrad) of elastic scattering at 150 GeV for an electron energy in GeV.
    static func elasticAngle(_ energy: Double) -> Double {
        let beam = 150.0
        let recoil = energy - electronMass
        let out = beam - recoil
        let t = -2 * electronMass * recoil
        let p = (beam * beam - muonMass * muonMass).squareRoot()
        let q = (out * out - muonMass * muonMass).squareRoot()
        let cosine = (t - 2 * muonMass * muonMass + 2 * beam * out) / (2 * p * q)
        return 1000 * acos(min(1, cosine))
    }

    static var minimum: Chart {
        let energies = logSpaced(0.02, 69, 400)
        let angles = energies.map(elasticAngle)
        let end = angles.firstIndex(of: angles.max() ?? 0) ?? angles.count - 1
        return Chart(
            "Smallest electron energy of elastic scattering against the muon angle cut",
            x: .linear(#"$\theta_{\mu,\mathrm{th}}$ [mrad]"#, 0...5), y: .log(#"$E_e^{\mathrm{min}}$ [GeV]"#, 0.3...100)
        ) {
            ShadedRange("selected", .y, from: 1, to: 25, role: .signal, label: #"$1 < E_e < 25$ GeV"#)
            Line(
                "elastic", x: Array(angles[...end]), y: Array(energies[...end]), role: .projection,
                label: #"elastic, $E_\mu = 150$ GeV"#)
            Line(
                "lower beam", x: angles[...end].map { $0 * 1.05 }, y: energies[...end].map { $0 * 0.7 },
                role: .alternative, label: #"elastic, $E_\mu = 105$ GeV"#)
            Rule("angle cut", x: 1.5, sideLabel: SideLabel(#"$\theta_\mu > 1.5$ mrad"#, .after, at: 0.15))
            Rule("energy cut", y: 25, sideLabel: SideLabel(#"$E_e < 25$ GeV"#, .after, at: 0.8))
        }
    }

    static var spectrum: Chart {
        let edges = (0...60).map { 0.25 + Double($0) * 0.65 }
        func counts(_ scale: Double, _ slope: Double) -> [Double] {
            zip(edges, edges.dropFirst()).map { low, high in
                let energy = (low + high) / 2
                return scale * exp(-energy / slope) * (1 - exp(-energy / 1.2))
            }
        }
        let light = counts(120, 7)
        let heavy = counts(300, 4.5)
        let smooth = (0..<300).map { 0.25 + Double($0) * 0.13 }
        return Chart(
            "Electron energy spectra of the signal",
            x: .linear("$E_e$ [GeV]", 0...35), y: .log(#"$\mathrm{d}N/\mathrm{d}E_e$ [GeV$^{-1}$]"#, 0.03...1000)
        ) {
            ShadedRange("below", .x, to: 1, label: "removed by the cut")
            ShadedRange("above", .x, from: 25)
            Steps(
                "light", edges: edges, values: light, role: .signal,
                label: #"$m_{Z'} = 10$ MeV, $g_{Z'} = 5\times 10^{-4}$"#)
            Line(
                "heavy", x: smooth, y: smooth.map { 300 * exp(-$0 / 4.5) * (1 - exp(-$0 / 1.2)) }, role: .alternative,
                label: #"$m_{Z'} = 100$ MeV, $g_{Z'} = 10^{-3}$"#)
            Points(
                "data", x: stride(from: 2.0, to: 24, by: 4).map { $0 },
                y: stride(from: 2.0, to: 24, by: 4).map { 70 * exp(-$0 / 7) },
                yError: stride(from: 2.0, to: 24, by: 4).map { 9 * (70 * exp(-$0 / 7) / 9).squareRoot() },
                symbol: .circle, size: 3.5, role: .reference, label: "toy experiment")
            let _ = heavy
        }
    }

    static let masses = logSpaced(1, 300, 240)

    static func coupling(events: Double, _ mass: Double) -> Double {
        let shape = 2.4e9 * exp(-mass / 38) * pow(max(1e-9, 1 - mass / 300), 2) / (1 + mass / 20)
        return (events / max(shape, 1e-30)).squareRoot()
    }

    static func favoured(_ deviation: Double) -> [Double] {
        masses.map { mass in
            let ratio = mass / 1000 / muonMass
            return (8 * .pi * .pi * deviation * (1 + 1.5 * ratio * ratio)).squareRoot()
        }
    }

    static var contours: Chart {
        let levels: [(Double, String)] = [
            (1, "1"), (3, "3"), (10, "10"), (100, "$10^2$"), (1000, "$10^3$"), (10000, "$10^4$"),
        ]
        let anchorMasses: [Double: Double] = [1.0: 5, 3.0: 8, 10.0: 13, 100.0: 22, 1000.0: 36, 10000.0: 52]
        return Chart(
            "Signal events at MUonE", x: .log("$m_{Z'}$ [MeV]", 1...300), y: .log("$g_{Z'}$", 1e-5...1e-2),
            style: .revtexColumnTall
        ) {
            Band(
                "two sigma", x: masses, lower: favoured((251 - 118) * 1e-11), upper: favoured((251 + 118) * 1e-11),
                role: .favouredWide, label: #"$(g-2)_\mu$, $2\sigma$"#)
            Band(
                "one sigma", x: masses, lower: favoured((251 - 59) * 1e-11), upper: favoured((251 + 59) * 1e-11),
                role: .favoured, label: #"$(g-2)_\mu$, $1\sigma$"#)
            Region(
                "ccfr", x: masses, y: masses.map { 8.7e-4 * (1 + pow($0 / 120, 2)).squareRoot() }, openTowards: .top,
                inlineLabel: InlineLabel(#"$\nu$ trident (CCFR)"#, near: DataPoint(8, 1e-3), .above))
            Region(
                "borexino", x: logSpaced(2, 25, 30), y: logSpaced(2, 25, 30).map { 0.0618e-3 * $0 }, openTowards: .top,
                ink: .purple, hatch: .backward,
                inlineLabel: InlineLabel("Borexino", near: DataPoint(4, 2.5e-4), .above))
            ContourSet(
                "events",
                levels: levels.map { value, label in
                    ContourSet.Level(
                        value, pieces: [.init(x: masses, y: masses.map { coupling(events: value, $0) })], label: label,
                        anchors: [
                            DataPoint(anchorMasses[value] ?? 10, coupling(events: value, anchorMasses[value] ?? 10))
                        ], width: value == 3 ? 1.5 : nil)
                }, label: #"$N_{\mathrm{sig}}$"#)
            Points(
                "benchmarks", x: [10, 100], y: [5e-4, 1e-3], symbol: .star, size: 9, role: .alternative, ink: .red,
                label: "benchmarks")
        }
    }

    static var reach: Chart {
        Chart(
            "Reach of MUonE against existing limits", x: .log("$m_{Z'}$ [MeV]", 1...1000),
            y: .log("$g_{Z'}$", 1e-5...1e-1), style: .revtexColumnTall
        ) {
            Band(
                "two sigma", x: masses, lower: favoured((251 - 118) * 1e-11), upper: favoured((251 + 118) * 1e-11),
                role: .favouredWide, label: #"$(g-2)_\mu$, $2\sigma$"#)
            Region(
                "ccfr", x: logSpaced(1, 1000, 100),
                y: logSpaced(1, 1000, 100).map { 8.7e-4 * (1 + pow($0 / 120, 2)).squareRoot() },
                openTowards: .top, inlineLabel: InlineLabel("CCFR", near: DataPoint(6, 1e-3), .above))
            Line(
                "charm", x: logSpaced(1, 1000, 100),
                y: logSpaced(1, 1000, 100).map { 1.3e-3 * (1 + pow($0 / 100, 2)).squareRoot() },
                role: .background, inlineLabel: InlineLabel("CHARM-II", near: DataPoint(20, 1.5e-3)))
            Region(
                "babar", x: [219, 254, 352, 466, 617, 836, 1160],
                y: [1.06e-3, 9.4e-4, 1.1e-3, 1.15e-3, 1.37e-3, 1.58e-3, 1.85e-3], openTowards: .top, ink: .blue,
                isFilled: true, hatch: Hatch.none,
                inlineLabel: InlineLabel(#"BABAR $4\mu$"#, near: DataPoint(500, 1.2e-3), .below))
            Region(
                "borexino", x: logSpaced(2, 25, 30), y: logSpaced(2, 25, 30).map { 0.0618e-3 * $0 }, openTowards: .top,
                ink: .purple, hatch: .backward,
                inlineLabel: InlineLabel("Borexino", near: DataPoint(6, 4e-4), .below))
            Region(
                "bbn", x: [5.3, 5.3], y: [1e-5, 1e-1], openTowards: .left, ink: .gray, isFilled: true,
                hatch: Hatch.none,
                inlineLabel: InlineLabel("BBN", near: DataPoint(5.3, 1e-2), .above))
            Line(
                "na64mu", x: [2.04, 10, 99.8], y: [1.26e-5, 1.41e-5, 1.59e-5], role: .comparison,
                label: #"NA64$\mu$ (projection)"#)
            Line(
                "reach", x: masses, y: masses.map { coupling(events: 3, $0) }, role: .projection,
                label: "MUonE, 15 fb$^{-1}$")
            Line(
                "reference", x: masses, y: masses.map { coupling(events: 1000, $0) }, role: .projection, dash: .dotted,
                width: 1, inlineLabel: InlineLabel(#"$N_{\mathrm{sig}} = 10^3$"#, near: DataPoint(60, 2e-3)))
        }
    }

    static var all: [(name: String, chart: Chart)] {
        [("minimum", minimum), ("spectrum", spectrum), ("contours", contours), ("reach", reach)]
    }
}
