import Foundation
import Glibc
import Testing

/// Whether file systems can be mounted here, which takes root.
private let canMount: Bool = {
    guard geteuid() == 0, let place = try? Workplace() else { return false }
    guard mount("tmpfs", place.folder.path(percentEncoded: false), "tmpfs", 0, "size=64k") == 0 else { return false }
    umount2(place.folder.path(percentEncoded: false), CInt(MNT_DETACH))
    return true
}()

@Suite("A disk that is full, read-only or emptied", .serialized)
struct DiskTests {
    let place: Workplace
    let clean: [String: Data]

    init() async throws {
        place = try Workplace("count=24", "pause=1000")
        clean = try await place.cleanFiles()
    }

    /// The next plain run succeeds and gives the clean result, and the one after it has nothing to do.
    private func expectRecovery(_ comment: Comment? = nil) async throws {
        let (status, printed) = try await place.run()
        #expect(status == 0, "\(printed)")
        #expect(try place.files(in: "out") == clean, comment)
        #expect(try place.files(in: "cache/tmp") == [:], comment)
        #expect(try await place.run().printed == "ran 0\n", comment)
    }

    private func mounting(_ name: String, size: Int, _ body: () async throws -> Void) async throws {
        try FileManager.default.createDirectory(atPath: place.path(name), withIntermediateDirectories: true)
        try #require(mount("tmpfs", place.path(name), "tmpfs", 0, "size=\(size)") == 0)
        defer { umount2(place.path(name), CInt(MNT_DETACH)) }
        try await body()
    }

    @Test(.enabled(if: canMount, "mounting a small file system takes root"))
    func aFullCacheIsAClearErrorAndThenNoMatter() async throws {
        var random = SeededGenerator(state: 5)
        var failures = 0
        for round in 0..<soakCount {
            try await mounting("cache", size: 4096 * Int.random(in: 2...60, using: &random)) {
                let (status, printed) = try await place.run()
                if status != 0 {
                    failures += 1
                    #expect(status == 1)
                    #expect(printed.contains("cannot write to the cache: "))
                    #expect(printed.contains("No space left on device"))
                }
                try #require(mount("tmpfs", place.path("cache"), "tmpfs", UInt(MS_REMOUNT), "size=16m") == 0)
                try await expectRecovery("round \(round)")
            }
            try? FileManager.default.removeItem(atPath: place.path("out"))
        }
        #expect(failures > 0)
    }

    @Test(.enabled(if: canMount, "mounting a small file system takes root"))
    func aFullOutputFolderIsAClearErrorAndThenNoMatter() async throws {
        try await mounting("out", size: 4096 * 20) {
            let (status, printed) = try await place.run()
            #expect(status == 1)
            #expect(printed.contains("cannot write the output file "))
            #expect(printed.contains("No space left on device"))
            try #require(mount("tmpfs", place.path("out"), "tmpfs", UInt(MS_REMOUNT), "size=16m") == 0)
            try await expectRecovery()
        }
    }

    @Test(.enabled(if: canMount, "mounting a file system read-only takes root"))
    func aReadOnlyCacheServesWhatItHasAndSaysWhatItCannot() async throws {
        #expect(try await place.run("count=12").status == 0)
        let flags = UInt(MS_REMOUNT | MS_RDONLY | MS_BIND)
        do {
            try #require(mount(place.path("cache"), place.path("cache"), nil, UInt(MS_BIND), nil) == 0)
            defer { umount2(place.path("cache"), CInt(MNT_DETACH)) }
            try #require(mount(nil, place.path("cache"), nil, flags, nil) == 0)
            #expect(try await place.run("count=12").printed == "ran 0\n")
            try FileManager.default.removeItem(atPath: place.path("out"))
            #expect(try await place.run("count=12").printed == "ran 0\n")
            #expect(try place.files(in: "out").count == 12)
            let (status, printed) = try await place.run()
            #expect(status == 1)
            #expect(printed.contains("cannot write to the cache: "))
            #expect(printed.contains("Read-only file system"))
        }
        try await expectRecovery()
    }

    @Test func aCacheThatCannotBeMadeIsAClearError() async throws {
        try Data().write(to: URL(filePath: place.path("file")))
        let (status, printed) = try await place.run(cache: "file/cache")
        #expect(status == 1)
        #expect(printed.contains("cannot write to the cache: "))
        #expect(printed.contains("Not a directory"))
    }

    @Test func aCacheDeletedDuringTheRunIsMadeAgain() async throws {
        var random = SeededGenerator(state: 7)
        for round in 0..<soakCount {
            let child = try place.start("pause=2000")
            await place.pause(microseconds: Int.random(in: 5_000..<50_000, using: &random))
            try? FileManager.default.removeItem(atPath: place.path("cache"))
            let status = await child.status()
            #expect(status == 0, "round \(round): \(child.printed)")
            #expect(try place.files(in: "out") == clean, "round \(round)")
            try? FileManager.default.removeItem(atPath: place.path("out"))
            try await expectRecovery("round \(round)")
            try? FileManager.default.removeItem(atPath: place.path("cache"))
            try? FileManager.default.removeItem(atPath: place.path("out"))
        }
    }
}
