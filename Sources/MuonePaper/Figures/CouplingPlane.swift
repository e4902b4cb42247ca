import MuoneComputations
import Phenomenology
import Plotting

/// What the figures in the plane of mass and coupling have in common. Masses in MeV on the page.
struct CouplingPlane: Sendable {
    var parameters: PaperParameters
    var couplings: ClosedRange<Double>

    var x: Axis {
        .log("$m_{Z'}$ [MeV]", (parameters.massGrid.lower * 1e3)...(parameters.massGrid.upper * 1e3))
    }

    var y: Axis { .log("$g_{Z'}$", couplings) }

    /// The bands of the magnetic moment, the wide one beneath.
    func favoured(_ narrow: MagneticMomentBand.Band?, _ wide: MagneticMomentBand.Band?) -> [Mark] {
        [(wide, Role.favouredWide, "2"), (narrow, .favoured, "1")].compactMap { band, role, sigmas in
            guard let band else { return nil }
            return Band(
                "gminus2-\(sigmas)sigma", x: band.masses.map { $0 * 1e3 }, lower: band.lower, upper: band.upper,
                edgeError: band.error, role: role, label: "$(g-2)_\\mu$, $\(sigmas)\\sigma$"
            ).mark
        }
    }

    /// A limit: everything above its curve is excluded. Each experiment has a hatch of its own.
    func excluded(_ constraint: Constraint, _ segments: [LimitSegment], labelled: InlineLabel?) -> [Mark] {
        segments.enumerated().map { index, segment in
            Region(
                segments.count == 1 ? constraint.name : "\(constraint.name)-\(index + 1)",
                x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling), openTowards: .top,
                hatch: Self.hatches[constraint.name] ?? .forward, inlineLabel: index == 0 ? labelled : nil
            ).mark
        }
    }

    /// A curve that says what another experiment could reach.
    func projected(_ constraint: Constraint, _ segments: [LimitSegment], labelled: InlineLabel?) -> [Mark] {
        segments.enumerated().map { index, segment in
            Line(
                segments.count == 1 ? constraint.name : "\(constraint.name)-\(index + 1)",
                x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling), role: .comparison,
                inlineLabel: index == 0 ? labelled : nil
            ).mark
        }
    }

    var benchmarks: Points {
        Points(
            "benchmarks", x: [parameters.light.mass, parameters.heavy.mass].map { $0 * 1e3 },
            y: [parameters.light.coupling, parameters.heavy.coupling], symbol: .star, role: .reference)
    }

    private static let hatches: [String: Hatch] = [
        Constraint.ccfr.name: .forward, Constraint.charmII.name: .none, Constraint.babarFourMuon.name: .cross,
        Constraint.borexino.name: .backward,
    ]
}

/// A constraint of the figure with its curve: what a chart's node takes as its input.
struct PlacedLimit: Sendable {
    var constraint: Constraint
    var label: InlineLabel?
}
