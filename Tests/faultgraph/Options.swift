import FoundationEssentials
import Glibc

/// The program's arguments.
struct Options: Sendable {
    struct Unknown: Error { var argument: String }

    var cache: String
    var output: String
    var count = 24
    var pause = 2000
    var jobs = 2
    /// Long, so that tests do not depend on how fast a step ends after a stop.
    var patience = 60.0
    var table: String?
    var logFile: String?

    init(_ arguments: [String]) throws {
        guard arguments.count >= 2 else { throw Unknown(argument: "CACHE and OUTPUT are missing") }
        cache = arguments[0]
        output = arguments[1]
        for argument in arguments.dropFirst(2) {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Unknown(argument: argument) }
            switch parts[0] {
            case "count": count = Int(parts[1]) ?? count
            case "pause": pause = Int(parts[1]) ?? pause
            case "jobs": jobs = Int(parts[1]) ?? jobs
            case "patience": patience = Double(parts[1]) ?? patience
            case "table": table = parts[1]
            case "log": logFile = parts[1]
            case "gate" where Gate(parts[1]) != nil: break
            default: throw Unknown(argument: argument)
            }
        }
    }

    /// Adds a line to the log in one write, as processes share it.
    func log(_ line: String) {
        guard let logFile else { return }
        let descriptor = open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        FileHandle.write(line + "\n", to: descriptor)
        close(descriptor)
    }
}
