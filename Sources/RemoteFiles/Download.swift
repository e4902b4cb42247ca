import BuildGraph
import CDownload
import Glibc

/// What came from one address so far, over several attempts. Used by one thread.
final class Download {
    /// What a server said of what it sent.
    struct Answer {
        var status = 0
        var type = ""
        var encoding = ""
        var range = ""
        /// The announced number of bytes.
        var length: Int?

        init() {}

        init(_ answer: download_answer) {
            status = answer.status
            type = text(of: answer.type)
            encoding = text(of: answer.encoding)
            range = text(of: answer.range)
            length = answer.length < 0 ? nil : Int(answer.length)
        }
    }

    private let address: String
    private let size: Int
    private let limits: DownloadLimits
    private(set) var bytes: [UInt8] = []
    /// Whether a part was asked for and came.
    private(set) var wasResumed = false

    // Of the attempt that runs.
    private var first = 0
    private var hasBegun = false
    private var refusal: Fetch.Problem?
    /// The beginning of a body that is not the file.
    private var excerpt: [UInt8] = []

    init(address: String, size: Int, limits: DownloadLimits) {
        self.address = address
        self.size = size
        self.limits = limits
    }

    /// Begins anew with the next attempt.
    func forget() {
        bytes = []
        wasResumed = false
    }

    /// One attempt; what it brings is added to what there is, if the server can send a part.
    func run() throws -> Answer {
        first = bytes.count
        (hasBegun, refusal, excerpt) = (false, nil, [])
        var end = download_end()
        let context = Unmanaged.passUnretained(self).toOpaque()
        address.withCString { address in
            // As other programs take it from the environment.
            let certificates = getenv("SSL_CERT_FILE") ?? getenv("CURL_CA_BUNDLE")
            var request = download_request(
                address: address, certificates: certificates.map { UnsafePointer($0) }, first: Int64(first),
                connect_time: limits.connect.milliseconds, total_time: limits.total.milliseconds,
                stall_time: limits.stall.milliseconds, most_redirects: max(0, limits.redirects), context: context,
                take: { context, answer, bytes, count in
                    guard let context, let answer, let bytes else { return 0 }
                    let part = UnsafeBufferPointer(start: bytes, count: count)
                    return Unmanaged<Download>.fromOpaque(context).takeUnretainedValue().take(answer.pointee, part)
                        ? count : 0
                },
                goes_on: { _ in NodeSurroundings.current?.stop.isSet == true ? 0 : 1 })
            download_run(&request, &end)
        }
        return try judged(end)
    }

    /// Whether the download goes on.
    private func take(_ answer: download_answer, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard answer.status == 200 || answer.status == 206 else {
            excerpt += part.prefix(400 - min(400, excerpt.count))
            return excerpt.count < 400
        }
        if !hasBegun {
            hasBegun = true
            let answer = Answer(answer)
            if answer.status == 206 {
                guard first > 0, answer.range.hasPrefix("bytes \(first)-") else {
                    bytes = []
                    refusal = .init(text: "the server sends a part that nobody asked for", mayPass: true)
                    return false
                }
                wasResumed = true
            } else {
                bytes = []
                bytes.reserveCapacity(min(size, answer.length ?? 0))
            }
        }
        guard bytes.count + part.count <= mostBytes(Answer(answer)) else {
            let look = Answer(answer).look(of: bytes + part.prefix(200))
            bytes = []
            refusal = .init(text: "the server sends more than the \(size) bytes of the file: \(look)")
            return false
        }
        bytes += part
        return true
    }

    /// Bytes that do not compress become a few more.
    private func mostBytes(_ answer: Answer) -> Int { answer.encoding.isEmpty ? size : size + size / 1000 + 4096 }

