import BuildGraph
import ExternalPrograms

/// A program that is not of this package, with what tells one version of it from another: its identity, which is in the key
/// of each ``Command`` that runs it.
///
/// Declaring one looks for nothing and starts nothing. The identity is a node, `programs/NAME`: it finds the program when
/// something that needs it is built, notes which files it looked at, and is asked again when one of them changed, such as
/// after an upgrade. An answer that comes out the same runs nothing further. A program that is not there is the failure of
/// that node, so that all that does without it can be built, listed and asked for.
public struct Program: Sendable {
    /// What identifies it, as lines that people can read.
    public let identity: Node<ProgramIdentity>
    let finder: ProgramFinder
    /// The program's own bytes, where a node makes them.
    let built: Node<Blob>?

    /// What tells two versions of a program apart.
    public enum Identity: Sendable {
        /// What the program prints when it is asked, such as `.version(["--version"])`: right for a program that is an
        /// installation of many files, such as a compiler, a script or what starts another program. The files that it opens
        /// to answer are noted; when one of them changes it is asked again. A change that its answer does not tell goes
        /// unnoticed.
        case version([String])
        /// The bytes of the program's file and of the libraries that it is linked with; of a script, also those of what
        /// interprets it. Right for a program that is one file. What it loads later, such as modules and plugins, is not
        /// seen, so that a shell script, which only starts others, is refused: use ``version(_:)``.
        case content
        /// A file that fixes each package of an installation, such as the lock file of pip or conda. That the program is
        /// installed by it is not checked.
        case lockFile(Node<Blob>)
    }

    /// A program that the search path leads to when it is needed.
    ///
    /// - Parameters:
    ///   - name: as one types it, or an absolute path.
    ///   - identity: what tells its versions apart.
    ///   - remedy: how to get it, for who does not have it: `apt install gnuplot-nox`.
    public static func find(
        _ name: String, identity: Identity, remedy: String? = nil, fileID: String = #fileID, line: Int = #line
    ) -> Program {
        var finder = ProgramFinder(name: name, source: .searched(SearchPath.ofThisProcess.folders), remedy: remedy)
        var lock: [Node<Blob>] = []
        switch identity {
        case .version(let question): finder.recognition = .version(question)
        case .content: finder.recognition = .content
        case .lockFile(let node):
            finder.recognition = .lockFile
            lock = [node]
        }
        return Program(finder, inputs: lock, built: nil, SourcePlace(fileID: fileID, line: line))
    }

    /// A Python that the search path leads to, identified by its version and those of packages, as it tells them itself.
    ///
    /// - Parameters:
    ///   - packages: distributions as pip names them, such as `numpy`. One that is not installed is an error that says how to
    ///     get it.
    ///   - name: the interpreter's, as one types it, or an absolute path, such as that of a virtual environment.
    public static func python(
        packages: [String] = [], name: String = "python3", fileID: String = #fileID, line: Int = #line
    ) -> Program {
        let finder = ProgramFinder(
            name: name, source: .searched(SearchPath.ofThisProcess.folders), recognition: .python(packages),
            remedy: "apt install python3")
        return Program(finder, inputs: [], built: nil, SourcePlace(fileID: fileID, line: line))
    }

    /// A program in the image of a container, run by Apptainer or Singularity and identified by the image's content.
    ///
    /// - Parameters:
    ///   - path: the image's file, `.sif`; absolute.
    ///   - name: the program in it, as one types it there.
    public static func image(
        _ path: String, program name: String, fileID: String = #fileID, line: Int = #line
    ) -> Program {
        let finder = ProgramFinder(
            name: name, source: .image(path, SearchPath.ofThisProcess.folders), recognition: .image,
            remedy: "install apptainer (apptainer.org)")
        return Program(finder, inputs: [], built: nil, SourcePlace(fileID: fileID, line: line))
    }

    /// A program that a node makes, such as one that a compiler wrote. It is identified by its bytes and those of the
    /// libraries that it is linked with.
    public init(built node: Node<Blob>, fileID: String = #fileID, line: Int = #line) {
        let finder = ProgramFinder(name: node.name, source: .built, recognition: .content)
        self.init(finder, inputs: [node], built: node, SourcePlace(fileID: fileID, line: line))
    }

    init(_ finder: ProgramFinder, inputs: [Node<Blob>], built: Node<Blob>?, _ place: SourcePlace) {
        self.finder = finder
        self.built = built
        identity = Node(
            "programs/\(finder.name)", fromEach: inputs, parameters: finder,
            tool: NodeTool(mayOpen: { finder.installation }),
            discovering: { finder, blobs in
                let found = try finder.recognise(blobs.first?.bytes)
                return Discovery(found.identity, files: found.files)
            }
        ).declared(at: place)
    }
}

/// What tells a program from its other versions.
public struct ProgramIdentity: Codable, Hashable, Sendable {
    /// For people: what it answered, or names with the SHA-256 of their bytes. A line each.
    public var text: String
}
