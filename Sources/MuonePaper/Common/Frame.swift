import Foundation

/// The range of an axis: the published one where it shows all values, otherwise one that does.
///
/// A variant's curves must not leave the page without a word.
package func frame(_ published: ClosedRange<Double>, showing values: [Double]) -> ClosedRange<Double> {
    guard let least = values.min(), let most = values.max(),
        least < published.lowerBound || most > published.upperBound
    else { return published }
    let (low, high) = (min(least, published.lowerBound), max(most, published.upperBound))
    let margin = 0.05 * (high - low)
    return (low - margin)...(high + margin)
}

/// The range of a logarithmic axis: the published one where it shows half of every curve, otherwise by whole decades as much more as
/// shows the middle half of those that it does not.
package func decades(_ published: ClosedRange<Double>, showing curves: [[Double]]) -> ClosedRange<Double> {
    var (low, high) = (published.lowerBound, published.upperBound)
    for half in hidden(published, curves.map { $0.filter { $0 > 0 } }) {
        low = min(low, pow(10, log10(half.lowerBound).rounded(.down)))
        high = max(high, pow(10, log10(half.upperBound).rounded(.up)))
    }
    return low...high
}

/// The range of a linear axis, as ``decades(_:showing:)``.
package func frame(_ published: ClosedRange<Double>, showingSomeOf curves: [[Double]]) -> ClosedRange<Double> {
    frame(published, showing: hidden(published, curves).flatMap { [$0.lowerBound, $0.upperBound] })
}

/// The middle halves of the curves of which a range shows less than half.
private func hidden(_ published: ClosedRange<Double>, _ curves: [[Double]]) -> [ClosedRange<Double>] {
    curves.compactMap { curve in
        let values = curve.filter(\.isFinite).sorted()
        guard !values.isEmpty, 2 * values.count(where: published.contains) < values.count else { return nil }
        return values[values.count / 4]...values[3 * values.count / 4]
    }
}
