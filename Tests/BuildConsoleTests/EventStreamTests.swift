import Testing

@testable import BuildConsole
@testable import BuildGraph

@Suite("The event stream")
struct EventStreamTests {
    @Test(
        "has one line an event, with the documented members",
        arguments: [
            (BuildEvent.began(nodes: 3), #"{"event":"began","nodes":3,"schema":1}"#),
            (.nodeCached(name: "a/b"), #"{"event":"node-cached","node":"a/b","schema":1}"#),
            (.nodeWaiting(name: "a/b"), #"{"event":"node-waiting","node":"a/b","schema":1}"#),
            (
                .nodeStarted(name: "a", reason: .inputChanged(name: "b")),
                #"{"cause":{"inputChanged":{"name":"b"}},"event":"node-started","node":"a","#
                    + #""reason":"content of input b changed","schema":1}"#
            ),
            (
                .nodeProgress(name: "a", fraction: 0.25),
                #"{"event":"node-progress","fraction":0.25,"node":"a","schema":1}"#
            ),
            (.nodeFinished(name: "a", seconds: 0.5), #"{"event":"node-finished","node":"a","schema":1,"seconds":0.5}"#),
            (
                .nodeFailed(name: "a", message: "one\ntwo"),
                #"{"event":"node-failed","message":"one\ntwo","node":"a","schema":1}"#
            ),
            (
                .fileWritten(path: "a.pdf", outcome: .restored),
                #"{"event":"file","outcome":"restored","path":"a.pdf","schema":1}"#
            ),
            (.warning("w"), #"{"event":"warning","message":"w","schema":1}"#),
        ])
    func lines(_ event: BuildEvent, _ line: String) throws {
        #expect(try EventStream.line(for: event) == line)
    }

    @Test("ends with the report and the failures, root causes first")
    func finished() throws {
        let report = BuildReport(nodes: [], files: [], warnings: [], seconds: 2)
        #expect(
            try EventStream.finished(report) == #"{"causes":[],"event":"finished","schema":1,"skipped":[],"#
                + #""succeeded":true,"summary":{"files":[],"nodes":[],"seconds":2,"warnings":[]}}"#)
        let failure = BuildFailure(
            causes: [.init(node: "a", message: "no", neededBy: ["b"])], skipped: ["b"], report: report)
        let line = try EventStream.finished(report, failure: failure)
        #expect(
            line.hasPrefix(
                #"{"causes":[{"message":"no","neededBy":["b"],"node":"a"}],"event":"finished","schema":1,"#
                    + #""skipped":["b"],"succeeded":false,"#))
        #expect(!line.contains("\n"))
    }
}
