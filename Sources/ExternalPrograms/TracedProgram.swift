import CLinux
import Glibc

extension ExternalProgram {
    /// A run with the files that it opened.
    public struct TracedRun: Sendable {
        public var run: Run
        /// Absolute paths with links resolved: what was read, listed or executed and not opened for writing.
        public var opened: Set<String>
    }

    /// Whether this process is traced: then it cannot trace others.
    public static var isTraced: Bool {
        guard let file = fopen("/proc/self/status", "re") else { return false }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, CInt(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("TracerPid:") { return !text.dropFirst(10).allSatisfy { $0.isWhitespace || $0 == "0" } }
        }
        return false
    }

    /// Runs a short question to the program, such as for its version, and notes what it opens to answer. Output and errors
    /// come together, as its output.
    ///
    /// - Throws: ``ExternalProgramError``, with EPERM or ENOSYS where programs cannot be traced.
    public func traced(seconds: UInt32 = 60) throws(ExternalProgramError) -> TracedRun {
        for text in [path] + arguments + environment.flatMap({ [$0.key, $0.value] }) where text.utf8.contains(0) {
            throw ExternalProgramError(program: path, code: EINVAL)
        }
        let output = program_memory_file()
        guard output >= 0 else { throw ExternalProgramError(program: path, code: errno) }
        defer { close(output) }
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw ExternalProgramError(program: path, code: errno) }
        defer { close(input) }
        let notes = Notes()
        var status: CInt = 0
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let problem = withCStrings([path] + arguments) { arguments in
            withCStrings(variables) { environment in
                withOptionalCString(folder) { folder in
                    var request = open_trace_request(
                        arguments: arguments, environment: environment, folder: folder, input: input, output: output,
                        is_active: 1, time_limit: seconds)
                    return open_trace_run(
                        &request,
                        { context, path, kind in
                            guard let context, let path else { return }
                            Unmanaged<Notes>.fromOpaque(context).takeUnretainedValue()
                                .note(String(cString: path), kind)
                        }, Unmanaged.passUnretained(notes).toOpaque(), &status)
                }
            }
        }
        guard problem == 0 else { throw ExternalProgramError(program: path, code: problem) }
        let signal = status & 0x7f
        var run = Run(
            end: signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal), output: text(of: output),
            errors: [])
        if signal == SIGALRM { run.stop = .timeLimit(Double(seconds)) }
        return withExtendedLifetime(notes) {
            TracedRun(run: run, opened: notes.opened.subtracting(notes.written))
        }
    }

    /// What was printed, up to a limit that no answer reaches.
    private func text(of file: CInt) -> [UInt8] {
        var status = stat()
        guard fstat(file, &status) == 0 else { return [] }
        let size = min(Int(status.st_size), 1_000_000)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = pread(file, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
                if got <= 0 { break }
                count += got
            }
        }
    }
}

private final class Notes {
    var opened: Set<String> = []
    var written: Set<String> = []

    func note(_ path: String, _ kind: CInt) {
        if kind == CInt(OPEN_TRACE_WRITE.rawValue) { written.insert(path) } else { opened.insert(path) }
    }
}
