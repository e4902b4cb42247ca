import BuildGraph
import Foundation
import Glibc
import RemoteFiles

// remotegraph FOLDER ADDRESS SHA256 BYTES: builds FOLDER/out from a file from elsewhere, with the cache in FOLDER/cache,
// and tells whether libcurl is loaded at the end.
let words = CommandLine.arguments
guard words.count == 5, let bytes = Int(words[4]) else {
    print("usage: remotegraph FOLDER ADDRESS SHA256 BYTES")
    exit(2)
}
let folder = URL(filePath: words[1])
let (address, sha256) = (words[2], words[3])
do {
    try await StopSignals.cancelling {
        let file = Node.remote("table", at: address, sha256: sha256, bytes: bytes, limits: DownloadLimits(attempts: 1))
        let engine = BuildEngine(
            store: DiskStore(folder.appending(path: "cache")),
            digests: CodeDigests(sources: ["remotegraph": "1"], toolchain: "x"), jobs: 1, sourceFolder: folder)
        let report = try await engine.build(outputs: [OutputFile("out", from: file)], into: folder)
        let library = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_NOLOAD)
        print("ran \(report.ran.count), libcurl \(library != nil ? "is" : "is not") loaded")
    }
} catch let error as StopSignals.Stopped {
    exit(error.exitStatus)
} catch {
    print("\(error)")
    exit(1)
}
