import Testing

@testable import BuildConsole

@Suite("Watching files")
struct WatchTests {
    private func stamp(_ size: Int64) -> FileStamp { FileStamp(size: size, modified: 0, inode: 1) }

    @Test("tells a change once, when nothing has moved for a moment")
    func debounced() {
        var watch = SourceWatch(["a": stamp(1)], quiet: 0.25)
        #expect(watch.observe(["a": stamp(1)], at: 1) == [])
        #expect(watch.observe(["a": stamp(2)], at: 2) == [])
        #expect(watch.observe(["a": stamp(3)], at: 2.2) == [], "still being written")
        #expect(watch.observe(["a": stamp(3)], at: 2.4) == [])
        #expect(watch.observe(["a": stamp(3)], at: 2.45) == ["a"])
        #expect(watch.observe(["a": stamp(3)], at: 9) == [])
    }

    @Test("tells new files and files that went, all of one moment together")
    func appearance() {
        var watch = SourceWatch(["a": stamp(1), "b": stamp(1)], quiet: 0)
        #expect(watch.observe(["c": stamp(1), "b": stamp(1)], at: 1) == ["a", "c"])
    }

    @Test("does not tell a file that an editor took away and put back as it was")
    func transient() {
        var watch = SourceWatch(["a": stamp(1)], quiet: 0.25)
        #expect(watch.observe([:], at: 1) == [])
        #expect(watch.observe(["a": stamp(1)], at: 1.1) == [])
        #expect(watch.observe(["a": stamp(1)], at: 9) == [])
    }
}
