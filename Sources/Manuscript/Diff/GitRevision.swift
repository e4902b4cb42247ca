import BuildGraph
import ExternalPrograms
import Foundation

/// Reads the built files of a revision from git's own store: no checkout, and the work tree stays as it is.
package struct GitRevision: Sendable {
    /// A folder of the repository: the paper's.
    package var folder: URL
    /// As the user named it.
    package var revision: String

    package init(_ revision: String, in folder: URL) {
        self.revision = revision
        self.folder = folder
    }

    /// The revision's `figures/` and `paper/`.
    ///
    /// - Throws: ``DifferenceError``: no git, no repository, no such revision, no figures there.
    package func snapshot() throws -> PaperSnapshot {
        let commit = try resolved()
        let listing = try git(["ls-tree", "-r", "-z", commit, "figures/", "paper/"])
        let entries = listing.split(separator: 0).compactMap { line -> (object: String, path: String)? in
            // MODE blob OBJECT<tab>PATH
            let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", maxSplits: 1)
            let fields = parts.first?.split(separator: " ") ?? []
            guard parts.count == 2, fields.count == 3, fields[1] == "blob" else { return nil }
            return (String(fields[2]), String(parts[1]))
        }.filter { Self.figure($0.path).map(PaperSnapshot.isCompared) ?? PaperSnapshot.isHeld($0.path) }
        guard entries.contains(where: { Self.figure($0.path) != nil }) else {
            throw DifferenceError.noFigures(revision: revision)
        }
        let request = entries.map(\.object).joined(separator: "\n") + "\n"
        let objects = try Self.objects(git(["cat-file", "--batch"], input: Array(request.utf8)))
        guard objects.count == entries.count else {
            throw DifferenceError.git("it did not give all files of \(revision)")
        }
        let files = Dictionary(zip(entries.map(\.path), objects), uniquingKeysWith: { $1 })
        return PaperSnapshot(
            name: Self.title(revision, commit),
            files: Dictionary(
                files.compactMap { path, bytes in Self.figure(path).map { ($0, bytes) } }, uniquingKeysWith: { $1 }),
            texts: files.filter { Self.figure($0.key) == nil })
    }

    /// The name of a file that lies in `figures/` itself.
    private static func figure(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        return parts.count == 2 && parts[0] == "figures" ? String(parts[1]) : nil
    }

    /// Sources that differ between the revision and the work tree, relative to the repository.
    ///
    /// - Parameter root: the folder in which the Swift sources are; the paper's own where that is not another one.
    package func changedSources(alsoOf root: URL? = nil) throws -> [String] {
        let commit = try resolved()
        let program = ["Sources", "Package.swift", "Package.resolved"].map { name in
            root.map { $0.appending(path: name).path } ?? name
        }
        let own = root.map { $0.standardizedFileURL.path != folder.standardizedFileURL.path } ?? false
        // Of a project inside of a package all is its own.
        let places = program + (own ? ["."] : ["paper"])
        let names = try git(["diff", "--name-only", "-z", commit, "--"] + places)
        let untracked = try git(["ls-files", "--others", "--exclude-standard", "-z", "--"] + places)
        return (names.split(separator: 0) + untracked.split(separator: 0)).map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.contains("paper/generated/") && !$0.contains("figures/") && !$0.hasSuffix(".pdf") }
    }

    private static func title(_ revision: String, _ commit: String) -> String {
        commit.hasPrefix(revision) ? String(commit.prefix(10)) : "\(revision) (\(commit.prefix(10)))"
    }

    /// The revision's commit.
    private func resolved() throws -> String {
        let inside = try run(["rev-parse", "--is-inside-work-tree"])
        guard inside.succeeded else {
            // Git also refuses what is a repository, such as one of another user.
            guard Self.text(inside.errors).contains("not a git repository") else { throw failure(inside) }
            throw DifferenceError.noRepository(
                folder: folder.path, revision: revision,
                ignored: Self.foreignVariables.filter { ProcessInfo.processInfo.environment[$0] != nil })
        }
        let found = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
        guard found.succeeded else { throw try unknown() }
        return Self.text(found.output)
    }

    /// Why the revision is none.
    private func unknown() throws -> DifferenceError {
        let names = try Self.text(
            git(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"]))
        let known = names.split(separator: "\n").map(String.init)
        let head = try run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
        guard head.succeeded || !known.isEmpty else { return .noCommits(folder: folder.path) }
        return .unknownRevision(
            revision, near: nearestName(to: revision, among: known + (head.succeeded ? ["HEAD"] : [])),
            isShallow: try Self.text(git(["rev-parse", "--is-shallow-repository"])) == "true")
    }

    /// The contents in the answer of `git cat-file --batch`: a line with type and size before each, a line break after.
    private static func objects(_ answer: [UInt8]) -> [[UInt8]] {
        var objects: [[UInt8]] = []
        var rest = answer[...]
        while let end = rest.firstIndex(of: 10) {
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            guard words.count == 3, let size = Int(words[2]), rest.endIndex - end > size + 1 else { break }
            objects.append(Array(rest[(end + 1)..<(end + 1 + size)]))
            rest = rest[(end + 2 + size)...]
        }
        return objects
    }

    /// What would make git look at another repository than that of the folder: a hook, or a shell that worked elsewhere,
    /// has them set.
    private static let foreignVariables = [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    ]

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Git's own reason.
    private func failure(_ run: ExternalProgram.Run) -> DifferenceError {
        let problem = Self.text(run.errors)
        return .git(problem.isEmpty ? "\(run.end)" : problem)
    }

    /// The output of a run that succeeds.
    private func git(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
        let run = try run(arguments, input: input)
        guard run.succeeded else { throw failure(run) }
        return run.output
    }

    private func run(_ arguments: [String], input: [UInt8] = []) throws -> ExternalProgram.Run {
        guard let program = SearchPath.ofThisProcess.program("git") else { throw DifferenceError.noGit }
        let environment = ProcessInfo.processInfo.environment
            .filter { !Self.foreignVariables.contains($0.key) }
            // Nobody is there to be asked for a password.
            .merging(["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"]) { $1 }
        do {
            return try ExternalProgram(
                program, ["-C", folder.path] + arguments, environment: environment, input: input
            ).run()
        } catch {
            throw DifferenceError.git("\(error)")
        }
    }
}

/// Why two papers cannot be compared.
package enum DifferenceError: Error, Equatable, CustomStringConvertible {
    case nothingToCompare(old: String, new: String)
    case noPaper(folder: String, reason: String)
    /// It cannot be read.
    case notRead(file: String, reason: String)
    /// It is not what it should be.
    case unreadable(file: String)
    case noDocument(String, known: [String])
    case noGit
    /// `ignored` are the settings of git's environment that would name another one.
    case noRepository(folder: String, revision: String, ignored: [String])
    case noCommits(folder: String)
    case unknownRevision(String, near: String?, isShallow: Bool)
    case noFigures(revision: String)
    case git(String)

    package var description: String {
        switch self {
        case .nothingToCompare(let old, let new):
            "there are no figures in \(old)/figures or \(new)/figures to compare; build the paper first"
        case .noPaper(let folder, let reason):
            "\(folder) has no built paper: \(reason); name a folder that 'paperbuild --output' has written"
        case .notRead(let file, let reason):
            "\(file) cannot be read: \(reason); build the paper again, or put the file in its place"
        case .unreadable(let file):
            "\(file) is not what paperbuild writes; build the paper again or restore the file"
        case .noDocument(let name, let known):
            "neither paper has a document '\(name)'; there is \(known.joined(separator: ", "))"
        case .noGit:
            "there is no git on the PATH to read a revision with; install it (sudo apt-get install git), "
                + "or compare with a folder: --against FOLDER"
        case .noRepository(let folder, let revision, let ignored):
            "'\(revision)' is no folder, and \(folder) is not in a git repository whose revision it could be; "
                + "name a folder that has figures/ in it, or run this in the paper's repository"
                + (ignored.isEmpty
                    ? ""
                    : " (\(ignored.joined(separator: ", ")) is not heeded: the repository is the one around the paper)")
        case .noCommits(let folder):
            "the git repository of \(folder) has no commit yet to compare with; commit the built paper first, "
                + "or compare with a folder: --against FOLDER"
        case .unknownRevision(let name, let near, let isShallow):
            "'\(name)' is neither a folder nor a revision of this repository"
                + (near.map { "; did you mean '\($0)'?" }
                    ?? "; 'git log --oneline' and 'git branch -a' show what there is")
                + (isShallow
                    ? "; this is a shallow clone, which lacks older commits: 'git fetch --unshallow' brings them" : "")
        case .noFigures(let revision):
            "there are no figures in the revision '\(revision)'; choose a later one, "
                + "or build that revision into a folder and compare with that: --against FOLDER"
        case .git(let problem):
            "git failed: \(problem)\n  mend that, or compare with a folder: --against FOLDER"
        }
    }
}
