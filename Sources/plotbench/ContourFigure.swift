import NumericalMethods
import Plotting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A figure like the paper's: contours of a 200 × 200 grid at five levels with their labels, four hatched regions, two bands.
/// Its functions are made up; `paperbench` has the same figure for other programs.
enum ContourFigure {
    static let nodes = 200

    /// log₁₀ of a made-up number of events at a mass and a coupling.
    static func events(_ mass: Double, _ coupling: Double) -> Double {
        9.2 + 2 * log10(coupling) - 0.6 * log10(1 + mass * mass / 900) - 2 * pow(mass / 260, 6)
            + 0.25 * sin(2.5 * log10(mass))
    }

    static func chart() throws -> Chart {
        let masses = logarithmic(1, 300)
        let couplings = logarithmic(4e-6, 1e-2)
        let grid = try RectilinearGrid(
            x: masses, y: couplings, xSpacing: .logarithmic, ySpacing: .logarithmic, events)
        let levels = grid.contours(at: [0, 1, 2, 3, 4]).map { contour in
            ContourSet.Level(
                contour.level, pieces: contour.lines.map { ContourSet.Piece(x: $0.x, y: $0.y) },
                label: "$10^{\(Int(contour.level))}$", anchors: [DataPoint(14, pow(10, (contour.level - 9.3) / 2))])
        }
        return Chart(
            "Contours over hatched regions", x: .log("$m_{Z'}$ [MeV]", 1...300), y: .log("$g_{Z'}$", 4e-6...1e-2),
            style: .revtexColumnTall
        ) {
            for (sigmas, role) in [(2.0, Role.favouredWide), (1, .favoured)] {
                let center = masses.map { 4.5e-4 * (1 + pow($0 / 90, 1.4)) }
                Band(
                    "favoured \(Int(sigmas))", x: masses, lower: center.map { $0 * (1 - 0.12 * sigmas) },
                    upper: center.map { $0 * (1 + 0.12 * sigmas) }, role: role,
                    label: "$(g-2)_\\mu$, $\(Int(sigmas))\\sigma$")
            }
            region("A", masses, .forward, from: wide, to: { _ in 1.5e-2 })
            region("B", masses.filter { $0 > 210 }, .cross, from: { 1e-3 * $0 / 210 }, to: wide)
            region("C", masses.filter { beam($0) < wide($0) }, .backward, from: beam, to: wide)
            region("D", masses.filter { solar($0) < beam($0) }, .denseForward, from: solar, to: beam)
            ContourSet("events", levels: levels, label: "events")
        }
    }

    /// Borders of excluded regions.
    private static func wide(_ mass: Double) -> Double { 1.2e-3 * (1 + mass / 60) }
    private static func beam(_ mass: Double) -> Double { 2.5e-4 * (1 + mass * mass / 8) }
    private static func solar(_ mass: Double) -> Double { 6e-5 * mass * mass * mass }

    private static func region(
        _ id: String, _ masses: [Double], _ hatch: Hatch, from lower: (Double) -> Double, to upper: (Double) -> Double
    ) -> Region {
        Region(
            id, x: masses + masses.reversed(), y: masses.map(lower) + masses.reversed().map(upper), openTowards: nil,
            hatch: hatch)
    }

    private static func logarithmic(_ lower: Double, _ upper: Double) -> [Double] {
        (0..<nodes).map { exp(log(lower) + (log(upper) - log(lower)) * Double($0) / Double(nodes - 1)) }
    }
}
