import BuildGraph
import ContentHash
import FoundationEssentials
import Glibc
import Testing

@Suite("Whatever happens to the cache, the result is that of a clean build")
struct DamageTests {
    enum Damage: String, CaseIterable, Sendable {
        case truncated, flipped, emptied, deleted, extended

        func apply(to file: String) throws {
            let url = URL(filePath: file)
            var bytes = try Data(contentsOf: url)
            switch self {
            case .truncated: bytes = bytes.prefix(bytes.count / 2)
            case .flipped where bytes.isEmpty: bytes = Data([4])
            case .flipped: bytes[bytes.count / 2] ^= 4
            case .emptied: bytes = Data()
            case .deleted: return try FileManager.default.removeItem(at: url)
            case .extended: bytes.append(32)
            }
            try bytes.write(to: url)
        }
    }

    func outputs(_ value: Int) -> [OutputFile] {
        let a = Node("a", Constant(value: value))
        let sum = Node("sum", Sum(), from: a, Node("b", Constant(value: 2)))
        return [
            OutputFile("one.txt", from: Node("one", Render(title: "one"), from: sum)),
            OutputFile("two.txt", from: Node("two", Render(title: "two"), from: Node("sign", Sign(), from: sum))),
        ]
    }

    @Test(arguments: Damage.allCases)
    func eachFileOfTheCacheMayBeDamaged(_ damage: Damage) async throws {
        let template = try TemporaryFolder()
        let store = DiskStore(template.url.appending(path: "cache"))
        try await makeEngine(store).build(outputs: outputs(1), into: template.url)
        // The lock file has no content.
        for file in try template.files(in: "cache") where file != "lock" {
            let folder = try TemporaryFolder()
            try FileManager.default.copyItem(atPath: template.path("cache"), toPath: folder.path("cache"))
            try damage.apply(to: folder.path("cache/" + file))
            // Without the index every record is read.
            if file != "index" { try FileManager.default.removeItem(atPath: folder.path("cache/index")) }
            let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
            #expect(try await engine.differencesFromCleanBuild(outputs: outputs(1), into: folder.url) == [], "\(file)")
            #expect(try await engine.differencesFromCleanBuild(outputs: outputs(3), into: folder.url) == [], "\(file)")
        }
    }

    @Test(arguments: Damage.allCases)
    func aDamagedBlobIsSaidAndMadeAgain(_ damage: Damage) async throws {
        let folder = try TemporaryFolder()
        let log = EventLog()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")), observer: log.observer)
        let node = Node("a", Constant(value: 1))
        let report = try await engine.build(nodes: [node.erased])
        let content = try #require(report.nodes[0].output).hex
        try damage.apply(to: folder.path("cache/cas/\(content.prefix(2))/\(content)"))
        #expect(try await engine.value(of: node) == 1)
        #expect(log.warnings.count == 1)
        #expect(log.warnings.first?.contains("a is made again") == true)
        #expect(try await engine.build(nodes: [node.erased]).ran == [])
    }

    @Test(arguments: [Damage.truncated, .flipped, .emptied])
    func aDamagedRecordIsSaidAndMadeAgain(_ damage: Damage) async throws {
        let folder = try TemporaryFolder()
        let log = EventLog()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")), observer: log.observer)
        let node = Node("a", Constant(value: 1))
        let key = try #require(try await engine.build(nodes: [node.erased]).nodes[0].key).hex
        try damage.apply(to: folder.path("cache/ac/\(key.prefix(2))/\(key)"))
        try FileManager.default.removeItem(atPath: folder.path("cache/index"))
        #expect(try await engine.build(nodes: [node.erased]).ran == ["a"])
        #expect(log.warnings.count == 1)
    }

    /// What is no file where the cache has one.
    enum Intruder: String, CaseIterable, Sendable {
        case folder, pipe