    private func judged(_ end: download_end) throws -> Answer {
        let answer = Answer(end.answer)
        let message = text(of: end.message)
        let place = text(of: end.address)
        let redirected = place.isEmpty || place == address ? "" : " (sent on to \(place))"
        func problem(_ text: String, mayPass: Bool = false) -> Fetch.Problem {
            Fetch.Problem(text: text + redirected, mayPass: mayPass)
        }
        if let refusal { throw problem(refusal.text, mayPass: refusal.mayPass) }
        switch end.problem {
        case DOWNLOAD_STOPPED: throw StopFlag.Stopped()
        case DOWNLOAD_NO_LIBRARY:
            throw problem(
                "libcurl is needed for that and is not here (\(message)); "
                    + "install it with 'apt-get install libcurl4 ca-certificates'")
        case DOWNLOAD_STALLED:
            throw problem("no byte came for \(limits.stall), after \(bytes.count) of \(size)", mayPass: true)
        case DOWNLOAD_DONE: break
        default:
            // An answer of another status was cut on purpose.
            if answer.status != 0, answer.status / 100 != 2, !excerpt.isEmpty { break }
            throw problem(
                Self.failure(Int(end.code), message, limits, "\(bytes.count) of \(size) bytes"),
                mayPass: Self.passing.contains(Int(end.code)))
        }
        if answer.status == 416, first > 0 {
            bytes = []
            throw problem("the server cannot send the rest", mayPass: true)
        }
        guard answer.status == 200 || answer.status == 206 else {
            throw problem(
                "the server answers \(answer.status)\(Self.meaning(answer.status)): \(answer.look(of: excerpt))",
                mayPass: [408, 425, 429, 500, 502, 503, 504].contains(answer.status))
        }
        if bytes.count < size, answer.length == nil, answer.encoding.isEmpty {
            throw problem("the server ends after \(bytes.count) of \(size) bytes", mayPass: true)
        }
        return answer
    }

    /// Codes of libcurl after which another attempt may help: broken off (18), nothing answered (52), sending and
    /// receiving failed (55, 56), a stream of HTTP/2 broke (16, 92).
    private static let passing: Set<Int> = [16, 18, 52, 55, 56, 92]

    private static func failure(_ code: Int, _ message: String, _ limits: DownloadLimits, _ got: String) -> String {
        switch code {
        case 1: "it leads to an address that is neither of http nor of https: \(message)"
        case 3: "this is no address: \(message)"
        case 5: "the proxy that the environment names is not found: \(message)"
        case 6: "the host is not found; is there a network? (\(message))"
        case 7: "no connection: \(message)"
        case 18, 56: "the transfer broke off after \(got): \(message)"
        case 28: "it took too long, with \(limits.connect) to connect and \(limits.total) in all: \(message)"
        case 47: "the server sends it elsewhere more than \(limits.redirects) times"
        case 51, 60, 77, 83, 90, 91: "the server's certificate is not trusted: \(message)"
        default: "\(message) (libcurl's error \(code))"
        }
    }

    private static func meaning(_ status: Int) -> String {
        switch status {
        case 401, 407: " (it wants a login)"
        case 403: " (it refuses)"
        case 404, 410: " (there is no such file)"
        case 429: " (too many requests)"
        case 500...599: " (it has a problem of its own)"
        default: ""
        }
    }
}

extension Download.Answer {
    /// What some bytes seem to be, for people.
    func look(of bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "nothing" }
        let begin = String(decoding: bytes.prefix(400), as: UTF8.self)
        let trimmed = begin.drop { $0.isWhitespace }.lowercased()
        if trimmed.hasPrefix("<!doctype html") || trimmed.hasPrefix("<html") {
            let title = begin.split(separator: "<title>").dropFirst().first?.prefix { $0 != "<" } ?? ""
            return "an HTML page" + (title.isEmpty ? "" : " with the title '\(title.prefix(60))'")
        }
        let line = begin.prefix { !$0.isNewline }.prefix(50)
        let isText = line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0xFFFD }
        let type = type.isEmpty ? "" : "\(type), "
        return type + (isText ? "beginning with '\(line)'" : "no text")
    }
}

/// An array of C that ends with a null.
private func text<Tuple>(of characters: Tuple) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}

extension Duration {
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(clamping: seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
