import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// MUonE's own reach: the coupling that gives a number of events, over masses.
package struct ReachContour: Sendable {
    /// GeV.
    let beamEnergy: Double
    let events: Double
    let curve: Node<Curve>

    package init(beamEnergy: Double, events: Double, curve: Node<Curve>) {
        self.beamEnergy = beamEnergy
        self.events = events
        self.curve = curve
    }
}

extension Export {
    /// Every limit and projection: those of the catalogue, what a reader supplied, light elements, and MUonE's own reach.
    package static func limits(_ p: PaperParameters, _ catalogue: LimitCatalogue, reaches: [ReachContour]) -> Export {
        let own = catalogue.limits.map { $0.answer(ExportQuestion(), "export/limits/\($0.name)") }
        let supplied = catalogue.supplied.map { $0.answer(ExportQuestion(), "export/limits/supplied/\($0.name)") }
        let others = [Node("export/limits/bbn", LightElementCurve(p))] + reaches.map { $0.exported(p) }
        return Export(
            "limits", "every limit and projection as CSV, for DarkCast and for AxionLimits, with an index and plot.py",
            from: Node(
                "export/limits", from: Node("export/limits/all", collecting: own + supplied),
                Node("export/limits/others", collecting: others),
                // Refuses tables whose names clash.
                catalogue.suppliedCurves, .file("paper/bibliography.bib"), parameters: LimitExport.Changed.all(p)
            ) { changed, limits, others, _, bibliography in
                let sorted = limits.sorted { LimitDeclaration.precedes($0.declaration, $1.declaration) }
                    .map(ExportedLimit.init)
                // A reader's table may have the name of a limit, which keeps it.
                let all = sorted.filter { !$0.isSupplied } + others + sorted.filter(\.isSupplied)
                let (present, projected) = (all.filter(\.isLimit), all.filter { !$0.isLimit })
                return try LimitExport(present + projected, changed: changed).folder(bibliography: bibliography)
            })
    }
}

extension ExportedLimit {
    fileprivate var isLimit: Bool { facts.role == .limit }
    fileprivate var isSupplied: Bool { facts.kind == .supplied }
}

extension ReachContour {
    fileprivate func exported(_ p: PaperParameters) -> Node<ExportedLimit> {
        var facts = LimitFacts.reach(beamEnergy: beamEnergy, events: events, p)
        if beamEnergy != p.beamEnergy { facts.label += ", \(decimal(beamEnergy))\\,GeV" }
        if events != p.requiredEvents {
            facts.name += "-\(decimal(events, digits: 10))-events"
            facts.label += ", $N=\(decimal(events))$"
        }
        // So many events are no limit at any level.
        if let level = facts.confidenceLevel, level >= 1 { facts.confidenceLevel = nil }
        return Node("export/limits/\(facts.name)", from: curve, parameters: facts) { facts, curve in
            var facts = facts
            if let first = curve.x.first, let last = curve.x.last { facts.masses = first...last }
            return ExportedLimit(facts: facts, excludes: false, curve: ExportedCurve(curve))
        }
    }
}

extension LimitFacts {
    /// What is said of MUonE's own reach. Without signal its curve has no mass at all.
    static func reach(beamEnergy: Double, events: Double, _ p: PaperParameters) -> LimitFacts {
        LimitFacts(
            name: "muone-\(decimal(beamEnergy, digits: 10))GeV", label: "MUonE",
            process: "$\\mu e\\to\\mu eZ'$ with missing energy", kind: .computed, role: .projection,
            confidenceLevel: PaperParameters.confidence(ofEvents: events), sources: [.asai2022],
            inputs: [
                LimitFacts.Input("events", "\(events)"),
                LimitFacts.Input("luminosity", "\(p.luminosity)\\,fb$^{-1}$"),
            ], masses: 0...0)
    }
}

/// The couplings down to which the bound of light elements on the mass holds, over the masses of the map.
struct LightElementCurve: Computation {
    var particles: ParticleInputs
    /// GeV.
    var decouplingTemperature: Double
    var masses: LogarithmicGrid

    init(_ p: PaperParameters) {
        particles = p.particles
        decouplingTemperature = p.landscape.decouplingTemperature
        masses = p.landscape.masses
    }

    func compute(_ input: ()) throws -> ExportedLimit {
        let facts = LightElementBound.facts
        let end = facts.masses.upperBound
        let masses = self.masses.points.filter { $0 < end }
        let equilibrium = try EquilibriumCoupling(temperature: decouplingTemperature, inputs: particles)
        let points = try (masses + (masses.isEmpty ? [] : [end])).map { ($0, try equilibrium.coupling(mass: $0)) }
        return ExportedLimit(
            facts: facts, excludes: true,
            curve: ExportedCurve(Curve(x: points.map(\.0), estimates: points.map(\.1))))
    }
}
