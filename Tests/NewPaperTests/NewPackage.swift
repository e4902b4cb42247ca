import Foundation
import TestSupport
import Testing

/// A folder for a new paper, and the programs that an author runs in it.
final class NewPackage: Sendable {
    /// This package's folder.
    static let kit = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program beside these tests.
    private static let paperbuild: URL = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "paperbuild")
    }()

    let folder = TestRun.folder.appending(path: "paper-\(UUID().uuidString)").appending(path: "pendulum")

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    func initialise(_ options: String...) async throws { try await initialise(options) }

    func initialise(_ options: [String]) async throws {
        try FileManager.default.createDirectory(
            at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
        _ = try await Self.run(
            Self.paperbuild.path, ["init", folder.path] + options, in: folder.deletingLastPathComponent())
    }

    /// Runs the package manager here.
    @discardableResult
    func swift(_ arguments: String...) async throws -> String {
        try await Self.run("/usr/bin/env", ["swift"] + arguments, in: folder)
    }

    /// Runs the paper's own program, which was built.
    func program(_ arguments: String...) async throws -> String {
        try await Self.run(folder.appending(path: ".build/debug/wheel").path, arguments, in: folder)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    func size(_ path: String) -> Int {
        (try? Data(contentsOf: folder.appending(path: path)).count) ?? 0
    }

    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try text(path)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: folder.appending(path: path))
    }

    /// Puts other words in the place of some, in every file and in its name.
    func rename(_ words: [(String, String)]) throws {
        func renamed(_ text: String) -> String { words.reduce(text) { $0.replacing($1.0, with: $1.1) } }
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for path in files {
            let file = folder.appending(path: path)
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            try FileManager.default.removeItem(at: file)
            let target = folder.appending(path: renamed(path))
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(renamed(text).utf8).write(to: target)
            try FileManager.default.setAttributes(
                attributes.filter { $0.key == .posixPermissions }, ofItemAtPath: target.path)
        }
        for path in files where renamed(path) != path && !path.contains(".") {
            try? FileManager.default.removeItem(at: folder.appending(path: path))
        }
    }

    /// This package as a repository with one commit.
    static func repositoryOfKit(tag: String, branch: String) async throws -> URL {
        let folder = TestRun.folder.appending(path: "kit-\(UUID().uuidString)/paperbuild")
        let list = try await run(
            "/usr/bin/env", ["git", "ls-files", "--cached", "--others", "--exclude-standard"], in: kit)
        for path in list.split(separator: "\n").map(String.init)
        where ["Package.swift", "Sources/", "Plugins/", "Tests/", "Examples/"].contains(where: path.hasPrefix) {
            let source = kit.appending(path: path)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            let target = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: source, to: target)
        }
        func git(_ arguments: String...) async throws {
            let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
            _ = try await run("/usr/bin/env", ["git"] + identity + arguments, in: folder)
        }
        try await git("init", "-q", "-b", branch)
        try await git("add", "-A")
        try await git("commit", "-q", "-m", "all")
        try await git("tag", tag)
        return folder
    }

    /// What a program printed, if it succeeded.
    private static func run(_ program: String, _ arguments: [String], in folder: URL) async throws -> String {
        let file = TestRun.folder.appending(path: "output-\(UUID().uuidString)")
        try Data().write(to: file)
        let output = try FileHandle(forWritingTo: file)
        let child = try TestChild(
            program, arguments, folder: folder.path, output: output.fileDescriptor, errors: output.fileDescriptor)
        let status = await child.status()
        let text = try String(contentsOf: file, encoding: .utf8)
        guard status == 0 else {
            throw Failure(
                description: "\(arguments.joined(separator: " ")) ended with \(status):\n\(text.suffix(4000))")
        }
        return text
    }
}
