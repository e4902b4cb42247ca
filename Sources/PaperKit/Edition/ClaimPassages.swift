import BuildGraph
import Manuscript

/// The generated texts: those of the sections, and the tables of their claims.
enum ClaimPassages {
    static func node(
        _ sections: [Section], claims: Node<[ClaimResult]>, beside passages: [Passage]
    ) -> Node<[NumbersFile.Passage]> {
        let groups = sections.map { Group(name: $0.name, claims: $0.claims.map(\.id)) }
        let texts = Node(
            "paper/texts", fromEach: passages.map(\.node), parameters: passages.map(\.id.text)
        ) { ids, texts in zip(ids, texts).map { NumbersFile.Passage(id: $0, tex: $1) } }
        return Node(
            "paper/passages", from: texts, claims, parameters: groups
        ) { groups, texts, claims in
            texts
                + groups.flatMap { group in
                    let own = claims.filter { group.claims.contains($0.id) }
                    return [
                        NumbersFile.Passage(id: "table/claims/\(group.name)", tex: ClaimTable.tex(own)),
                        NumbersFile.Passage(id: "rows/claims/\(group.name)", tex: ClaimTable.rows(own)),
                        NumbersFile.Passage(id: "claims/\(group.name)", tex: ClaimTable.sentence(own)),
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
