import Foundation

/// The LaTeX of this machine.
public struct TeXInstallation: Sendable {
    public let latexmk: URL
    public let pdflatex: URL
    /// pdfTeX's version line: part of the key of what it makes.
    public let version: String

    /// The installation that the search path leads to; nil where latexmk or pdflatex is missing.
    public static func find(searchPath: String? = ProcessInfo.processInfo.environment["PATH"]) -> TeXInstallation? {
        let folders = (searchPath ?? "").split(separator: ":").map { URL(filePath: String($0)) }
        func program(_ name: String) -> URL? {
            folders.map { $0.appending(path: name) }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        }
        guard let latexmk = program("latexmk"), let pdflatex = program("pdflatex"),
            let version = try? Subprocess(pdflatex, ["--version"]).output().split(separator: "\n").first
        else { return nil }
        return TeXInstallation(latexmk: latexmk, pdflatex: pdflatex, version: String(version))
    }

    /// How to get one.
    public static let remedy =
        "install LaTeX to get the PDF ('make setup' does it on Debian: latexmk, texlive-publishers, lmodern)"

    /// Runs latexmk on `file` in `folder` until nothing changes. Same inputs, same bytes: the date is fixed.
    func typeset(_ file: String, in folder: URL) throws -> Int32 {
        let process = Subprocess(
            latexmk, ["-norc", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-quiet", file], in: folder,
            environment: Self.environment)
        return try process.run().status
    }

    /// Runs pdflatex alone, as a preprint server does: twice, and again while its log asks for it.
    func typesetWithoutTools(_ file: String, in folder: URL) throws -> Int32 {
        let log = folder.appending(path: file).deletingPathExtension().appendingPathExtension("log")
        for round in 1...5 {
            let process = Subprocess(
                pdflatex, ["-interaction=nonstopmode", "-halt-on-error", file], in: folder,
                environment: Self.environment)
            let status = try process.run().status
            guard status == 0 else { return status }
            let text = (try? Data(contentsOf: log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            if round > 1, !text.contains("Rerun to get") { break }
        }
        return 0
    }

    private static let environment = [
        "SOURCE_DATE_EPOCH": "946684800", "FORCE_SOURCE_DATE": "1", "TZ": "UTC", "LC_ALL": "C",
        // Log lines are not broken, so that problems can be read from them.
        "max_print_line": "10000",
    ]
}

/// A program that is run to its end, with what it prints.
struct Subprocess {
    var program: URL
    var arguments: [String]
    var folder: URL?
    var environment: [String: String]

    init(_ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
    }

    func output() throws -> String { try run().output }

    func run() throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw TypesettingError.notStarted(program: program.path, reason: error.localizedDescription)
        }
        // Reading to the end before waiting, as a full pipe would stop the program.
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
