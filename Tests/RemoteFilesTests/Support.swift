import BuildGraph
import ContentHash
import Foundation
import RemoteFiles
import Synchronization
import TestSupport

/// The file that is asked for.
let table = Array("mass [MeV],rate [1/s]\n".utf8) + (0..<3000).flatMap { Array("\($0),\($0 * $0)\n".utf8) }

/// A project's folder with its cache.
final class Project: Sendable {
    let folder: URL
    private let texts = Mutex<[String]>([])

    init() throws {
        folder = TestRun.folder.appending(path: "remote-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var warnings: [String] { texts.withLock(\.self) }
    var store: DiskStore { DiskStore(folder.appending(path: "cache")) }

    func engine(copyFolders: [String] = []) -> BuildEngine {
        var engine = BuildEngine(
            store: store, digests: CodeDigests(sources: ["RemoteFilesTests": "1"], toolchain: "x"), jobs: 2,
            sourceFolder: folder
        ) { [self] event in
            if case .warning(let text) = event { texts.withLock { $0.append(text) } }
        }
        engine.copyFolders = copyFolders
        return engine
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// What a build of a file says that fails.
    func failure(of node: Node<Blob>) async -> String {
        do {
            return "no failure: \(try await engine().value(of: node).bytes.count) bytes"
        } catch {
            return "\(error)"
        }
    }

    /// Whether the cache has any result.
    var isEmpty: Bool {
        let cache = folder.appending(path: "cache")
        return ["ac", "cas", "tmp"].allSatisfy { part in
            let files = FileManager.default.enumerator(atPath: cache.appending(path: part).path)
            while files?.nextObject() != nil {
                if files?.fileAttributes?[.type] as? FileAttributeType == .typeRegular { return false }
            }
            return true
        }
    }
}

/// A node of the table.
func remote(
    _ name: String = "table", at address: String, bytes: [UInt8] = table, limits: DownloadLimits = quick
) -> Node<Blob> {
    .remote(name, at: address, sha256: ContentDigest(of: bytes).hex, bytes: bytes.count, limits: limits)
}

/// Without long pauses, and patient where a machine is slow.
let quick = DownloadLimits(connect: .seconds(20), stall: .seconds(20), total: .seconds(60), pause: .milliseconds(10))
