import ContentHash
import ExternalPrograms
import Foundation
import ProgramNodes

/// One document's way through LaTeX, in a folder of its own: nothing of the user's environment reaches it, nothing of it
/// leaves the folder, and every file outside that it looks at is noted.
struct TeXRun {
    private let tex: TeXInstallation
    /// With links resolved, as the programs report paths.
    private let folder: URL
    private let tree: URL
    private let environment: [String: String]
    private let placed: Set<String>
    /// Files outside the folder that the programs opened, and paths where another file would be found before one of them.
    private(set) var opened: Set<String> = []

    /// - Parameters:
    ///   - folder: an empty folder of the run's own.
    ///   - files: every file that the document may read, by its path in the tree.
    init(_ tex: TeXInstallation, in folder: URL, files: [(path: String, bytes: [UInt8])]) throws {
        self.tex = tex
        self.folder = folder.resolvingSymlinksInPath()
        tree = self.folder.appending(path: "tree")
        let home = self.folder.appending(path: "home")
        for folder in [tree, home] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        for (path, bytes) in files {
            let file = tree.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        placed = Set(files.map(\.path))
        environment = Self.environment(tex, home: home.path)
    }

    /// All that the programs get to know of the world. The home is empty, so that no tree of the user's is searched.
    private static func environment(_ tex: TeXInstallation, home: String) -> [String: String] {
        let own = URL(filePath: tex.pdflatex).deletingLastPathComponent().path
        return [
            "PATH": own + ":/usr/bin:/bin", "HOME": home, "TMPDIR": home, "VARTEXFONTS": home + "/fonts",
            "LC_ALL": "C", "TZ": "UTC", "SOURCE_DATE_EPOCH": "946684800", "FORCE_SOURCE_DATE": "1",
            // Writes below its folder only; reads no hidden file. 'p' would forbid the figures beside its folder.
            "openout_any": "p", "openin_any": "r",
            // Log lines are not broken, so that problems can be read from them.
            "max_print_line": "10000",
            // Each file that is opened, on the standard error: BibTeX has no other record of them.
            "KPATHSEA_DEBUG": "4",
        ]
    }

    /// Runs pdflatex, and BibTeX where it is asked for, until nothing changes any more.
    ///
    /// - Parameters:
    ///   - main: the root's path in the tree.
    ///   - withBibTeX: false where a `.bbl` is among the files.
    /// - Throws: ``TypesettingError/failed(file:problems:log:)`` without a log's place, or what kept a program from running.
    mutating func typeset(_ main: String, withBibTeX: Bool) throws {
        try noteSearchedPlaces()
        let root = tree.appending(path: main)
        let name = root.deletingPathExtension().lastPathComponent
        var state: ContentDigest?
        var cited: ContentDigest?
        for _ in 1...Self.roundLimit {
            let run = try start(
                tex.pdflatex,
                [
                    "-no-shell-escape", "-recorder", "-interaction=nonstopmode", "-halt-on-error",
                    root.lastPathComponent,
                ], root)
            noteRecorded(root)
            guard run.succeeded else {
                let problems = TeXLog.problems(in: text(root, "log"))
                throw Failure(problems.isEmpty ? ["pdflatex ended with \(run.ending)\(Self.last(run))"] : problems)
            }
            let request = withBibTeX ? try bibliographyRequest() : nil
            if let request, request != cited {
                guard let bibtex = tex.bibtex else { throw TypesettingError.missingProgram("bibtex") }
                let run = try start(bibtex, [name], root)
                guard run.succeeded else {
                    let problems = TeXLog.bibliographyProblems(in: text(root, "blg"))
                    throw Failure(problems.isEmpty ? ["bibtex ended with \(run.ending)\(Self.last(run))"] : problems)
                }
                cited = request
            }
            let now = try auxiliaryState()
            if now == state { return }
            state = now
        }
        throw Failure(["references still move after \(Self.roundLimit) runs"])
    }

    /// Seconds for one run: far more than a book takes, so that a macro that never ends does.
    private static let timeLimit = 600.0

    /// Runs settle after three or four.
    private static let roundLimit = 10

    /// What is wrong with the document.
    struct Failure: Error {
        var problems: [String]

        init(_ problems: [String]) { self.problems = problems }
    }

    /// A file that the run made beside its root, such as the one that ends in `pdf`; nil where it made none.
    func product(_ ending: String, of main: String) -> [UInt8]? {
        (try? Data(contentsOf: tree.appending(path: main).deletingPathExtension().appendingPathExtension(ending)))
            .map { Array($0) }
    }

    private func text(_ root: URL, _ ending: String) -> String {
        (try? Data(contentsOf: root.deletingPathExtension().appendingPathExtension(ending)))
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What a program printed last, where there is anything: it may be all that it had to say.
    private static func last(_ run: ExternalProgram.Run) -> String {
        let lines = run.text.split(separator: "\n").filter { !$0.hasPrefix("kdebug:") }
        return lines.last.map { " after printing: \($0.prefix(300))" } ?? ""
    }

    private mutating func start(
        _ program: String, _ arguments: [String], _ root: URL
    ) throws -> ExternalProgram.Run {
        opened.insert(program)
        var external = ExternalProgram(
            program, arguments, in: root.deletingLastPathComponent().path, environment: environment)
        external.timeLimit = Self.timeLimit
        let run = try external.runInNode()
        note(Self.openedFiles(String(decoding: run.errors, as: UTF8.self)))
        return run
    }

    // MARK: What changes from run to run

    /// All that LaTeX left for its next run.
    private func auxiliaryState() throws -> ContentDigest {
        try digest { !placed.contains($0) && !Self.isResult($0) }
    }

    /// What BibTeX makes its list from; nil where no `.aux` asks for one.
    private func bibliographyRequest() throws -> ContentDigest? {
        var lines: [String] = []
        for path in files() where path.hasSuffix(".aux") {
            let text = String(decoding: try Data(contentsOf: tree.appending(path: path)), as: UTF8.self)
            lines += text.split(separator: "\n").filter { line in
                ["\\citation{", "\\bibdata{", "\\bibstyle{"].contains { line.hasPrefix($0) }
            }.map(String.init)
        }
        guard lines.contains(where: { $0.hasPrefix("\\bibdata{") }) else { return nil }
        let databases = try digest { $0.hasSuffix(".bib") && !placed.contains($0) }
        return ContentDigest(of: lines.joined(separator: "\n") + databases.hex)
    }

    private static func isResult(_ path: String) -> Bool {
        [".pdf", ".log", ".fls", ".blg"].contains { path.hasSuffix($0) }
    }

    private func digest(_ isCounted: (String) -> Bool) throws -> ContentDigest {
        var text = ""
        for path in files() where isCounted(path) {
            let bytes = Array(try Data(contentsOf: tree.appending(path: path)))
            text += "\(path) \(ContentDigest(of: bytes).hex)\n"
        }
        return ContentDigest(of: text)
    }

    private func files() -> [String] {
        var isFolder: ObjCBool = false
        return (FileManager.default.enumerator(atPath: tree.path)?.compactMap { $0 as? String } ?? []).filter {
            FileManager.default.fileExists(atPath: tree.appending(path: $0).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    // MARK: What it opened

    private mutating func note(_ paths: some Sequence<String>) {
        for path in paths where path.hasPrefix("/") && !path.hasPrefix(folder.path + "/") && !path.hasPrefix("/dev/") {
            opened.insert(path)
        }
    }

    /// pdfTeX's own record.
    private mutating func noteRecorded(_ root: URL) {
        note(
            text(root, "fls").split(separator: "\n").filter { $0.hasPrefix("INPUT ") }
                .map { String($0.dropFirst("INPUT ".count)) })
    }

    /// The files of lines such as `kdebug:fopen(/etc/texmf/web2c/texmf.cnf, r) => 0x55e9184e5600`.
    static func openedFiles(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("kdebug:fopen("), let end = line.range(of: ") => ", options: .backwards),
                let comma = line[..<end.lowerBound].range(of: ", ", options: .backwards),
                line[comma.upperBound..<end.lowerBound].hasPrefix("r")
            else { return nil }
            return String(line[line.index(line.startIndex, offsetBy: "kdebug:fopen(".count)..<comma.lowerBound])
        }
    }

    /// Notes where a new file would be found before those that are: configurations, the lists of what is in a tree, and
    /// the folders of a tree that is searched without a list.
    private mutating func noteSearchedPlaces() throws {
        guard let kpsewhich = tex.kpsewhich else { throw TypesettingError.missingProgram("kpsewhich") }
        opened.insert(kpsewhich)
        func ask(_ question: String...) throws -> [String] {
            let run = try ExternalProgram(
                kpsewhich, ["-progname=pdflatex", "-engine=pdftex"] + question, in: tree.path, environment: environment
            ).runInNode()
            guard run.succeeded else { throw Failure(["\(kpsewhich) ended with \(run.ending)\(Self.last(run))"]) }
            return String(decoding: run.output, as: UTF8.self).split(whereSeparator: { $0 == ":" || $0 == "\n" })
                .map(String.init)
        }
        note(try ask("-show-path=cnf").map { $0 + "/texmf.cnf" })
        note(try ask("-show-path=ls-R").flatMap { folder in ["ls-R", "ls-r", "aliases"].map { folder + "/" + $0 } })
        for place in try ask("-expand-braces=$TEXMF") where place.hasPrefix("/") {
            guard !place.hasPrefix(folder.path + "/") else { continue }
            let below = FileManager.default.enumerator(
                at: URL(filePath: place), includingPropertiesForKeys: [.isDirectoryKey])
            opened.insert(place)
            while let found = below?.nextObject() as? URL {
                if found.hasDirectoryPath { note([found.path]) }
            }
        }
    }
}
