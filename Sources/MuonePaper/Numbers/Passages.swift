import BuildGraph
import Manuscript
import Phenomenology

/// The generated texts: captions with every constraint's inputs, and the table of claims.
enum Passages {
    static func node(claims: Node<[ClaimResult]>, constraints: [Constraint]) -> Node<[NumbersFile.Passage]> {
        Node("paper/passages", from: claims, parameters: constraints) { constraints, claims in
            let limits = constraints.filter { $0.role == .limit }.map(\.captionSentence)
            let projections = constraints.filter { $0.role == .projection }.map(\.captionSentence)
            func count(_ verdict: Verdict) -> String { String(claims.count { $0.verdict == verdict }) }
            return [
                NumbersFile.Passage("caption/limits", limits.joined(separator: " ")),
                NumbersFile.Passage("caption/projections", projections.joined(separator: " ")),
                NumbersFile.Passage("table/claims", ClaimTable.tex(claims)),
                NumbersFile.Passage("claims/total", String(claims.count)),
                NumbersFile.Passage("claims/reproduced", count(.reproduced)),
                NumbersFile.Passage("claims/differs", count(.differs)),
                NumbersFile.Passage("claims/not-computed", count(.notComputed)),
            ]
        }
    }
}
