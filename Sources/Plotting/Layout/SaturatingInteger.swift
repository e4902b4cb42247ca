extension Int {
    /// The whole part of a value, the nearest number that fits where there is none: 0 for what is not a number.
    ///
    /// The validation of charts keeps places and ticks within what fits; where that is not enough a mark may be out of
    /// place, but the program does not end.
    init(saturating value: Double) {
        self = value.isNaN ? 0 : Int(Swift.min(Swift.max(value, -0x1p62), 0x1p62))
    }
}
