import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import MuonePaper

/// The options of every command that knows the paper.
struct PaperOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Change a parameter for this run, such as cuts.theta=2mrad; repeat for more ('paperbuild list --parameters').",
            valueName: "name=value"))
    var assignments: [String] = []

    @Option(help: ArgumentHelp("The project's folder; found above the current one by default.", valueName: "folder"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            "The folder with tables of limits to draw along; PROJECT/limits by default.", valueName: "folder"))
    var limits: String?

    @Option(help: ArgumentHelp("Where results are cached; PROJECT/.paperbuild by default.", valueName: "folder"))
    var cache: String?

    @Option(
        help: ArgumentHelp(
            "The math font of the figures: latin-modern (the default), stix, or an OpenType math font's file.",
            valueName: "font"))
    var font: String?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: "How many nodes run at once, as in -j4; one for each processor by default.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs) is not possible; give 1 or more") }
    }

    func parameters() throws -> PaperParameters {
        let parameters = try PaperParameters(setting: assignments)
        try parameters.validate()
        return parameters
    }

    func workspace() throws -> Workspace {
        let root = try project.map { URL(filePath: $0).standardizedFileURL } ?? Workspace.findProject()
        return Workspace(
            root: root, cache: cache.map { URL(filePath: $0) } ?? root.appending(path: ".paperbuild"), fontPath: font)
    }

    /// The paper with these parameters. LaTeX is left out where it is not needed or not there.
    func paper(in workspace: Workspace, tex: TeXInstallation? = nil) throws -> Paper {
        try Paper(
            parameters(), sourceFolder: workspace.root, renderer: try Renderer(fontPath: workspace.fontPath), tex: tex,
            limits: try suppliedLimits(in: workspace), workshop: workspace.workshop)
    }

    /// Whether what is built is not the published paper.
    var isVariant: Bool { !assignments.isEmpty || limits != nil }

    /// The tables that a reader brings along: of the folder that was named, which must be there, or of the project.
    func suppliedLimits(in workspace: Workspace) throws -> SuppliedLimits {
        if let limits { return try SuppliedLimits(folder: URL(filePath: limits)) }
        return try SuppliedLimits(project: workspace.root)
    }

    func engine(
        in workspace: Workspace, keepGoing: Bool = false, observer: @escaping BuildObserver = { _ in }
    ) -> BuildEngine {
        let logs = workspace.logs
        return BuildEngine(
            store: DiskStore(workspace.cache), digests: .ofThisProgram, jobs: jobs, keepGoing: keepGoing,
            sourceFolder: workspace.root
        ) { event in
            logs.note(event)
            observer(event)
        }
    }
}

/// The folders that a command works in.
struct Workspace {
    var root: URL
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

    /// The nearest folder, from the current one upwards, that has the paper in it.
    static func findProject() throws -> URL {
        let start = URL(filePath: FileManager.default.currentDirectoryPath).standardizedFileURL
        var folder = start
        while true {
            if FileManager.default.fileExists(atPath: folder.appending(path: "paper/main.tex").path) { return folder }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path else { throw WorkspaceError.noProject(start: start.path) }
            folder = parent
        }
    }
}

enum WorkspaceError: Error, CustomStringConvertible {
    case noProject(start: String)
    case noCache(folder: String)
    case variantNeedsOutput
    case variantNeedsFolder
    case folderInUse(folder: String, file: String)

    var description: String {
        switch self {
        case .noProject(let start):
            "there is no paper/main.tex in \(start) or above it; run paperbuild in the project or name it with --project"
        case .noCache(let folder):
            "there is no cache in \(folder); run paperbuild to make one, or name the right folder with --cache"
        case .variantNeedsOutput:
            "--set and --limits make a variant of the paper, which would replace the published files; "
                + "say where it goes with --output FOLDER"
        case .variantNeedsFolder:
            "--set and --limits make a variant of the paper; name the folder that it goes to"
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