        func replace(_ file: String) throws {
            try FileManager.default.removeItem(atPath: file)
            switch self {
            case .folder:
                try FileManager.default.createDirectory(atPath: file + "/a", withIntermediateDirectories: true)
            case .pipe: mkfifo(file, 0o600)
            }
        }
    }

    @Test(arguments: Intruder.allCases)
    func whatIsNoFileInThePlaceOfOneIsReplacedAndWaitedForByNobody(_ intruder: Intruder) async throws {
        let template = try TemporaryFolder()
        try await makeEngine(DiskStore(template.url.appending(path: "cache"))).build(
            outputs: outputs(1), into: template.url)
        // A second time, so that there is a snapshot.
        try await makeEngine(DiskStore(template.url.appending(path: "cache"))).build(
            outputs: outputs(1), into: template.url)
        let files = try template.files(in: "cache").filter { $0 != "lock" }
        #expect(files.count > 10)
        for file in files {
            let folder = try TemporaryFolder()
            try FileManager.default.copyItem(atPath: template.path("cache"), toPath: folder.path("cache"))
            try intruder.replace(folder.path("cache/" + file))
            if file != "index", file != "snapshot" {
                try FileManager.default.removeItem(atPath: folder.path("cache/index"))
            }
            let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
            #expect(try await engine.differencesFromCleanBuild(outputs: outputs(1), into: folder.url) == [], "\(file)")
            #expect(try await engine.build(outputs: outputs(1), into: folder.url).ran == [], "\(file)")
        }
    }

    @Test func aFolderInThePlaceOfAResultIsSaidAndReplaced() async throws {
        let folder = try TemporaryFolder()
        let log = EventLog()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")), observer: log.observer)
        let node = Node("a", Constant(value: 1))
        let content = try #require(try await engine.build(nodes: [node.erased]).nodes[0].output).hex
        let file = folder.path("cache/cas/\(content.prefix(2))/\(content)")
        try Intruder.folder.replace(file)
        #expect(try await engine.value(of: node) == 1)
        #expect(log.warnings.first?.contains("it is a folder, not a file; a is made again") == true)
        var isFolder: Bool = true
        #expect(FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder)
    }

