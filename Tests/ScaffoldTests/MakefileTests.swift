import Foundation
import TestSupport
import Testing

@testable import Scaffold

/// `make setup` on machines that lack something, which programs of the test's own stand for.
@Suite("The set-up by make")
struct MakefileTests {
    /// Those of this package and of a new paper.
    enum Of: String, CaseIterable {
        case thisPackage, newPaper

        func text() throws -> String {
            switch self {
            case .thisPackage:
                let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent()
                return try String(contentsOf: folder.appending(path: "Makefile"), encoding: .utf8)
            case .newPaper:
                let files = try PaperScaffold(name: "p", dependency: .path("/kit"), modules: []).files
                return try #require(files.first { $0.path == "Makefile" }).text
            }
        }
    }

    /// Runs `make setup` where these programs are and no others.
    private func setup(_ makefile: Of, programs: [String: String]) throws -> (status: CInt, output: String) {
        let folder = TestRun.folder.appending(path: "make-\(UUID().uuidString)")
        let bin = folder.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try Data(try makefile.text().utf8).write(to: folder.appending(path: "Makefile"))
        for (name, script) in programs {
            let file = bin.appending(path: name)
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        for name in ["grep", "env"] {
            try FileManager.default.createSymbolicLink(
                atPath: bin.appending(path: name).path, withDestinationPath: "/usr/bin/" + name)
        }
        let file = folder.appending(path: "output")
        try Data().write(to: file)
        let output = try FileHandle(forWritingTo: file)
        let child = try TestChild(
            "/usr/bin/make", ["setup"], environment: ["PATH": bin.path, "LC_ALL": "C"], folder: folder.path,
            output: output.fileDescriptor, errors: output.fileDescriptor)
        let status = child.waitForEnd()
        return (status, try String(contentsOf: file, encoding: .utf8))
    }

    private static let user = ["swift": "", "git": "", "id": "echo 1000", "apt-get": "exit 9"]
    private static let nothingInstalled = ["dpkg-query": "exit 1"]

    @Test("names the line for an administrator where this user may not install", arguments: Of.allCases)
    func administrator(_ makefile: Of) throws {
        let run = try setup(makefile, programs: Self.user.merging(Self.nothingInstalled) { $1 })
        #expect(run.status != 0)
        #expect(
            run.output.contains("ask an administrator to run\n  apt-get install -y --no-install-recommends pkg-config"))
        #expect(!run.output.contains("ermission denied"))
    }

    @Test("does nothing where all is there, and asks for no password", arguments: Of.allCases)
    func nothingMissing(_ makefile: Of) throws {
        let run = try setup(makefile, programs: Self.user.merging(["dpkg-query": "echo install ok installed"]) { $1 })
        #expect(run.status == 0 && run.output == "", "\(run.output)")
    }

    @Test("installs as the administrator", arguments: Of.allCases)
    func root(_ makefile: Of) throws {
        let programs = Self.user.merging(Self.nothingInstalled) { $1 }
            .merging(["id": "echo 0", "apt-get": "echo apt-get \"$@\""]) { $1 }
        let run = try setup(makefile, programs: programs)
        #expect(run.status == 0)
        #expect(run.output.contains(#/apt-get install .*texlive-publishers.*/#))
    }

    @Test("says which program is missing, and where it is from", arguments: Of.allCases, ["swift", "git"])
    func missing(_ makefile: Of, _ program: String) throws {
        let run = try setup(makefile, programs: Self.user.filter { $0.key != program })
        #expect(run.status != 0)
        #expect(run.output.contains("no '\(program)'"))
        #expect(run.output.contains(program == "git" ? "apt-get install git" : "https://swift.org/install"))
    }
}
