import ArgumentParser
import BuildGraph
import Foundation
import Glibc

/// `show NODE --shell`: a kept folder with what a node's program gets, and a shell in it.
struct ProgramShell {
    let node: AnyNode
    let workspace: Workspace

    func open(_ engine: BuildEngine) async throws {
        guard let layOut = node.tool?.layOut else {
            throw ValidationError(
                "node \(node.name) runs no program of its own; --shell is for a node that a Command declares")
        }
        let inputs = try await engine.inputs(of: node)
        let folder = workspace.cache.appending(path: "shells/" + LogPlace.path(of: node.name, ending: ""))
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let bench = try layOut(inputs, folder.path)
        let script = folder.appending(path: "run")
        try Data(Self.script(bench, isShell: false).utf8).write(to: script)
        print(
            "in \(bench.folder)\nrun  \(bench.command.map(Self.quoted).joined(separator: " "))\nor   sh \(Self.quoted(script.path))"
        )
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return }
        print("this shell has the program's environment; 'exit' leaves it, and the folder stays")
        fflush(nil)
        try Self.become(bench)
    }

    /// What runs the program as the node does, with nothing of the environment that it is started in.
    static func script(_ bench: Workbench, isShell: Bool) -> String {
        let variables = bench.environment.sorted { $0.key < $1.key }.map { quoted("\($0.key)=\($0.value)") }
        return """
            #!/bin/sh
            cd \(quoted(bench.folder)) || exit 1
            exec env -i \(variables.joined(separator: " ")) \(bench.command.map(quoted).joined(separator: " "))

            """
    }

    static func quoted(_ word: String) -> String { "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'" }

    /// Replaces this process by a shell.
    private static func become(_ bench: Workbench) throws {
        var environment = bench.environment
        for name in ["TERM", "COLORTERM"] { environment[name] = ProcessInfo.processInfo.environment[name] }
        environment["PS1"] = "\\W $ "
        let shell = FileManager.default.isExecutableFile(atPath: "/bin/bash") ? "/bin/bash" : "/bin/sh"
        let words = [shell] + (shell.hasSuffix("bash") ? ["--norc", "--noprofile", "-i"] : ["-i"])
        guard chdir(bench.folder) == 0 else {
            throw ValidationError("cannot enter \(bench.folder): \(String(cString: strerror(errno)))")
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        execve(shell, &arguments, &variables)
        throw ValidationError("cannot start \(shell): \(String(cString: strerror(errno)))")
    }
}
