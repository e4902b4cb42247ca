import BuildGraph
import Computing
import LimitModel
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Plotting
import Reference

/// What other experiments say of a ``MediatorModel``.
///
/// A scalar is recast from BABAR as if it were a vector: with the muon's and electron's masses neglected, its rate is
/// between a half (along the beam) and all (at right angles) of a vector's of the same coupling. NA64 is left out for it.
struct ModelLimits {
    var model: MediatorModel
    var parameters: PaperParameters
    var catalogue: LimitCatalogue
    /// For the names of nodes.
    var group: String

    /// Of a boson that decays to electrons and muons, or of one that changes the flavour.
    var visible: [Limit] {
        switch model {
        case .vector(let ratio): [electronMoment(.vector, ratio), table(catalogue.cited.babarVisible, ratio, .visible)]
        case .scalar(let ratio): [electronMoment(.scalar, ratio), table(catalogue.cited.babarVisible, ratio, .visible)]
        case .vectorFlavour: [limit(.muonium(.vector, .published, particles)), flavourMoment(.vector)]
        case .scalarFlavour: [limit(.muonium(.scalar, .published, particles)), flavourMoment(.scalar)]
        }
    }

    /// What a boson that decays invisibly meets in the place of searches for its decays.
    var invisible: [Limit] {
        switch model {
        case .vector(let ratio):
            [
                table(catalogue.cited.babarInvisible, ratio, .invisible),
                table(catalogue.cited.na64Electrons, ratio, .invisible),
            ]
        case .scalar(let ratio): [table(catalogue.cited.babarInvisible, ratio, .invisible)]
        case .vectorFlavour, .scalarFlavour: []
        }
    }

    /// Muonium's limit by this work's formula, which takes the experiment's field; none for a boson that does not change
    /// the flavour.
    var derived: [Limit] {
        switch model {
        case .vector, .scalar: []
        case .vectorFlavour: [limit(.muonium(.vector, .derived, particles))]
        case .scalarFlavour: [limit(.muonium(.scalar, .derived, particles))]
        }
    }

    /// The curves of limits over the masses of the elastic channel, in order.
    static func drawn(_ limits: [Limit], _ name: String) -> Node<[DrawnLimit]> {
        Node(
            name, InOrder(),
            from: Node(
                "\(name)/all",
                collecting: limits.map {
                    $0.ask(CurveQuestion(masses: ElasticChannel.masses.points), "\(name)/\($0.name)")
                }))
    }

    private var particles: ParticleInputs { parameters.particles }

    private func limit<B: Bound>(_ limit: BoundedLimit<B>) -> Limit {
        Limit(limit, "\(group)/\(limit.name)", particles: particles)
    }

    private func electronMoment(_ mediator: OneLoopMoment.Mediator, _ ratio: Double) -> Limit {
        var moment = BoundedLimit.electronMoment(mediator, loop: .electron)
        moment.bound.limit.couplingFactor *= ratio * ratio
        moment.declaration.facts.inputs.append(ElectronCouplingLimit.relation(ratio))
        return limit(moment)
    }

    private func flavourMoment(_ mediator: OneLoopMoment.Mediator) -> Limit {
        var moment = BoundedLimit.electronMoment(mediator, loop: .muon)
        let start = MuoniumConversion.smallestMass(inputs: particles)
        let range = moment.bound.validity
        moment.bound.validity = max(range.lowerBound, start)...max(range.upperBound, start)
        moment.declaration.facts.masses = moment.bound.validity
        return limit(moment)
    }

    /// A published limit on ε as one on the muon's coupling, through g_e = εe.
    private func table(_ table: PublishedTable, _ ratio: Double, _ decay: MediatorDecay) -> Limit {
        var isScalar = false
        if case .scalar = model { isScalar = true }
        let name = "\(group)/\(table.limit.name)"
        return Limit(
            name,
            table: Node(
                "\(name)/table",
                ElectronCouplingLimit(
                    file: table.file, particles: particles, ratio: ratio, isScalar: isScalar, decay: decay),
                from: table.bytes), particles: particles)
    }
}

