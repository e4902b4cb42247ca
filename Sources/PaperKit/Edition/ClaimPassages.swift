import BuildGraph
import Manuscript

/// The generated texts: those of the sections, and the tables of their claims.
enum ClaimPassages {
    static func node(
        _ sections: [Section], claims: Node<[ClaimResult]>, beside texts: [Node<NumbersFile.Passage>]
    ) -> Node<[NumbersFile.Passage]> {
        let groups = sections.map { Group(name: $0.name, claims: $0.claims.map(\.id)) }
        return Node(
            "paper/passages", from: Node("paper/texts", collecting: texts), claims, parameters: groups
        ) { groups, texts, claims in
            texts
                + groups.flatMap { group in
                    let own = claims.filter { group.claims.contains($0.id) }
                    return [
                        NumbersFile.Passage("table/claims/\(group.name)", ClaimTable.tex(own)),
                        NumbersFile.Passage("rows/claims/\(group.name)", ClaimTable.rows(own)),
                        NumbersFile.Passage("claims/\(group.name)", ClaimTable.sentence(own)),
                    ]
                }
        }
    }

    /// The claims of one section, by their identifiers.
    private struct Group: Codable, Sendable {
        var name: String
        var claims: [String]
    }
}
