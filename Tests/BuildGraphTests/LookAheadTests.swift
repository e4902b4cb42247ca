import ContentHash
import FoundationEssentials
import Testing

@testable import BuildGraph

@Suite("Wide graphs, which are looked up on all processors, are built as narrow ones are")
struct LookAheadTests {
    /// More than are looked up one by one.
    let width = LookAhead.worthwhileCount + 50

    /// A source file, two layers of sums and a file for each column.
    func outputs(offset: Int = 0) -> [OutputFile] {
        let leaves = (0..<width).map { column in
            Node("leaf/\(column)", from: .file("src/\(column)")) { (blob: Blob) in Int(blob.text) ?? -1 }
        }
        return (0..<width).map { column in
            let sum = Node(
                "sum/\(column)", Sum(offset: column == 5 ? offset : 0), from: leaves[column],
                leaves[(column + 1) % width])
            return OutputFile("out/\(column)", from: Node("render/\(column)", Render(title: "\(column)"), from: sum))
        }
    }

    func makeSources(in folder: TemporaryFolder) throws {
        for column in 0..<width { try folder.write("\(column)", to: "src/\(column)") }
    }

    func build(_ folder: TemporaryFolder, offset: Int = 0) async throws -> BuildReport {
        try await makeEngine(DiskStore(folder.url.appending(path: "cache")), sourceFolder: folder.url)
            .build(outputs: outputs(offset: offset), into: folder.url)
    }

    /// Built, and looked at again when the files' stamps have settled.
    func settledFolder() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try makeSources(in: folder)
        _ = try await build(folder)
        try await Task.sleep(for: .milliseconds(20))
        _ = try await build(folder)
        return folder
    }

    func changed(_ report: BuildReport) -> [String] {
        report.files.filter { $0.outcome != .unchanged }.map(\.path)
    }

    @Test func theFirstBuildWritesWhatTheNodesGive() async throws {
        let folder = try TemporaryFolder()
        try makeSources(in: folder)
        let report = try await build(folder)
        #expect(report.ran.count == 3 * width)
        for column in 0..<(width - 1) {
            #expect(folder.text("out/\(column)") == "\(column): \(2 * column + 1)\n")
        }
    }

    @Test func aSecondBuildDoesNothing() async throws {
        let folder = try await settledFolder()
        let report = try await build(folder)
        #expect(report.ran.isEmpty)
        #expect(changed(report).isEmpty)
        #expect(report.nodes.filter { $0.outcome == .cached }.count == 3 * width)
    }

    @Test func aChangedSourceReachesWhatFollowsFromIt() async throws {
        let folder = try await settledFolder()
        try folder.write("1000", to: "src/7")
        let report = try await build(folder)
        #expect(Set(report.ran) == ["leaf/7", "sum/6", "sum/7", "render/6", "render/7"])
        #expect(Set(changed(report)) == ["out/6", "out/7"])
        #expect(folder.text("out/7") == "7: 1008\n")
    }

    @Test func aChangedParameterRunsItsNode() async throws {
        let folder = try await settledFolder()
        let report = try await build(folder, offset: 3)
        #expect(report.ran.sorted() == ["render/5", "sum/5"])
        #expect(
            report.nodes.first { $0.name == "sum/5" }?.reason == .parameterChanged(name: "offset", from: "0", to: "3"))
    }

    @Test func aNewParameterIsRememberedAsTheLast() async throws {
        let folder = try await settledFolder()
        _ = try await build(folder, offset: 3)
        let report = try await build(folder, offset: 4)
        #expect(
            report.nodes.first { $0.name == "sum/5" }?.reason == .parameterChanged(name: "offset", from: "3", to: "4"))
    }

    @Test func anOldParameterIsRememberedAsTheLast() async throws {
        let folder = try await settledFolder()
        _ = try await build(folder, offset: 3)
        #expect(try await build(folder).ran.isEmpty)
        let report = try await build(folder, offset: 4)
        #expect(
            report.nodes.first { $0.name == "sum/5" }?.reason == .parameterChanged(name: "offset", from: "0", to: "4"))
    }

    @Test func whatIsAlteredInPlaceWithItsTimesSetBackIsNoticed() async throws {
        let folder = try await settledFolder()
        try folder.alterInPlace("out/7", "7: 99\n")
        #expect(changed(try await build(folder)) == ["out/7"])
        #expect(folder.text("out/7") == "7: 15\n")
        try folder.alterInPlace("src/100", "999")
        #expect(try await build(folder).ran.contains("leaf/100"))
    }

    /// A file that was changed within the clock's tick in which it was looked at has the stamp that is known.
    @Test func aStampThatIsNotSettledIsNotTrusted() async throws {
        let folder = try await settledFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        try folder.alterInPlace("out/7", "7: 99\n")
        try folder.alterInPlace("src/100", "999")
        var index = BuildIndex(of: store)
        for name in ["out/7", "src/100"] {
            let known = try #require(index[folder.path(name)])
            let stamp = try #require(SystemFile.stamp(folder.path(name)))
            index[folder.path(name)] = BuildIndex.File(content: known.content, stamp: stamp, isSettled: false)
        }
        try store.setIndex(index.bytes)
        let report = try await build(folder)
        #expect(Set(report.ran) == ["leaf/100", "sum/99", "sum/100", "render/99", "render/100"])
        #expect(Set(changed(report)) == ["out/7", "out/99", "out/100"])
    }

    @Test func tamperedAndDeletedFilesAreRestored() async throws {
        let folder = try await settledFolder()
        try folder.write("9: 19!\n", to: "out/9")
        try FileManager.default.removeItem(atPath: folder.path("out/10"))
        let report = try await build(folder)
        #expect(report.ran.isEmpty)
        #expect(report.files.filter { $0.outcome == .restored }.map(\.path) == ["out/9", "out/10"])
        #expect(folder.text("out/9") == "9: 19\n")
        #expect(folder.text("out/10") == "10: 21\n")
    }

    @Test func aLostResultThatAFileNeedsIsMadeAgain() async throws {
        let folder = try await settledFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        try FileManager.default.removeItem(atPath: store.file("cas", ContentDigest(of: "300: 601\n")))
        try FileManager.default.removeItem(atPath: folder.path("out/300"))
        let report = try await build(folder)
        #expect(report.ran == ["render/300"])
        #expect(folder.text("out/300") == "300: 601\n")
    }

    @Test func aMissingSourceFailsTheBuild() async throws {
        let folder = try await settledFolder()
        try FileManager.default.removeItem(atPath: folder.path("src/4"))
        await #expect(throws: BuildGraphError.self) { _ = try await build(folder) }
    }

    @Test(arguments: [0, 1, LookAhead.worthwhileCount, 1000])
    func aParallelMapKeepsTheOrder(_ count: Int) {
        let values = LookAhead.map(count) { range, values in for number in range { values.append(number) } }
        #expect(values == Array(0..<count))
    }

    @Test func aMapThatTwoThreadsWorkAtHasEachValueOnce() async {
        let map = ParallelMap(5000) { range, values in values.append(contentsOf: range) }
        async let other: Void = map.work()
        map.work()
        await other
        #expect(map.joined == Array(0..<5000))
    }

    @Test(arguments: [0, 1, 5000])
    func aFileWithReservedSpaceHasItsBytesOnly(_ count: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = [UInt8](repeating: 7, count: count)
        try SystemFile.create(folder.path("a"), bytes, synced: false, replacing: true)
        #expect(try SystemFile.read(folder.path("a")) == bytes)
        #expect(SystemFile.stamp(folder.path("a"))?.size == Int64(count))
    }
}
