import Foundation

/// A build system on the generated graph: its program and how it writes a rule.
struct BuildSystem {
    var name: String
    /// The name with the version, for the report.
    var version: String
    var program: URL
    var arguments: [String] = []
    /// Nil where the graph is in the program.
    var buildFile: String?
    var header = ""
    /// Whether the last line has to name all files.
    var listsAll = false
    /// The text for one file from its inputs.
    var rule: @Sendable (_ output: String, _ inputs: String) -> String = { _, _ in "" }

    func command(_ graph: GeneratedGraph) -> [String] {
        [program.path] + (buildFile == nil ? ["\(graph.nodes)"] : arguments)
    }

    static func engine(_ program: URL) -> BuildSystem {
        BuildSystem(name: "paperbuild", version: "paperbuild", program: program)
    }

    /// The systems that are installed, each running as many commands at once as there are processors; says of the
    /// others that they are missing.
    static var peers: [BuildSystem] {
        let jobs = "-j\(ProcessInfo.processInfo.activeProcessorCount)"
        let ninjaRules = "rule join\n  command = cat $in > $out\n"
        let known = [
            BuildSystem(
                name: "ninja", version: "ninja", program: URL(filePath: "/"), arguments: [jobs],
                buildFile: "build.ninja", header: ninjaRules
            ) { "build \($0): join \($1)\n" },
            BuildSystem(
                name: "samu", version: "samurai", program: URL(filePath: "/"), arguments: [jobs],
                buildFile: "build.ninja", header: ninjaRules
            ) { "build \($0): join \($1)\n" },
            BuildSystem(
                name: "make", version: "GNU make", program: URL(filePath: "/"), arguments: ["-s", jobs],
                buildFile: "Makefile", header: ".PHONY: default all\ndefault: all\n", listsAll: true
            ) { "\($0): \($1)\n\tcat $^ > $@\n" },
        ]
        return known.compactMap { system in
            guard let program = find(system.name), let text = try? MeasuredProcess([program.path, "--version"]).output
            else {
                FileHandle.standardError.write(
                    Data("paperbench: \(system.name) is not installed and is left out\n".utf8))
                return nil
            }
            var system = system
            system.program = program
            let line = text.split(separator: "\n").first.map(String.init) ?? ""
            system.version =
                line.lowercased().hasPrefix(system.version.lowercased()) ? line : "\(system.version) \(line)"
            return system
        }
    }

    private static func find(_ name: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
