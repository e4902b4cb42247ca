import LimitModel
import Manuscript
import MixingPhysics
import NumericalMethods
import Plotting
import Reference

/// A limit as a table: points of mass and coupling with the facts that a caption must state.
///
/// Read from a small text file by ``LimitTable/init(bytes:file:kind:assuming:)``: of the paper's own folder, where a
/// publication's points are, or of the reader's.
package struct LimitTable: Hashable, Sendable {
    /// What the second column means.
    package enum CouplingKind: String, Codable, Hashable, Sendable, CaseIterable {
        /// The gauge coupling g′ of L_μ−L_τ.
        case gaugeCoupling = "g'"
        case gaugeCouplingSquared = "g'^2"
        /// α′ = g′²/4π.
        case fineStructure = "alpha'"
        /// The kinetic mixing ε of a dark photon, which couples to the electromagnetic current with εe.
        case kineticMixing = "epsilon"
        /// ε², as many collections store it.
        case kineticMixingSquared = "epsilon^2"
        /// εe, the coupling to a unit of electric charge.
        case chargedMixing = "epsilon e"

        /// What the points of a table hold: g′, ε or εe.
        var base: CouplingKind {
            switch self {
            case .gaugeCoupling, .gaugeCouplingSquared, .fineStructure: .gaugeCoupling
            case .kineticMixing, .kineticMixingSquared: .kineticMixing
            case .chargedMixing: .chargedMixing
            }
        }

        /// ``base`` is the root of the column times this; nil where it is the column itself.
        var squareFactor: Double? {
            switch self {
            case .gaugeCoupling, .kineticMixing, .chargedMixing: nil
            case .gaugeCouplingSquared, .kineticMixingSquared: 1
            case .fineStructure: 4 * .pi
            }
        }

        /// For captions.
        var tex: String {
            switch self {
            case .gaugeCoupling: "$g'$"
            case .gaugeCouplingSquared: "$g'^2$"
            case .fineStructure: "$\\alpha'$"
            case .kineticMixing: "$\\epsilon$"
            case .kineticMixingSquared: "$\\epsilon^2$"
            case .chargedMixing: "$\\epsilon e$"
            }
        }
    }

    /// How a limit on ε becomes one on another coupling, by its name in the header.
    package enum Recast: String, Codable, Hashable, Sendable, CaseIterable {
        /// g′ by the mixing that the loops of μ and τ induce, at zero momentum transfer.
        case loop
        /// g′ by the whole mixing on the boson's mass shell, for a boson that decays invisibly.
        case massShell = "mass-shell"
        /// The coupling of the electron, g_e = εe.
        case electron
    }

    /// What holds where the file does not say: the two-column files of the field's collections seldom do.
    /// Whatever was assumed is listed in the caption.
    package struct Assumptions: Codable, Hashable, Sendable {
        package var source: String?
        package var confidenceLevel: Double?
        package var massUnit: MassUnit?
        package var coupling: CouplingKind?

        package init(
            source: String? = nil, confidenceLevel: Double? = nil, massUnit: MassUnit? = nil,
            coupling: CouplingKind? = nil
        ) {
            self.source = source
            self.confidenceLevel = confidenceLevel
            self.massUnit = massUnit
            self.coupling = coupling
        }

        /// Every fact must stand in the file.
        package static let none = Assumptions()
    }

    /// `published` for the paper's own, which are TeX; `supplied` for a reader's, which are plain text.
    package var kind: LimitFacts.Kind
    /// For commands and files: lower case, digits and hyphens.
    package var name: String
    /// As written.
    package var label: String
    /// As written: of a reader's table.
    package var source: String?
    /// 0.90, 0.95, …
    package var confidenceLevel: Double
    package var role: LimitFacts.Role
    /// What ``pieces`` hold: g′, ε or εe.
    package var coupling: CouplingKind
    /// The recast that the file asks for; nil for a table of g′, and where the file is silent.
    package var recast: Recast?
    /// Masses in GeV, and ``coupling``.
    package var pieces: [TablePiece]
    /// The points that the file has.
    package var pointCount: Int
    /// By what the coupling may be off where a table of very many points was thinned, relative to it.
    package var thinning: Double
    /// What a reader should be told although the table can be read, with the lines.
    package var warnings: [String]
    /// The header keys that the file left out, with the value that was assumed.
    package var assumed: [LimitFacts.Input]
    /// The name of the file, for messages.
    package var file: String
    /// What only a table of the paper states.
    package var published: Publication?

    /// What the header of a published table says besides.
    package struct Publication: Hashable, Sendable {
        /// TeX.
        package var process: String
        /// Keys of the bibliography, most important first.
        package var sources: [String]
        /// TeX.
        package var experiment: String?
        package var inputs: [LimitFacts.Input]
        package var maps: [LimitMap: LabelPlace]
        package var order: Int
        package var look: LimitLook
        /// Whether the points rest on the mixing of the loops: with another one they mean nothing.
        package var assumesLoopMixing: Bool
    }
}

