import Foundation
import NumericalMethods

/// How far a computed value may be from a published one before the two disagree: what the publication's wording
/// justifies, and no more.
public enum ClaimRule: Codable, Hashable, Sendable {
    /// "≃ x": half a unit of the last significant digit that is stated.
    case asRounded(toDigits: Int)
    /// "~ 10ⁿ" or "O(1)": a factor.
    case withinFactor(Double)
    /// "≲ x", "at most x": the computed value, rounded to the stated digits, is not larger.
    case atMost(digits: Int)
    /// "≳ x", "at least x": the computed value, rounded to the stated digits, is not smaller.
    case atLeast(digits: Int)

    /// The significant digits that it looks at; nil where those do not matter.
    var digits: Int? {
        switch self {
        case .asRounded(let digits), .atMost(let digits), .atLeast(let digits): digits
        case .withinFactor: nil
        }
    }

    /// One line for the table of claims. `unit` is appended to the numbers.
    public func explanation(claimed: Double, unit: String = "") -> String {
        let stated = decimal(claimed, digits: writtenDigits(of: claimed)) + (unit.isEmpty ? "" : " " + unit)
        switch self {
        case .asRounded(let digits):
            let half = decimal(Self.halfUnit(of: claimed, digits: digits), digits: 6)
            return "\(decimal(claimed, digits: writtenDigits(of: claimed))) ± \(half)" + (unit.isEmpty ? "" : " " + unit)
        case .withinFactor(let factor): return "\(stated) within a factor \(decimal(factor, digits: 6))"
        case .atMost(let digits): return "at most \(stated), rounded to \(digits) digit\(digits == 1 ? "" : "s")"
        case .atLeast(let digits): return "at least \(stated), rounded to \(digits) digit\(digits == 1 ? "" : "s")"
        }
    }

    /// Whether `value` is what the claim says.
    ///
    /// - Throws: ``NumberError`` for a value that is not finite.
    public func isSatisfied(by value: Double, claimed: Double) throws(NumberError) -> Bool {
        guard value.isFinite else {
            let exact = Estimate.exact(value)
            throw .notFinite(value: exact.value, error: exact.error)
        }
        switch self {
        case .asRounded(let digits):
            // One part in 10¹² so that a value on the edge is not lost to rounding.
            return (value - claimed).magnitude <= Self.halfUnit(of: claimed, digits: digits) * (1 + 1e-12)
        case .withinFactor(let factor):
            return value > 0 && claimed > 0 && max(value / claimed, claimed / value) <= factor
        case .atMost(let digits):
            return try Self.rounded(value, toDigits: digits) <= claimed * (1 + 1e-12)
        case .atLeast(let digits):
            return try Self.rounded(value, toDigits: digits) >= claimed * (1 - 1e-12)
        }
    }

    /// The verdict on a computed estimate: reproduced where all values within the numerical error are what the claim says,
    /// differing where none is, undecided otherwise.
    ///
    /// - Throws: ``NumberError`` for an estimate that is not finite.
    public func verdict(on estimate: Estimate, claimed: Double) throws(NumberError) -> Verdict {
        guard estimate.value.isFinite, estimate.error.isFinite, estimate.error >= 0 else {
            throw .notFinite(value: estimate.value, error: estimate.error)
        }
        let (low, high) = (estimate.value - estimate.error, estimate.value + estimate.error)
        // What a rule allows is one range around what is claimed: of all values in question the closest to it decides
        // whether any is allowed, and the ends whether all are.
        var allowed = 0
        let probes = [low, estimate.value, high, min(max(claimed, low), high)]
        for probe in probes where try isSatisfied(by: probe, claimed: claimed) { allowed += 1 }
        return allowed == 0 ? .differs : allowed == probes.count ? .reproduced : .undecided
    }

    /// Half a unit of the last of `digits` significant digits of `value`.
    static func halfUnit(of value: Double, digits: Int) -> Double {
        guard value != 0 else { return 0 }
        return 0.5 * pow(10, (log10(value.magnitude) + 1e-12).rounded(.down) - Double(digits - 1))
    }

    private static func rounded(_ value: Double, toDigits digits: Int) throws(NumberError) -> Double {
        try CertifiedDecimal(.exact(value), significantDigits: digits).value
    }
}

/// What comparing a computed value with a published statement says.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// What is computed satisfies the statement, wherever it lies within its error.
    case reproduced
    /// It does not, wherever it lies within its error.
    case differs
    /// The numerical error is too large to tell.
    case undecided
    /// Nothing here can tell, or the values are for other inputs than the statement's.
    case notComputed = "not computed"

    /// A statement about several values holds where it holds for each.
    public static func all(_ verdicts: [Verdict]) -> Verdict {
        for verdict in [Verdict.notComputed, .differs, .undecided] where verdicts.contains(verdict) { return verdict }
        return verdicts.isEmpty ? .notComputed : .reproduced
    }
}

/// The significant digits that a number which people wrote down has: as many as `decimal` needs to give it back, and four at
/// least.
func writtenDigits(of value: Double) -> Int {
    (4..<17).first { Double(decimal(value, digits: $0)) == value } ?? 17
}
