import Foundation

/// Six significant digits at most, for sentences that people read.
func shortText(_ value: Double) -> String { String(format: "%.6g", value) }
