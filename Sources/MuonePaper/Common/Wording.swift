import Manuscript

/// Words for numbers and lists in generated texts.
package enum Wording {
    /// `three` for a small whole number, otherwise the number in math.
    package static func word(_ number: Double) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        guard let index = Int(exactly: number), words.indices.contains(index) else {
            return "$\(TeX.number(number, powersFrom: 100))$"
        }
        return words[index]
    }

    /// `a, b and c`.
    package static func list(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.joined() }
        return texts.dropLast().joined(separator: ", ") + " and " + last
    }
}
