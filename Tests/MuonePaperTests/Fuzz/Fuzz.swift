import Foundation
import Glibc

/// Inputs that nobody would write, made from a seed.
///
/// Each case is announced before it runs, so that the last line of a run that crashed names it. A case is repeated alone
/// with `PAPERBUILD_SEED=number swift test --filter NAME`; `PAPERBUILD_SOAK` makes many.
struct Fuzz {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

    private static let environment = ProcessInfo.processInfo.environment

    /// The seeds of a test: few, or `PAPERBUILD_SOAK` times as many from other starts, or the one to repeat.
    static func seeds(_ count: Int) -> [Int] {
        if let seed = environment["PAPERBUILD_SEED"].flatMap(Int.init) { return [seed] }
        guard let soak = environment["PAPERBUILD_SOAK"].flatMap(Int.init) else { return Array(1...count) }
        return Array(1...count * max(1, soak / 4))
    }

    /// Unbuffered, as a crash would take a buffer with it.
    static func announce(_ test: String, _ seed: Int, _ what: String) {
        guard environment["PAPERBUILD_SOAK"] != nil || environment["PAPERBUILD_SEED"] != nil else {
            return lastCase.write("\(test) seed \(seed): \(what)\n")
        }
        FileHandle.standardError.write(Data("fuzz \(test) seed \(seed): \(what.prefix(400).debugDescription)\n".utf8))
    }

    /// Where the case that runs stands while few are tried; named when a test begins.
    private static let lastCase = LastCase()

    private final class LastCase: @unchecked Sendable {
        private let descriptor: CInt
        private let lock = NSLock()

        init() {
            let path = FileManager.default.temporaryDirectory.appending(path: "paperbuild-fuzz-\(getpid())").path
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            FileHandle.standardError.write(Data("fuzz: after a crash the last line of \(path) is its case\n".utf8))
            // Left behind by a crash, and by nothing else.
            Self.path = path
            atexit { unlink(LastCase.path) }
        }

        private nonisolated(unsafe) static var path = ""

        func write(_ line: String) {
            lock.withLock {
                _ = line.utf8CString.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count - 1) }
            }
        }
    }

    // MARK: Choices

    mutating func bits() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(bits() % UInt64(max(count, 1))) }

    mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

    /// True once in `count` times.
    mutating func once(in count: Int) -> Bool { below(count) == 0 }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A number over all scales, most of them sensible.
    mutating func number(_ sensible: ClosedRange<Double>) -> String {
        switch below(10) {
        case 0:
            return one(of: [
                "0", "-0", "1", "-1", "1e300", "-1e300", "1e-300", "1e308", "5e-324", "1e400", "1e-400", "nan", "inf",
                "-inf", "1e154", "1e-154", "0x10", "1e9223372036854775807", "0e9223372036854775807", "", " ", "+1",
                ".5",
                "1.", "1e", "--1", "٣", "1_000", "1,5",
            ])
        case 1: return "\(pow(10, -330 + 640 * uniform()))"
        case 2: return "\(-sample(sensible))"
        default: return "\(sample(sensible))"
        }
    }

    mutating func sample(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound * pow(range.upperBound / range.lowerBound, uniform())
    }

    /// A text that was damaged: bytes changed, cut, doubled, or numbers replaced.
    mutating func damaged(_ bytes: [UInt8], times: Int = 3) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(times) {
            guard !bytes.isEmpty else { break }
            let place = below(bytes.count)
            let length = min(1 + below(once(in: 3) ? bytes.count : 30), bytes.count - place)
            switch below(7) {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: bits())
            case 1: bytes.removeSubrange(place..<place + length)
            case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: below(bytes.count))
            case 3: bytes.removeLast(bytes.count - place)
            case 4:
                let texts = [
                    "null", "[]", "{}", "\"\"", "1e308", "-1e308", "1e999", "nan", "\"nan\"", "0", "-1", "true",
                    "\u{0}",
                ]
                bytes.replaceSubrange(place..<place + min(length, 4), with: Array(one(of: texts).utf8))
            default:
                // The number at that place, or after it.
                guard let start = bytes[place...].firstIndex(where: Self.isDigit) else { break }
                let end = bytes[start...].firstIndex { !Self.isDigit($0) } ?? bytes.endIndex
                bytes.replaceSubrange(start..<end, with: Array(number(1e-12...1e12).utf8))
            }
        }
        return bytes
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) || [43, 45, 46, 101].contains(byte) }
}

/// What every error must be: a sentence with the values, and what to do.
func isHelpful(_ error: any Error) -> Bool {
    let text = "\(error)"
    return text.count > 30 && text.contains(" ") && !text.contains("Optional(") && !text.contains("EncodingError")
        && !text.contains("DecodingError") && !text.contains("The operation")
}
