import CTestSupport
import Dispatch
import Foundation
import Glibc
import Synchronization

/// A program that a test started, in a process group of its own. It ends with the tests, however they end, and its
/// signals are those of a program that a shell starts, also where the tests run in the background.
public final class TestChild: Sendable {
    public struct Failure: Error {
        public var reason: String

        public init(reason: String) { self.reason = reason }
    }

    public let process: pid_t
    private let end = Mutex<CInt?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - environment: of the program; that of the tests unless given.
    ///   - folder: the working folder; that of the tests unless given.
    ///   - input, output, errors: descriptors, which are only used during the call; nothing to read, and the tests' own
    ///     unless given.
    ///   - ignoresInterrupt: whether SIGINT is ignored from the start, as a shell does for `program &` in a script.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil, folder: String? = nil,
        input: CInt? = nil, output: CInt = STDOUT_FILENO, errors: CInt = STDERR_FILENO, ignoresInterrupt: Bool = false
    ) throws {
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            (environment ?? ProcessInfo.processInfo.environment).map { strdup("\($0)=\($1)") } + [nil]
        let (path, place) = (strdup(program), folder.map { strdup($0) })
        defer { for text in words + variables + [path, place ?? nil] { free(text) } }
        process = words.withUnsafeMutableBufferPointer { words in
            variables.withUnsafeMutableBufferPointer { variables in
                var child = test_child(
                    path: path, arguments: words.baseAddress, environment: variables.baseAddress, folder: place ?? nil,
                    streams: (input ?? nothing, output, errors), ignores_interrupt: ignoresInterrupt ? 1 : 0)
                return test_child_start(&child)
            }
        }
        guard process > 0 else { throw Failure(reason: "\(program): \(String(cString: strerror(-process)))") }
    }

    /// Kills what is left of it.
    deinit {
        guard process > 0, end.withLock({ $0 == nil }) else { return }
        kill(-process, SIGKILL)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Sends a signal to the whole group.
    public func send(_ signal: CInt) { kill(-process, signal) }

    /// Whether it has not ended.
    public var isRunning: Bool {
        end.withLock { end in
            guard end == nil else { return false }
            var status: CInt = 0
            if waitpid(process, &status, WNOHANG) == process { end = status }
            return end == nil
        }
    }

    /// Waits for the end in a thread of its own: the exit status, or 128 and the signal's number.
    public func status() async -> CInt {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "wait for \(process)").async { [self] in
                continuation.resume(returning: waitForEnd())
            }
        }
    }

    /// Waits for the end: the exit status, or 128 and the signal's number.
    public func waitForEnd() -> CInt {
        let status = end.withLock { end in
            if let end { return end }
            var status: CInt = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            end = status
            return status
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}

/// The folder of this run of the tests; all temporary files are in it.
public enum TestRun {
    public static var folder: URL { URL(filePath: String(cString: test_run_folder())) }

    /// A path where nothing is, and never was.
    public static var missingPath: String { folder.appending(path: "missing-\(UUID().uuidString)").path }
}
