import CLinux
import Glibc

/// A program that is run to its end: the one way in which this package starts others.
///
/// It gets the environment that is given here and nothing of ours, and a process group of its own, which ends with
/// this process however that ends.
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

        public var end: End
        public var output: [UInt8]
        public var errors: [UInt8]

        public var succeeded: Bool { end == .exited(0) }
        /// What it printed, as text; errors after the output.
        public var text: String { String(decoding: output + errors, as: UTF8.self) }
    }

    /// Runs the program, in this thread, until it ends.
    ///
    /// - Throws: ``ExternalProgramError`` where it cannot be started. Its own failure is told by ``Run/end``.
    public func run() throws(ExternalProgramError) -> Run {
        for text in [path] + arguments + environment.flatMap({ [$0.key, $0.value] }) where text.utf8.contains(0) {
            throw ExternalProgramError(program: path, code: EINVAL)
        }
        let files = [try memory(input), try memory([]), try memory([])]
        defer { for file in files { close(file) } }
        var status: CInt = 0
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let problem = withCStrings([path] + arguments) { arguments in
            withCStrings(variables) { environment in
                path.withCString { path in
                    withOptionalCString(folder) { folder in
                        var request = program_request(
                            path: path, arguments: arguments, environment: environment, folder: folder,
                            input: files[0], output: files[1], errors: files[2])
                        return program_group_run(&request, &status)
                    }
                }
            }
        }
        guard problem == 0 else { throw ExternalProgramError(program: path, code: problem) }
        let signal = status & 0x7f
        return Run(
            end: signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal),
            output: try contents(files[1]), errors: try contents(files[2]))
    }

    /// A file without a name: unlike a pipe it never fills up, and nobody has to read along.
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

    private func contents(_ file: CInt) throws(ExternalProgramError) -> [UInt8] {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw ExternalProgramError(program: path, code: errno) }
        let size = Int(status.st_size)
        var problem: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = pread(file, buffer.baseAddress! + count, size - count, off_t(count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { problem = errno }
                if got <= 0 { break }
                count += got
            }
        }
        guard problem == 0 else { throw ExternalProgramError(program: path, code: problem) }
        return bytes
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

/// Calls a function with texts as a C array that ends with a null pointer.
private func withCStrings<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result)
    -> Result
{
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    let array = pointers.map { UnsafePointer($0) } + [nil]
    return array.withUnsafeBufferPointer { body($0.baseAddress) }
}

private func withOptionalCString<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    guard let text else { return body(nil) }
    return text.withCString(body)
}
