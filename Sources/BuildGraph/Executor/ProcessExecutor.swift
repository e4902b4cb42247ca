import CLinux
import ContentHash
import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// Runs each node in a process of its own and notes which files it opens: the checking mode.
///
/// The program is started anew for each node and calls ``BuildEngine/runRequestedNode(in:targets:)``. Results travel
/// only through the store, so a node that leans on what another left in memory fails here.
///
/// Only what is opened while the node runs counts, by any thread and any program that it starts. The process has a
/// `TMPDIR` of its own, where it may do as it likes.
package final class ProcessExecutor: Executor {
    package let width: Int
    private let arguments: @Sendable (String) -> [String]
    private let rules: FileAccessRules
    private let sourceFolder: String
    private let findings = Mutex<Set<UndeclaredAccess>>([])
    private let queue = DispatchQueue(label: "paperbuild.processes", attributes: .concurrent)

    /// - Parameters:
    ///   - jobs: the number of processes at once.
    ///   - rules: what nodes may open besides their inputs, the store and their own folder. The program must be able
    ///     to open its store: add the store's folder.
    ///   - sourceFolder: where relative paths of input files start.
    ///   - arguments: the program's path and arguments that make it run the node requested in a folder.
    package init(
        jobs: Int, rules: FileAccessRules, sourceFolder: URL, arguments: @escaping @Sendable (String) -> [String]
    ) {
        width = max(1, jobs)
        self.rules = rules
        self.sourceFolder = sourceFolder.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
        self.arguments = arguments
    }

    /// What nodes opened without declaring it so far, sorted by node and path.
    package var undeclared: [UndeclaredAccess] { findings.withLock { $0.sorted() } }

    package func execute(_ action: Action) async -> ActionOutcome {
        await withCheckedContinuation { continuation in
            // The thread that starts a process is the only one that may trace it, so it waits.
            queue.async { continuation.resume(returning: self.run(action)) }
        }
    }

    private func run(_ action: Action) -> ActionOutcome {
        let folder =
            FileManager.default.temporaryDirectory.path(percentEncoded: false).withoutTrailingSlash
            + "/paperbuild-node-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        defer { try? SystemFile.removeTree(folder) }
        do {
            try SystemFile.makeFolder(folder + "/tmp")
            let request = NodeRequest(
                node: action.node.name, key: action.key, parts: action.parts, reason: action.reason)
            try SystemFile.create(
                folder + "/" + NodeRequest.file, try CanonicalEncoder().encode(request), synced: false)
            let (problem, status) = try trace(action, in: folder)
            guard problem == 0 else { return .failed(Self.notTraced(problem)) }
            guard let bytes = try? SystemFile.read(folder + "/" + NodeAnswer.file),
                let answer = try? CanonicalDecoder().decode(NodeAnswer.self, from: bytes)
            else { return .failed(Self.ended(status, printed: folder + "/output")) }
            return outcome(answer, action)
        } catch {
            return .failed("its process could not be prepared: \(error)")
        }
    }

    private func outcome(_ answer: NodeAnswer, _ action: Action) -> ActionOutcome {
        switch answer {
        case .done(let key):
            switch action.store.record(for: key) {
            case .found(let record): .done(record)
            case .missing: .failed("its process stored no record")
            case .damaged(let what): .failed("its process stored a record that cannot be read: \(what)")
            }
        case .failed(let message): .failed(message)
        case .inputLost(let input, let reason, let what): .inputLost(input, reason, what)
        case .storeFailed(let message): .storeFailed(ProcessError(message: message))
        }
    }

    // MARK: The process

    private func trace(_ action: Action, in folder: String) throws(SystemError) -> (problem: CInt, status: CInt) {
        let output = open(folder + "/output", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard output >= 0 else { throw SystemError(folder + "/output") }
        defer { close(output) }
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw SystemError("/dev/null") }
        defer { close(input) }
        var environment = ProcessInfo.processInfo.environment
        environment["TMPDIR"] = folder + "/tmp"
        let inputs = action.node.upstream.compactMap(inputFile)
        let node = action.node.name
        let ownFolder: Set = [FileAccessRules.resolved(folder)]
        let own = Set(inputs + (action.node.tool?.mayOpen() ?? []).map(FileAccessRules.resolved))
        // What it brings is compared with its digest, whatever it opened on the way.
        let isChecked = action.node.kind == .remote
        let visitor = Visitor { path, kind in
            let isDeclared =
                isChecked || FileAccessRules.covers([ownFolder], path)
                || (kind == CInt(OPEN_TRACE_WRITE.rawValue)
                    ? self.rules.permitsWriting(path)
                    : FileAccessRules.covers([own], path) || self.rules.permits(path, to: node))
            guard !isDeclared else { return }
            let kind: UndeclaredAccess.Kind =
                switch kind {
                case CInt(OPEN_TRACE_LIST.rawValue): .lists
                case CInt(OPEN_TRACE_EXECUTE.rawValue): .runs
                case CInt(OPEN_TRACE_WRITE.rawValue): .writes
                default: .reads
                }
            _ = self.findings.withLock { $0.insert(UndeclaredAccess(node: node, path: path, kind: kind)) }
        }
        var status: CInt = 0
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let problem = withCStrings(arguments(folder)) { arguments in
            withCStrings(variables) { environment in
                var request = open_trace_request(
                    arguments: arguments, environment: environment, folder: nil, input: input, output: output,
                    is_active: 0, time_limit: 0)
                return open_trace_run(
                    &request,
                    { context, path, kind in
                        guard let context, let path else { return }
                        Unmanaged<Visitor>.fromOpaque(context).takeUnretainedValue()
                            .visit(String(cString: path), kind)
                    }, Unmanaged.passUnretained(visitor).toOpaque(), &status)
            }
        }
        return withExtendedLifetime(visitor) { (problem, status) }
    }

    private func inputFile(_ node: AnyNode) -> String? {
        guard case .file(let path) = node.core.action else { return nil }
        return FileAccessRules.resolved(path.hasPrefix("/") ? path : sourceFolder + "/" + path)
    }

    private static func notTraced(_ problem: CInt) -> String {
        let reason = String(cString: strerror(problem))
        return problem == EPERM || problem == ENOSYS
            ? "its process cannot be traced here (\(reason)): a container needs --cap-add=SYS_PTRACE, "
                + "and a debugger must not trace this program"
            : "its process could not be started: \(reason)"
    }

    private static func ended(_ status: CInt, printed file: String) -> String {
        let signal = status & 0x7f
        let end = signal == 0 ? "status \((status >> 8) & 0xff)" : "signal \(signal)"
        let text = (try? SystemFile.read(file)).map { String(decoding: $0.suffix(2000), as: UTF8.self) } ?? ""
        return "its process ended with \(end) and no answer" + (text.isEmpty ? "" : "; it printed: \(text)")
    }
}

private struct ProcessError: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
}

private final class Visitor {
    let visit: (String, CInt) -> Void

    init(_ visit: @escaping (String, CInt) -> Void) {
        self.visit = visit
    }
}

/// Calls a function with texts as a C array that ends with a null pointer.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    let array = pointers.map { UnsafePointer($0) } + [nil]
    return array.withUnsafeBufferPointer { body($0.baseAddress) }
}
