import BuildGraph
import Foundation
import Testing

@testable import ProgramNodes

@Suite("A program's identity")
struct IdentityTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    private func tool(version: String, remark: String = "") throws -> String {
        try place.script(
            "# \(remark)\nif [ \"$1\" = --version ]; then echo tool \(version); else echo result; fi", "bin/tool")
    }

    private func run(_ program: Program) throws -> AnyNode {
        try Command("run", program, outputs: Files { $0.standardOutput() }).result.erased
    }

    @Test(
        "that is a version is asked again after an upgrade, which runs the command; and one that says the same does not"
    )
    func upgrade() async throws {
        func program() throws -> AnyNode {
            try run(.find(place.path("bin/tool"), identity: .version(["--version"])))
        }
        _ = try tool(version: "1.0")
        #expect(try await place.ran(try program()).contains("run"))
        #expect(try await place.ran(try program()) == [])
        _ = try tool(version: "1.1")
        #expect(try await place.ran(try program()) == ["programs/\(place.path("bin/tool"))", "run"])
        _ = try tool(version: "1.1", remark: "moved")
        #expect(try await place.ran(try program()) == ["programs/\(place.path("bin/tool"))"])
    }

    @Test("that is a version notices an upgrade of what the program starts")
    func launcher() async throws {
        let real = try tool(version: "1.0")
        let shim = try place.script("exec '\(real)' \"$@\"", "shims/tool")
        func program() throws -> AnyNode { try run(.find(shim, identity: .version(["--version"]))) }
        #expect(try await place.ran(try program()).contains("run"))
        _ = try tool(version: "2.0")
        #expect(try await place.ran(try program()).contains("run"))
    }

    @Test("is that of a program which is found before another from now on")
    func searchPath() async throws {
        func program() throws -> AnyNode {
            try run(
                Program(
                    ProgramFinder(
                        name: "tool", source: .searched([place.path("first"), place.path("bin")]),
                        recognition: .version(["--version"])), inputs: [], built: nil, SourcePlace()))
        }
        _ = try tool(version: "1.0")
        #expect(try await place.ran(try program()).contains("run"))
        _ = try place.script("echo tool 3.0", "first/tool")
        #expect(try await place.ran(try program()) == ["programs/tool", "run"])
    }

    @Test("that is the content covers the program and the libraries that it is linked with")
    func content() async throws {
        let text = try await place.engine().value(of: Program.find("/bin/ls", identity: .content).identity).text
        #expect(text.contains("ls ") && text.contains("libc.so.6 "))
        #expect(text.split(separator: "\n").allSatisfy { $0.split(separator: " ").last?.count == 64 })
    }

    @Test("that is the content follows a script to what interprets it, and is another when the script is")
    func script() async throws {
        func identity() async throws -> String {
            try await place.engine().value(of: Program.find(place.path("x.awk"), identity: .content).identity).text
        }
        try place.write("#!/usr/bin/env awk\nBEGIN {}\n", to: "x.awk", isExecutable: true)
        let first = try await identity()
        #expect(first.contains("x.awk ") && first.contains("\nawk ") && first.contains("libc.so.6 "), "\(first)")
        try place.write("#!/usr/bin/env awk\nBEGIN { }\n", to: "x.awk", isExecutable: true)
        #expect(try await identity() != first)
    }

    @Test("that is the content is refused for a shell script, which starts what it does not hold")
    func shellScript() async throws {
        let shim = try place.script("exec ls", "shim")
        let text = try await failure { _ = try await place.ran(try run(.find(shim, identity: .content))) }
        #expect(text.contains("is a shell script") && text.contains("identify it by .version"))
    }

    @Test("that is a lock file is another when the file is")
    func lockFile() async throws {
        func program() throws -> AnyNode {
            try run(.find(place.path("bin/tool"), identity: .lockFile(.file("requirements.lock"))))
        }
        _ = try tool(version: "1.0")
        try place.write("numpy==1.0\n", to: "requirements.lock")
        #expect(try await place.ran(try program()).contains("run"))
        _ = try tool(version: "2.0")
        #expect(try await place.ran(try program()) == ["programs/\(place.path("bin/tool"))"])
        try place.write("numpy==2.0\n", to: "requirements.lock")
        #expect(try await place.ran(try program()).contains("run"))
    }

    @Test("of an image is its content, and what runs it gets the image and the program")
    func image() async throws {
        _ = try place.script("shift; while [ $# -gt 2 ]; do shift; done; echo \"$@\"", "bin/apptainer")
        func program() throws -> Program {
            Program(
                ProgramFinder(
                    name: "mg5", source: .image(place.path("mg5.sif"), [place.path("bin")]), recognition: .image),
                inputs: [], built: nil, SourcePlace())
        }
        try place.write("one", to: "mg5.sif")
        let output = try Command("run", try program(), outputs: Files { $0.standardOutput() }).standardOutput
        #expect(try await place.engine().value(of: output).text == "\(place.path("mg5.sif")) mg5\n")
        try place.write("two", to: "mg5.sif")
        #expect(try await place.ran(try run(try program())) == ["programs/mg5", "run"])
    }

    @Test("of a program that is not there is an error of what needs it, says how to get it, and stops nothing else")
    func missing() async throws {
        let program = Program.find("no-such-program", identity: .version(["--version"]), remedy: "apt install nothing")
        let other = Node("other", fileID: "ProgramNodesTests/x.swift") { 1 }
        let run = try run(program)
        let text = try await failure {
            _ = try await place.engine(keepGoing: true).build(nodes: [run, other.erased])
        }
        #expect(text.contains("node programs/no-such-program failed: there is no program 'no-such-program' in "))
        #expect(text.contains("apt install nothing") && text.contains("needed by run"))
        #expect(try await place.ran(other.erased) == [])
    }

    @Test("of Python names the package that is missing, with the lines of apt and pip")
    func missingPackage() async throws {
        let text = try await failure {
            _ = try await place.ran(Program.python(packages: ["no-such-package"]).identity.erased)
        }
        #expect(text.contains("no package no-such-package") && text.contains("apt install python3-no-such-package"))
        #expect(text.contains("-m pip install no-such-package"))
    }

    @Test("that changes between the look and the run is noticed before a result is kept")
    func changedMeanwhile() async throws {
        let path = try tool(version: "1.0")
        _ = try place.script(
            "if [ \"$1\" = --version ]; then echo tool 1.0; else cp '\(place.path("new"))' '\(path)'; fi", "bin/tool")
        _ = try place.script("echo tool 2.0", "new")
        let text = try await failure {
            _ = try await place.ran(try run(.find(path, identity: .version(["--version"]))))
        }
        #expect(text.contains("changed while the build ran, from 'tool 1.0' to 'tool 2.0'"), "\(text)")
    }
}
