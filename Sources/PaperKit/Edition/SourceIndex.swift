import BuildGraph
import Foundation
import Manuscript

/// Where everything that has a name is declared in the sources, and what it is computed by.
struct SourceIndex {
    /// Something that has a name.
    struct Declaration {
        /// Such as `number`.
        var kind: String
        var name: String
        /// As it is written, where that differs.
        var pattern: String?
        var place: SourcePlace?
        var node: AnyNode?
    }

    /// One line of an answer: a node, or a declaration.
    struct Line: Encodable {
        var kind: String
        var name: String
        var pattern: String?
        /// `Sources/…/File.swift:12`, of the declaration.
        var declaration: String?
        /// The computation's type, and its place.
        var type: String?
        var code: String?
    }

    let declarations: [Declaration]
    let sources: SourceFiles

    /// - Parameter package: where the program's sources start; the project's folder unless given.
    init<P>(_ edition: Edition<P>, in package: URL? = nil) throws {
        sources = SourceFiles(package: package ?? edition.variant.project, folders: P.sourceFolders)
        let graph = try Graph(edition.targets + [edition.claims.erased, edition.reviewTable.erased])
        var found: [Declaration] = []
        func add(
            _ kind: String, _ name: String, _ place: SourcePlace?, writtenAs pattern: String? = nil, node: String? = nil
        ) {
            found.append(
                Declaration(
                    kind: kind, name: name, pattern: pattern == name ? nil : pattern, place: place,
                    node: node.flatMap(graph.position(of:)).map { graph.nodes[$0] }))
        }
        for document in edition.documents.map(\.document) {
            add("document", document.name, document.declaration, node: document.pdf)
            for section in document.sections { add("section", section.name, section.declaration) }
        }
        for figure in edition.figures { add("figure", figure.name, figure.chart.place, node: figure.chart.name) }
        for quantity in edition.quantities {
            add("number", quantity.id, quantity.declaration, writtenAs: quantity.pattern, node: quantity.node.name)
        }
        for input in edition.inputs { add("input", input.id.text, input.declaration, writtenAs: input.id.pattern) }
        for passage in edition.passages {
            add("text", passage.id.text, passage.declaration, writtenAs: passage.id.pattern, node: passage.node.name)
        }
        for claim in edition.claimList {
            add("claim", claim.id, claim.declaration, writtenAs: claim.pattern, node: "claims/\(claim.id)")
        }
        for parameter in P.Parameters.all {
            add("parameter", parameter.name, parameter.declaration)
            add("input", parameter.id, parameter.declaration)
        }
        for observable in P.observables { add("observable", observable.name, observable.declaration) }
        for named in edition.paper.namedDeclarations {
            add(named.kind, named.name, named.place, node: named.node)
        }
        for node in graph.nodes { add("node", node.name, node.place, node: node.name) }
        declarations = found
    }

    /// What an id is, one part for each thing of that name: its declaration, then the nodes down to the sources.
    ///
    /// - Throws: ``UnknownID``.
    func answer(for id: String) throws(UnknownID) -> [[Line]] {
        let named = declarations.filter { $0.name == id }
        guard !named.isEmpty else { throw UnknownID(id: id, known: declarations.map(\.name)) }
        // A node is told for itself only where nothing else has its name.
        let told = named.contains { $0.kind != "node" } ? named.filter { $0.kind != "node" } : named
        return told.map { declaration in
            [
                Line(
                    kind: declaration.kind, name: declaration.name, pattern: declaration.pattern,
                    declaration: declaration.place.map(sources.text))
            ] + (declaration.node.map(chain) ?? [])
        }
    }

    /// A node and all below it, each once, from the top down.
    private func chain(_ node: AnyNode) -> [Line] {
        var known: Set<AnyNode> = []
        var waiting = [node]
        var lines: [Line] = []
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard known.insert(next).inserted else { continue }
            waiting += next.upstream
            let isComputed = next.kind == .computation
            lines.append(
                Line(
                    kind: next.kind.rawValue, name: next.name, declaration: next.place.map(sources.text),
                    type: isComputed ? next.typeName : nil,
                    code: isComputed ? sources.place(ofType: next.typeName) : nil))
        }
        return lines
    }
}

/// A name that nothing has.
struct UnknownID: Error, CustomStringConvertible {
    var id: String
    var known: [String]

    var description: String {
        "nothing is called '\(id)'" + (nearestName(to: id, among: known).map { "; did you mean '\($0)'?" } ?? "")
            + " (an id of the text, a figure, a parameter, an observable or a node: 'list --nodes' shows these)"
    }
}
