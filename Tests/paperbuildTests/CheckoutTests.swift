import Foundation
import Testing

@Suite("A clone of the repository")
struct CheckoutTests {
    /// Runs git with no settings but these.
    private func git(_ arguments: String..., in folder: URL, settings: [String] = []) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let identity = ["user.name=Test", "user.email=test@example.org"]
        process.arguments =
            ["git", "-C", folder.path] + (identity + settings).flatMap { ["-c", $0] } + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]) { $1 }
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments)")
    }

    private static let asOnWindows = ["core.autocrlf=true", "core.eol=crlf"]

    @Test("has each byte that was committed where git is set to change ends of lines", arguments: [true, false])
    func bytes(_ isOnWindows: Bool) throws {
        let (origin, other) = (try Scratch(), try Scratch())
        for name in [
            ".gitattributes", ".gitignore", "Makefile", "Package.swift", "data", "figures", "limits", "paper",
            "Sources/PaperKit", "Sources/CLinux",
        ] {
            let target = origin(name)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Program.project.appending(path: name), to: target)
        }
        // A table as another program wrote it, drawings and numbers with an end of line of their own.
        for name in [
            "data/limits/windows.csv", "limits/mixed.dat", "figures/windows.svg", "figures/windows.json",
            "figures/results.lock", "paper/generated/windows.tex",
        ] {
            _ = try origin.file(name, "1,2\r\n3,4\n5,6\r\n")
        }
        let settings = isOnWindows ? Self.asOnWindows : []
        try git("init", "-q", in: origin.url)
        try git("add", "-A", in: origin.url, settings: settings)
        try git("commit", "-q", "-m", "all", in: origin.url, settings: settings)
        try git("clone", "-q", origin.url.path, other("clone").path, in: other.url, settings: settings)

        func files(_ folder: URL) throws -> [String: Data] {
            try Scratch.files(below: folder).filter { !$0.key.hasPrefix(".git/") }
        }
        let (committed, found) = (try files(origin.url), try files(other("clone")))
        #expect(committed.count > 100)
        #expect(Set(committed.keys).symmetricDifference(found.keys).filter { !$0.hasSuffix(".png") } == [])
        for (path, bytes) in committed where found[path] != nil { #expect(found[path] == bytes, "\(path)") }
    }
}
