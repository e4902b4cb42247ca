import BuildGraph
import KickPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import RadiativePhysics
import Reference
import SearchPhysics
import SignalPhysics

/// Efficiencies counted in samples of unweighted events, beside the same by integration.
struct EventChecks {
    private let checks: Node<[[CheckedEfficiency]]>
    private let signal: Node<EventTally?>
    private let p: PaperParameters

    /// A part of a sample, and what it should be.
    private typealias Part = (name: String, selection: EventSelection, computed: Node<Estimate>)

    init(
        kicked: KickedBackground, radiative: RadiativeBackground, signals: MeasuredSignals, _ p: PaperParameters
    ) {
        self.p = p
        let benchmark = Benchmark(mass: p.heavy.mass, coupling: MeasuredSignals.coupling)
        let point = SignalPoint(particles: p.particles, beamEnergy: p.beamEnergy, benchmark: benchmark)
        let scenario = Optimum.Assumption.own.scenario(p)
        let name = "\(decimal(p.heavy.mass * 1e3)) MeV"
        // Shards of a fixed size, so that a larger sample keeps the smaller one's.
        func shards(_ count: Int) -> [(first: Int, count: Int)] {
            stride(from: 0, to: count, by: Self.shard).map { ($0, min(Self.shard, count - $0)) }
        }
        func tallies(_ id: String, _ samples: [Node<EventSample>], _ parts: [Part]) -> [Node<EventTally>] {
            samples.enumerated().map { index, sample in
                Node(
                    "events/\(id)/counts-\(index)",
                    CountEvents(
                        particles: p.particles, beamEnergy: p.beamEnergy, whole: EventSelection(p.cuts),
                        parts: parts.map(\.selection)), from: sample)
            }
        }
        func check(_ id: String, _ counts: [Node<EventTally>], _ parts: [Part]) -> Node<[CheckedEfficiency]> {
            Node(
                "events/\(id)/check", CheckEfficiencies(names: parts.map(\.name)),
                from: Node("events/\(id)/counts", collecting: counts),
                Node("events/\(id)/computed", collecting: parts.map(\.computed)))
        }

        // The signal as it is.
        let square = EventSelection.Square(
            side: p.detector.smallCalorimeterSide, distance: p.detector.pitch * Double(p.detector.stations / 2 + 1))
        var forward = p.cuts
        forward.maximumElectronAngle = 0.020
        let acceptance = Node(
            "events/signal/acceptance",
            ElectronAcceptance(point: point, cuts: p.cuts, side: square.side, distance: square.distance))
        let whole = Node("events/signal/whole", SignalCrossSection(point: point, cuts: p.cuts))
        let narrow = Node(
            "events/signal/forward-cross-section", SignalCrossSection(point: point, cuts: forward))
        let signalParts: [Part] = [
            (
                "signal \(name), $\\theta_e<20$ mrad", EventSelection(forward),
                Node("events/signal/forward", from: narrow, whole) { $0 / $1 }
            ),
            (
                "signal \(name), $e$ on a square of \(decimal(p.detector.smallCalorimeterSide * 1e2)) cm",
                EventSelection(p.cuts, square: square),
                Node("events/signal/square", from: acceptance) { try known($0, "the share of electrons on the square") }
            ),
        ]
        let signalCounts = tallies(
            "signal",
            shards(p.detector.eventCount).enumerated().map { index, shard in
                Node(
                    "events/signal/sample-\(index)",
                    SignalEventSample(point: point, region: p.cuts, first: shard.first, count: shard.count))
            }, signalParts)

        // The signal as it is measured.
        let measuredParts: [Part] = [
            (
                "measured, $r<\(decimal(p.detector.largestRatio))$",
                EventSelection(p.cuts, maximumRatio: p.detector.largestRatio), signals.ratio.heavy
            ),
            (
                "measured, acoplanarity $>\(decimal(KickedBackground.acoplanarity))$",
                EventSelection(p.cuts, minimumAcoplanarity: KickedBackground.acoplanarity), signals.acoplanar
            ),
        ]
        let measuredCounts = tallies(
            "measured",
            shards(p.detector.eventCount / 4).enumerated().map { index, shard in
                Node(
                    "events/measured/sample-\(index)",
                    SignalEventSample(
                        point: point, region: scenario.region(p.cuts), detector: p.detector.model, seed: 2,
                        first: shard.first, count: shard.count))
            }, measuredParts)

        // Radiative events, and kicked ones as they are measured.
        let radiativeParts: [Part] = [
            (
                "$\\mu e\\gamma$, one shower",
                EventSelection(p.cuts, maximumSeparation: p.detector.separation), radiative.merged
            )
        ]
        let radiativeCounts = tallies(
            "radiative",
            shards(p.detector.eventCount / 10).enumerated().map { index, shard in
                Node(
                    "events/radiative/sample-\(index)",
                    RadiativeEventSample(
                        process: RadiativeProcess(particles: p.particles, beamEnergy: p.beamEnergy),
                        region: RadiativeCuts(p.cuts), seed: 3, first: shard.first, count: shard.count))
            }, radiativeParts)
        let kickedParts: [Part] = [
            (
                "kicked, $r<\(decimal(KickedBackground.looseRatio))$",
                EventSelection(p.cuts, maximumRatio: KickedBackground.looseRatio),
                Node("events/kicked/ratio", from: kicked.loose, kicked.all) { $0 / $1 }
            ),
            (
                "kicked, acoplanarity $>\(decimal(KickedBackground.acoplanarity))$",
                EventSelection(p.cuts, minimumAcoplanarity: KickedBackground.acoplanarity),
                Node("events/kicked/acoplanar", from: kicked.acoplanar) {
                    try known($0, "the share of acoplanar kicked events")
                }
            ),
        ]
        let kickedCounts = tallies(
            "kicked",
            shards(p.detector.eventCount / 20).enumerated().map { index, shard in
                Node(
                    "events/kicked/sample-\(index)",
                    KickedEventSample(settings: kicked.settings, seed: 4, first: shard.first, count: shard.count))
            }, kickedParts)
        checks = Node(
            "events/checks",
            collecting: [
                check("signal", signalCounts, signalParts), check("measured", measuredCounts, measuredParts),
                check("radiative", radiativeCounts, radiativeParts), check("kicked", kickedCounts, kickedParts),
            ])
        signal = Node("events/signal/all", from: Node("events/signal/all-counts", collecting: signalCounts)) {
            EventTally(joining: $0)
        }
    }

