import BuildGraph
import ContentHash
import Manuscript

/// The parameters of a variant that are not those of the published paper.
struct OtherInputs<Parameters: ParameterSet> {
    let parameters: Parameters

    /// Those that results follow from; where curves are sampled and how they look is none.
    var changed: [Parameter<Parameters>] {
        Parameters.all.filter {
            [.condition, .constant].contains($0.role) && $0.text(parameters) != $0.text(.published)
        }
    }

    /// For people.
    var inputs: [Claim.OtherInput] { changed.map(input) }

    /// Claims that know which of these parameters their values follow from: those whose change alone makes another graph
    /// of the node of the values. Nobody lists them, so that none can be forgotten.
    func applied(to claims: [Claim], declaring declare: (Parameters) throws -> [Claim]) throws -> [Claim] {
        let changed = changed
        guard !changed.isEmpty else { return claims }
        let published = try Self.values(declare(.published))
        var result = claims
        for parameter in changed {
            var single = Parameters.published
            try single.set("\(parameter.name)=\(parameter.text(parameters))")
            let own = try Self.values(declare(single))
            var comparison = StepComparison()
            for index in result.indices {
                let id = result[index].id
                guard let one = published[id], let other = own[id] else { continue }
                if try !comparison.isSame(one, other) { result[index].otherInputs.append(input(parameter)) }
            }
        }
        return result
    }

    private func input(_ parameter: Parameter<Parameters>) -> Claim.OtherInput {
        Claim.OtherInput(
            name: parameter.name, value: parameter.text(parameters), stated: parameter.text(.published),
            isCondition: parameter.role == .condition)
    }

    private static func values(_ claims: [Claim]) -> [String: AnyNode] {
        claims.reduce(into: [:]) { nodes, claim in
            if case .values(_, _, _, let node) = claim.check { nodes[claim.id] = node.erased }
        }
    }
}

/// Whether two nodes of different graphs are the same step, with the same steps before them.
private struct StepComparison {
    private struct Pair: Hashable {
        var first: AnyNode
        var second: AnyNode
    }

    private var known: [Pair: Bool] = [:]

    mutating func isSame(_ first: AnyNode, _ second: AnyNode) throws -> Bool {
        let pair = Pair(first: first, second: second)
        if let known = known[pair] { return known }
        var same =
            first.typeName == second.typeName && first.upstream.count == second.upstream.count
        if same { same = try first.parameters() == second.parameters() }
        if same {
            for (one, other) in zip(first.upstream, second.upstream) where same { same = try isSame(one, other) }
        }
        known[pair] = same
        return same
    }
}
