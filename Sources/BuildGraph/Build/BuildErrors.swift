/// All errors that the engine shows to people: what happened with the values, who asked, what to do.
public enum BuildGraphError: Error, Sendable {
    /// Two different steps have one name.
    case duplicateName(String, first: String, second: String)
    /// One step is declared at two places under one name.
    case declaredTwice([String], step: String, at: [String])
    /// Closures hold values that no key contains.
    case capturedValues([CapturingNode])
    /// One output file would lie in the place of another one's folder.
    case nestedClaim(outer: String, inner: String)
    /// Two nodes are to write one file.
    case doubleClaim(path: String, first: String, second: String)
    /// An output's path leaves its folder, or is none.
    case badOutputPath(String, node: String)
    /// A node's type or closure is of a module whose digest is not known: the plugin does not run for it.
    case unknownModule(String, node: String, type: String, known: [String])
    /// A computation's type is private or local, so that it has no name for a key.
    case unstableType(String, node: String)
    /// A node's parameters cannot be encoded: a number that is none, for example.
    case parametersNotEncodable(node: String, problem: String)
    /// An input file is not there, or is no regular file that can be read.
    case missingInputFile(path: String, problem: String)
    /// No node of the graph has such a name.
    case unknownNode(String, known: [String])
    /// The cache's folder takes no file.
    case storeNotWritable(path: String, problem: String)
    /// An output file cannot be written.
    case outputNotWritable(path: String, problem: String)
    /// A stored result is not of the type that its node gives.
    case resultUndecodable(node: String, problem: String)
    /// A node gave two results under one key: it reads something that it does not declare.
    case unrepeatable(node: String)
    /// Nodes failed; with all causes and with what was done nevertheless.
    case buildFailed(BuildFailure)
    /// The engine contradicts itself, which is a fault of the program.
    case internalInconsistency(String)
}

/// The failures of a build, root causes first, with what was done nevertheless.
public struct BuildFailure: Error, Sendable {
    /// One failed node.
    public struct Cause: Sendable, Codable, Hashable {
        /// The name of the node that failed.
        public var node: String
        /// What its computation threw, as text.
        public var message: String
        /// The chain of nodes or files that asked for it, nearest first.
        public var neededBy: [String]
    }

    /// In topological order.
    public var causes: [Cause]
    /// The nodes that were not tried because of them.
    public var skipped: [String]
    /// What the build did before and beside it.
    public var report: BuildReport
}

extension BuildGraphError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicateName(let name, let first, let second):
            """
            two different nodes are named "\(name)"
              one runs \(first), the other \(second)
              give one of them another name
            """
        case .declaredTwice(let names, let step, let places):
            """
            the node "\(names.first ?? "")" is declared twice\(Self.others(names))
              at \(places.joined(separator: " and ")); both run \(step)
              declare it once, as a constant, and use that value wherever its result is needed
            """
        case .capturedValues(let nodes):
            """
            \(nodes.count == 1 ? "a closure captures" : "\(nodes.count) closures capture") values, which are in no key: a \
            result of old ones would be used for new ones
              \(nodes.map { "node \($0.name), written at \($0.place)" }.joined(separator: "\n  "))
              pass the values as `parameters:`, which the closure gets as its first argument and the key contains; in the \
            place of a function's or a key path's name write a closure, { f($0) }
            """
        case .doubleClaim(let path, let first, let second):
            """
            two nodes claim the output file \(path)
              \(first) and \(second)
              give one of them another path
            """
        case .nestedClaim(let outer, let inner):
            """
            the output \(outer) is a file, but \(inner) needs a folder of that name
              give one of them another path
            """
        case .badOutputPath(let path, let node):
            """
            "\(path)" cannot be an output path (node \(node))
              write it relative to the output folder, without "." or ".." components
            """
        case .unknownModule(let module, let node, let type, let known):
            """
            no code digest for module \(module)
              node \(node) runs \(type)
              \(suggestion(module, known))apply the FingerprintSources plugin to a target that depends on \(module)
            """
        case .unstableType(let type, let node):
            """
            the type \(type) has no name that stays the same from run to run
              node \(node) runs it
              make the type internal or public, and not local to a function
            """
        case .parametersNotEncodable(let node, let problem):
            """
            the parameters of node \(node) cannot be encoded
              \(problem)
              use parameters that are plain Codable values
            """
        case .missingInputFile(let path, let problem):
            """
            cannot read the input file \(path): \(problem)
              put the file there, or correct its path
            """
        case .unknownNode(let name, let known):
            """
            there is no node named "\(name)"
              \(suggestion(name, known))`paperbuild list` prints all names
            """
        case .storeNotWritable(let path, let problem):
            """
            cannot write to the cache: \(path): \(problem)
              nothing was lost; free space, correct the permissions or choose another cache folder
            """
        case .outputNotWritable(let path, let problem):
            """
            cannot write the output file \(path): \(problem)
              move away what is in its place, correct the permissions, free space or choose another output folder
            """
        case .resultUndecodable(let node, let problem):
            """
            the stored result of node \(node) is not of the type that its reader expects
              \(problem)
              the coding of that type is not its own inverse: write a test that encodes and decodes it
            """
        case .unrepeatable(let node):
            """
            node \(node) gives other bytes each time it runs on the same inputs
              remove what is not an input: clocks, random seeds, unordered collections, undeclared files
            """
        case .buildFailed(let failure): failure.description
        case .internalInconsistency(let what):
            "internal inconsistency: \(what)\n  this is a defect of the build engine; please report it"
        }
    }

    private static func others(_ names: [String]) -> String {
        let others = Set(names.dropFirst()).sorted()
        return others.isEmpty ? "" : ", and so \(others.count == 1 ? "is" : "are") \(others.joined(separator: ", "))"
    }

    private func suggestion(_ name: String, _ known: [String]) -> String {
        nearestName(to: name, among: known).map { "did you mean \($0)?\n  " } ?? ""
    }
}

extension BuildFailure: CustomStringConvertible {
    public var description: String { text { _ in nil } }

    /// The failures for people, root causes first.
    ///
    /// - Parameter log: the place of a node's log, if there is one.
    public func text(log: (_ node: String) -> String?) -> String {
        var lines: [String] = []
        for cause in causes {
            lines.append("node \(cause.node) failed: \(cause.message)")
            if !cause.neededBy.isEmpty { lines.append("  needed by \(cause.neededBy.joined(separator: ", for "))") }
            if let log = log(cause.node) { lines.append("  log: \(log)") }
        }
        if !skipped.isEmpty {
            let shown = skipped.prefix(5).joined(separator: ", ")
            let more = skipped.count > 5 ? " and \(skipped.count - 5) more" : ""
            lines.append("not built because of that: \(shown)\(more)")
        }
        return lines.joined(separator: "\n")
    }
}
