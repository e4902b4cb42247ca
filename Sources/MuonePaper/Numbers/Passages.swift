import BuildGraph
import Manuscript

/// The generated texts: those of the sections, and the tables of their claims.
enum Passages {
    static func node(_ sections: [PaperSection], claims: Node<[ClaimResult]>) -> Node<[NumbersFile.Passage]> {
        let names = sections.map { Group(name: $0.name, claims: $0.claims.map(\.id)) }
        let texts = Node("paper/texts", collecting: sections.flatMap(\.passages))
        return Node("paper/passages", from: texts, claims, parameters: names) { groups, texts, claims in
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
