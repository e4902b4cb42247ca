import Foundation
import Testing

@Suite("The documentation")
struct CatalogueTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: FirstPaperTests.package.appending(path: path), encoding: .utf8)
    }

    /// The modules of the library products, and those that they bring along under their own names.
    private static func publicModules() throws -> Set<String> {
        let products = try text("Package.swift").matches(of: #/\.library\(name: "[^"]+", targets: \[([^\]]+)\]/#)
        var modules = Set(products.flatMap { $0.output.1.matches(of: #/"(\w+)"/#).map { String($0.output.1) } })
        for module in modules {
            guard let exports = try? text("Sources/\(module)/Exports.swift") else { continue }
            modules.formUnion(exports.matches(of: #/@_exported import (\w+)\n/#).map { String($0.output.1) })
        }
        return modules
    }

    @Test("has a landing page for each module that other papers see")
    func landingPages() throws {
        let modules = try Self.publicModules()
        #expect(modules.isSuperset(of: ["BuildGraph", "Computing", "Manuscript", "PaperKit", "Plotting", "Units"]))
        for module in modules {
            let page = try Self.text("Sources/\(module)/\(module).docc/\(module).md")
            #expect(page.hasPrefix("# ``\(module)``\n"))
        }
    }

    @Test("is built of all of them")
    func built() throws {
        let list = try #require(try Self.text(".ci/docs").firstMatch(of: #/libraries=\(([^)]+)\)/#)).output.1
        #expect(Set(list.split { $0.isWhitespace }.map(String.init)).isSuperset(of: try Self.publicModules()))
    }
}