/// A published limit on the mixing ε of a dark photon, as one on the coupling of a boson that couples to electrons itself.
struct ElectronCouplingLimit: Computation {
    var file: String
    var particles: ParticleInputs
    /// r: g_e = r² g_μ.
    var ratio: Double
    var isScalar: Bool
    var decay: MediatorDecay

    static func relation(_ ratio: Double) -> LimitFacts.Input {
        .init("coupling", "$g_e=\(decimal(ratio * ratio))\\,g_\\mu$")
    }

    func compute(_ bytes: Blob) throws -> Described<TableBound> {
        let table = try LimitTable(bytes: bytes.bytes, file: file, kind: .published)
        guard let published = table.published, table.coupling == .kineticMixing else {
            throw LimitTableError(
                problem: .recastFailed, file: file, line: nil, value: table.coupling.rawValue,
                reason: "a limit on the electron's coupling follows from one on epsilon alone",
                remedy: "give a table of epsilon")
        }
        let pieces = try table.electronCouplings(particles).map { piece in
            LimitSegment(
                points: piece.points.map { LimitPoint(mass: $0.mass, coupling: $0.coupling / (ratio * ratio)) },
                isOutline: piece.isOutline)
        }
        let note = decay == .visible ? "with the decays of a dark photon" : "for a boson that decays invisibly"
        let bound = TableBound(points: TabulatedBound(pieces: pieces, thinning: table.thinning))
        let inputs =
            published.inputs + [.init("recast", "$g_e=\\varepsilon e$, \(note)")]
            + (isScalar ? [.init("spin", "rate of a vector of the same coupling")] : []) + [Self.relation(ratio)]
        return Described(
            LimitDeclaration(
                facts: LimitFacts(
                    name: table.name, label: table.label, experiment: published.experiment,
                    process: published.process, kind: .published, role: table.role,
                    confidenceLevel: table.confidenceLevel, sources: published.sources, inputs: inputs,
                    masses: bound.validity), look: published.look, order: published.order), bound)
    }
}

extension BoundedLimit where B == LeptonMomentBound {
    /// The electron's magnetic moment with a boson in the loop.
    static func electronMoment(_ mediator: OneLoopMoment.Mediator, loop: ChargedLepton) -> Self {
        let bound = LeptonMomentBound(.electron(mediator, loop: loop), masses: ModelConstraints.masses)
        return BoundedLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "electron-moment-\(mediator.rawValue)-\(loop.rawValue)", label: "$(g-2)_e$",
                    process: "magnetic moment of the electron, \(loop.rawValue) in the loop", kind: .computed,
                    role: .limit, confidenceLevel: 0.90, sources: [.dev2020],
                    inputs: [
                        .init("allowed", "$|\\Delta a_e|<5\\times10^{-13}$"),
                        .init("level", "taken as the other limits' own"),
                    ], masses: bound.validity), look: LimitLook(.slate, .dashed), order: 1), bound)
    }
}

extension BoundedLimit where B == MuoniumBound {
    /// Muonium that becomes antimuonium, from m_μ − m_e on: a lighter boson shortens the muon's life.
    static func muonium(
        _ mediator: MuoniumConversion.Mediator, _ formula: MuoniumConversion.Formula, _ particles: ParticleInputs
    ) -> Self {
        let bound = MuoniumBound(
            mediator, formula,
            masses: MuoniumConversion.smallestMass(inputs: particles)...ModelConstraints.masses.upperBound)
        let isPublished = formula == .published
        return BoundedLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "muonium-\(mediator.rawValue)" + (isPublished ? "" : "-derived"),
                    label: "$M\\to\\bar M$" + (isPublished ? "" : ", 0.1 T"),
                    process: "$\\mu^+e^-\\to\\mu^-e^+$ in muonium", kind: .computed, role: .limit,
                    confidenceLevel: 0.90,
                    sources: [.willmann1999] + (isPublished ? [.dev2020] : []),
                    inputs: [
                        .init("allowed", "$P<8.2\\times10^{-11}$"),
                        .init(
                            "conversion",
                            isPublished
                                ? "as published, of all states alike and without a field" : "of each state, in 0.1\\,T"),
                    ], masses: bound.validity),
                look: isPublished ? LimitLook(.black, .longDashed) : LimitLook(.deepBlue, .dashDotDotted),
                order: isPublished ? 0 : 2), bound)
    }
}
