import BuildGraph
import ContentHash
import Foundation
import RemoteFiles
import Testing

@Suite("A file from elsewhere")
struct FetchTests {
    @Test("is fetched once, and is there without a network from then on")
    func offline() async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in client.answer(table) }
        let node = remote(at: server.address("table.csv"))
        #expect(try project.engine().plan(nodes: [node.erased]).nodes.map(\.sentence) == ["runs: never built"])
        #expect(try await project.engine().value(of: node).bytes == table)
        server.stop()
        #expect(try await project.engine().value(of: node).bytes == table)
        #expect(server.requests.map(\.target) == ["GET /table.csv"])
        #expect(try project.engine().plan(nodes: [node.erased]).isEmpty)
    }

    @Test("is fetched once for two nodes, and for one whose address or name is another")
    func sharing() async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in client.answer(table) }
        let nodes = [remote("a", at: server.address("a")), remote("b", at: server.address("b"))]
        let report = try await project.engine().build(nodes: nodes.map(\.erased))
        #expect(report.ran.count == 1 && server.requests.count == 1)
        let moved = try await project.engine().build(nodes: [remote("c", at: "https://example.invalid/").erased])
        #expect(moved.ran.isEmpty)
    }

    @Test("is not fetched where the cache has its bytes under another key")
    func known() async throws {
        let project = try Project()
        try project.write(table, to: "own.csv")
        let length = Node("length", from: .file("own.csv")) { $0.bytes.count }
        #expect(try await project.engine().value(of: length) == table.count)
        let node = remote(at: "https://example.invalid/")
        let report = try await project.engine().build(nodes: [node.erased])
        #expect(report.ran.isEmpty && report.warnings.isEmpty)
        _ = try project.store.collect(CacheLimits(), needed: [])
        #expect(try await project.engine().value(of: node).bytes == table)
    }

    @Test(
        "is fetched again, or taken from a copy, where the cache lost its bytes or they are damaged",
        arguments: [true, false], [true, false])
    func lost(_ isDamaged: Bool, hasCopy: Bool) async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in client.answer(table) }
        let node = remote(at: server.address("table.csv"))
        _ = try await project.engine().value(of: node)
        let hex = ContentDigest(of: table).hex
        let blob = project.folder.appending(path: "cache/cas/\(hex.prefix(2))/\(hex)")
        if isDamaged { try Data("x".utf8).write(to: blob) } else { try FileManager.default.removeItem(at: blob) }
        if hasCopy { try project.write(table, to: "data/remote/table") }
        #expect(try await project.engine().value(of: node).bytes == table)
        #expect(server.requests.count == (hasCopy ? 1 : 2))
    }

    @Test("is taken from data/remote, or from a folder of copies under its name, the last part of it or its digest")
    func copies() async throws {
        let node = remote("hepdata/table.csv", at: "https://example.invalid/")
        for name in [
            "data/remote/hepdata/table.csv", "disk/hepdata/table.csv", "disk/table.csv",
            "disk/" + ContentDigest(of: table).hex,
        ] {
            let project = try Project()
            try project.write(table, to: name)
            let engine = project.engine(copyFolders: [project.folder.appending(path: "disk").path])
            #expect(try await engine.value(of: node).bytes == table, "\(name)")
            #expect(project.warnings.isEmpty)
        }
    }

    @Test("is not taken from a copy that is another file, which is told")
    func wrongCopy() async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in client.answer(table) }
        try project.write(Array("other".utf8), to: "data/remote/table")
        #expect(try await project.engine().value(of: remote(at: server.address("t"))).bytes == table)
        #expect(
            project.warnings == [
                "the copy \(project.folder.path)/data/remote/table is another file than table and is not used: it has 5 bytes "
                    + "with the SHA-256 \(ContentDigest(of: "other")), not \(table.count) with \(ContentDigest(of: table))"
            ])
    }

    @Test("may lie on this machine")
    func file() async throws {
        let project = try Project()
        try project.write(table, to: "with space.csv")
        let address = "file://" + project.folder.path + "/with%20space.csv"
        #expect(try await project.engine().value(of: remote(at: address)).bytes == table)
        let other = remote(at: address, bytes: [1, 2, 3])
        #expect(await project.failure(of: other).contains("got      \(table.count) bytes with the SHA-256"))
        let missing = await project.failure(of: remote("x", at: "file:///no/such", bytes: [1]))
        #expect(
            missing.contains("cannot bring x from file:///no/such: /no/such cannot be read: No such file or directory"))
    }

    @Test("has several addresses, tried in order")
    func mirrors() async throws {
        let project = try Project()
        let server = try LocalServer { _, request, client in
            if request.target == "GET /b" { client.answer(table) } else { client.answer([], status: "404 Not Found") }
        }
        let (first, second) = (server.address("a"), server.address("b"))
        let node = Node.remote(
            "table", at: first, second, sha256: ContentDigest(of: table).hex.uppercased(), bytes: table.count)
        #expect(try await project.engine().value(of: node).bytes == table)
        #expect(server.requests.map(\.target) == ["GET /a", "GET /b"])
    }

    static let faults: [(address: String, sha256: String, bytes: Int, words: String)] = [
        (
            "https://a.b/c", "12", 5,
            "'12' is no SHA-256; state the 64 hexadecimal digits that 'sha256sum' prints of the file"
        ),
        (
            "https://a.b/c", String(repeating: "a", count: 64), 0,
            "its size is declared as 0 bytes; state it as the record or 'wc -c' tells it"
        ),
        (
            "ftp://a.b/c", String(repeating: "a", count: 64), 5,
            "the address 'ftp://a.b/c' is not one of https, http or file"
        ),
        (
            "https://me:word@a.b/c", String(repeating: "a", count: 64), 5,
            "the address of host 'a.b' has a password or a name in it, which would be in the sources; put a copy of the file at data/remote/table"
        ),
        (
            "file://a.b/c", String(repeating: "a", count: 64), 5,
            "the address 'file://a.b/c' names a host; write file:///PATH"
        ),
    ]

    @Test("that is declared without what it takes is told so", arguments: faults)
    func declarations(_ fault: (address: String, sha256: String, bytes: Int, words: String)) async throws {
        let project = try Project()
        let node = Node.remote("table", at: fault.address, sha256: fault.sha256, bytes: fault.bytes)
        let failure = await project.failure(of: node)
        #expect(failure == "node table failed: the remote file table cannot be fetched: \(fault.words)")
    }

    @Test("has in its key its digest and size alone")
    func key() async throws {
        let node = Node.remote(
            "table", at: "https://a.b/c", sha256: ContentDigest(of: table).hex, bytes: table.count, license: "CC0",
            citation: "ins123")
        #expect(
            try node.erased.parameters()?.json()
                == #"{"bytes":\#(table.count),"content":"\#(ContentDigest(of: table))"}"#)
        #expect(node.erased.remote?.addresses == ["https://a.b/c"] && node.erased.remote?.license == "CC0")
        #expect(node.erased.place?.description.contains("FetchTests.swift") == true)
    }
}
