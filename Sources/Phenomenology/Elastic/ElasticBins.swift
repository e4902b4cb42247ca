import NumericalMethods

/// Bins of equal width in the electron's kinetic energy T, GeV.
///
/// Dev et al. print neither their number nor their edges; 50 bins from 1 GeV to T_max put their first benchmark on the line
/// of 90 % confidence.
public struct ElasticBins: Codable, Hashable, Sendable {
    public let lower: Double
    public let upper: Double
    public let count: Int

    /// Where Dev et al. begin to count, GeV.
    public static let smallestRecoil = 1.0
    /// What puts their first benchmark on the line.
    public static let inferredCount = 50

    /// - Throws: ``ElasticError/badBins(lower:upper:count:)``.
    public init(lower: Double = smallestRecoil, upper: Double, count: Int = inferredCount) throws {
        guard lower > 0, upper > lower, upper.isFinite, count > 0 else {
            throw ElasticError.badBins(lower: lower, upper: upper, count: count)
        }
        self.lower = lower
        self.upper = upper
        self.count = count
    }

    /// From 1 GeV to the largest recoil.
    public init(of rate: ElasticRate, count: Int = inferredCount) throws {
        try self.init(upper: rate.maximumRecoil, count: count)
    }

    /// One more than ``count``; the ends are exactly ``lower`` and ``upper``.
    public var edges: [Double] {
        (0...count).map { index in
            index == count ? upper : lower + (upper - lower) * Double(index) / Double(count)
        }
    }
}
