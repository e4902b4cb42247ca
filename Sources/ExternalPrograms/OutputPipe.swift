import CLinux
import Glibc

/// What a program prints, read while it runs.
struct OutputPipe {
    private(set) var readEnd: CInt
    private(set) var writeEnd: CInt
    private(set) var bytes: [UInt8] = []
    /// Whether more came than was to be kept.
    private(set) var isOverfull = false
    /// Whether someone may still write.
    private(set) var isOpen = true

    init(program: String) throws(ExternalProgramError) {
        var ends: [CInt] = [-1, -1]
        guard program_pipe(&ends) == 0 else { throw ExternalProgramError(program: program, code: errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
        // Fewer turns for a program that prints much; a system that does not give so much room is no error.
        _ = fcntl(readEnd, 1031, 1 << 18)  // F_SETPIPE_SZ
    }

    mutating func closeWriteEnd() {
        if writeEnd >= 0 { Glibc.close(writeEnd) }
        writeEnd = -1
    }

    mutating func close() {
        closeWriteEnd()
        if readEnd >= 0 { Glibc.close(readEnd) }
        readEnd = -1
    }

    /// Reads what is there now.
    ///
    /// - Parameter limit: the most bytes to keep; nil to keep none.
    mutating func read(keeping limit: Int?, _ heard: (UnsafeRawBufferPointer) -> Void) {
        guard isOpen else { return }
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            // Not for ever: who prints without end is to be looked at in between.
            for _ in 0..<64 {
                let count = Glibc.read(readEnd, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count < 0, errno == EAGAIN { return }
                guard count > 0 else {
                    isOpen = false
                    return
                }
                let new = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                heard(new)
                guard let limit else { continue }
                let room = max(0, limit - bytes.count)
                if new.count > room { isOverfull = true }
                bytes.append(contentsOf: new.prefix(room))
            }
        }
    }
}
