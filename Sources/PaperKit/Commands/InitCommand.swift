import ArgumentParser
import ExternalPrograms
import Foundation
import Scaffold

struct InitCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: "Starts a paper of your own: a package that builds at once.",
            discussion: """
                It has a computation with its error, a figure, two numbers, a claim, parameters with units, the text, a test, and \
                the checks for GitHub and GitLab. In its folder 'make' makes the PDF. DIR must be new or empty; all of it is \
                written, or nothing.

                The paper depends on paperbuild: by default on the sources that this program was built from, which is for one \
                machine; with --url on a repository's version (--exact) or branch (--branch).
                """)
    }

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
    var folder: String

    @Option(
        help: ArgumentHelp("The paper's name, of letters and digits; that of the folder by default.", valueName: "name")
    )
    var name: String?

    @Option(help: ArgumentHelp("A checkout of paperbuild on this machine.", valueName: "folder"))
    var path: String?

    @Option(help: ArgumentHelp("The repository of paperbuild.", valueName: "url"))
    var url: String?

    @Option(
        help: ArgumentHelp(
            "The version of paperbuild there; \(PaperbuildVersion.current), this one's, by default.",
            valueName: "version"))
    var exact: String?

    @Option(help: ArgumentHelp("The branch of paperbuild there.", valueName: "branch"))
    var branch: String?

    func validate() throws {
        if path != nil, url != nil { throw ValidationError("--path and --url exclude each other") }
        if exact != nil, branch != nil { throw ValidationError("--exact and --branch exclude each other") }
        if url == nil, exact != nil || branch != nil {
            throw ValidationError("a version or a branch is one of a repository: name it with --url")
        }
    }

    func run() throws {
        _ = try WorkingFolder.path()
        let target = URL(filePath: folder).standardizedFileURL
        let scaffold = try PaperScaffold(
            name: name ?? target.lastPathComponent, dependency: try dependency(),
            modules: Set(P.codeDigests.sources.keys).subtracting(P.sourceFolders.keys).union(Self.systemModules))
        try scaffold.write(to: target)
        print("wrote    \(scaffold.files.count) files in \(target.path)")
        for advice in advice(in: target) { note(advice) }
        let place = folder.contains(" ") ? "'\(folder)'" : folder
        print("next     cd \(place) && make")
    }

    /// What no digest lists, as no node runs it.
    private static var systemModules: Set<String> {
        ["ArgumentParser", "Foundation", "Glibc", "PaperKit", "Scaffold", "Swift", "Synchronization", "Testing"]
    }

    private func dependency() throws -> KitDependency {
        if let url {
            if let branch { return .branch(url: url, branch) }
            return try .version(exact ?? PaperbuildVersion.current, of: url)
        }
        if let path {
            let folder = URL(filePath: path).standardizedFileURL
            guard Self.isCheckout(folder) else {
                throw ValidationError("there is no Package.swift of paperbuild in \(folder.path)")
            }
            return .path(folder.path)
        }
        // Sources/PaperKit/Commands/InitCommand.swift
        let own = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
        // What a package manager has checked out is its own, and may be gone tomorrow.
        guard Self.isCheckout(own), !own.path.contains("/.build/checkouts/") else { throw ScaffoldError.noDependency }
        return .path(own.path)
    }

    private static func isCheckout(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
            && FileManager.default.fileExists(atPath: folder.appending(path: "Sources/PaperKit").path)
    }

    /// What `make` will miss.
    private func advice(in folder: URL) -> [String] {
        let path = SearchPath.ofThisProcess
        var advice: [String] = []
        if path.program("swift") == nil {
            advice.append(
                "note: there is no 'swift' on the PATH: install Swift 6.2 or newer from https://swift.org/install")
        }
        if path.program("git") == nil {
            advice.append("note: there is no 'git', which the Swift package manager needs: apt-get install git")
        }
        if path.program("pdflatex") == nil {
            advice.append(
                "note: there is no LaTeX: 'make' installs it where it may; without it there are figures and numbers, and no PDF"
            )
        }
        return advice
    }
}
