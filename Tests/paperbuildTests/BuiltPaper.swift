import Foundation
import Glibc
import Manuscript
import TestSupport
import Testing

/// The published paper, built once from an empty cache for all tests that look at it. They read it only, or build on
/// its cache into folders of their own.
struct BuiltPaper: Sendable {
    var cache: URL
    var output: URL
    var outcome: Outcome

    static func shared() async throws -> BuiltPaper { try await build.value }

    /// Whether this machine can typeset.
    static let hasTeX = TeXInstallation.find() != nil

    /// The figures that the text includes, in its order.
    static let figures: [String] = {
        let main = text("paper/main.tex")
        return main.matches(of: #/\\input\{(sections\/[a-z-]+)\}/#).flatMap { section in
            text("paper/\(section.1).tex").matches(of: #/\\includegraphics[^{]*\{([^}]+)\}/#).map { String($0.1) }
        }
    }()

    private static func text(_ path: String) -> String {
        (try? String(contentsOf: Program.project.appending(path: path), encoding: .utf8)) ?? ""
    }

    /// Every file of a build.
    static let files: Set<String> = {
        let drawings = figures.flatMap { name in ["pdf", "svg", "json"].map { "figures/\(name).\($0)" } }
        return Set(drawings + ["figures/results.lock", "paper/generated/numbers.tex"])
            .union(hasTeX ? ["paper/main.pdf"] : [])
    }()

    /// It outlives every test: the end of the run removes it.
    private static let folder = TestRun.folder.appending(path: "paperbuild-tests-\(UUID().uuidString)")

    private static let build = Task {
        let (cache, output) = (folder.appending(path: "cache"), folder.appending(path: "output"))
        let outcome = try await Program.run([
            "build", "--json", "--cache", cache.path, "--output", output.path, "--project", Program.project.path,
        ])
        return BuiltPaper(cache: cache, output: output, outcome: outcome)
    }

    /// Runs a command on the shared cache.
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, environment: environment)
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        try await Program.run(arguments + ["--cache", cache.path], environment: environment)
    }

    /// A copy of what the cache holds for good. What is being written, and the index, come and go with other tests.
    func copyCache(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for part in ["ac", "cas", "nodes"] {
            try FileManager.default.copyItem(at: cache.appending(path: part), to: folder.appending(path: part))
        }
    }

    /// A project as it is committed: the sources with what was built of them.
    func project() throws -> Scratch {
        let project = try Scratch()
        try FileManager.default.copyItem(at: Program.project.appending(path: "paper"), to: project("paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: project("data"))
        try Program.copyExamples(beside: project("data"))
        try FileManager.default.copyItem(at: output.appending(path: "figures"), to: project("figures"))
        for path in ["paper/generated", "paper/main.pdf"] {
            guard FileManager.default.fileExists(atPath: output.appending(path: path).path) else { continue }
            try? FileManager.default.removeItem(at: project(path))
            try FileManager.default.copyItem(at: output.appending(path: path), to: project(path))
        }
        return project
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: output.appending(path: path), encoding: .utf8)
    }
}
