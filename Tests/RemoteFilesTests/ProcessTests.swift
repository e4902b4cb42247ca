import BuildGraph
import ContentHash
import Foundation
import RemoteFiles
import TestSupport
import Testing

@Suite("A program that fetches")
struct ProcessTests {
    /// Beside the tests' own program; a helper of the toolchain may have loaded them.
    private static var program: String {
        let bundle = CommandLine.arguments.lazy.map { URL(filePath: $0) }
            .first { $0.lastPathComponent.hasSuffix(".xctest") }
        let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return folder.appending(path: "remotegraph").path
    }

    private func start(_ project: Project, _ address: String, environment: [String: String] = [:]) throws -> TestChild {
        let output = project.folder.appending(path: "printed")
        try Data().write(to: output)
        let file = open(output.path, O_WRONLY | O_CLOEXEC)
        defer { close(file) }
        return try TestChild(
            Self.program, [project.folder.path, address, ContentDigest(of: table).hex, "\(table.count)"],
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, output: file, errors: file)
    }

    private func printed(_ project: Project) -> String {
        (try? String(contentsOf: project.folder.appending(path: "printed"), encoding: .utf8)) ?? ""
    }

    private func slow() throws -> LocalServer {
        try LocalServer { _, _, client in
            client.send("HTTP/1.1 200 OK\r\nContent-Length: \(table.count)\r\n\r\n")
            client.send(Array(table[..<1000]))
            client.waitForEnd()
        }
    }

    private func wait(for server: LocalServer) async throws {
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        try await Task.sleep(for: .milliseconds(100))
    }

    @Test("loads libcurl for that, and does without it where there is nothing to fetch")
    func library() async throws {
        let project = try Project()
        let server = try LocalServer { _, _, client in client.answer(table) }
        #expect(try await start(project, server.address("t")).status() == 0)
        #expect(printed(project) == "ran 1, libcurl is loaded\n")
        #expect(try await start(project, server.address("t")).status() == 0)
        #expect(printed(project) == "ran 0, libcurl is not loaded\n")
        #expect(server.requests.count == 1)
    }

    @Test("and is killed meanwhile leaves nothing torn")
    func killed() async throws {
        let project = try Project()
        let slow = try slow()
        let child = try start(project, slow.address("t"))
        try await wait(for: slow)
        child.send(SIGKILL)
        #expect(await child.status() == 128 + SIGKILL)
        #expect(project.isEmpty)
        let server = try LocalServer { _, _, client in client.answer(table) }
        #expect(try await start(project, server.address("t")).status() == 0)
        #expect(try Data(contentsOf: project.folder.appending(path: "out")) == Data(table))
    }

    @Test(
        "and is interrupted ends with the status of the signal, long before its deadlines",
        arguments: [SIGINT, SIGTERM])
    func interrupted(_ signal: CInt) async throws {
        let project = try Project()
        let slow = try slow()
        let child = try start(project, slow.address("t"))
        try await wait(for: slow)
        let start = ContinuousClock.now
        child.send(signal)
        #expect(await child.status() == 128 + signal)
        // The deadlines are an hour.
        #expect(ContinuousClock.now - start < .seconds(100))
        #expect(project.isEmpty)
    }

    @Test("ends at once when its build is cancelled, whatever the patience with runs")
    func cancelled() async throws {
        let project = try Project()
        let slow = try slow()
        let task = Task {
            var engine = project.engine()
            engine.patience = 1000
            return try await engine.value(
                of: remote(at: slow.address("t"), limits: DownloadLimits(stall: .seconds(3600)))
            ).bytes
        }
        try await wait(for: slow)
        let start = ContinuousClock.now
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(ContinuousClock.now - start < .seconds(100))
    }

    @Test("asks the proxy that the environment names")
    func proxy() async throws {
        let project = try Project()
        let proxy = try LocalServer { _, _, client in client.answer(table) }
        let environment = ["http_proxy": proxy.address(""), "no_proxy": ""]
        #expect(try await start(project, "http://host.invalid/t", environment: environment).status() == 0)
        #expect(proxy.requests.map(\.target) == ["GET http://host.invalid/t"])
    }

    @Test("does not trust a server whose certificate nobody signed, and trusts one that the environment names")
    func certificates() async throws {
        let openssl = try #require(
            ["/usr/bin/openssl", "/bin/openssl"].first(where: FileManager.default.isExecutableFile),
            "this test needs the program openssl, which comes with Debian's ca-certificates")
        let project = try Project()
        let (key, certificate) = (project.folder.path + "/key", project.folder.path + "/certificate")
        let quiet = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(quiet) }
        let maker = try TestChild(
            openssl,
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
            ], output: quiet, errors: quiet)
        try #require(await maker.status() == 0)
        try project.write(table, to: "t")
        // A port that was free just now.
        let other = try LocalServer { _, _, _ in }
        let port = other.port
        other.stop()
        let server = try TestChild(
            openssl, ["s_server", "-quiet", "-WWW", "-accept", "127.0.0.1:\(port)", "-key", key, "-cert", certificate],
            folder: project.folder.path, output: quiet, errors: quiet)
        let address = "https://localhost:\(port)/t"
        var text = ""
        for _ in 0..<200 {
            #expect(try await start(project, address).status() == 1)
            text = printed(project)
            guard text.contains("no connection"), server.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(text.contains("the server's certificate is not trusted"), "\(text)")
        #expect(project.isEmpty)
        let trusting = try start(project, address, environment: ["SSL_CERT_FILE": certificate])
        #expect(await trusting.status() == 0, "\(printed(project))")
    }
}