    @Test(arguments: ["ac", "cas", "nodes"])
    func aFileInThePlaceOfAFolderOfResultsIsReplaced(_ part: String) async throws {
        let folder = try TemporaryFolder()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
        try await engine.build(outputs: outputs(1), into: folder.url)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("cache/\(part)")) {
            try FileManager.default.removeItem(atPath: folder.path("cache/\(part)/\(name)"))
            try folder.write("", to: "cache/\(part)/\(name)")
        }
        try FileManager.default.removeItem(atPath: folder.path("cache/index"))
        #expect(try await engine.differencesFromCleanBuild(outputs: outputs(1), into: folder.url) == [])
    }

    @Test func nothingIsRemovedFromAFolderThatIsNoCache() async throws {
        let folder = try TemporaryFolder()
        for name in ["index", "snapshot", "lock", "nodes.txt", "ac.txt"] {
            try folder.write("mine", to: "cache/\(name)/thesis.txt")
        }
        let before = try folder.files(in: "cache")
        try await makeEngine(DiskStore(folder.url.appending(path: "cache"))).build(
            outputs: outputs(1), into: folder.url)
        #expect(Set(before).subtracting(try folder.files(in: "cache")) == [])
    }

    @Test func aRecordUnderAnotherKeyIsNotUsed() async throws {
        let folder = try TemporaryFolder()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
        func key(_ value: Int) async throws -> String {
            let report = try await engine.build(nodes: [Node("a", Constant(value: value)).erased])
            return try #require(report.nodes[0].key).hex
        }
        let (one, two) = (try await key(1), try await key(2))
        let cache = folder.path("cache")
        try FileManager.default.removeItem(atPath: "\(cache)/ac/\(two.prefix(2))/\(two)")
        try FileManager.default.copyItem(
            atPath: "\(cache)/ac/\(one.prefix(2))/\(one)", toPath: "\(cache)/ac/\(two.prefix(2))/\(two)")
        try FileManager.default.removeItem(atPath: "\(cache)/index")
        #expect(try await engine.value(of: Node("a", Constant(value: 2))) == 2)
    }

    @Test func alsoWhenAConsumerMustRunAndItsInputIsLost() async throws {
        let store = MemoryStore()
        let a = Node("a", Constant(value: 5))
        let report = try await makeEngine(store).build(nodes: [a.erased])
        store.corrupt(blob: try #require(report.nodes[0].output), with: [1, 2, 3])
        let log = EventLog()
        let engine = makeEngine(store, observer: log.observer)
        let user = Node("user", Sum(), from: a, a)
        let second = try await engine.build(nodes: [user.erased])
        #expect(second.ran == ["a", "user"])
        #expect(second.nodes[0].reason == .resultDamaged)
        #expect(try await engine.value(of: user) == 10)
    }

    @Test func aCacheThatIsDeletedWhileItIsUsedIsMadeAgain() async throws {
        let folder = try TemporaryFolder()
        let cache = folder.path("cache")
        let a = Node("a", Constant(value: 1))
        let remover = Node("remover", from: a, parameters: cache) { cache, value -> Int in
            try FileManager.default.removeItem(atPath: cache)
            return value + 1
        }
        let last = Node("last", Sum(), from: a, remover)
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")), jobs: 1)
        #expect(try await engine.value(of: last) == 3)
    }

    @Test func aCacheThatCannotBeWrittenIsAClearError() async throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "cache")
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
        let error = await #expect(throws: BuildGraphError.self) {
            try await engine.build(nodes: [Node("a", Constant(value: 1)).erased])
        }
        #expect(error?.description.contains("cannot write to the cache") == true)
        #expect(error?.description.contains("choose another cache folder") == true)
    }

    @Test func twoBuildsAtOnceBothSucceed() async throws {
        let folder = try TemporaryFolder()
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")))
                    return try await engine.differencesFromCleanBuild(outputs: outputs(1), into: folder.url)
                }
            }
            for try await differences in group { #expect(differences == []) }
        }
    }

    @Test func aDamagedIndexIsPassedOver() async throws {
        let folder = try TemporaryFolder()
        let log = EventLog()
        let engine = makeEngine(DiskStore(folder.url.appending(path: "cache")), observer: log.observer)
        try await engine.build(outputs: outputs(1), into: folder.url)
        let index = URL(filePath: folder.path("cache/index"))
        let whole = try Data(contentsOf: index)
        for position in stride(from: 0, to: whole.count, by: 37) {
            var bytes = whole
            bytes[position] ^= 1
            try bytes.write(to: index)
            #expect(try await engine.build(outputs: outputs(1), into: folder.url).ran == [])
        }
        #expect(log.warnings == [])
    }

    @Test(arguments: [false, true])
    func whatKilledBuildsLeftIsRemovedUnlessAnotherBuildMayNeedIt(_ isAnotherGoingOn: Bool) async throws {
        let folder = try TemporaryFolder()
        try folder.write("part", to: "cache/tmp/old")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.path("cache/tmp/old"))
        let store = DiskStore(folder.url.appending(path: "cache"))
        let another = isAnotherGoingOn ? store.lock() : nil
        try folder.write("part", to: "cache/tmp/new")
        try await makeEngine(store).build(outputs: outputs(1), into: folder.url)
        #expect(try folder.files(in: "cache/tmp") == (isAnotherGoingOn ? ["new"] : []))
        withExtendedLifetime(another) {}
    }

    @Test func removingEverythingLeavesAnEmptyCache() async throws {
        let folder = try TemporaryFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        try await makeEngine(store).build(outputs: outputs(1), into: folder.url)
        try store.removeAll()
        #expect(try folder.files(in: "cache") == [])
        #expect(try await makeEngine(store).build(outputs: outputs(1), into: folder.url).ran.count == 6)
    }
}
