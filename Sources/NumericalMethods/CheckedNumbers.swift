extension Int {
    /// A whole number for a count or an index that a computed value gives: the value without its fraction.
    ///
    /// - Parameter what: what is counted, for the message.
    /// - Throws: ``NumericalError/notCountable(what:value:)`` where the value is not finite or beyond `limit`: the
    ///   conversion of the standard library would end the process.
    public init(checking value: Double, _ what: String, limit: Double = 0x1p53) throws(NumericalError) {
        guard value.magnitude <= limit else { throw .notCountable(what: what, value: value) }
        self.init(value)
    }

    /// The whole part of a value, the nearest number that fits where there is none: 0 for what is not a number.
    ///
    /// For text and places on a page, of which one too large is as good as another.
    public init(saturating value: Double) {
        self = value.isNaN ? 0 : Int(Swift.min(Swift.max(value, -0x1p62), 0x1p62))
    }
}

extension ClosedRange<Double> {
    /// The range between two computed ends; nil where they do not ascend or one is not a number, for which `...` ends
    /// the process.
    public init?(from lower: Double, to upper: Double) {
        guard lower <= upper else { return nil }
        self = lower...upper
    }
}
