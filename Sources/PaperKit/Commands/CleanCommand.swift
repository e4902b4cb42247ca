import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation

struct CleanCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "clean", abstract: "Removes the cache. The figures and the paper stay.")
    }

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        if options.cache == nil, !FileStamp.isFolder(workspace.cache.path) {
            return note("there is no cache in \(workspace.cache.path): nothing was removed")
        }
        try workspace.requireCache()
        // A mistyped folder may have a 'tmp' of its own.
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.cache.path)
        if names.isEmpty { return note("the cache in \(workspace.cache.path) is empty: nothing was removed") }
        // Of two builds that were stopped early one had no result yet, the other no record.
        guard names.contains("cas") || names.contains("ac") else {
            throw ValidationError(
                "\(workspace.cache.path) is not a cache of paperbuild, so that nothing was removed; "
                    + "name the right folder with --cache")
        }
        try DiskStore(workspace.cache).removeAll()
        try? FileManager.default.removeItem(at: workspace.logs.folder)
        note("removed the cache in \(workspace.cache.path)")
    }
}
