import Glibc

/// Holds one step up until a file exists: tests make the order of events certain with it. Not part of any key.
struct Gate: Sendable {
    /// The one that the command line asks for.
    static let given = CommandLine.arguments.lazy.filter { $0.hasPrefix("gate=") }
        .compactMap { Gate(String($0.dropFirst("gate=".count))) }.first

    var step: Int
    var path: String

    /// - Parameter text: `STEP:FILE`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let step = Int(parts[0]) else { return nil }
        self.step = step
        path = String(parts[1])
    }

    func waitUntilOpen() {
        while access(path, F_OK) != 0 { usleep(1000) }
    }
}
