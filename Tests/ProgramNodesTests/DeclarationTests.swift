import BuildGraph
import Testing

@testable import ProgramNodes

@Suite("The declaration of a command is refused")
struct CommandDeclarationTests {
    private func problem(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }

    private let text = Node("text", fileID: "ProgramNodesTests/x.swift") { "x" }

    @Test("where an output is asked for that is not declared, or as what it is not")
    func unknownOutput() throws {
        let run = try Command(
            "run", shell: "",
            outputs: Files {
                $0.file("a")
                $0.folder("logs", optional: true)
            })
        #expect(problem { _ = try run["b"] }.contains("declares no file 'b', but the file a, the optional folder logs"))
        #expect(problem { _ = try run.folder("logs") }.contains("declares no folder 'logs'"))
        #expect(problem { _ = try run.optional("a") }.contains("declares no optional file 'a'"))
        #expect(problem { _ = try run.standardOutput }.contains("declares no result 'standard output'"))
    }

    @Test("where a file's name leads out of the folder", arguments: ["/etc/x", "../x", "a/../../x", "", "a//b", "."])
    func badName(_ name: String) {
        #expect(
            problem { _ = try Command("run", shell: "", outputs: Files { $0.file(name) }) }.contains(
                "cannot be the name"))
        #expect(
            problem { _ = try Command("run", shell: "", inputs: [.input(text, as: name)]) }.contains(
                "cannot be the name"))
    }

    @Test("where two files have one name")
    func doubleName() {
        #expect(
            problem {
                _ = try Command("run", shell: "", inputs: [.input(text, as: "a")], outputs: Files { $0.file("a") })
            }.contains("two files are named 'a'"))
    }

    @Test("where an argument names an output that is not declared")
    func undeclared() {
        #expect(
            problem {
                _ = try Command("run", .shell, arguments: [.output("x")], outputs: Files { $0.file("y") })
            }.contains("the output 'x', which is not declared (y)"))
    }

    @Test("where a seed is not passed on, or none is there to pass")
    func seed() {
        let none = Files { $0.standardOutput() }
        #expect(problem { _ = try Command("run", .shell, outputs: none, seed: 3) }.contains("no argument passes on"))
        #expect(problem { _ = try Command("run", .shell, arguments: [.seed], outputs: none) }.contains("has none"))
    }

    @Test("where a variable of the run is set", arguments: ["HOME", "TMPDIR", "PWD"])
    func ownVariable(_ name: String) {
        #expect(
            problem { _ = try Command("run", shell: "", environment: [name: "/x"]) }.contains(
                "\(name) is set to a folder"))
    }

    @Test("where the pattern of the progress has no number", arguments: ["step", "(", "(a)(b)(c)"])
    func pattern(_ pattern: String) {
        #expect(problem { _ = try Command("run", shell: "", progress: pattern) }.contains("cannot be the progress"))
    }

    @Test("where a limit is not positive")
    func limits() {
        #expect(problem { _ = try Command("run", shell: "", timeLimit: .zero) }.contains("timeLimit must be positive"))
        #expect(problem { _ = try Command("run", shell: "", cores: 0) }.contains("cores must be positive"))
    }
}
