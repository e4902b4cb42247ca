import BuildGraph
import ContentHash
import Manuscript
import MuoneComputations

/// The parameters of a variant that are not those of the published paper.
struct OtherInputs {
    let parameters: PaperParameters

    /// Those that physics follows from; grids and the look of the figures are none.
    var changed: [ParameterDefinition] {
        PaperParameters.definitions.filter {
            $0.isPhysics && $0.text(parameters) != $0.text(.published)
        }
    }

    /// For people.
    var inputs: [Claim.OtherInput] { changed.map(input) }

    /// Claims that know which of these parameters their values follow from: those whose change alone makes another graph
    /// of the node of the values. Nobody lists them, so that none can be forgotten.
    func applied(to claims: [Claim], declaring declare: (PaperParameters) throws -> [Claim]) throws -> [Claim] {
        let changed = changed
        guard !changed.isEmpty else { return claims }
        let published = try Self.values(declare(.published))
        var result = claims
        for definition in changed {
            var single = PaperParameters.published
            try single.set("\(definition.name)=\(definition.text(parameters))")
            let own = try Self.values(declare(single))
            var comparison = StepComparison()
            for index in result.indices {
                let id = result[index].id
                guard let one = published[id], let other = own[id] else { continue }
                if try !comparison.isSame(one, other) { result[index].otherInputs.append(input(definition)) }
            }
        }
        return result
    }

    private func input(_ definition: ParameterDefinition) -> Claim.OtherInput {
        Claim.OtherInput(
            name: definition.name, value: definition.text(parameters), stated: definition.text(.published),
            isCondition: !definition.name.hasPrefix("constants."))
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
