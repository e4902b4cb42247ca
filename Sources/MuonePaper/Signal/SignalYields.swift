import BuildGraph
import Foundation
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

/// The events of the two benchmark points.
enum SignalYields {
    /// The thresholds of the electron's energy that the letter compares with its own, GeV.
    static let higherThresholds = (first: 3.0, second: 5.0)
    /// Where the electron's spectrum starts, GeV.
    static let smallestSpectrumEnergy = 0.1

    /// The numbers and claims, with the nodes that others need.
    typealias Declared = (
        numbers: [Quantity], claims: [Claim], events: Benchmarks<Node<Estimate>>, spectra: Benchmarks<Node<Curve>>,
        reach: Benchmarks<Node<Estimate?>>
    )

    static func declare(_ p: PaperParameters) -> Declared {
        let points = Benchmarks { name in
            SignalPoint(particles: p.particles, beamEnergy: p.beamEnergy, benchmark: p.benchmark(name))
        }
        let selected = Benchmarks { name in
            Node("signal/\(name)/cross-section", SignalCrossSection(point: points[name], cuts: p.cuts))
        }
        let events = Benchmarks { name in
            Node("signal/\(name)/events", EventYield(luminosity: p.luminosity), from: selected[name])
        }
        let reach = Benchmarks { name in
            Node(
                "signal/\(name)/reach",
                CouplingForEvents(
                    events: p.requiredEvents, luminosity: p.luminosity, coupling: p.benchmark(name).coupling),
                from: selected[name])
        }
        let spectra = Benchmarks { name in
            Node(
                "signal/\(name)/spectrum",
                SignalSpectrum(
                    point: points[name], minimumMuonAngle: p.minimumMuonAngle, luminosity: p.luminosity,
                    energies: LogarithmicGrid(
                        lower: smallestSpectrumEnergy, upper: 0.96 * p.beamEnergy, count: p.spectrumCount)))
        }
        // Events with α at the mass of the Z, which the letter's numbers suggest.
        let atMZ = Benchmarks { name in
            var point = points[name]
            point.particles.inverseFineStructure = inverseAlphaAtMZ
            return Node(
                "signal/\(name)/events-alpha-mz", EventYield(luminosity: p.luminosity),
                from: Node("signal/\(name)/cross-section-alpha-mz", SignalCrossSection(point: point, cuts: p.cuts)))
        }
        func fraction(
            _ suffix: String, _ change: (inout SelectionCuts) -> Void
        ) -> Benchmarks<Node<Estimate?>> {
            var cuts = p.cuts
            change(&cuts)
            // A threshold that is not in the window asks for no part of it.
            guard let lower = cuts.minimumElectronEnergy, let upper = cuts.maximumElectronEnergy, lower < upper,
                lower >= p.minimumElectronEnergy
            else {
                return Benchmarks { Node("signal/\($0)/no-fraction-\(suffix)", parameters: suffix) { _ in nil } }
            }
            return Benchmarks { name in
                Node(
                    "signal/\(name)/fraction-\(suffix)", Fraction(),
                    from: Node(
                        "signal/\(name)/cross-section-\(suffix)", SignalCrossSection(point: points[name], cuts: cuts)),
                    selected[name])
            }
        }
        let aboveFirst = fraction("above-3GeV") { $0.minimumElectronEnergy = higherThresholds.first }
        let aboveSecond = fraction("above-5GeV") { $0.minimumElectronEnergy = higherThresholds.second }
        let smallAngle = fraction("theta-20mrad") { $0.maximumElectronAngle = 0.020 }
        // The coupling that explains the central value of the muon's magnetic moment; nil where none does.
        let favoured = Benchmarks { name in
            Node(
                "gminus2/\(name)-coupling",
                FavouredCoupling(
                    particles: p.particles, mass: p.benchmark(name).mass, deviation: p.magneticMoment.deviation.value))
        }
        let favouredEvents = Benchmarks { name in
            Node(
                "gminus2/\(name)-events",
                ScaledYield(luminosity: p.luminosity, coupling: p.benchmark(name).coupling), from: selected[name],
                favoured[name])
        }
        let numbers = BenchmarkName.allCases.flatMap { name in
            let at = "\(name) benchmark"
            return [
                Quantity(
                    ResultID("signal/{benchmark}/cross-section", name.rawValue), "selected cross section, \(at)",
                    in: .femtobarn, .digits(4), from: selected[name]),
                Quantity(
                    ResultID("signal/{benchmark}/events", name.rawValue), "selected events, \(at)", in: .events,
                    .wholeNumber, from: events[name]),
                Quantity(
                    ResultID("signal/{benchmark}/events-precise", name.rawValue), "selected events, \(at)",
                    in: .events, .digits(5), from: events[name]),
                // The deterministic result tells only whether there is any signal; the estimate itself does not use it.
                Quantity(
                    ResultID("signal/{benchmark}/monte-carlo", name.rawValue),
                    "selected events by the second method, \(at)", in: .events, .withError,
                    from: Node(
                        "signal/\(name)/monte-carlo",
                        MonteCarloYield(
                            point: points[name], cuts: p.cuts, luminosity: p.luminosity, points: 1 << 15),
                        from: selected[name])
                ) { $0 },
                Quantity(
                    ResultID("signal/{benchmark}/fraction-above-3GeV", name.rawValue),
                    "fraction of events with E_e > 3 GeV, \(at)", .digits(3), from: aboveFirst[name]
                ) { $0 },
                Quantity(
                    ResultID("signal/{benchmark}/fraction-above-5GeV", name.rawValue),
                    "fraction of events with E_e > 5 GeV, \(at)", .digits(3), from: aboveSecond[name]
                ) { $0 },
                Quantity(
                    ResultID("signal/{benchmark}/fraction-theta-20mrad", name.rawValue),
                    "fraction of events with electron angle below 20 mrad, \(at)", .digits(3), from: smallAngle[name]
                ) { $0 },
                Quantity(
                    ResultID("signal/{benchmark}/events-alpha-mz", name.rawValue),
                    "selected events with alpha at the Z mass, \(at)", in: .events, .wholeNumber, from: atMZ[name]),
                Quantity(
                    ResultID("reach/{benchmark}", name.rawValue), "coupling of the reach, \(at) mass", .digits(2),
                    from: reach[name]
                ) { $0 },
                Quantity(
                    ResultID("gminus2/{benchmark}/coupling", name.rawValue),
                    "coupling that explains the magnetic moment, \(at) mass", .digits(3), from: favoured[name]
                ) { $0 },
                Quantity(
                    ResultID("band/{benchmark}/events", name.rawValue),
                    "events at the centre of the favoured band, \(at) mass", in: .events, .wholeNumber,
                    from: favouredEvents[name]
                ) { $0 },
            ]
        }
        let claims = [
            yield(
                "events-light", 600, digits: 1, at: "$(10\\,\\mathrm{MeV},5\\times10^{-4})$", events.light, atMZ.light,
                p),
            yield(
                "events-heavy", 1200, digits: 2, at: "$(100\\,\\mathrm{MeV},10^{-3})$", events.heavy, atMZ.heavy, p),
            kept("fraction-3GeV", 0.7, above: higherThresholds.first, aboveFirst, p),
            kept("fraction-5GeV", 0.5, above: higherThresholds.second, aboveSecond, p),
            Claim(
                "electron-angle",
                "the electrons of the signal are dominantly at $\\theta_e\\lesssim20$\\,mrad", .atLeast(digits: 1),
                at: "section III", of: letter, from: both("electron-angle", smallAngle, p),
                reading: .reading("at least \(claimed: 0.9) of the selected ones, at each benchmark")),
            Claim(
                "events-favoured",
                "$\\sim\(claimed: 1e3, as: "10^3")$ events in the region that the muon's magnetic moment favours",
                in: .events, .withinFactor(3), at: "abstract; section III, figure 3", of: letter,
                from: p.magneticMoment.shape == .limit
                    ? Node("claims/events-favoured/values", parameters: "none") { _ in [] }
                    : both("events-favoured", favouredEvents, p),
                reading: .reading("at the coupling of the central value, at each benchmark's mass"),
                explanation: Node("claims/events-favoured/explanation", parameters: p.magneticMoment) { chosen in
                    chosen == .fnal2021
                        ? ""
                        : "The letter takes the deviation of 2021; here the input '\(chosen.rawValue)' is chosen"
                            + (chosen.shape == .limit ? ", which contains zero and favours no coupling." : ".")
                }),
        ]
        return (numbers, claims, events, spectra, reach)
    }

