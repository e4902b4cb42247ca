import Foundation
import Manuscript
import TestSupport
import Testing

@Suite("The flat paper", .enabled(if: BuiltPaper.hasTeX))
struct FlattenTests {
    private static let tools = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    private func shell(_ command: String, in folder: URL) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test("compiles elsewhere with pdflatex alone, to the text of the paper")
    func compilesAlone() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        let outcome = try await paper.run("flatten", folder("flat").path, "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder("flat").path)
        #expect(Set(names) == Set(["main.tex", "main.bbl"] + BuiltPaper.figures.map { $0 + ".pdf" }))
        let pdflatex = "pdflatex -interaction=nonstopmode -halt-on-error main.tex >/dev/null"
        #expect(try shell("\(pdflatex) && \(pdflatex)", in: folder("flat")).status == 0)
        let alone = try shell("pdftotext main.pdf -", in: folder("flat")).output
        let whole = try shell("pdftotext paper/main.pdf -", in: paper.output).output
        #expect(alone == whole && alone.count > 5000)
    }

    @Test("has no comment and asks for no other source")
    func source() async throws {
        let folder = try Scratch()
        _ = try await BuiltPaper.shared().run("flatten", folder("flat").path, "-q")
        let text = try String(contentsOf: folder("flat/main.tex"), encoding: .utf8)
        #expect(!text.contains("\\input") && !text.contains("../") && text.contains("\\defresult{elastic/sqrt-s}"))
        #expect(!text.split(separator: "\n").contains { $0.contains("% ") && !$0.contains("\\%") })
    }

    @Test("has the same bytes wherever it is written, and so has its archive")
    func sameBytes() async throws {
        let (one, two) = (try Scratch(), try Scratch())
        for folder in [one, two] {
            let outcome = try await BuiltPaper.shared().run("flatten", folder("flat").path, "--archive")
            #expect(outcome.status == 0 && outcome.output.contains("flat.tar.gz"), "\(outcome.errors)")
        }
        #expect(try Scratch.files(below: one.url) == Scratch.files(below: two.url))
        let listing = try shell("tar tvzf flat.tar.gz", in: one.url).output
        #expect(listing.contains("0/0") && listing.contains("2000-01-01 00:00 main.tex"))
    }

    @Test("is not written into a folder with other files")
    func otherFiles() async throws {
        let folder = try Scratch()
        _ = try folder.file("flat/notes.txt", "mine")
        let outcome = try await BuiltPaper.shared().run("flatten", folder("flat").path)
        #expect(outcome.status == 1 && outcome.errors.contains("notes.txt"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("flat").path) == ["notes.txt"])
    }

