import Foundation
import Glibc
import Manuscript
import Testing

@Suite("The gate of CI")
struct DiffTests {
    private func diff(_ old: URL, _ new: URL, _ options: String...) async throws -> Outcome {
        try await Program.run(["diff", "--against", old.path, new.path] + options)
    }

    @Test("passes a paper that is the same")
    func same() async throws {
        let paper = try await BuiltPaper.shared()
        let outcome = try await diff(paper.output, paper.output)
        #expect(outcome.status == 0)
        let verdicts = outcome.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(verdicts.allSatisfy { $0 == "unchanged" } && verdicts.count == BuiltPaper.figures.count + 2)
        #expect(!outcome.output.contains("not checked"), "\(outcome.output)")
    }

    @Test("fails when a constant changed, and names the series and the numbers that moved, by how much, and the cause")
    func constant() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        let built = try await paper.run(
            "build", "-q", "figures", "numbers", "--set", "constants.inverse-alpha=137.0", "--output", folder.url.path)
        #expect(built.status == 0, "\(built.errors)")

        let outcome = try await diff(paper.output, folder.url, "--json", "--cache", paper.cache.path)
        #expect(outcome.status == 1)
        let report = try outcome.json()
        #expect(report["schema"]?.number == 2)
        var figures: [String: JSONValue] = [:]
        for figure in try #require(report["figures"]).elements { figures[try #require(figure["name"]?.text)] = figure }
        // σ ∝ α²: the elastic kinematics does not know α.
        #expect(figures["elastic-cut"]?["verdict"]?.text == "unchanged")
        let spectrum = try #require(figures["electron-energy"])
        let change = try #require(spectrum["changes"]?.elements.first { $0["path"]?.text == "marks.[light].y" })
        let expected = 1 - (137.0 / 137.036) * (137.0 / 137.036)
        #expect(abs(try #require(change["largestRelativeChange"]?.number) / expected - 1) < 1e-3)
        #expect(try #require(change["largestChangeInErrors"]?.number) > 1)
        let causes = try #require(spectrum["causes"]).elements.compactMap(\.text)
        #expect(
            causes.contains { $0.contains("nverseFineStructure changed from 137.036 to 137.0 (signal/light/spectrum") })
        #expect(!causes.contains { $0.contains("code of module") })
        let moved = try #require(report["numbers"]).elements.filter { $0["changes"]?.elements.isEmpty == false }
            .compactMap { $0["id"]?.text }
        #expect(moved.contains("signal/heavy/events"))
        // Kinematics and the boson's own loop do not know the photon's coupling.
        let untouched = ["elastic/sqrt-s", "elastic/max-angle", "elastic/min-energy", "gminus2/light/coupling"]
        #expect(Set(moved).isDisjoint(with: untouched))

        let plain = try await diff(paper.output, folder.url)
        #expect(plain.output.contains("light moved by 0.0525"), "\(plain.output)")
        let details = try await diff(paper.output, folder.url, "--verbose")
        #expect(details.status == 1 && details.output.contains("marks.[light].y moved by 0.0525"))
        let loose = try await diff(paper.output, folder.url, "--tolerance", "0.01", "--json").json()
        let remaining = try #require(loose["figures"]).elements.flatMap { $0["changes"]?.elements ?? [] }
        // Cells of a few sampled events move by more, within their errors.
        #expect(
            !remaining.contains { $0["kind"]?.text == "data" && ($0["largestChangeInErrors"]?.number ?? .infinity) > 1 }
        )
    }

    @Test("fails when a figure is missing")
    func missing() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: paper.output.appending(path: "figures"), to: folder("figures"))
        for file in try FileManager.default.contentsOfDirectory(atPath: folder("figures").path)
        where file.hasPrefix("reach.") {
            try FileManager.default.removeItem(at: folder("figures/\(file)"))
        }
        let outcome = try await diff(paper.output, folder.url)
        #expect(outcome.status == 1 && outcome.output.contains("removed       reach"))
    }

    @Test("names what is no file in the place of one, and waits for nothing", arguments: ["folder", "pipe", "link"])
    func noFile(_ kind: String) async throws {
        let folder = try Scratch()
        _ = try folder.file("a/figures/plain.json", "{}")
        let path = folder("a/figures/results.lock").path
        switch kind {
        case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        case "pipe": try #require(mkfifo(path, 0o600) == 0)
        default: try #require(symlink("nowhere", path) == 0)
        }
        let outcome = try await diff(folder("a"), folder("a"))
        let reasons = ["folder": "it is a folder", "pipe": "it is a named pipe", "link": "No such file"]
        #expect(outcome.status == 2 && outcome.errors.contains(path), "\(outcome.errors)")
        #expect(outcome.errors.contains(try #require(reasons[kind])), "\(outcome.errors)")
    }

    @Test("fails clearly, and not as a change does, where there is nothing to compare, and on a file that is broken")
    func unreadable() async throws {
        let folder = try Scratch()
        let nothing = try await diff(folder("a"), folder("b"))
        #expect(nothing.status == 2 && nothing.errors.contains("has no built paper: "))
        let broken = try folder.file("a/figures/reach.json", "{")
        let outcome = try await diff(folder("a"), folder("a"))
        #expect(outcome.status == 2 && outcome.errors.contains(broken.path))
    }
}

