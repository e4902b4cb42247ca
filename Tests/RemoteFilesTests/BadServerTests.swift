import BuildGraph
import ContentHash
import Foundation
import RemoteFiles
import Synchronization
import Testing

/// Each ends in the file or in an error that says what came; a failure is never kept.
@Suite("A server that")
struct BadServerTests {
    private func limits(
        stall: Duration = .seconds(20), total: Duration = .seconds(60), attempts: Int = 3, redirects: Int = 3
    ) -> DownloadLimits {
        DownloadLimits(
            connect: .seconds(20), stall: stall, total: total, attempts: attempts, pause: .milliseconds(10),
            redirects: redirects)
    }

    @Test("sends another file of the same size is told what it sent, and asked again by the next build")
    func anotherFile() async throws {
        let project = try Project()
        var wrong = table
        wrong[100] ^= 1
        let server = try LocalServer { [wrong] number, _, client in client.answer(number == 0 ? wrong : table) }
        let node = remote(at: server.address("t"))
        #expect(
            await project.failure(of: node) == """
                node table failed: cannot bring table from \(server.address("t")): this is another file
                    expected \(table.count) bytes with the SHA-256 \(ContentDigest(of: table))
                    got      \(table.count) bytes with the SHA-256 \(ContentDigest(of: wrong)): beginning with 'mass [MeV],rate [1/s]'
                  correct the address, or put the file of \(table.count) bytes with the SHA-256 \(ContentDigest(of: table)) at data/remote/table
                """)
        #expect(project.isEmpty)
        #expect(try await project.engine().value(of: node).bytes == table)
    }

    @Test("sends a page in the place of the file is told so")
    func page() async throws {
        let project = try Project()
        let page = Array("<!DOCTYPE html><html><head><title>Please log in</title></head></html>".utf8)
        let server = try LocalServer { _, _, client in client.answer(page, headers: ["Content-Type: text/html"]) }
        let failure = await project.failure(of: remote(at: server.address("t")))
        #expect(
            failure.contains(
                "got      \(page.count) bytes with the SHA-256 \(ContentDigest(of: page)): an HTML page with the title 'Please log in'"
            ))
        #expect(server.requests.count == 1 && project.isEmpty)
    }

    @Test("sends without end is left after the bytes of the file", arguments: [true, false])
    func endless(_ isChunked: Bool) async throws {
        let project = try Project()
        let sent = Mutex(0)
        let server = try LocalServer { _, _, client in
            client.send("HTTP/1.1 200 OK\r\n\(isChunked ? "Transfer-Encoding: chunked\r\n" : "")\r\n")
            let part = [UInt8](repeating: 0x41, count: 65536)
            while isChunked
                ? client.send("10000\r\n") && client.send(part) && client.send("\r\n") : client.send(part)
            { sent.withLock { $0 += 65536 } }
        }
        let failure = await project.failure(of: remote(at: server.address("t"), limits: limits()))
        #expect(
            failure.contains("the server sends more than the \(table.count) bytes of the file: beginning with 'AAAA"))
        #expect(server.requests.count == 1 && sent.withLock(\.self) < 50_000_000)
    }

    @Test("breaks off is asked for the rest, and for all where it has no parts", arguments: [true, false])
    func brokenOff(_ hasParts: Bool) async throws {
        let project = try Project()
        let server = try LocalServer { number, request, client in
            if number == 0 { return client.answer(Array(table[..<1000]), length: table.count) }
            guard hasParts, let range = request.headers["range"], range == "bytes=1000-" else {
                return client.answer(table)
            }
            client.answer(
                Array(table[1000...]), status: "206 Partial Content",
                headers: ["Content-Range: bytes 1000-\(table.count - 1)/\(table.count)"])
        }
        #expect(try await project.engine().value(of: remote(at: server.address("t"))).bytes == table)
        #expect(server.requests.count == 2 && server.requests.last?.headers["range"] == "bytes=1000-")
    }

    @Test("sends the rest of another file is asked for all of it")
    func mixed() async throws {
        let project = try Project()
        let server = try LocalServer { number, _, client in
            switch number {
            case 0: client.answer(Array(table[..<1000]), length: table.count)
            case 1:
                client.answer(
                    [UInt8](repeating: 7, count: table.count - 1000), status: "206 Partial Content",
                    headers: ["Content-Range: bytes 1000-\(table.count - 1)/\(table.count)"])
            default: client.answer(table)
            }
        }
        #expect(try await project.engine().value(of: remote(at: server.address("t"))).bytes == table)
        #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=1000-", nil])
    }

    @Test("always breaks off is given up, and so is one that lies about the length", arguments: [true, false])
    func lies(_ breaksOff: Bool) async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in
            // Too much is announced, or as much as comes, which is too little.
            client.answer(Array(table[..<1000]), length: breaksOff ? table.count : nil)
        }
        let failure = await project.failure(of: remote(at: server.address("t")))
        #expect(
            failure.contains(
                breaksOff
                    ? "the transfer broke off after 1000 of \(table.count) bytes"
                    : "got      1000 bytes with the SHA-256"))
        #expect(failure.contains("(tried 3 times)") == breaksOff && project.isEmpty)
        #expect(server.requests.count == (breaksOff ? 3 : 1))
    }

    @Test("ends early without having said how much there is is asked again")
    func silentEnd() async throws {
        let project = try Project()
        let server = try LocalServer { number, _, client in
            client.send("HTTP/1.1 200 OK\r\n\r\n")
            client.send(number == 0 ? Array(table[..<1000]) : table)
        }
        #expect(try await project.engine().value(of: remote(at: server.address("t"))).bytes == table)
    }

    @Test("stalls is left", arguments: ["before the answer", "inside of it"])
    func stall(_ place: String) async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in
            if place == "inside of it" {
                client.send("HTTP/1.1 200 OK\r\nContent-Length: \(table.count)\r\n\r\n")
                client.send(Array(table[..<1000]))
            }
            client.waitForEnd()
        }
        let node = remote(
            at: server.address("t"), limits: limits(stall: .milliseconds(300), total: .seconds(15), attempts: 2))
        let failure = await project.failure(of: node)
        let count = place == "inside of it" ? 1000 : 0
        #expect(failure.contains("no byte came for 0.3 seconds, after \(count) of \(table.count) (tried 2 times)"))
        #expect(server.requests.count == 2 && project.isEmpty)
    }

    @Test("drips is left when the time for all is over")
    func drip() async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in
            client.send("HTTP/1.1 200 OK\r\nContent-Length: \(table.count)\r\n\r\n")
            while client.send("m") { usleep(50_000) }
        }
        let node = remote(at: server.address("t"), limits: limits(total: .milliseconds(700)))
        let start = ContinuousClock.now
        #expect(
            await project.failure(of: node).contains(
                "it took too long, with 20.0 seconds to connect and 0.7 seconds in all"))
        #expect(server.requests.count == 1 && ContinuousClock.now - start < .seconds(150))
    }

    @Test("sends elsewhere is followed to another host, and not in circles")
    func redirects() async throws {
        let project = try Project()
        let server = try LocalServer { _, request, client in
            let port = request.headers["host"]?.split(separator: ":").last.map(String.init) ?? ""
            switch request.target {
            case "GET /loop": client.redirect(to: "/loop")
            case "GET /there": client.redirect(to: "http://localhost:\(port)/t")
            default: client.answer(table)
            }
        }
        let loop = await project.failure(of: remote(at: server.address("loop"), limits: limits(total: .seconds(15))))
        #expect(loop.contains("the server sends it elsewhere more than 3 times") && server.requests.count == 4)
        #expect(try await project.engine().value(of: remote(at: server.address("there"))).bytes == table)
        #expect(server.requests.last?.headers["host"] == "localhost:\(server.port)")
    }

    @Test("sends to a file or another protocol is not followed", arguments: ["file", "ftp", "gopher"])
    func redirectToFile(_ scheme: String) async throws {
        let project = try Project()
        try project.write(table, to: "t")
        let server = try LocalServer { _, _, client in client.redirect(to: "\(scheme)://\(project.folder.path)/t") }
        let failure = await project.failure(of: remote(at: server.address("t")))
        #expect(failure.contains("it leads to an address that is neither of http nor of https"), "\(failure)")
        #expect(server.requests.count == 1 && project.isEmpty)
    }

    @Test("refuses is not asked again, one with a problem of its own is")
    func statuses() async throws {
        for (status, words) in [
            ("401 Unauthorized", "the server answers 401 (it wants a login): text/plain, beginning with 'no, sorry'"),
            ("404 Not Found", "the server answers 404 (there is no such file): text/plain, beginning with 'no, sorry'"),
            ("204 No Content", "the server answers 204: nothing"),
        ] {
            let project = try Project()
            let server = try LocalServer { _, _, client in
                client.answer(
                    status.hasPrefix("2") ? [] : Array("no, sorry\n".utf8), status: status,
                    headers: ["Content-Type: text/plain", "WWW-Authenticate: Basic realm=\"x\""])
            }
            let failure = await project.failure(of: remote(at: server.address("t")))
            #expect(failure.contains(words), "\(failure)")
            #expect(server.requests.count == 1 && project.isEmpty)
        }
        let project = try Project()
        let server = try LocalServer { number, _, client in
            if number < 2 { client.answer([], status: "503 Service Unavailable") } else { client.answer(table) }
        }
        #expect(try await project.engine().value(of: remote(at: server.address("t"))).bytes == table)
        #expect(server.requests.count == 3)
    }

    @Test("compresses on the way gives the file all the same, and a compressed file as it is")
    func encodings() async throws {
        let project = try Project()
        // As gzip makes it of the text 'table\n'.
        let packed: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 43, 73, 76, 202, 73, 229, 2, 0, 185, 203, 158, 173, 6, 0, 0, 0,
        ]
        let server = try LocalServer { _, _, client in client.answer(packed, headers: ["Content-Encoding: gzip"]) }
        let plain = remote("plain", at: server.address("a"), bytes: Array("table\n".utf8))
        #expect(try await project.engine().value(of: plain).text == "table\n")
        #expect(
            try await project.engine().value(of: remote("packed", at: server.address("b"), bytes: packed)).bytes
                == packed)
    }

    @Test("is not there is told at once")
    func nobody() async throws {
        let project = try Project()
        // A port below 1024, where no test listens: the one of a server that has ended may be another test's by now.
        let failure = await project.failure(of: remote(at: "http://127.0.0.1:1/t"))
        #expect(failure.contains("no connection: ") && !failure.contains("tried"), "\(failure)")
        #expect(
            await project.failure(of: remote(at: "http://host.invalid/t")).contains(
                "the host is not found; is there a network?"))
    }
}
