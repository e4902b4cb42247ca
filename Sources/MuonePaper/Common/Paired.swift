/// Two lists that were declared side by side, as pairs: what `zip` is for lists of one length.
///
/// - Throws: ``UnequalLengths``, where `zip` would drop the rest without a word.
package func paired<First, Second>(_ first: [First], _ second: [Second]) throws(UnequalLengths) -> [(First, Second)] {
    guard first.count == second.count else { throw UnequalLengths(first: first.count, second: second.count) }
    return zip(first, second).map { ($0, $1) }
}

/// Lists of names and of values that belong together and do not have the same length: an error of the program.
package struct UnequalLengths: Error, Equatable, CustomStringConvertible {
    package var first: Int
    package var second: Int

    package init(first: Int, second: Int) {
        self.first = first
        self.second = second
    }

    package var description: String {
        "a list of \(first) belongs to one of \(second): this is an error of the program, which would draw or print only a part"
    }
}
