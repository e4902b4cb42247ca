import BuildGraph
import ContentHash
import Foundation
import Glibc
import Synchronization
import Testing

@Suite("Input files count by content")
struct InputFileTests {
    let folder: TemporaryFolder
    let engine: BuildEngine
    let length = Node("length", from: Node.file("data/table of limits.csv")) { $0.text.count }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("1,2", to: "data/table of limits.csv")
        engine = makeEngine(DiskStore(folder.url.appending(path: "cache")), sourceFolder: folder.url)
    }

    @Test func anEditRunsItsUsers() async throws {
        #expect(try await engine.value(of: length) == 3)
        try folder.write("1,2,3", to: "data/table of limits.csv")
        #expect(try await engine.value(of: length) == 5)
    }

    @Test func anEditThatKeepsTheSizeIsNoticedAtOnce() async throws {
        // Often within one tick of the file system's clock.
        let engine = makeEngine(MemoryStore(), sourceFolder: folder.url)
        let text = Node("text", from: Node.file("data/table of limits.csv")) { $0.text }
        for number in 0..<200 {
            let content = "1,\(number % 10)"
            let handle = try FileHandle(forWritingTo: folder.url.appending(path: "data/table of limits.csv"))
            try handle.write(contentsOf: Data(content.utf8))
            try handle.close()
            #expect(try await engine.value(of: text) == content)
        }
    }

    /// A socket with a name. Its path may have 107 bytes.
    private func bindSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = path.utf8.map { CChar(bitPattern: $0) }
        try #require(bytes.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes.map { UInt8(bitPattern: $0) }) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }

    @Test(
        "What has no end, waits for a writer or is too large is refused with the reason",
        arguments: [
            ("/dev/zero", "a device"), ("fifo", "a named pipe"), ("folder", "it is a folder"),
            ("socket", "it is a socket"), ("huge", "larger than 64 MB"),
        ])
    func noFiles(_ what: String, _ reason: String) async throws {
        let path = folder.path("data/input")
        switch what {
        case "fifo": mkfifo(path, 0o600)
        case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case "socket": try bindSocket(path)
        case "huge":
            try Data().write(to: URL(filePath: path))
            truncate(path, 1 << 40)
        default: symlink(what, path)
        }
        let problem = await #expect(throws: BuildGraphError.self) {
            try await engine.value(of: Node("count", from: Node.file("data/input")) { $0.bytes.count })
        }
        #expect("\(try #require(problem))".contains(reason))
    }

    @Test func touchingRunsNothing() async throws {
        _ = try await engine.value(of: length)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.path("data/table of limits.csv"))
        #expect(try await engine.build(nodes: [length.erased]).ran == [])
    }

    @Test func anEditDuringTheBuildIsNotCreditedToTheOldContent() async throws {
        let table = Node.file("data/table of limits.csv")
        let path = folder.path("data/table of limits.csv")
        let editor = Node("editor", from: table, parameters: path) { path, blob -> Int in
            try Data("1,2,3,4".utf8).write(to: URL(filePath: path))
            return blob.text.count
        }
        let after = Node("after", from: table, editor) { blob, _ in blob.text }
        // The user of the file sees what the build started from, or the build says that the file changed.
        #expect(try await engine.value(of: after) == "1,2")
        #expect(try await engine.value(of: Node("again", from: table) { $0.text }) == "1,2,3,4")
        #expect(try await engine.value(of: after) == "1,2,3,4")
    }

    @Test func theSameContentUnderAnotherPathRunsNothing() async throws {
        struct Count: Computation { func compute(_ input: Blob) -> Int { input.bytes.count } }
        try folder.write("1,2", to: "copy.csv")
        let engine = makeEngine(MemoryStore(), sourceFolder: folder.url)
        try await engine.build(nodes: [Node("n", CountBytes(), from: .file("data/table of limits.csv")).erased])
        #expect(try await engine.build(nodes: [Node("n", CountBytes(), from: .file("copy.csv")).erased]).ran == [])
    }
}

struct CountBytes: Computation {
    func compute(_ input: Blob) -> Int { input.bytes.count }
}
