import CLinux
import Glibc

/// A program that is run to its end: the one way in which this package starts others.
///
/// It gets the environment that is given here and nothing of ours, and a process group of its own. All that it started ends
/// with it, also what left its group, and all of it ends with this process, however that ends.
public struct ExternalProgram: Sendable {
    /// The program's file.
    public var path: String
    /// Without the name.
    public var arguments: [String]
    /// The working folder; nil is that of this process.
    public var folder: String?
    public var environment: [String: String]
    /// What it reads from its standard input.
    public var input: [UInt8]
    /// Seconds after which it is asked to end, and made to after ``grace``; nil for no limit.
    public var timeLimit: Double?
    /// Seconds that it has to end by itself when it is asked to.
    public var grace: Double = 5
    /// The most bytes that are kept of its output, and as many of its errors; one that prints more is ended.
    public var outputLimit = 256_000_000
    /// Whether what it prints is kept for ``Run/output`` and ``Run/errors``; who watches it may have no need of that.
    public var keepsOutput = true

    public init(
        _ path: String, _ arguments: [String], in folder: String? = nil, environment: [String: String],
        input: [UInt8] = []
    ) {
        self.path = path
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.input = input
    }

    /// How a program ended, and what it printed.
    public struct Run: Sendable {
        public enum End: Sendable, Hashable, CustomStringConvertible {
            case exited(CInt)
            case killed(signal: CInt)

            public var description: String {
                switch self {
                case .exited(let status): "exit code \(status)"
                case .killed(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
                }
            }
        }

        /// Why it was made to end before it did so by itself.
        public enum Stop: Sendable, Hashable {
            /// It took longer than its time limit, in seconds.
            case timeLimit(Double)
            /// It printed more than so many bytes.
            case outputLimit(Int)
            /// Whoever started it no longer wanted it.
            case notWanted
        }

        public var end: End
        public var output: [UInt8]
        public var errors: [UInt8]
        /// Nil where it ended by itself.
        public var stop: Stop?

        public var succeeded: Bool { end == .exited(0) && stop == nil }
        /// How it ended, in a few words: `exit code 1`, or what it was ended for.
        public var ending: String {
            switch stop {
            case .timeLimit(let seconds): "the time limit of \(Self.text(seconds)) s"
            case .outputLimit(let count): "more than \(count) bytes printed, which is the limit"
            case .notWanted: "the end of the build"
            case nil: end.description
            }
        }

        private static func text(_ seconds: Double) -> String {
            seconds == seconds.rounded() && seconds.magnitude < 1e15 ? "\(Int(seconds))" : "\(seconds)"
        }
        /// What it printed, as text; errors after the output.
        public var text: String { String(decoding: output + errors, as: UTF8.self) }
    }

    /// What watches a program that runs; called in the thread that runs it.
    public struct Watch {
        /// Asked some ten times a second: whether the program is still wanted.
        public var isWanted: () -> Bool
        /// Gets what it prints, as it comes.
        public var heard: (_ bytes: UnsafeRawBufferPointer, _ isError: Bool) -> Void

        public init(
            isWanted: @escaping () -> Bool = { true },
            heard: @escaping (_ bytes: UnsafeRawBufferPointer, _ isError: Bool) -> Void = { _, _ in }
        ) {
            self.isWanted = isWanted
            self.heard = heard
        }
    }

    /// Runs the program, in this thread, until it ends.
    ///
    /// - Throws: ``ExternalProgramError`` where it cannot be started. Its own failure is told by ``Run/end``.
    public func run(_ watch: Watch = Watch()) throws(ExternalProgramError) -> Run {
        for text in [path] + arguments + environment.flatMap({ [$0.key, $0.value] }) where text.utf8.contains(0) {
            throw ExternalProgramError(program: path, code: EINVAL)
        }
        let input = try memory(input)
        var output = try OutputPipe(program: path)
        defer { output.close() }
        var errors: OutputPipe
        do { errors = try OutputPipe(program: path) } catch {
            close(input)
            throw error
        }
        defer { errors.close() }
        var group = program_group()
        let problem = start(&group, input: input, output: output.writeEnd, errors: errors.writeEnd)
        close(input)
        output.closeWriteEnd()
        errors.closeWriteEnd()
        guard problem == 0 else { throw ExternalProgramError(program: path, code: problem) }
        return try follow(&group, &output, &errors, watch)
    }

