import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Glibc
import Manuscript

/// The arguments of every command that knows the paper.
struct PaperArguments<P: Paper>: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Change a parameter for this run, such as cuts.theta=2mrad; repeat for more ('list --parameters').",
            valueName: "name=value"))
    var assignments: [String] = []

    @Option(help: ArgumentHelp("The project's folder; found above the current one by default.", valueName: "folder"))
    var project: String?

    @Option(help: ArgumentHelp("Where results are cached; PROJECT/.paperbuild by default.", valueName: "folder"))
    var cache: String?

    @Option(
        help: ArgumentHelp(
            "The math font of the figures: latin-modern (the default), stix, or an OpenType math font's file.",
            valueName: "font"))
    var font: String?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help:
            "How many nodes run at once, as in -j4; one for each processor by default, fewer where few files may be open."
    )
    var jobs: Int?

    @OptionGroup var own: P.Parameters.Options

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs) is not possible; give 1 or more") }
    }

    /// How many nodes run at once: as many as wanted, and as there are files that may be open.
    var nodesAtOnce: Int { min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, OpenFileLimit.nodes) }

    /// The published parameters with what `--set` changes.
    func parameters() throws -> P.Parameters {
        let parameters = try P.Parameters(setting: assignments)
        try parameters.check()
        return parameters
    }

    func variant(in workspace: Workspace) throws -> Variant<P.Parameters> {
        Variant(try parameters(), options: own, project: workspace.root)
    }

    func workspace() throws -> Workspace {
        // Every relative path begins there.
        let start = try WorkingFolder.path()
        let place =
            try project.map { ProjectPlace(named: URL(filePath: $0).standardizedFileURL, sources: P.ownSources) }
            ?? .find(from: start, sources: P.ownSources)
        return Workspace(
            root: place.project, package: place.package,
            cache: cache.map { URL(filePath: $0) } ?? place.project.appending(path: ".paperbuild"), fontPath: font)
    }

    /// The paper with these parameters. LaTeX is left out where it is not needed or not there.
    func edition(in workspace: Workspace, tex: TeXInstallation? = nil) throws -> Edition<P> {
        try Edition(
            variant(in: workspace), renderer: try Renderer(fontPath: workspace.fontPath), tex: tex,
            workshop: workspace.workshop)
    }

    /// Whether what is built is not the published paper.
    var isVariant: Bool { !assignments.isEmpty || own.makesVariant }

    /// Where a variant has no folder to go to.
    func requireFolder(_ folder: String?) throws {
        guard isVariant, folder == nil else { return }
        throw WorkspaceError.variantNeedsFolder(options: ["--set"] + P.Parameters.Options.variantOptions)
    }

    /// - Parameter needsCache: whether a cache that cannot be written is an error. Who asks for a value only gets it all the
    ///   same, and is told that it is not kept.
    func engine(
        in workspace: Workspace, keepGoing: Bool = false, needsCache: Bool = true,
        observer: @escaping BuildObserver = { _ in }
    ) -> BuildEngine {
        let logs = workspace.logs
        let disk = DiskStore(workspace.cache)
        let store: any Store =
            needsCache
            ? disk
            : FallbackStore(disk) { error in note("warning: \(error)\n  what is computed now is not kept") }
        var engine = BuildEngine(
            store: store, digests: P.codeDigests, jobs: nodesAtOnce, keepGoing: keepGoing,
            sourceFolder: workspace.root
        ) { event in
            logs.note(event)
            observer(event)
        }
        engine.logFolder = logs.folder.path
        // In no key: what a copy is, its digest decides.
        engine.copyFolders = (ProcessInfo.processInfo.environment["PAPERBUILD_COPIES"] ?? "").split(separator: ":")
            .map(String.init)
        return engine
    }
}

/// The folders that a command works in.
struct Workspace {
    /// The project.
    var root: URL
    /// Where the program's Swift sources start.
    var package: URL
    var cache: URL
    var fontPath: String?

    /// Where LaTeX runs: beside what the store writes, so that the next build sweeps what a killed one leaves.
    var workshop: TypesetPaper.Workshop {
        TypesetPaper.Workshop(scratch: cache.appending(path: "tmp"), logs: logs.folder)
    }

    /// - Throws: ``WorkspaceError/noCache(folder:)`` where there is none to look at.
    func requireCache() throws {
        guard FileStamp.isFolder(cache.path) else { throw WorkspaceError.noCache(folder: cache.path) }
    }

    /// What each node's last run had to say.
    var logs: NodeLogs { NodeLogs(cache.appending(path: "logs")) }
}

/// The folder that the program was started in.
enum WorkingFolder {
    /// - Throws: ``WorkspaceError/noWorkingFolder(reason:)`` where it was deleted, or lies where one may not look.
    static func path() throws -> String {
        guard let path = getcwd(nil, 0) else {
            throw WorkspaceError.noWorkingFolder(reason: String(cString: strerror(errno)))
        }
        defer { free(path) }
        let text = String(cString: path)
        // What the kernel says of a folder that is not below this process's root.
        guard text.hasPrefix("/") else { throw WorkspaceError.noWorkingFolder(reason: "it is not below /") }
        return text
    }
}

enum WorkspaceError: Error, CustomStringConvertible {
    case noWorkingFolder(reason: String)
    case noProject(start: String)
    case noCache(folder: String)
    case variantNeedsFolder(options: [String])
    case folderInUse(folder: String, file: String)

    var description: String {
        switch self {
        case .noWorkingFolder(let reason):
            "the folder that this was started in cannot be found (\(reason)); it was deleted or moved: "
                + "cd to one that exists, and start again"
        case .noProject(let start):
            "there is no folder 'paper' with LaTeX sources in \(start) or above it; run it in the project or name "
                + "it with --project"
        case .noCache(let folder):
            "there is no cache in \(folder); a build makes one; or name the right folder with --cache"
        case .variantNeedsFolder(let options):
            "\(options.joined(separator: " and ")) make\(options.count == 1 ? "s" : "") a variant of the paper, which would "
                + "replace the published files; say where it goes: with --output FOLDER, or for flatten by its name"
        case .folderInUse(let folder, let file):
            "\(folder) holds '\(file)', which is not of the flat paper; nothing was written: "
                + "remove it or name another folder"
        }
    }
}

/// Text that goes beside the results, not among them: warnings and errors. What a reader wrote may be in it, which is
/// shown and not obeyed.
func note(_ text: String) { writeErrorLine(displayable(text)) }

/// A line that may have colours, of parts that are displayable.
func writeErrorLine(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
