import ContentHash
import Foundation
import Testing

@testable import BuildGraph

@Suite("A stamp stands for a content only when a later write must change it")
struct StampTests {
    let wrong = ContentDigest(of: "wrong")

    @Test func withinTheTickOfTheLastChangeNothingIsSettled() {
        let stamp = SystemFile.Stamp(size: 1, modified: 100, changed: 100, inode: 1)
        #expect(!stamp.isSettled(since: 99))
        #expect(!stamp.isSettled(since: 100))
        #expect(stamp.isSettled(since: 101))
    }

    @Test(arguments: [true, false])
    func anInputFileIsReadAgainUnlessItsStampIsSettled(_ isSettled: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("right", to: "a")
        let stamp = try #require(SystemFile.stamp(folder.path("a")))
        var index = BuildIndex()
        index[folder.path("a")] = BuildIndex.File(content: wrong, stamp: stamp, isSettled: isSettled)
        let content = try InputFiles(sourceFolder: folder.url).read("a", index: &index).content
        #expect(content == (isSettled ? wrong : ContentDigest(of: "right")))
    }

    @Test(arguments: [true, false])
    func anOutputFileIsReadAgainUnlessItsStampIsSettled(_ isSettled: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("tampered", to: "a")
        let stamp = try #require(SystemFile.stamp(folder.path("a")))
        var index = BuildIndex()
        index[folder.path("a")] = BuildIndex.File(content: wrong, stamp: stamp, isSettled: isSettled)
        let output = OutputFile("a", from: Node("n") { Blob([]) })
        #expect(OutputFolder(folder.url).isUpToDate(output, content: wrong, index: &index) == isSettled)
    }

    @Test func aFileWrittenByTheBuildIsNotSettled() throws {
        let folder = try TemporaryFolder()
        var index = BuildIndex()
        let output = OutputFile("a", from: Node("n") { Blob([]) })
        _ = try OutputFolder(folder.url).write(output, [1], content: wrong, temporaryFolder: nil, index: &index)
        #expect(index[folder.path("a")]?.isSettled == false)
    }

    @Test func stampsOfNeighboursAreThoseOfEachFileAlone() throws {
        let folder = try TemporaryFolder()
        let names = ["a", "b/1", "b/2", "b/3", "bb/3", "b/c/1", "b/c/2", "a", "b/1", "gone/1", "gone/2", "b/0", "b/é"]
        for name in names where !name.hasPrefix("gone") && name != "b/0" { try folder.write(name, to: name) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("b/link"), withDestinationPath: folder.path("b/1"))
        var neighbours = SystemFile.NeighbourFolders(folder.url.path)
        for name in names + ["b/link", "b/c", "b/c/1", "b/c/1/2"] {
            #expect(neighbours.stamp(name) == SystemFile.stamp(folder.path(name)), "\(name)")
        }
    }

    @Test func theIndexComesBackFromItsBytes() throws {
        var index = BuildIndex()
        for number in 0..<20 {
            let digest = ContentDigest(of: "\(number)")
            index[digest] = BuildIndex.Result(output: wrong, size: number, seconds: 0.5)
            let stamp = SystemFile.Stamp(size: 1, modified: -2, changed: 3, inode: .max)
            index["/a b/ü \(number)"] = BuildIndex.File(
                content: digest, stamp: stamp, isSettled: number.isMultiple(of: 2))
            index.setLastKey(digest, of: "n\(number)")
        }
        let copy = BuildIndex(bytes: index.bytes)
        #expect(copy.results == index.results)
        #expect(copy.files == index.files)
        #expect(copy.lastKeys == index.lastKeys)
        #expect(!copy.isModified)
    }
}
