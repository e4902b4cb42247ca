import CLinux
import Foundation
import Glibc
import Testing

@Suite("The tracer of opens")
struct OpenTraceTests {
    /// In a thread of its own: what it starts is that thread's child.
    private func inThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    private static func start(_ words: String...) -> pid_t {
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        return posix_spawn(&child, words[0], nil, nil, &arguments, environ) == 0 ? child : 0
    }

    private static func trace(_ program: String) -> CInt {
        var status: CInt = -1
        let problem = program.withCString { path -> CInt in
            let null = open("/dev/null", O_RDWR | O_CLOEXEC)
            defer { close(null) }
            return [path, nil].withUnsafeBufferPointer { arguments in
                [UnsafePointer<CChar>?.none].withUnsafeBufferPointer { environment in
                    var request = open_trace_request(
                        arguments: arguments.baseAddress, environment: environment.baseAddress, folder: nil,
                        input: null, output: null, is_active: 0, time_limit: 0)
                    return open_trace_run(&request, { _, _, _ in }, nil, &status)
                }
            }
        }
        return problem == 0 ? status : -1
    }

    @Test func leavesTheOtherChildrenOfItsCallerAlone() async throws {
        let (traced, waited, status) = await inThread { () -> (CInt, Bool, CInt) in
            let child = Self.start("/bin/sh", "-c", "exit 7")
            let traced = Self.trace("/bin/true")
            var status: CInt = 0
            let waited = waitpid(child, &status, 0) == child
            return (traced, waited, status)
        }
        #expect(traced == 0)
        #expect(waited)
        #expect((status >> 8) & 0xff == 7)
    }
}
