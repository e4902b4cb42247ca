import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation

struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Removes the cache. The figures and the paper stay.")

    @OptionGroup var options: PaperOptions

    func run() throws {
        let workspace = try options.workspace()
        // A mistyped folder may have a 'tmp' of its own.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.cache.path)) ?? []
        guard names.isEmpty || names.contains("cas") else {
            throw ValidationError(
                "\(workspace.cache.path) is not a cache of paperbuild, so that nothing was removed; "
                    + "name the right folder with --cache")
        }
        try DiskStore(workspace.cache).removeAll()
        try? FileManager.default.removeItem(at: workspace.logs.folder)
        note("removed the cache in \(workspace.cache.path)")
    }
}
