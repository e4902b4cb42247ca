import Foundation
import Plotting

extension Gallery {
    /// 200 × 200 cells on a logarithmic plane with a logarithmic bar, and a hole.
    static var colourMap: Chart { plane(.hatched, cells: 200) }

    static func plane(_ missing: ColourMap.Missing, cells: Int) -> Chart {
        let masses = logSpaced(1, 300, cells + 1)
        let couplings = logSpaced(1e-5, 1e-2, cells + 1)
        let values = zip(couplings, couplings.dropFirst()).flatMap { low, high in
            zip(masses, masses.dropFirst()).map { left, right -> Double in
                let mass = (left * right).squareRoot()
                let coupling = (low * high).squareRoot()
                if pow(log10(mass) - 1.9, 2) + pow(log10(coupling) + 4.4, 2) < 0.05 { return .nan }
                return 2.4e9 * coupling * coupling * exp(-mass / 38) / (1 + mass / 20)
            }
        }
        return Chart(
            "Signal events", x: .log("$m_{Z'}$ [MeV]", 1...300), y: .log("$g_{Z'}$", 1e-5...1e-2),
            style: .column(height: 200)
        ) {
            ColourMap(
                "events", x: masses, y: couplings, values: values,
                colours: ColourScale(.log(#"$N_{\mathrm{sig}}$"#, 1e-2...1e5)), missing: missing)
            Line(
                "three", x: masses,
                y: masses.map { (3 / 2.4e9 * exp($0 / 38) * (1 + $0 / 20)).squareRoot() }, role: .reference,
                ink: .black, dash: .solid, inlineLabel: InlineLabel("3", ink: .black))
        }
    }

    /// Signed values around zero in three panels with one bar.
    static var colourGrid: ChartGrid {
        let centers = spaced(-3, 3, 60)
        func panel(_ order: Double) -> Chart {
            Chart("order \(order)", x: .linear("$u$", -3...3), y: .linear("$v$", -3...3), style: .revtexColumn) {
                ColourMap(
                    "map", x: centers, y: centers,
                    values: centers.flatMap { v in
                        centers.map { u in 800 * sin(order * u) * cos(v) * exp(-(u * u + v * v) / 4) }
                    },
                    colours: ColourScale(
                        .symlog("difference", -1000...1000, linearWithin: 1), ramp: .diverging))
            }
        }
        return ChartGrid(
            "Three differences", rows: 1, columns: 3, panels: [panel(1), panel(2), panel(3)], sharesX: true,
            sharesY: true, columnGap: 6, tags: ChartGrid.letters(3), sharesColourBar: true, style: .wide(height: 175))
    }

    /// The linear bar, two ramps, coarse cells: no gap may show between them.
    static var coarseMaps: ChartGrid {
        func panel(_ ramp: ColourRamp, isReversed: Bool) -> Chart {
            Chart("coarse", x: .linear("$i$", 0...12), y: .linear("$j$", 0...8), style: .revtexColumn) {
                ColourMap(
                    "map", x: spaced(0, 12, 13), y: spaced(0, 8, 9),
                    values: (0..<96).map { Double(($0 * 37) % 96) / 95 },
                    colours: ColourScale(.linear("share", 0...1), ramp: ramp, isReversed: isReversed))
            }
        }
        return ChartGrid(
            "Coarse cells", rows: 1, columns: 2,
            panels: [panel(.sequential, isReversed: false), panel(.sequential, isReversed: true)],
            style: .wide(height: 180))
    }
}
