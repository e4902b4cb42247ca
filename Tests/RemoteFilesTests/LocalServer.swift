import Foundation
import Glibc
import Synchronization

/// A server of HTTP on this machine that answers as a test says, byte by byte.
final class LocalServer: Sendable {
    struct Request: Sendable {
        /// The first line, without the version.
        var target: String
        /// By lower-case names.
        var headers: [String: String]
    }

    /// To a client.
    struct Connection: Sendable {
        fileprivate let socket: CInt

        /// False when the client has gone.
        @discardableResult func send(_ bytes: [UInt8]) -> Bool {
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }

        @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

        /// A whole answer.
        func answer(_ body: [UInt8], status: String = "200 OK", headers: [String] = [], length: Int? = nil) {
            let lines =
                ["HTTP/1.1 \(status)", "Content-Length: \(length ?? body.count)", "Connection: close"] + headers
            send(lines.joined(separator: "\r\n") + "\r\n\r\n")
            send(body)
        }

        func redirect(to address: String) { answer([], status: "302 Found", headers: ["Location: \(address)"]) }

        /// Says nothing until the client has gone.
        func waitForEnd() {
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
        }
    }

    let port: UInt16
    private let listener: CInt
    private let seen = Mutex<[Request]>([])

    var requests: [Request] { seen.withLock(\.self) }

    func address(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)/\(path)" }

    /// - Parameter handler: called in a thread of its own for each request, with its number from 0; the connection is
    ///   closed behind it.
    init(_ handler: @escaping @Sendable (Int, Request, Connection) -> Void) throws {
        listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        // All of this machine's own addresses, as "another host" is one of them.
        name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileNoSuchFile) }
        port = UInt16(bigEndian: name.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    defer { close(client) }
                    guard let request = Self.read(client), let self else { return }
                    let number = seen.withLock { seen in
                        seen.append(request)
                        return seen.count - 1
                    }
                    handler(number, request, Connection(socket: client))
                    // So that what was sent arrives before the end.
                    shutdown(client, CInt(SHUT_WR))
                }
            }
        }
    }

    /// Ends it: nobody answers at its address from then on.
    func stop() { shutdown(listener, CInt(SHUT_RDWR)) }

    deinit {
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
    }

    private static func read(_ client: CInt) -> Request? {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(client, &part, part.count, 0)
            guard count > 0 else { return nil }
            bytes += part[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let words = (lines.first ?? "").split(separator: " ")
        return Request(target: words.dropLast().joined(separator: " "), headers: headers)
    }
}
