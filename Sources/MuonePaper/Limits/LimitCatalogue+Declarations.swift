import BuildGraph
import PaperKit

extension LimitCatalogue {
    /// Where each limit is declared: in Swift, or in its table.
    package var namedDeclarations: [NamedDeclaration] {
        computed.all.map {
            NamedDeclaration("limit", $0.name, at: $0.declaration.erased.place, node: $0.declaration.name)
        }
            + published.map { NamedDeclaration("limit", $0.limit.name, at: SourcePlace(fileID: $0.file, line: 1)) }
    }
}
