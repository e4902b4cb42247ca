import Foundation

/// A length of time for people: `1.3 ms`, `2.40 s`, `75 s`, `12 min`.
public func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.0995: String(format: "%.1f ms", seconds * 1e3)
    case ..<9.95: String(format: "%.2f s", seconds)
    case ..<599.5: String(format: "%.0f s", seconds)
    default: String(format: "%.0f min", seconds / 60)
    }
}

/// A length of time that is a guess: whole seconds, or minutes.
func roughDuration(_ seconds: Double) -> String {
    seconds < 99.5 ? "\(Int(max(1, seconds.rounded(.up)))) s" : String(format: "%.0f min", (seconds / 60).rounded(.up))
}
