import ContentHash
import Foundation
import Manuscript
import Testing

@testable import BuildGraph
@testable import PaperKit

@Suite("A build")
struct BuildTests {
    @Test("from an empty cache writes every file of the paper and nothing else")
    func writesEverything() async throws {
        let paper = try await BuiltPaper.shared()
        #expect(paper.outcome.status == 0, "\(paper.outcome.errors)")
        let files = try Scratch.files(below: paper.output)
        #expect(Set(files.keys) == BuiltPaper.files)
        #expect(files.allSatisfy { !$0.value.isEmpty })
    }

    @Test("writes files of the kinds that their names say")
    func kinds() async throws {
        let files = try Scratch.files(below: try await BuiltPaper.shared().output)
        for (path, data) in files {
            switch path.split(separator: ".").last {
            case "pdf": #expect(data.starts(with: Data("%PDF-".utf8)), "\(path)")
            case "svg": #expect(String(decoding: data, as: UTF8.self).contains("<svg"), "\(path)")
            case "json", "lock": _ = try JSONDecoder().decode(JSONValue.self, from: data)
            default: #expect(String(decoding: data, as: UTF8.self).contains("\\defresult{"), "\(path)")
            }
        }
    }

    @Test("that follows another one computes nothing and writes nothing")
    func secondBuild() async throws {
        let paper = try await BuiltPaper.shared()
        let again = try await paper.run("build", "--json", "--output", paper.output.path)
        let report = try again.report()
        let outcomes = Set(try #require(report["nodes"]).elements.compactMap { $0["outcome"]?.text })
        #expect(outcomes.isSubset(of: ["cached", "input"]))
        #expect(try #require(report["files"]).elements.allSatisfy { $0["outcome"]?.text == "unchanged" })
        #expect(again.status == 0)
    }

    /// Until the times of all files tell their contents, which takes a tick of the clock, there is no snapshot.
    @Test("that follows others goes by their snapshot, and looks at no node")
    func snapshot() async throws {
        let folder = try Scratch()
        try await BuiltPaper.shared().copyCache(to: folder("cache"))
        let store = DiskStore(folder("cache"))
        let arguments = ["build", "--json", "--cache", folder("cache").path, "--output", folder("out").path]
        for _ in 0..<20 where !store.hasSnapshot { #expect(try await Program.run(arguments).status == 0) }
        var bytes = try #require(store.snapshot())
        // What it says of the first node is told, true or not.
        let seconds = BuildSnapshot.headEnd + BuildSnapshot.resultSize - 8
        withUnsafeBytes(of: (12345.0).bitPattern.littleEndian) {
            bytes.replaceSubrange(seconds..<seconds + 8, with: $0)
        }
        bytes.removeLast(ContentDigest.byteCount)
        try store.setSnapshot(bytes + ContentDigest(of: bytes).bytes)
        for _ in 0..<2 {
            let outcome = try await Program.run(arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let report = try outcome.report()
            #expect(try #require(report["nodes"]).elements.contains { $0["seconds"]?.number == 12345 })
            #expect(try #require(report["files"]).elements.allSatisfy { $0["outcome"]?.text == "unchanged" })
        }
    }

    @Test("gives the same bytes in another folder, time zone and language, and on one processor")
    func determinism() async throws {
        let paper = try await BuiltPaper.shared()
        let elsewhere = try Scratch()
        let sources = elsewhere("another project")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Program.project.appending(path: "paper"), to: sources.appending(path: "paper"))
        try FileManager.default.copyItem(
            at: Program.project.appending(path: "data"), to: sources.appending(path: "data"))
        try Program.copyExamples(beside: sources.appending(path: "data"))
        let outcome = try await Program.run(
            ["-q", "-j", "1", "--cache", "cache here", "--output", "output there"], in: sources,
            environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANG": "C", "HOME": elsewhere.url.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (one, other) = (
            try Scratch.files(below: paper.output), try Scratch.files(below: sources.appending(path: "output there"))
        )
        #expect(Set(one.keys) == Set(other.keys))
        for (path, data) in one { #expect(other[path] == data, "\(path) differs") }
    }

    @Test("puts back what was deleted and what was changed, and computes nothing for it")
    func restores() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        #expect(try await paper.run("-q", "--output", folder.url.path).status == 0)
        let before = try Scratch.files(below: folder.url)
        try FileManager.default.removeItem(at: folder("figures/reach.pdf"))
        _ = try folder.file("figures/reach.svg", "<svg/>")
        _ = try folder.file("paper/generated/numbers.tex", "")
        let outcome = try await paper.run("build", "--json", "--output", folder.url.path)
        #expect(try Scratch.files(below: folder.url) == before)
        let report = try outcome.report()
        // "restored" where the cache still knows the folder; builds side by side may make it forget.
        let mended = try #require(report["files"]).elements.filter { $0["outcome"]?.text != "unchanged" }
        #expect(
            Set(mended.compactMap { $0["path"]?.text }) == [
                "figures/reach.pdf", "figures/reach.svg", "paper/generated/numbers.tex",
            ])
        #expect(try #require(report["nodes"]).elements.allSatisfy { $0["outcome"]?.text != "ran" })
    }

    @Test("of one figure writes that figure alone")
    func oneFigure() async throws {
        let folder = try Scratch()
        let paper = try await BuiltPaper.shared()
        #expect(try await paper.run("build", "reach", "--output", folder.url.path).status == 0)
        #expect(
            try Set(Scratch.files(below: folder.url).keys) == [
                "figures/reach.json", "figures/reach.pdf", "figures/reach.svg",
            ])
    }

    @Test("without LaTeX makes figures and numbers, says how to get the PDF, and succeeds")
    func withoutTeX() async throws {
        let (folder, programs) = (try Scratch(), try Scratch())
        let outcome = try await BuiltPaper.shared().run(
            "--output", folder.url.path, environment: ["PATH": try Program.pathWithoutTeX(in: programs)])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(Set(try Scratch.files(below: folder.url).keys) == BuiltPaper.files.subtracting(["paper/main.pdf"]))
        #expect(outcome.errors.contains("paper/main.pdf") && outcome.errors.contains("make setup"))
    }

    @Test("may run beside another one on the same empty cache: both give the same files")
    func sideBySide() async throws {
        let folder = try Scratch()
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for name in ["one", "two"] {
                group.addTask {
                    try await Program.run([
                        "build", "-q", "elastic-cut", "electron-energy", "--cache", folder("cache").path, "--output",
                        folder(name).path,
                    ])
                }
            }
            return try await group.reduce(into: [Outcome]()) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.status == 0 && $0.errors.isEmpty })
        let files = try Scratch.files(below: folder("one"))
        #expect(try files.count == 6 && files == Scratch.files(below: folder("two")))
    }

    @Test("gives every run one reason, in a sentence")
    func reasons() async throws {
        let report = try await BuiltPaper.shared().outcome.report()
        let ran = try #require(report["nodes"]).elements.filter { $0["outcome"]?.text == "ran" }
        #expect(ran.count > 100)
        #expect(ran.allSatisfy { $0["reason"] != nil })
    }
}