    /// 1/α(M_Z), for comparison only.
    static let inverseAlphaAtMZ = ParticleConstants.inverseFineStructureAtMZ.value

    private static func yield(
        _ id: ResultID, _ claimed: Double, digits: Int, at point: String, _ events: Node<Estimate>,
        _ atMZ: Node<Estimate>, _ p: PaperParameters, fileID: String = #fileID, line: Int = #line
    ) -> Claim {
        Claim(
            id, "$\\simeq\(claimed: claimed)$ events at \(point)", in: .events, .asRounded(toDigits: digits),
            at: "section III, below figure 2", of: letter, from: Claim.value(id, events) { $0 },
            explanation: Node(
                "claims/\(id)/explanation", from: atMZ,
                parameters: StatedYield(
                    events: claimed, digits: digits, inverseFineStructure: p.particles.inverseFineStructure)
            ) { stated, atMZ in
                let fits = try ClaimRule.asRounded(toDigits: stated.digits)
                    .isSatisfied(by: atMZ.value, claimed: stated.events)
                return String(
                    format: "The letter does not state α. With 1/α = %.1f, its value at the Z mass, this would be %.4g "
                        + "events, which %@ with the stated ≃%.0f; at these momentum transfers 1/α = %.6g is the "
                        + "right one. An inference, not a correction.",
                    inverseAlphaAtMZ, atMZ.value, fits ? "agrees" : "does not agree either", stated.events,
                    stated.inverseFineStructure)
            }, fileID: fileID, line: line)
    }

