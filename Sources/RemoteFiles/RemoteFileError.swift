import BuildGraph

/// Why a file from elsewhere is not here: what each address gave, and what to do.
struct RemoteFileError: Error, CustomStringConvertible {
    var name: String
    var content: RemoteContent
    /// One for each address that was tried.
    var problems: [(address: String, text: String)]

    var description: String {
        let tried = problems.map { "\($0.address): \($0.text)" }.joined(separator: "\n  and from ")
        return """
            cannot bring \(name) from \(tried)
              \(Self.remedy(name, content))
            """
    }

    private static func remedy(_ name: String, _ content: RemoteContent) -> String {
        "correct the address, or put the file of \(content.bytes) bytes with the SHA-256 \(content.content?.hex ?? "?") at "
            + "\(RemoteContent.copyFolder)/\(name)"
    }
}

/// A declaration that names no file.
struct RemoteDeclarationError: Error, CustomStringConvertible {
    var name: String
    var problem: String

    var description: String {
        "the remote file \(name) cannot be fetched: \(problem)"
    }
}
