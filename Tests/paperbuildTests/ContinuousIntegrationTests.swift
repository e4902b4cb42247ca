import Foundation
import Testing

@Suite("What CI prints")
struct ContinuousIntegrationTests {
    /// Runs `.ci/test` with a `make` that prints these lines and ends with this status.
    private func run(_ lines: [String], status: Int) throws -> (status: Int32, output: [String]) {
        let scratch = try Scratch()
        let text = try scratch.file("text", lines.joined(separator: "\n") + "\n")
        let script = try scratch.file("make", "#!/bin/sh\ncat '\(text.path)'\nexit \(status)\n")
        // By a program of its own: a child that another test starts meanwhile would hold a file open that we write here, and
        // what is open for writing cannot be run.
        let install = Process()
        install.executableURL = URL(filePath: "/usr/bin/install")
        install.arguments = ["-D", "-m", "755", script.path, scratch("bin/make").path]
        try install.run()
        install.waitUntilExit()
        let output = try scratch.file("output", "")
        let process = Process()
        process.executableURL = Program.project.appending(path: ".ci/test")
        process.environment = ["PATH": "\(scratch("bin").path):/usr/bin:/bin", "LC_ALL": "C"]
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        let printed = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        return (process.terminationStatus, printed.split(separator: "\n").map(String.init))
    }

    @Test("ends with the failed tests, with what they said, and fails")
    func failure() throws {
        let issue = "✘ Test b recorded an issue at X.swift:3:4: Expectation failed: 1 == 2"
        let noise = (0..<50).map { "✔ Test \($0) passed" }
        let result = try run(
            [issue, "↳ one", "↳ two", "↳ three"] + noise + ["✘ Test run with 51 tests failed"], status: 2)
        #expect(result.status != 0)
        #expect(result.output.count == 55 + 1 + 6)
        #expect(Array(result.output.suffix(6).prefix(4)) == [issue, "↳ one", "↳ two", "↳ three"])
        #expect(result.output.last == "✘ Test run with 51 tests failed")
    }

    @Test("ends with the compiler's errors where no test ran")
    func compilation() throws {
        let result = try run(["a.swift:1:2: error: no such thing", "1 | x", "2 | y", "3 | z", "more"], status: 1)
        #expect(result.status != 0)
        #expect(Array(result.output.suffix(4)) == ["a.swift:1:2: error: no such thing", "1 | x", "2 | y", "3 | z"])
    }

    @Test("ends with the number of tests where they passed")
    func success() throws {
        let result = try run(["✔ Test a passed", "✔ Test run with 1 test passed"], status: 0)
        #expect(result.status == 0)
        #expect(result.output == ["✔ Test a passed", "✔ Test run with 1 test passed"])
    }
}
