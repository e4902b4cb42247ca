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

    /// The panels of `window` within the `open` recoils, split where elastic muons begin and cease to pass the cut.
    static func panels(
        open: ClosedRange<Double>, window: ClosedRange<Double>, elastic: ClosedRange<Double>?, softness: Double
    ) -> [RecoilPanel] {
        let lower = max(open.lowerBound, window.lowerBound)
        let upper = min(open.upperBound, window.upperBound)
        guard lower < upper else { return [] }
        // Without a soft peak to resolve, the centre is put where the second logarithm is harmless.
        guard let elastic else {
            return [
                RecoilPanel(
                    lower...upper, closesBelow: lower == open.lowerBound, closesAbove: upper == open.upperBound,
                    centre: log(upper), softness: 4 + log(upper / lower))
            ]
        }
        var splits = [lower, upper]
        let middle = (max(elastic.lowerBound, lower) * min(elastic.upperBound, upper)).squareRoot()
        for point in [elastic.lowerBound, middle, elastic.upperBound] where point > lower && point < upper {
            if elastic.lowerBound > 0 || point != middle { splits.insert(point, at: splits.count - 1) }
        }
        return zip(splits, splits.dropFirst()).compactMap { start, end in
            guard start < end else { return nil }
            let useLower = elastic.lowerBound > 0 && end <= max(middle, elastic.lowerBound)
            return RecoilPanel(
                start...end, closesBelow: start == open.lowerBound, closesAbove: end == open.upperBound,
                centre: log(useLower ? elastic.lowerBound : elastic.upperBound), softness: softness)
        }
    }
}
