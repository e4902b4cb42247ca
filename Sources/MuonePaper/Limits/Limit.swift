import BuildGraph
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference

/// A limit of the paper: one value in one place, which every figure, caption, table and answer takes.
///
/// Its bound has a type of its own, opened here; what is stored of it are computed curves and ranges.
package struct Limit: Sendable {
    /// For the names of nodes: that of the limit, or of its table's file.
    package let name: String
    /// What is said of it.
    package let declaration: Node<LimitDeclaration>
    /// The same where it is known before anything is read; nil for a table.
    package let stated: LimitDeclaration?
    private let bound: any AskableBound

    /// A limit that is computed.
    ///
    /// - Parameter name: for the names of nodes, where a graph has another limit of this name.
    package init<B: Bound>(_ limit: BoundedLimit<B>, _ name: String? = nil, particles: ParticleInputs) {
        let name = name ?? limit.name
        self.name = name
        stated = limit.declaration
        declaration = Node("limit/\(name)", parameters: limit.declaration) { $0 }.declared(at: limit.place)
        bound = ComputedBound(bound: limit.bound, particles: particles, declaration: declaration)
    }

    /// A limit that is a table.
    package init(_ name: String, table: Node<Described<TableBound>>, particles: ParticleInputs) {
        self.name = name
        stated = nil
        declaration = Node("\(table.name)/declaration", from: table) { $0.declaration }
        bound = ReadBound(table: table, particles: particles)
    }

    /// The curve over masses.
    package func curve(_ name: String, over masses: LogarithmicGrid) -> Node<DrawnLimit> {
        answer(CurveQuestion(masses: masses.points), name)
    }

    /// Every range of couplings that is excluded at one mass (GeV).
    package func excluded(_ name: String, atMass mass: Double) -> Node<Described<[ExcludedCouplings]>> {
        answer(MassQuestion(mass: mass), name)
    }

    /// The coupling above which all are excluded at one mass (GeV); nil where the curve has ended.
    package func coupling(_ name: String, atMass mass: Double) -> Node<Estimate?> {
        Node(name, from: ask(MassQuestion(mass: mass), "\(name)/ranges")) { $0.first?.coupling }
    }

    package func answer<Question: LimitQuestion>(_ question: Question, _ name: String) -> Node<
        Described<Question.Answer>
    > {
        Node("\(name)/answer", OnlyOne(), from: ask(question, name))
    }

    /// The one answer; none of a limit that stands on none of the maps. A table says so only when it is read.
    package func ask<Question: LimitQuestion>(
        _ question: Question, _ name: String, onAnyOf maps: [LimitMap]? = nil
    ) -> Node<[Described<Question.Answer>]> {
        bound.ask(question, name, maps)
    }

    /// The one answer to a question that closed regions are part of.
    package func ask<Question: JointQuestion>(
        _ question: Question, beside regions: Node<[LimitSegment]>, _ name: String, onAnyOf maps: [LimitMap]? = nil
    ) -> Node<[Described<Question.Answer>]> {
        bound.ask(question, beside: regions, name, maps)
    }

    /// Its closed regions, where it counts towards what is excluded and stands on one of these maps; nil for a limit that has
    /// none whatever is read.
    package func regions(_ name: String, onAnyOf maps: [LimitMap]?) -> Node<[LimitSegment]>? {
        bound.regions(name, maps)
    }

    /// Its bound, made ready to be asked at many masses: at once, or when its table is read.
    package var evaluator: LimitSource { bound.evaluator }

    /// Whether it may stand on one of these maps.
    package func mayStand(onAnyOf maps: [LimitMap]) -> Bool { stated?.stands(onAnyOf: maps) ?? true }
}

/// Where the evaluator of a limit comes from.
package enum LimitSource: Sendable {
    case computed(@Sendable () throws -> LimitEvaluator)
    case table(Node<Described<TableBound>>)
}

private protocol AskableBound: Sendable {
    var evaluator: LimitSource { get }
    func ask<Question: JointQuestion>(
        _ question: Question, beside regions: Node<[LimitSegment]>, _ name: String, _ maps: [LimitMap]?
    ) -> Node<[Described<Question.Answer>]>
    func regions(_ name: String, _ maps: [LimitMap]?) -> Node<[LimitSegment]>?
    func ask<Question: LimitQuestion>(
        _ question: Question, _ name: String, _ maps: [LimitMap]?
    ) -> Node<[Described<Question.Answer>]>
}

private struct ComputedBound<B: Bound>: AskableBound {
    var bound: B
    var particles: ParticleInputs
    var declaration: Node<LimitDeclaration>

    var evaluator: LimitSource {
        .computed { [bound, particles] in try bound.evaluator(inputs: particles) }
    }

    func ask<Question: LimitQuestion>(
        _ question: Question, _ name: String, _ maps: [LimitMap]?
    ) -> Node<[Described<Question.Answer>]> {
        Node(
            "\(name)/described", Describing(maps: maps), from: declaration,
            Node(name, Asked(particles: particles, bound: bound, question: question)))
    }

    func ask<Question: JointQuestion>(
        _ question: Question, beside regions: Node<[LimitSegment]>, _ name: String, _ maps: [LimitMap]?
    ) -> Node<[Described<Question.Answer>]> {
        Node(
            "\(name)/described", Describing(maps: maps), from: declaration,
            Node(name, JointlyAsked(particles: particles, bound: bound, question: question), from: regions))
    }

    func regions(_ name: String, _ maps: [LimitMap]?) -> Node<[LimitSegment]>? { nil }
}

private struct ReadBound: AskableBound {
    var table: Node<Described<TableBound>>
    var particles: ParticleInputs

    var evaluator: LimitSource { .table(table) }

    func ask<Question: LimitQuestion>(
        _ question: Question, _ name: String, _ maps: [LimitMap]?
    ) -> Node<[Described<Question.Answer>]> {
        Node(name, AskedOfTable(particles: particles, question: question, maps: maps), from: table)
    }

    func ask<Question: JointQuestion>(
        _ question: Question, beside regions: Node<[LimitSegment]>, _ name: String, _ maps: [LimitMap]?
    ) -> Node<[Described<Question.Answer>]> {
        Node(name, JointlyAskedOfTable(particles: particles, question: question, maps: maps), from: table, regions)
    }

    func regions(_ name: String, _ maps: [LimitMap]?) -> Node<[LimitSegment]>? {
        Node(name, RegionsOfTable(particles: particles, maps: maps), from: table)
    }
}