extension LimitTable {
    /// The limit on g′, by the recast that the file names, with all that is said of it.
    ///
    /// - Parameters:
    ///   - treeLevelMixing: beside that of the loops.
    ///   - index: its place among the tables that state no look.
    /// - Throws: ``LimitTableError`` where a table of ε names no recast, or the recast gives no positive coupling.
    package func described(
        inputs particles: ParticleInputs, treeLevelMixing: Double = 0, index: Int = 0
    ) throws -> Described<TableBound> {
        var (process, inputs) = (published?.process ?? "a table supplied by the reader", published?.inputs ?? [])
        if let source { inputs.insert(LimitFacts.Input("source", TeX.escaped(source)), at: 0) }
        inputs += assumed.map { LimitFacts.Input("\($0.name)", "\($0.value) (assumed)") }
        if thinning > 0 {
            inputs.append(
                LimitFacts.Input(
                    "points",
                    "\(pointCount), thinned to \(points.count), by which the curve moves by less than "
                        + "$\(texDecimal(100 * thinning))$\\,\\%"))
        }
        let regions = pieces.count(where: \.segment.isOutline)
        if regions > 0 {
            inputs.append(
                LimitFacts.Input(
                    "excluded",
                    (regions == 1 ? "inside a closed region" : "inside \(regions) closed regions")
                        + (regions < pieces.count ? " and above the curve" : "")))
        }
        var bound = TableBound(points: TabulatedBound(pieces: pieces.map(\.segment), thinning: thinning))
        if coupling != .gaugeCoupling {
            guard let recast else { throw noRecast }
            bound.recast = recast
            switch recast {
            case .loop:
                let loop = KineticMixingRecast.loopAtZeroMomentum(inputs: particles)
                bound.points.pieces = try converted(particles, by: loop.coupling)
                inputs.append(LimitFacts.Input("recast from $\\epsilon$", loop.note))
            case .electron:
                bound.points.pieces = try electronCouplings(particles)
                inputs.append(LimitFacts.Input("recast", "$g_e=\\varepsilon e$"))
            case .massShell:
                bound.points.pieces = try converted(particles) { $1 }
                if treeLevelMixing != 0, pieces.contains(where: \.segment.isOutline) {
                    throw LimitTableError(
                        problem: .recastFailed, file: file, line: nil, value: "\(treeLevelMixing)",
                        reason: "beside a tree-level mixing a closed region of epsilon has no outline of g'",
                        remedy: "set the mixing to 0, or give a one-sided limit")
                }
                bound.treeLevelMixing = treeLevelMixing
                let mixing = treeLevelMixing == 0 ? "\\Pi(m_{Z'}^2)" : "\\varepsilon_0+\\Pi(m_{Z'}^2)"
                process += ", through \(MixingText.carrier(treeLevelMixing))"
                inputs.append(
                    LimitFacts.Input("recast", "$|\(mixing)|\\sqrt{B(Z'\\to\\nu\\bar\\nu)}=\\varepsilon$"))
                inputs += MixingText.treeLevelInputs(treeLevelMixing)
            }
        }
        let facts = LimitFacts(
            name: name, label: kind == .published ? label : TeX.escaped(label), experiment: published?.experiment,
            process: process, kind: kind, role: role, confidenceLevel: confidenceLevel,
            sources: published?.sources ?? [], inputs: inputs, masses: bound.validity)
        guard let published else {
            return Described(
                LimitDeclaration(
                    facts: facts, look: .unstated(index), order: index,
                    maps: [.landscape: .along(.above), .landscapeZoom: .along(.above), .reach: .along(.above)]), bound)
        }
        let isMeant = treeLevelMixing == 0 || !published.assumesLoopMixing
        return Described(
            LimitDeclaration(
                facts: facts, look: published.look, order: published.order,
                maps: isMeant ? published.maps : published.maps.filter { $0.key == .kineticMixing }), bound)
    }

    /// The pieces of ε as couplings g_e = εe of the electron.
    package func electronCouplings(_ particles: ParticleInputs) throws -> [LimitSegment] {
        let charge = (4 * Double.pi * particles.fineStructure).squareRoot()
        return try converted(particles) { _, epsilon in epsilon * charge }
    }

    private func converted(
        _ particles: ParticleInputs, by recast: (_ mass: Double, _ epsilon: Double) throws -> Double
    ) throws -> [LimitSegment] {
        let unit = coupling == .chargedMixing ? (4 * Double.pi * particles.fineStructure).squareRoot() : 1
        return try pieces.map { piece in
            var segment = piece.segment
            for index in segment.points.indices {
                let point = segment.points[index]
                let value = try recast(point.mass, point.coupling / unit)
                guard value.isFinite, value > 0 else {
                    throw LimitTableError(
                        problem: .recastFailed, file: file, line: piece.lines[index], value: "\(value)",
                        reason:
                            "the recast of epsilon = \(point.coupling / unit) at \(point.mass) GeV gives no positive "
                            + "coupling",
                        remedy: "leave out the masses at which the recast does not hold")
                }
                segment.points[index].coupling = value
            }
            return segment
        }
    }

    /// Of all pieces.
    package var points: [LimitPoint] { pieces.flatMap(\.segment.points) }

    private var noRecast: LimitTableError {
        LimitTableError(
            problem: .recastMissing, file: file, line: nil, value: nil,
            reason: "the limit is one on kinetic mixing, and no recast to g' was chosen",
            remedy:
                "add a line '# recast: loop' (mixing through the loops of mu and tau, at q^2 = 0) at the top of the file, "
                + "or give a table of g'")
    }
}