    private func start(_ group: inout program_group, input: CInt, output: CInt, errors: CInt) -> CInt {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return withCStrings([path] + arguments) { arguments in
            withCStrings(variables) { environment in
                path.withCString { path in
                    withOptionalCString(folder) { folder in
                        var request = program_request(
                            path: path, arguments: arguments, environment: environment, folder: folder,
                            input: input, output: output, errors: errors)
                        return program_group_start(&request, &group)
                    }
                }
            }
        }
    }

    /// Reads along until the program has ended, and ends it where it must not go on.
    private func follow(
        _ group: inout program_group, _ output: inout OutputPipe, _ errors: inout OutputPipe, _ watch: Watch
    ) throws(ExternalProgramError) -> Run {
        let start = ContinuousClock.now
        var stop: Run.Stop?
        var killTime: Double?
        var events = [
            pollfd(fd: group.report, events: Int16(POLLIN), revents: 0),
            pollfd(fd: output.readEnd, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            // A pipe that is closed would wake this at once for ever.
            events[1].fd = output.isOpen ? output.readEnd : -1
            events[2].fd = errors.isOpen ? errors.readEnd : -1
            let count = poll(&events, 3, 100)
            let limit = keepsOutput ? outputLimit : nil
            output.read(keeping: limit) { watch.heard($0, false) }
            errors.read(keeping: limit) { watch.heard($0, true) }
            // The report: it has ended, and so has all that it started, or will in a moment.
            if count > 0, events[0].revents != 0 { break }
            let seconds = start.duration(to: .now) / .seconds(1)
            if stop == nil {
                if let timeLimit, seconds >= timeLimit { stop = .timeLimit(timeLimit) }
                if output.isOverfull || errors.isOverfull { stop = .outputLimit(outputLimit) }
                if !watch.isWanted() { stop = .notWanted }
                if stop != nil {
                    program_group_terminate(&group)
                    killTime = seconds + grace
                }
            } else if let time = killTime, seconds >= time {
                program_group_kill(&group)
                killTime = nil
            }
        }
        var status: CInt = SIGKILL
        let problem = program_group_wait(&group, &status)
        // What was printed last, until nothing more comes: whoever could print has ended.
        let limit = keepsOutput ? outputLimit : nil
        output.read(keeping: limit) { watch.heard($0, false) }
        errors.read(keeping: limit) { watch.heard($0, true) }
        if stop == nil, output.isOverfull || errors.isOverfull { stop = .outputLimit(outputLimit) }
        guard problem == 0 || (problem == ECHILD && stop != nil) else {
            throw ExternalProgramError(program: path, code: problem)
        }
        let signal = status & 0x7f
        return Run(
            end: signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal),
            output: output.bytes, errors: errors.bytes, stop: stop)
    }

    /// A file without a name: unlike a pipe it never fills up, and nobody has to write along.
    private func memory(_ bytes: [UInt8]) throws(ExternalProgramError) -> CInt {
        let file = program_memory_file()
        guard file >= 0 else { throw ExternalProgramError(program: path, code: errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress! + written, $0.count - written, written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = count == 0 ? EIO : errno
                close(file)
                throw ExternalProgramError(program: path, code: code)
            }
            written += count
        }
        return file
    }
}

/// A program that could not be started.
public struct ExternalProgramError: Error, Hashable, CustomStringConvertible {
    public var program: String
    /// The system's error number.
    public var code: CInt

    public init(program: String, code: CInt) {
        self.program = program
        self.code = code
    }

    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    public var description: String { "\(program) could not be started: \(String(cString: strerror(code)))" }
}