    private struct StatedYield: Codable, Sendable {
        var events: Double
        var digits: Int
        /// That the events are computed with.
        var inverseFineStructure: Double
    }

    /// What is left of the signal at a larger least energy of the electron, GeV.
    private static func kept(
        _ id: ResultID, _ claimed: Double, above energy: Double, _ fractions: Benchmarks<Node<Estimate?>>,
        _ p: PaperParameters, fileID: String = #fileID, line: Int = #line
    ) -> Claim {
        Claim(
            id,
            "asking for $E_e>\(decimal(energy))$\\,GeV reduces the signal at most by a factor of \(claimed: claimed)",
            .atLeast(digits: 1), at: "section III, footnote 5", of: letter, from: both(id, fractions, p),
            reading: .reading("at least that share is kept, at each benchmark"), fileID: fileID, line: line)
    }

    /// The values of a claim on both benchmarks, named by their masses.
    private static func both(
        _ id: ResultID, _ nodes: Benchmarks<Node<Estimate?>>, _ p: PaperParameters
    ) -> Node<[LabelledEstimate]> {
        let labelled = BenchmarkName.allCases.map { name in
            Node("claims/\(id)/\(name)", from: nodes[name], parameters: p.benchmark(name).mass) { mass, value in
                value.map { LabelledEstimate("\(decimal(mass * 1e3)) MeV", $0) }
            }
        }
        return Node("claims/\(id)/values", from: Node("claims/\(id)/both", collecting: labelled)) {
            $0.compactMap(\.self)
        }
    }
}

/// One of a kind for each of the two benchmark points.
struct Benchmarks<Value> {
    let light: Value
    let heavy: Value

    init(_ make: (BenchmarkName) throws -> Value) rethrows {
        light = try make(.light)
        heavy = try make(.heavy)
    }

    subscript(name: BenchmarkName) -> Value {
        switch name {
        case .light: light
        case .heavy: heavy
        }
    }
}

/// As ids name them.
enum BenchmarkName: String, CaseIterable {
    case light, heavy
}

extension PaperParameters {
    func benchmark(_ name: BenchmarkName) -> Benchmark {
        switch name {
        case .light: light
        case .heavy: heavy
        }
    }
}
