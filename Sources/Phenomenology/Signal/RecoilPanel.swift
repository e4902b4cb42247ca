#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A panel of the recoil T, and the substitution that makes the integrand smooth on it.
///
/// The substitution is quadratic at an end where phase space closes (the integrand vanishes there as the power 3/2 of the
/// distance), logarithmic in T, and logarithmic again in the distance from the recoil at which elastic muons begin
/// to pass the cut, where a light boson's soft peak enters on the scale of `softness`.
struct RecoilPanel {
    private let closesBelow: Bool
    private let closesAbove: Bool
    /// ln T where the soft peak enters, at or beyond one end.
    private let centre: Double
    /// +1 where the panel lies above the centre, −1 below.
    private let side: Double
    /// Distance in ln T of the nearer end from the centre, plus the softness.
    private let near: Double
    /// ln of the ratio of the farther such distance to the nearer.
    private let logRatio: Double
    private let softness: Double

    private init(
        _ range: ClosedRange<Double>, closesBelow: Bool, closesAbove: Bool, centre: Double, softness: Double
    ) {
        self.closesBelow = closesBelow
        self.closesAbove = closesAbove
        self.centre = centre
        self.softness = softness
        let lower = log(range.lowerBound) - centre
        let upper = log(range.upperBound) - centre
        side = lower + upper >= 0 ? 1 : -1
        near = max(side > 0 ? lower : -upper, 0) + softness
        logRatio = log(((side > 0 ? upper : -lower) + softness) / near)
    }

    /// T and dT/du at u in (0, 1).
    func map(_ u: Double) -> (recoil: Double, jacobian: Double) {
        let (position, slope): (Double, Double) =
            switch (closesBelow, closesAbove) {
            case (true, true): (u * u * (3 - 2 * u), 6 * u * (1 - u))
            case (true, false): (u * u, 2 * u)
            case (false, true): (u * (2 - u), 2 * (1 - u))
            case (false, false): (u, 1)
            }
        let distance = near * exp(logRatio * (side > 0 ? position : 1 - position))
        let recoil = exp(centre + side * (distance - softness))
        return (recoil, recoil * distance * logRatio * slope)
    }

    /// The panels of `window` within the `open` recoils, split where elastic muons begin and cease to pass the cut, and at
    /// `extra` recoils, next to which the integrand may behave like a root.
    static func panels(
        open: ClosedRange<Double>, window: ClosedRange<Double>, elastic: ClosedRange<Double>?, softness: Double,
        splits extra: [Double] = []
    ) -> [RecoilPanel] {
        let lower = max(open.lowerBound, window.lowerBound)
        let upper = min(open.upperBound, window.upperBound)
        guard lower < upper else { return [] }
        var splits = extra
        var middle = 0.0
        if let elastic, elastic.lowerBound > 0 {
            middle = (max(elastic.lowerBound, lower) * max(min(elastic.upperBound, upper), lower)).squareRoot()
            splits += [elastic.lowerBound, middle, elastic.upperBound]
        }
        // Over many orders of magnitude the integrand changes its shape.
        let logRatio = log(upper / lower)
        let pieces = (logRatio / 7).rounded()
        splits += stride(from: 1, to: pieces, by: 1).map { lower * exp(logRatio * $0 / pieces) }
        splits = [lower] + splits.filter { lower < $0 && $0 < upper }.sorted() + [upper]
        let roots = [open.lowerBound, open.upperBound] + extra
        return zip(splits, splits.dropFirst()).compactMap { start, end in
            guard start < end else { return nil }
            // Without a soft peak to resolve, the second logarithm is made harmless.
            var centre = upper
            var scale = 4 + log(upper / lower)
            if let elastic {
                centre = end <= max(middle, elastic.lowerBound) ? elastic.lowerBound : elastic.upperBound
                scale = softness
            }
            return RecoilPanel(
                start...end, closesBelow: roots.contains(start), closesAbove: roots.contains(end),
                centre: log(centre), softness: scale)
        }
    }
}
