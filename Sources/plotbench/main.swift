import CairoCanvas

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// `plotbench OUTPUT.pdf`: draws the contour figure, as a program of its own for `paperbench` to time from outside, with the
// start of the process.
guard CommandLine.arguments.count == 2, let path = CommandLine.arguments.last else {
    print("usage: plotbench OUTPUT.pdf")
    exit(2)
}
do {
    let canvas = try CairoCanvas()
    let bytes = try canvas.pdf(canvas.displayList(ContourFigure.chart()))
    guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
        print("cannot write \(path): \(String(cString: strerror(errno)))")
        exit(1)
    }
    print(peakMemory())
} catch {
    print("\(error)")
    exit(1)
}

/// The line of /proc/self/status with the largest resident size.
func peakMemory() -> String {
    guard let file = fopen("/proc/self/status", "r") else { return "" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if text.hasPrefix("VmHWM:") { return String(text.dropLast()) }
    }
    return ""
}
