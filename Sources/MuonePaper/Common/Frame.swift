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