@Suite("Comparing with a revision")
struct RevisionDiffTests {
    /// A repository with a paper of one figure: without figures at `start`, with them at `HEAD`.
    private struct Repository {
        let folder: Scratch

        init() throws {
            folder = try Scratch()
            _ = try folder.file("paper/main.tex", "")
            try git("init", "-q", "-b", "trunk")
            try commit("start")
            try git("tag", "start")
            _ = try folder.file(
                "figures/plain.json", #"{"marks": [{"id": "a", "mark": "points", "x": [1], "y": [1]}]}"#)
            _ = try folder.file("figures/results.lock", #"{"quantities": {}, "claims": {"c": "reproduced"}}"#)
            try commit("figures")
        }

        func git(_ arguments: String...) throws {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
            process.arguments = ["git", "-C", folder.url.path] + identity + arguments
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }

        private func commit(_ message: String) throws {
            try git("add", "-A")
            try git("commit", "-q", "-m", message)
        }

        func diff(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
            try await Program.run(["diff"] + arguments, in: folder.url, environment: environment)
        }
    }

    @Test("needs no checkout: by default it is the last commit, and the work tree stays as it is")
    func head() async throws {
        let repository = try Repository()
        #expect(try await repository.diff().status == 0)
        _ = try repository.folder.file(
            "figures/plain.json", #"{"marks": [{"id": "a", "mark": "points", "x": [1], "y": [2]}]}"#)
        let before = try Scratch.files(below: repository.folder("figures"))
        let outcome = try await repository.diff("--verbose")
        #expect(outcome.status == 1 && outcome.output.contains("marks.[a].y moved by 50 %"), "\(outcome)")
        #expect(try await repository.diff("--against", "trunk").status == 1)
        #expect(try Scratch.files(below: repository.folder("figures")) == before)
        try repository.git("diff", "--cached", "--quiet")
    }

    @Test("tells verdicts that changed")
    func verdict() async throws {
        let repository = try Repository()
        _ = try repository.folder.file("figures/results.lock", #"{"quantities": {}, "claims": {"c": "differs"}}"#)
        let outcome = try await repository.diff()
        #expect(outcome.status == 1 && outcome.output.contains("c: reproduced → differs"))
    }

    @Test("answers an unknown revision with a near name, and one without figures with what to do")
    func unknown() async throws {
        let repository = try Repository()
        let near = try await repository.diff("--against", "trnk")
        #expect(near.status == 2 && near.errors.contains("did you mean 'trunk'?"), "\(near.errors)")
        let far = try await repository.diff("--against", "0123456789abcdef")
        #expect(far.status == 2 && far.errors.contains("git log"))
        let dash = try await repository.diff("--against=--output=x")
        #expect(dash.status == 2 && dash.errors.contains("neither a folder nor a revision"))
        let empty = try await repository.diff("--against", "start")
        #expect(empty.status == 2 && empty.errors.contains("no figures in the revision 'start'"))
    }

    @Test("says when there is no git, or no repository")
    func noGit() async throws {
        let repository = try Repository()
        let withoutGit = try await repository.diff(environment: ["PATH": repository.folder("bin").path])
        #expect(withoutGit.status == 2 && withoutGit.errors.contains("no git on the PATH"), "\(withoutGit.errors)")
        try FileManager.default.removeItem(at: repository.folder(".git"))
        let outside = try await repository.diff(environment: ["GIT_CEILING_DIRECTORIES": "/"])
        #expect(outside.status == 2 && outside.errors.contains("not in a git repository"), "\(outside.errors)")
        #expect(!outside.errors.contains("not heeded"))
    }

    @Test("looks at the paper's repository, whatever a hook or another shell has set for git")
    func foreignVariables() async throws {
        let (repository, other) = (try Repository(), try Scratch())
        let foreign = [
            "GIT_DIR": other(".git").path, "GIT_WORK_TREE": other.url.path, "GIT_INDEX_FILE": other("index").path,
            "GIT_OBJECT_DIRECTORY": other("objects").path,
        ]
        let outcome = try await repository.diff(environment: foreign)
        #expect(outcome.status == 0, "\(outcome.errors)")
        // Where the paper has none, the one of the variable is not taken for it.
        try FileManager.default.removeItem(at: repository.folder(".git"))
        let outside = try await repository.diff(
            environment: foreign.merging(["GIT_CEILING_DIRECTORIES": "/"]) { $1 })
        #expect(outside.status == 2 && outside.errors.contains("not in a git repository"), "\(outside.errors)")
        #expect(outside.errors.contains("GIT_DIR, GIT_WORK_TREE") && outside.errors.contains("is not heeded"))
    }

    @Test("says that there is no commit yet")
    func noCommits() async throws {
        let repository = try Repository()
        try FileManager.default.removeItem(at: repository.folder(".git"))
        try repository.git("init", "-q", "-b", "trunk")
        for arguments in [[], ["--against", "HEAD~1"]] {
            let outcome = try await Program.run(["diff"] + arguments, in: repository.folder.url)
            #expect(outcome.status == 2 && outcome.errors.contains("has no commit yet"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("did you mean"))
        }
    }

    @Test("says that a clone is shallow where a revision is not in it")
    func shallow() async throws {
        let (repository, folder) = (try Repository(), try Scratch())
        try repository.git("clone", "-q", "--depth", "1", "file://" + repository.folder.url.path, folder("clone").path)
        #expect(try await Program.run(["diff"], in: folder("clone")).status == 0)
        let outcome = try await Program.run(["diff", "--against", "HEAD~1"], in: folder("clone"))
        #expect(outcome.status == 2 && outcome.errors.contains("git fetch --unshallow"), "\(outcome.errors)")
        let whole = try await repository.diff("--against", "HEAD~7")
        #expect(whole.status == 2 && !whole.errors.contains("shallow"))
    }

    @Test(
        "gives git's own reason and remedy where the repository is another user's",
        .enabled(if: geteuid() == 0, "giving files away takes root"))
    func ownership() async throws {
        let repository = try Repository()
        for path in [repository.folder.url.path, repository.folder(".git").path] {
            try #require(chown(path, 12345, 12345) == 0)
        }
        let outcome = try await repository.diff(
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
        #expect(outcome.status == 2 && outcome.errors.contains("dubious ownership"), "\(outcome.errors)")
        #expect(outcome.errors.contains("safe.directory") && outcome.errors.contains("--against FOLDER"))
    }

    @Test("gives git's own reason where it fails, or cannot be started")
    func brokenGit() async throws {
        let repository = try Repository()
        let git = try repository.folder.file("bin/git", "#!/bin/sh\necho 'fatal: out of luck' >&2\nexit 3\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: git.path)
        let path = ["PATH": repository.folder("bin").path + ":/usr/bin:/bin"]
        let failed = try await repository.diff(environment: path)
        #expect(failed.status == 2 && failed.errors.contains("fatal: out of luck"), "\(failed.errors)")
        try Data("no program".utf8).write(to: git)
        let broken = try await repository.diff(environment: path)
        #expect(broken.status == 2 && broken.errors.contains("could not be started"), "\(broken.errors)")
    }
}
