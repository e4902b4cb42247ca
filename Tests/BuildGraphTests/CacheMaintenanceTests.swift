import ContentHash
import Foundation
import Testing

@testable import BuildGraph

@Suite("The cache can be counted, checked and shrunk")
struct CacheMaintenanceTests {
    let folder: TemporaryFolder
    let store: DiskStore
    let now: Int64 = 2_000_000_000_000_000_000

    init() throws {
        folder = try TemporaryFolder()
        store = DiskStore(folder.url.appending(path: "cache"))
    }

    func chain(_ value: Int) -> AnyNode {
        Node("text/one", Render(title: "one"), from: Node("numbers/a", Constant(value: value))).erased
    }

    /// Builds the chain and says that its files were used so many days before now.
    func build(_ value: Int, daysAgo: Double) async throws {
        let before = Set(try folder.files(in: "cache"))
        try await makeEngine(store).build(nodes: [chain(value)])
        for file in try folder.files(in: "cache") where !before.contains(file) { try age(file, daysAgo) }
    }

    func age(_ file: String, _ days: Double) throws {
        let date = Date(timeIntervalSince1970: Double(now) / 1e9 - days * 86400)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder.path("cache/" + file))
    }

    func collect(_ limits: CacheLimits, needed: [AnyNode] = []) throws -> CacheCollection {
        try store.collect(limits, needed: try makeEngine(store).needed(nodes: needed), now: now)
    }

    func ran(_ value: Int) async throws -> [String] { try await makeEngine(store).build(nodes: [chain(value)]).ran }

    // MARK: Statistics

    @Test func statisticsCountEachFileOnce() async throws {
        try await build(1, daysAgo: 0.5)
        try await build(2, daysAgo: 40)
        let statistics = store.statistics(now: now)
        let files = try folder.files(in: "cache").filter { $0 != "lock" }
        let bytes = try files.map { try Data(contentsOf: URL(filePath: folder.path("cache/" + $0))).count }
        #expect(statistics.bytes == bytes.reduce(0, +))
        #expect(statistics.records.files == 4)
        #expect(statistics.records.files + statistics.blobs.files + statistics.other.files == files.count)
        #expect(Set(statistics.groups.map(\.name)) == ["numbers", "text"])
        #expect(statistics.groups.map(\.records) == [2, 2])
        #expect(statistics.groups.reduce(0) { $0 + $1.bytes } == statistics.records.bytes + statistics.blobs.bytes)
        #expect(statistics.ages.map(\.records) == [2, 0, 0, 2, 0])
    }

    @Test func statisticsOfNoCacheAreZero() {
        let statistics = store.statistics()
        #expect(statistics.bytes == 0)
        #expect(statistics.groups.isEmpty)
    }

    // MARK: Verification

    @Test func aWholeCacheIsFoundWholeAndLeftAlone() async throws {
        try await build(1, daysAgo: 1)
        let before = try folder.files(in: "cache")
        let result = try store.verify()
        #expect(result.isWhole)
        #expect(result.records == 2)
        #expect(result.blobs == 3)
        #expect(result.forgotten == 0)
        #expect(result.withoutResult == [])
        #expect(result.foreign == [])
        #expect(try folder.files(in: "cache") == before)
    }

    @Test(arguments: DamageTests.Intruder.allCases)
    func whatHasTheNameOfAResultAndIsNoFileIsFoundAndRemoved(_ intruder: DamageTests.Intruder) async throws {
        try await build(1, daysAgo: 1)
        for file in try folder.files(in: "cache") where ["ac/", "cas/", "nodes/"].contains(where: file.hasPrefix) {
            let cache = try TemporaryFolder()
            try FileManager.default.copyItem(atPath: folder.path("cache"), toPath: cache.path("cache"))
            try intruder.replace(cache.path("cache/" + file))
            let store = DiskStore(cache.url.appending(path: "cache"))
            let result = try store.verify()
            #expect(result.damaged.map(\.file) == [file] && result.damaged.map(\.problem) == ["it is not a file"])
            #expect(!FileManager.default.fileExists(atPath: cache.path("cache/" + file)))
            #expect(try store.verify().isWhole && result.foreign == [])
        }
    }

    @Test(arguments: DamageTests.Damage.allCases.filter { $0 != .deleted })
    func eachDamagedFileIsFoundRemovedAndMadeAgain(_ damage: DamageTests.Damage) async throws {
        try await build(1, daysAgo: 1)
        for file in try folder.files(in: "cache") where file != "lock" {
            // A mark says nothing, a blank after a record changes nothing, and another key in `nodes` is none the worse.
            if file.hasPrefix("uses/") || (file.hasPrefix("ac/") && damage == .extended) { continue }
            if file.hasPrefix("nodes/"), damage == .flipped { continue }
            let copy = try TemporaryFolder()
            try FileManager.default.copyItem(atPath: folder.path("cache"), toPath: copy.path("cache"))
            try damage.apply(to: copy.path("cache/" + file))
            let store = DiskStore(copy.url.appending(path: "cache"))
            let result = try store.verify()
            #expect(result.damaged.map(\.file) == [file])
            #expect(try store.verify().isWhole, "\(file)")
            #expect(FileManager.default.fileExists(atPath: copy.path("cache/" + file)) == false)
            let ran = try await makeEngine(store).build(nodes: [chain(1)]).ran
            let isNode = file.hasPrefix("ac/") || result.damaged.first?.nodes.isEmpty == false
            #expect(ran.count == (isNode ? 1 : 0), "\(file): \(ran)")
            #expect(try store.verify().withoutResult == [], "\(file)")
        }
    }

    @Test func aDamagedResultIsReportedWithItsNode() async throws {
        let report = try await makeEngine(store).build(nodes: [chain(1)])
        let content = try #require(report.nodes[0].output).hex
        try DamageTests.Damage.flipped.apply(to: folder.path("cache/cas/\(content.prefix(2))/\(content)"))
        #expect(try store.verify().damaged.map(\.nodes) == [["numbers/a"]])
    }

    @Test func aDeletedRecordIsForgottenAndMadeAgain() async throws {
        let key = try #require(try await makeEngine(store).build(nodes: [chain(1)]).nodes[1].key).hex
        try FileManager.default.removeItem(atPath: folder.path("cache/ac/\(key.prefix(2))/\(key)"))
        let result = try store.verify()
        #expect(result.isWhole)
        #expect(result.forgotten == 1)
        #expect(try await ran(1) == ["text/one"])
    }

    @Test func aFileThatNoBuildWroteIsNamedAndLeft() async throws {
        try await build(1, daysAgo: 1)
        try folder.write("mine", to: "cache/cas/00/notes.txt")
        let result = try store.verify()
        #expect(result.isWhole)
        #expect(result.foreign == ["cas/00/notes.txt"])
        #expect(folder.text("cache/cas/00/notes.txt") == "mine")
    }

    // MARK: Collection

    @Test func whatWasNotUsedForLongGoes() async throws {
        try await build(1, daysAgo: 40)
        try await build(2, daysAgo: 20)
        let result = try collect(CacheLimits(days: 30))
        #expect(result.removedRecords == 2)
        #expect(result.removedBlobs == 2)
        #expect(try store.verify().isWhole)
        #expect(try await ran(2) == [])
        #expect(try await ran(1) == ["numbers/a", "text/one"])
    }

    @Test func whatATargetNeedsStays() async throws {
        try await build(1, daysAgo: 400)
        let result = try collect(CacheLimits(bytes: 0, days: 30), needed: [chain(1)])
        #expect(result.removedRecords == 0)
        #expect(result.removedBlobs == 0)
        #expect(!result.isWithinLimits)
        #expect(result.neededBytes == result.keptBytes)
        try FileManager.default.removeItem(atPath: folder.path("cache/index"))
        #expect(try await ran(1) == [])
    }

    @Test func theLeastRecentlyUsedGoesFirst() async throws {
        try await build(1, daysAgo: 10)
        try await build(2, daysAgo: 30)
        try await build(3, daysAgo: 20)
        let total = store.statistics().records.bytes + store.statistics().blobs.bytes
        let result = try collect(CacheLimits(bytes: total - 1))
        #expect(result.isWithinLimits)
        #expect(result.removedRecords >= 1)
        #expect(result.keptBytes == store.statistics().records.bytes + store.statistics().blobs.bytes)
        #expect(try await ran(1) == [])
        #expect(try await ran(3) == [])
        #expect(try await ran(2).isEmpty == false)
    }

    @Test func whatWasWrittenJustNowStays() async throws {
        try await build(1, daysAgo: 0.01)
        #expect(try collect(CacheLimits(bytes: 0)).removedRecords == 0)
    }

    @Test func aBlobThatNothingRefersToGoes() async throws {
        try await build(1, daysAgo: 10)
        let orphan = try store.insert(blob: [1, 2, 3], worth: 0)
        try age("cas/\(orphan.hex.prefix(2))/\(orphan.hex)", 2)
        let result = try collect(CacheLimits(days: 30))
        #expect(
            result
                == CacheCollection(
                    removedRecords: 0, removedBlobs: 1, removedBytes: 3, keptBytes: result.keptBytes,
                    neededBytes: result.neededBytes, isWithinLimits: true))
    }

    /// The file of a node's only record.
    private func record(of node: String) throws -> String {
        let key = try #require(store.records.first { $0.node == node }).key.hex
        return "ac/\(key.prefix(2))/\(key)"
    }

    @Test(arguments: ["one", "other"])
    func aBlobThatTwoRecordsShareStaysWhileOneStays(_ kept: String) async throws {
        let (one, other) = (Node("one", Constant(value: 1)), Node("other", Sign(), from: Node("5", Constant(value: 5))))
        let output = try #require(
            try await makeEngine(store).build(nodes: [one.erased, other.erased]).nodes.first?.output)
        for file in try folder.files(in: "cache") { try age(file, 40) }
        try age(try record(of: kept), 10)
        _ = try collect(CacheLimits(days: 30))
        #expect(store.records.map(\.node) == [kept])
        #expect(store.mayContain(output))
        try age(try record(of: kept), 40)
        _ = try collect(CacheLimits(days: 30))
        #expect(!store.mayContain(output))
    }

    @Test func afterACollectionTheReasonStillSaysWhatChanged() async throws {
        try await build(1, daysAgo: 400)
        // What is wanted now was never built: the last run of its name explains it.
        #expect(try collect(CacheLimits(bytes: 0, days: 30), needed: [chain(2)]).removedRecords == 0)
        let report = try await makeEngine(store).build(nodes: [chain(2)])
        #expect(report.nodes.first?.reason == .parameterChanged(name: "value", from: "1", to: "2"))
    }

    @Test func afterACollectionTheReasonStillNamesTheModuleBelow() async throws {
        func engine(_ below: String) -> BuildEngine {
            makeEngine(
                store,
                digests: CodeDigests(
                    sources: ["BuildGraphTests": "1", "Kinematics": below],
                    dependencies: ["BuildGraphTests": ["Kinematics"]], toolchain: "6.3"))
        }
        try await engine("1").build(nodes: [chain(1)])
        for file in try folder.files(in: "cache") { try age(file, 400) }
        _ = try store.collect(
            CacheLimits(bytes: 0, days: 30), needed: try engine("2").needed(nodes: [chain(1)]), now: now)
        let report = try await engine("2").build(nodes: [chain(1)])
        #expect(report.nodes.first?.reason == .codeChanged(module: "Kinematics", through: "BuildGraphTests"))
    }

    @Test func whatIsUsedBetweenTheListingAndTheRemovalStays() async throws {
        try await build(1, daysAgo: 40)
        let selection = store.selection(CacheLimits(days: 30), needed: [], now: now)
        #expect(selection.records.count == 2)
        let used = try record(of: "numbers/a")
        let blob = try #require(store.records.first { $0.node == "text/one" }).output.hex
        try age(used, 0.001)
        try age("cas/\(blob.prefix(2))/\(blob)", 0.001)
        let result = try store.remove(selection)
        #expect(result.removedRecords == 1)
        #expect(try folder.files(in: "cache/ac") == [String(used.dropFirst(3))])
        #expect(try folder.files(in: "cache/cas").contains("\(blob.prefix(2))/\(blob)"))
    }

    @Test func aBuildNotesWhatItUsesAndCollectionSeesIt() async throws {
        try await build(1, daysAgo: 20 * 365)
        for file in try folder.files(in: "cache/uses") { try age("uses/" + file, 20 * 365) }
        #expect(try await ran(1) == [])
        let present = SystemFile.coarseTime()
        var limits = CacheLimits(days: 30)
        limits.grace = 0
        #expect(try store.collect(limits, needed: [], now: present + 3_600_000_000_000).removedRecords == 0)
        // Once a day is enough.
        for file in try folder.files(in: "cache") where file.hasPrefix("ac/") { try age(file, 20 * 365) }
        #expect(try await ran(1) == [])
        #expect(try store.collect(limits, needed: [], now: present + 3_600_000_000_000).removedRecords == 2)
    }

    @Test func aBuildThatRunsBesideCollectionsSucceeds() async throws {
        for value in 0..<30 { try await build(value, daysAgo: 20 * 365) }
        let store = self.store
        let collector = Task.detached {
            while !Task.isCancelled {
                _ = try? store.collect(CacheLimits(days: 30), needed: [])
                await Task.yield()
            }
        }
        for value in 0..<30 {
            let text = try await makeEngine(store).value(
                of: Node("sum", Sum(), from: Node("numbers/a", Constant(value: value)), Node("b", Constant(value: 2))))
            #expect(text == value + 2)
        }
        collector.cancel()
        await collector.value
        #expect(try store.verify().isWhole)
    }
}