    @Test("is written into a folder in which an editor left its own files")
    func editorFiles() async throws {
        let folder = try Scratch()
        for name in [".DS_Store", ".#main.tex", ".main.tex.swp"] { _ = try folder.file("flat/\(name)", "") }
        let outcome = try await BuiltPaper.shared().run("flatten", folder("flat").path, "--archive", "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try !shell("tar tzf flat.tar.gz", in: folder.url).output.contains(".DS_Store"))
    }

    @Test("fails with the asker's name where an input is missing, and writes nothing")
    func missingInput() async throws {
        let folder = try Scratch()
        try FileManager.default.copyItem(at: Program.project.appending(path: "paper"), to: folder("paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: folder("data"))
        try Program.copyExamples(beside: folder("data"))
        let section = folder("paper/sections/scope.tex")
        let text = try String(contentsOf: section, encoding: .utf8)
        try Data((text + "\\input{sections/gone}\n").utf8).write(to: section)
        let outcome = try await BuiltPaper.shared().run(
            "flatten", folder("flat").path, "--project", folder.url.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("paper/sections/scope.tex:") && outcome.errors.contains("'sections/gone'"))
        #expect(!FileManager.default.fileExists(atPath: folder("flat").path))
    }

    @Test("says how to get LaTeX where there is none")
    func noTeX() async throws {
        let outcome = try await BuiltPaper.shared().run(
            ["flatten", TestRun.missingPath], environment: ["PATH": TestRun.missingPath])
        #expect(outcome.status == 1 && outcome.errors.contains("make setup"))
    }

    @Test("of a variant needs a folder of its own")
    func variant() async throws {
        let outcome = try await BuiltPaper.shared().run("flatten", "--set", "cuts.theta=2mrad")
        #expect(outcome.status != 0 && outcome.errors.contains("--set"))
    }
}

@Suite("Other formats of the figures")
struct FigureFormatTests {
    @Test("are images of the asked density, the same on each run")
    func png() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "elastic-cut", "--png", "300", "--output", folder.url.path, "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let bytes = [UInt8](try Data(contentsOf: folder("figures/elastic-cut.png")))
        #expect(bytes.prefix(4) == [0x89, 0x50, 0x4e, 0x47])
        // 246 pt at 300 dpi.
        #expect(bytes[16..<20].reduce(0) { $0 * 256 + Int($1) } == 1025)
        let again = try Scratch()
        _ = try await BuiltPaper.shared().run(
            "build", "elastic-cut", "--png", "300", "--output", again.url.path, "-q")
        #expect(try [UInt8](Data(contentsOf: again("figures/elastic-cut.png"))) == bytes)
    }

    @Test("of no possible density are refused", arguments: ["0", "-3", "9", "2401", "many"])
    func badDensity(_ density: String) async throws {
        let outcome = try await BuiltPaper.shared().run("build", "elastic-cut", "--png=\(density)")
        #expect(outcome.status == 64 && outcome.errors.contains("--png"), "\(outcome.errors)")
    }

    @Test("are a drawing without text and the LaTeX of its labels")
    func cameraReady() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "reach", "--camera-ready", "--output", folder.url.path, "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let art = try Data(contentsOf: folder("camera-ready/reach-art.pdf"))
        #expect(art.range(of: Data("/FontFile".utf8)) == nil)
        #expect(try String(contentsOf: folder("camera-ready/reach.tex"), encoding: .utf8).contains("$m_{Z'}$ [MeV]"))
        #expect(!FileManager.default.fileExists(atPath: folder("camera-ready/main.pdf").path))
    }

    @Test("make a paper of as many pages, with the labels set by LaTeX", .enabled(if: BuiltPaper.hasTeX))
    func cameraReadyPaper() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "figures", "paper", "--camera-ready", "--output", folder.url.path, "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let pages = try ["paper/main.pdf", "camera-ready/main.pdf"].map { path in
            let text = String(decoding: try Data(contentsOf: folder(path)), as: UTF8.self)
            return text.matches(of: #/\/Type \/Page\b/#).count
        }
        #expect(pages[0] == pages[1])
        let names = String(decoding: try Data(contentsOf: folder("camera-ready/main.pdf")), as: UTF8.self)
        #expect(!names.contains("LatinModernMath"))
    }

    @Test(
        "made for slides or two columns are scaled to the paper's column, whoever sets their labels",
        .enabled(if: BuiltPaper.hasTeX), arguments: ["slides", "twocolumn"])
    func wideFigures(_ style: String) async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "figures", "paper", "--set", "figures.style=\(style)", "--camera-ready", "--output",
            folder.url.path, "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for path in ["paper/main.pdf", "camera-ready/main.pdf"] {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "pdftotext -bbox \(path) -"]
            process.currentDirectoryURL = folder.url
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            let ends = text.matches(of: #/xMax="([0-9.]+)"/#).compactMap { Double($0.1) }
            // The right column ends 50 bp from the edge of US letter paper.
            #expect(ends.count > 2000 && (ends.max() ?? 0) < 612 - 49, "\(path) \(ends.max() ?? 0)")
        }
    }
}
