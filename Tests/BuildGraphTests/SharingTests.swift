import BuildGraph
import ContentHash
import Foundation
import Synchronization
import Testing

@Suite("Builds of one process share a cache as builds of many do")
struct SharingTests {
    @Test func aLockExcludesOtherBuildsUntilItIsReleasedOrClosed() throws {
        let folder = try TemporaryFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        let (a, b) = (ContentDigest(of: "a"), ContentDigest(of: "b"))
        let second = try #require(store.lock())
        do {
            let first = try #require(store.lock())
            #expect(first.tryAcquire(a))
            #expect(first.tryAcquire(a))
            #expect(first.tryAcquire(b))
            #expect(!second.tryAcquire(a))
            first.release(a)
            #expect(second.tryAcquire(a))
            #expect(!second.tryAcquire(b))
            withExtendedLifetime(first) {}
        }
        #expect(second.tryAcquire(b))
    }

    @Test func eachNodeRunsOnceAmongBuildsAtOnce() async throws {
        let folder = try TemporaryFolder()
        let runs = Mutex<[String: Int]>([:])
        let slow = (0..<6).map { number in
            Node("slow \(number)", asWritten: .wrapper()) { () -> Int in
                runs.withLock { $0["slow \(number)", default: 0] += 1 }
                Thread.sleep(forTimeInterval: 0.02)
                return number
            }
        }
        let sum = slow.dropFirst().reduce(slow[0]) { Node("sum to \($1.name)", Sum(), from: $0, $1) }
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
                group.addTask { try await engine.value(of: sum) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == [15, 15, 15, 15])
        #expect(runs.withLock { $0.count } == 6)
        #expect(runs.withLock { $0.values.allSatisfy { $0 == 1 } })
    }

    @Test func aNodeThatFailsElsewhereIsTriedHere() async throws {
        let folder = try TemporaryFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        let node = Node("bad", Failing(), from: Node("a", Constant(value: 1))).erased
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    let error = await #expect(throws: BuildGraphError.self) {
                        try await makeEngine(store).build(nodes: [node])
                    }
                    #expect(error?.description.contains("the integral does not converge") == true)
                }
            }
        }
    }

    @Test func aBuildWithNothingToRunMakesNoLockFile() async throws {
        let folder = try TemporaryFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        let node = Node("a", Constant(value: 1)).erased
        #expect(try await makeEngine(store).build(nodes: [node]).ran == ["a"])
        try FileManager.default.removeItem(atPath: folder.path("cache/lock"))
        #expect(try await makeEngine(store).build(nodes: [node]).ran == [])
        #expect(!FileManager.default.fileExists(atPath: folder.path("cache/lock")))
    }
}