    /// Events in a stored part.
    private static let shard = 100_000

    @ListBuilder<SectionPart>
    var parts: [SectionPart] {
        Passage("table/search/events", from: checks) { checks in
            try checks.flatMap(\.self).map { check in
                try [
                    check.name, SearchReach.withError(check.counted), SearchReach.withError(check.computed),
                    "$\(decimal(check.pull, digits: 2))$",
                ].joined(separator: " & ") + " \\\\"
            }.joined(separator: "\n  ")
        }
        Quantity(
            "events/efficiency", "share of the trials that give an unweighted signal event, per cent", in: .percent,
            .digits(2), from: signal
        ) { tally in tally.flatMap { $0.trials > 0 ? .exact(Double($0.events) / Double($0.trials)) : nil } }
        Quantity("events/count", "unweighted signal events", .wholeNumber, from: signal) { tally in
            tally.map { .exact(Double($0.events)) }
        }
        Quantity("events/overweights", "of these, that count more than one", .wholeNumber, from: signal) { tally in
            tally.map { .exact(Double($0.overweights)) }
        }
    }
}

/// A number that there is wherever backgrounds are studied (``BackgroundDomain``).
private func known(_ estimate: Estimate?, _ what: String) throws -> Estimate {
    guard let estimate else { throw MissingNumber(what: what) }
    return estimate
}

private struct MissingNumber: Error, CustomStringConvertible {
    var what: String

    var description: String { "\(what) is not defined, although events pass: choose parameters that leave more" }
}
