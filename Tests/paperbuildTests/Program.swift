import Foundation
import Glibc
import Manuscript
import TestSupport
import Testing

/// What a run of the built program left behind.
struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String

    /// The printed JSON document.
    func json() throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8))
    }

    /// The printed event stream.
    func events() throws -> [JSONValue] {
        try output.split(separator: "\n").map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
    }

    /// The report at the end of the event stream.
    func report() throws -> JSONValue {
        guard let report = try events().last?["summary"] else { throw MissingReport(errors: errors) }
        return report
    }

    struct MissingReport: Error {
        var errors: String
    }
}

/// The program as a user has it: the executable beside these tests.
enum Program {
    static let executable: URL = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "paperbuild")
    }()

    /// The package's folder, from the place of this file.
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A folder for the PATH that leads to the compiler that the paper needs, and to no LaTeX.
    static func pathWithoutTeX(in scratch: Scratch) throws -> String {
        let folder = scratch("bin")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let compiler = folders.map { $0 + "/g++" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "g++").path,
            withDestinationPath: try #require(compiler, "no g++ on the PATH; apt install g++"))
        return folder.path
    }

    /// Copies what of the examples the paper reads to where its folder `data` was copied.
    static func copyExamples(beside data: URL) throws {
        let folder = data.deletingLastPathComponent().appending(path: "Examples")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: project.appending(path: "Examples/Amplitude"), to: folder.appending(path: "Amplitude"))
    }

    /// Each run takes a processor or two, however many tests are under way.
    private static let slots = Slots(2)

    /// - Parameters:
    ///   - folder: the working directory.
    ///   - environment: added to that of the tests.
    ///   - script: what a shell does, to end with `exec "$0" "$@"`; nothing unless given.
    static func run(
        _ arguments: [String], in folder: URL = project, environment: [String: String] = [:],
        after script: String? = nil
    ) async throws -> Outcome {
        await slots.take()
        do {
            let outcome = try await start(arguments, in: folder, environment: environment, after: script)
            await slots.give()
            return outcome
        } catch {
            await slots.give()
            throw error
        }
    }

    private static func start(
        _ arguments: [String], in folder: URL, environment: [String: String], after script: String?
    ) async throws -> Outcome {
        let scratch = try Scratch()
        // Files, as a pipe that nobody reads would stop the program.
        let output = try scratch.file("output", "")
        let errors = try scratch.file("errors", "")
        let child = try start(
            arguments, in: folder, environment: environment, after: script, output: output, errors: errors)
        let status = await child.status()
        return Outcome(
            status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Starts the program, which goes on beside the test.
    ///
    /// - Parameters:
    ///   - output: a file for what it prints.
    ///   - errors: a file for its errors; the same unless given.
    static func start(
        _ arguments: [String], in folder: URL = project, environment: [String: String] = [:],
        after script: String? = nil, output: URL, errors: URL? = nil, ignoresInterrupt: Bool = false
    ) throws -> TestChild {
        let output = try FileHandle(forWritingTo: output)
        let errors = try errors.map { try FileHandle(forWritingTo: $0) } ?? output
        let (program, words) =
            script.map { ("/bin/sh", ["-c", $0, executable.path] + arguments) } ?? (executable.path, arguments)
        return try TestChild(
            program, words, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            folder: folder.path, output: output.fileDescriptor, errors: errors.fileDescriptor,
            ignoresInterrupt: ignoresInterrupt)
    }
}

/// A number of places, taken and given back.
private actor Slots {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// A folder of a test's own, removed with the value that holds it.
final class Scratch: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func callAsFunction(_ path: String) -> URL { url.appending(path: path) }

    func file(_ path: String, _ text: String) throws -> URL {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }

    /// Every file below a folder with its bytes, by its path there.
    static func files(below folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
        for case let path as String in paths {
            let file = folder.appending(path: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            found[path] = try Data(contentsOf: file)
        }
        return found
    }
}

extension JSONValue {
    var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    subscript(_ name: String) -> JSONValue? { members[name] }
}
