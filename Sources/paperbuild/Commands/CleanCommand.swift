import ArgumentParser
import BuildGraph
import Foundation

struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Removes the cache. The figures and the paper stay.")

    @OptionGroup var options: PaperOptions

    func run() throws {
        let workspace = try options.workspace()
        try DiskStore(workspace.cache).removeAll()
        note("removed the cache in \(workspace.cache.path)")
    }
}
