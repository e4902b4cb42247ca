import Foundation
import Manuscript
import Testing

@Suite("The cache, from the command line")
struct CacheTests {
    /// A copy of the built paper's cache that a test may spoil.
    private func copy() async throws -> (folder: Scratch, cache: URL) {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        try paper.copyCache(to: folder("cache"))
        return (folder, folder("cache"))
    }

    private func files(_ folder: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().map { folder.appending(path: $0) }
            .filter { !$0.hasDirectoryPath && FileManager.default.contents(atPath: $0.path) != nil }
    }

    @Test("is counted, each node once")
    func stats() async throws {
        let paper = try await BuiltPaper.shared()
        let statistics = try await paper.run("cache", "stats", "--json").json()
        #expect(statistics["schema"]?.number == 1)
        #expect(try #require(statistics["records"]?["files"]?.number) > 100)
        #expect(try #require(statistics["blobs"]?["bytes"]?.number) > 100_000)
        let text = try await paper.run("cache", "stats").output
        #expect(text.contains("figures") && text.contains("within a day"))
    }

    @Test("is whole after a build, and verify says so with 0")
    func whole() async throws {
        let outcome = try await BuiltPaper.shared().run("cache", "verify")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("all whole"))
    }

    @Test("is not found whole where there is none", arguments: ["verify", "stats", "gc --keep 30d"])
    func missing(_ command: String) async throws {
        let folder = try Scratch()
        _ = try folder.file("a file", "")
        for name in ["missing", "a file"] {
            let words = ["cache"] + command.split(separator: " ").map(String.init)
            let outcome = try await Program.run(words + ["--cache", folder(name).path])
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains("there is no cache in \(folder(name).path)"), "\(outcome.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder("missing").path))
    }

    @Test("keeps all that verify asks for: after gc it computes nothing again")
    func verifyAfterCollection() async throws {
        let (folder, cache) = try await copy()
        defer { withExtendedLifetime(folder) {} }
        for part in ["ac", "cas"] {
            for file in try files(cache.appending(path: part)) {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: file.path)
            }
        }
        let shrunk = try await Program.run(["cache", "gc", "--max-size", "1kB", "--cache", cache.path])
        #expect(shrunk.status == 0, "\(shrunk.errors)")
        func results() throws -> Set<String> {
            Set(try ["ac", "cas"].flatMap { try files(cache.appending(path: $0)).map(\.lastPathComponent) })
        }
        let kept = try results()
        let verified = try await Program.run(["verify", "--json", "--numbers", "--cache", cache.path])
        #expect(verified.status == 0, "\(verified.errors)")
        // Each run would have left its record. An input file that is read again may come back.
        let inputs = Set(
            try #require(try await BuiltPaper.shared().outcome.report()["nodes"]).elements
                .filter { $0["outcome"]?.text == "input" }.compactMap { $0["output"]?.text })
        #expect(try results().subtracting(inputs) == kept.subtracting(inputs))
        #expect(!FileManager.default.fileExists(atPath: cache.appending(path: "logs").path), "nothing ran")
    }

    @Test("has a damaged result found with 1, and made again by the next build")
    func damaged() async throws {
        let (folder, cache) = try await copy()
        let blob = try #require(try files(cache.appending(path: "cas")).first)
        try (Data(contentsOf: blob) + Data([0])).write(to: blob)
        let found = try await Program.run(["cache", "verify", "--cache", cache.path])
        #expect(found.status == 1)
        #expect(found.output.contains("damaged, removed: cas/") && found.output.contains(blob.lastPathComponent))
        let build = try await Program.run(["build", "--cache", cache.path, "--output", folder("out").path])
        #expect(build.status == 0, "\(build.errors)")
        let again = try await Program.run(["cache", "verify", "--json", "--cache", cache.path])
        #expect(again.status == 0)
        #expect(try again.json()["damaged"] == .array([]))
    }

    @Test("keeps what the paper needs, however old and however small the limit")
    func needed() async throws {
        let (folder, cache) = try await copy()
        for part in ["ac", "cas"] {
            for file in try files(cache.appending(path: part)) {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: file.path)
            }
        }
        let outcome = try await Program.run(["cache", "gc", "--max-size", "1kB", "--json", "--cache", cache.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        // Other tests build variants in the same cache, so that something may go; nothing that the paper needs.
        #expect(try #require(outcome.json()["keptBytes"]?.number) > 1000)
        let build = try await Program.run(
            ["build", "--json", "--cache", cache.path, "--output", folder("out").path])
        #expect(!build.output.contains("node-started"))
    }

    @Test("loses a variant that was not used for long")
    func variant() async throws {
        let (folder, cache) = try await copy()
        let variant = ["build", "elastic-cut", "--set", "cuts.theta=2mrad", "--cache", cache.path, "--output"]
        #expect(try await Program.run(variant + [folder("a").path]).status == 0)
        for part in ["ac", "cas"] {
            for file in try files(cache.appending(path: part)) {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: file.path)
            }
        }
        let report = try await Program.run(["cache", "gc", "--keep", "30d", "--json", "--cache", cache.path]).json()
        #expect(try #require(report["removedRecords"]?.number) > 0)
        #expect(try #require(report["removedBlobs"]?.number) > 0)
        let again = try await Program.run(variant + [folder("b").path, "--json"])
        #expect(again.status == 0)
        #expect(again.output.contains("node-started"))
    }

    @Test("is not shrunk without a limit, and refuses one it cannot read", arguments: [[], ["--keep", "3x"]])
    func limits(_ arguments: [String]) async throws {
        let outcome = try await BuiltPaper.shared().run(["cache", "gc"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("30d"))
    }

    @Test("is not touched by a check, in which no node opens what it does not declare")
    func lint() async throws {
        let paper = try await BuiltPaper.shared()
        let outcome = try await paper.run("build", "--lint", "elastic-cut", "--json")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
        let report = try outcome.json()
        #expect(try #require(report["checked"]?.number) >= 5)
        #expect(report["undeclared"] == .array([]))
        #expect(report["differing"] == .array([]))
    }
}
