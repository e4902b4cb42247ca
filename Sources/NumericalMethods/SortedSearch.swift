extension RandomAccessCollection {
    /// The index of the first element that is not below, by halving; the end where all are below. The elements ascend: those
    /// that are below stand first.
    @inlinable
    public func ascendingIndex(below isBelow: (Element) throws -> Bool) rethrows -> Index {
        var low = startIndex
        var count = count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if try isBelow(self[middle]) {
                low = index(after: middle)
                count -= half + 1
            } else {
                count = half
            }
        }
        return low
    }
}
