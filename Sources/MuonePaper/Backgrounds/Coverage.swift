import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

/// What the calorimeter's size does to photons and to the signal's electrons; means over the stations.
struct Coverage {
    let shares: Node<CalorimeterShares>
    /// The shares of the signal's electrons on the planned calorimeter, named by the mass.
    let labelled: Node<[LabelledEstimate]>
    /// GeV.
    private let masses: [Double]
    private let large: [(name: String, share: Node<Estimate?>)]
    private let small: [(name: String, share: Node<Estimate?>)]

    /// Sides that are drawn, m.
    private static let sides = LogarithmicGrid(lower: 0.05, upper: 2, count: 19).points

    init(_ radiative: RadiativeBackground, _ p: PaperParameters) {
        let masses = [("light", p.light.mass), ("heavy", p.heavy.mass), ("200MeV", MeasuredSignals.probeMass)]
        self.masses = masses.map(\.1)
        func share(_ name: String, _ mass: Double, _ side: Double, points: Int) -> Node<Estimate?> {
            Node(
                name,
                MeanElectronAcceptance(
                    point: SignalPoint(
                        particles: p.particles, beamEnergy: p.beamEnergy,
                        benchmark: Benchmark(mass: mass, coupling: MeasuredSignals.coupling)),
                    cuts: p.cuts, side: side, stations: p.detector.stations, pitch: p.detector.pitch, points: points))
        }
        func all(_ size: String, _ side: Double) -> [(name: String, share: Node<Estimate?>)] {
            masses.map { name, mass in
                (name, share("backgrounds/acceptance/\(size)-\(name)", mass, side, points: 2048))
            }
        }
        large = all("large", p.detector.calorimeterSide)
        small = all("small", p.detector.smallCalorimeterSide)
        let curves = masses.map { name, mass in
            Node(
                "backgrounds/acceptance/curve-\(name)",
                from: Node(
                    "backgrounds/acceptance/curve-\(name)-points",
                    collecting: Self.sides.enumerated().map { index, side in
                        share("backgrounds/acceptance/curve-\(name)-\(index)", mass, side, points: 512)
                    }),
                parameters: Setup(mass: mass, sides: Self.sides)
            ) { setup, shares in
                CalorimeterShares.Electrons(
                    mass: setup.mass,
                    curve: Curve(
                        x: shares.contains { $0 == nil } ? [] : setup.sides, estimates: shares.compactMap(\.self)))
            }
        }
        shares = Node(
            "backgrounds/acceptance/shares", from: radiative.photonShares(sides: Self.sides),
            Node("backgrounds/acceptance/curves", collecting: curves)
        ) { photon, electrons in
            CalorimeterShares(photon: photon, electrons: electrons.filter { !$0.curve.x.isEmpty })
        }
        labelled = Node(
            "backgrounds/acceptance/labelled",
            from: Node("backgrounds/acceptance/labelled-shares", collecting: large.map(\.share)),
            parameters: masses.map(\.1)
        ) { masses, shares in
            try paired(masses, shares).compactMap { mass, share in
                share.map { LabelledEstimate("\(decimal(mass * 1e3)) MeV", $0) }
            }
        }
    }

    private struct Setup: Codable, Sendable {
        var mass: Double
        var sides: [Double]
    }

    @ListBuilder<SectionPart>
    var numbers: [SectionPart] {
        for (name, share) in large {
            Quantity(
                ResultID("backgrounds/acceptance/large-{mass}", name),
                "signal's electrons on the planned calorimeter, \(name)", .digits(3), from: share
            ) { $0 }
        }
        for (name, share) in small {
            Quantity(
                ResultID("backgrounds/acceptance/small-{mass}", name),
                "signal's electrons on the calorimeter of the test run, \(name)", .digits(3), from: share
            ) { $0 }
        }
        Passage(
            "input/search-masses",
            Wording.list(masses.map { "$\(decimal($0 * 1e3))$" }))
    }
}
