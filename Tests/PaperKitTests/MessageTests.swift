import Foundation
import Testing

@testable import PaperKit
@testable import pendulum

@Suite("The messages of the documentation")
struct MessageTests {
    /// A piece of code that does not compile, and what the article says that the compiler says.
    struct Mistake {
        var code: String
        var messages: [String]
    }

    static let article = FirstPaperTests.article.deletingLastPathComponent().appending(path: "MessagesYouWillMeet.md")

    @Test("are the compiler's")
    func compiler() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "messages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mistakes = try Self.mistakes()
        #expect(mistakes.count >= 11)
        var files: [String] = []
        for (index, mistake) in mistakes.enumerated() {
            let name = mistake.messages.isEmpty ? "Physics.swift" : "Mistake\(index).swift"
            try mistake.code.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
            if !mistake.messages.isEmpty { files.append(name) }
        }
        let module = try Self.compile(
            "-emit-module -parse-as-library -module-name Physics Physics.swift -o Physics.swiftmodule", in: folder)
        #expect(!module.contains("error:"), "\(module)")
        let said = try Self.compile("-typecheck -wmo -parse-as-library \(files.joined(separator: " "))", in: folder)
        for (index, mistake) in mistakes.enumerated() {
            // From the first message on this file to the first on another one.
            let own = said.components(separatedBy: "\nMistake\(index).swift:").dropFirst().map {
                $0.components(separatedBy: "\nMistake").first ?? ""
            }.joined(separator: "\n")
            for message in mistake.messages {
                #expect(own.contains(message), "the compiler says of\n\(mistake.code)\n\n\(own)")
            }
        }
    }

    @Test("stand beside code of other articles that compiles")
    func articles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "articles-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let catalogue = Self.article.deletingLastPathComponent()
        var files: [String] = []
        for page in try FileManager.default.contentsOfDirectory(atPath: catalogue.path).sorted()
        where ![Self.article, FirstPaperTests.article].map(\.lastPathComponent).contains(page) {
            let text = try String(contentsOf: catalogue.appending(path: page), encoding: .utf8)
            for (index, rest) in text.components(separatedBy: "```swift\n").dropFirst().enumerated() {
                let name = page.replacing(".md", with: "\(index).swift")
                let code = rest.components(separatedBy: "\n```")[0] + "\n"
                try code.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
                files.append(name)
            }
        }
        #expect(files.count >= 8)
        let said = try Self.compile("-typecheck -wmo -parse-as-library \(files.joined(separator: " "))", in: folder)
        #expect(said == "\n", "\(said)")
    }

    @Test(
        "are the program's", arguments: ["lenght=2m", "length=2", "length=2rad", "length=1e9m", "amplitude"])
    func program(_ assignment: String) throws {
        let text = try String(contentsOf: Self.article, encoding: .utf8)
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| `--set \(assignment)` |") })
        let error = try #require(throws: (any Error).self) {
            let swing = try Swing(setting: [assignment])
            try swing.check()
        }
        #expect(row.hasSuffix("| \(error) |"))
    }

    /// What the compiler prints; the modules are those that these tests were linked from.
    private static func compile(_ arguments: String, in folder: URL) throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let build = URL(filePath: tests).deletingLastPathComponent().path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = folder
        // Maps of C targets and of system libraries; where the headers of these are.
        process.arguments = [
            "-c",
            """
            flags="-I . -I \(build)/Modules"
            for map in \(build)/*.build/module.modulemap \(FirstPaperTests.package.path)/Sources/*/module.modulemap; do
              flags="$flags -I $(dirname $map)"
            done
            libraries=$(grep -o 'pkgConfig: "[^"]*"' \(FirstPaperTests.package.path)/Package.swift | cut -d '"' -f 2)
            for flag in $(pkg-config --cflags-only-I $libraries); do flags="$flags -Xcc $flag"; done
            swiftc -swift-version 6 -module-cache-path \(build)/ModuleCache $flags \(arguments) >said 2>&1
            """,
        ]
        try process.run()
        process.waitUntilExit()
        return "\n" + (try String(contentsOf: folder.appending(path: "said"), encoding: .utf8))
    }

    /// Each block of Swift with the block of messages behind it; that of the other module has none.
    private static func mistakes() throws -> [Mistake] {
        let text = try String(contentsOf: article, encoding: .utf8)
        return text.components(separatedBy: "```swift\n").dropFirst().map { rest in
            // The code, the empty line behind it, the messages.
            let parts = rest.components(separatedBy: "\n```")
            let code = parts[0]
            guard !code.hasPrefix("// In the module Physics:"), parts.count > 2 else {
                return Mistake(code: code, messages: [])
            }
            return Mistake(code: code, messages: parts[2].split(separator: "\n").map(String.init))
        }
    }
}
