import BuildGraph
import ContentHash
import DataFiles
import FoundationEssentials
import Glibc

/// Brings one file: tries its addresses in order, and compares what comes with the digest.
struct Fetch: Sendable {
    var name: String
    /// As declared.
    var sha256: String
    var content: RemoteContent
    var limits: DownloadLimits

    /// What one address gave in the place of the file.
    struct Problem: Error {
        var text: String
        /// Whether another attempt may help.
        var mayPass = false
    }

    func bytes() throws -> [UInt8] {
        try checkDeclaration()
        var problems: [(address: String, text: String)] = []
        for address in content.addresses {
            do {
                return try bytes(from: address)
            } catch let problem as Problem {
                problems.append((address, problem.text))
            }
        }
        throw RemoteFileError(name: name, content: content, problems: problems)
    }

    private func checkDeclaration() throws {
        func refuse(_ problem: String) -> RemoteDeclarationError {
            RemoteDeclarationError(name: name, problem: problem)
        }
        guard content.bytes > 0 else {
            throw refuse("its size is declared as \(content.bytes) bytes; state it as the record or 'wc -c' tells it")
        }
        guard content.content != nil else {
            throw refuse(
                "'\(sha256)' is no SHA-256; state the 64 hexadecimal digits that 'sha256sum' prints of the file")
        }
        guard !content.addresses.isEmpty else { throw refuse("it has no address; state one") }
        for address in content.addresses {
            let scheme = address.prefix { $0 != ":" }.lowercased()
            guard ["https", "http", "file"].contains(scheme), address.dropFirst(scheme.count).hasPrefix("://") else {
                throw refuse("the address '\(address)' is not one of https, http or file")
            }
            let host = address.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
            if host.contains("@") {
                throw refuse(
                    "the address of host '\(host.drop { $0 != "@" }.dropFirst())' has a password or a name in it, which would "
                        + "be in the sources; put a copy of the file at \(RemoteContent.copyFolder)/\(name)")
            }
            if scheme == "file", !host.isEmpty {
                throw refuse("the address '\(address)' names a host; write file:///PATH")
            }
        }
    }

    private func bytes(from address: String) throws -> [UInt8] {
        if address.lowercased().hasPrefix("file:") { return try checked(try local(address), Download.Answer()) }
        let download = Download(address: address, size: content.bytes, limits: limits)
        var attempt = 0
        while true {
            attempt += 1
            do {
                let answer = try download.run()
                do throws(Problem) {
                    return try checked(download.bytes, answer)
                } catch {
                    // Parts of two versions may have been joined.
                    throw Problem(text: error.text, mayPass: download.wasResumed)
                }
            } catch let problem as Problem {
                guard problem.mayPass, attempt < limits.attempts else {
                    throw Problem(text: problem.text + (attempt > 1 ? " (tried \(attempt) times)" : ""))
                }
                if download.wasResumed { download.forget() }
                try pause(limits.pause * attempt * attempt)
            }
        }
    }

    private func local(_ address: String) throws(Problem) -> [UInt8] {
        guard let path = URL(string: address)?.path(percentEncoded: false) else {
            throw Problem(text: "this is no address of a file")
        }
        do {
            return try RegularFile.bytes(path, limit: max(content.bytes, RegularFile.inputLimit))
        } catch {
            throw Problem(text: "\(error)")
        }
    }

    /// The bytes, where they are those of the digest; decompressed where a server compressed them on the way.
    private func checked(_ bytes: [UInt8], _ answer: Download.Answer) throws(Problem) -> [UInt8] {
        if isRight(bytes) { return bytes }
        if answer.encoding.lowercased().contains("gzip"),
            let plain = try? Gzip.decompress(bytes, file: name, limit: content.bytes), isRight(plain)
        {
            return plain
        }
        throw Problem(
            text: """
                this is another file
                    expected \(content.bytes) bytes with the SHA-256 \(content.content?.hex ?? "?")
                    got      \(bytes.count) bytes with the SHA-256 \(ContentDigest(of: bytes)): \(answer.look(of: bytes))
                """)
    }

    private func isRight(_ bytes: [UInt8]) -> Bool {
        bytes.count == content.bytes && ContentDigest(of: bytes) == content.content
    }

    private func pause(_ time: Duration) throws {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            if NodeSurroundings.current?.stop.isSet == true { throw StopFlag.Stopped() }
            usleep(20_000)
        }
    }
}
