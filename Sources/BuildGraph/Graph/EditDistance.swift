/// The name among `candidates` that was most likely meant by `text`; nil when none is near.
///
/// Near is an edit distance of at most a third of the longer text, where an edit inserts, deletes or replaces a
/// character or swaps two neighbours, letter case aside. Ties go to the name that sorts first.
package func nearestName(to text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased())
    var best: (distance: Int, name: String)?
    for candidate in candidates {
        let characters = Array(candidate.lowercased())
        let limit = max(1, max(wanted.count, characters.count) / 3)
        guard abs(wanted.count - characters.count) <= limit else { continue }
        let distance = editDistance(wanted, characters)
        guard distance <= limit else { continue }
        if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two sequences
/// (optimal string alignment).
package func editDistance<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, left) in first.enumerated() {
        var current = [row + 1]
        for (column, right) in second.enumerated() {
            var cost = min(last[column + 1], current[column]) + 1
            cost = min(cost, last[column] + (left == right ? 0 : 1))
            if row > 0, column > 0, left == second[column - 1], first[row - 1] == right {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        beforeLast = last
        last = current
    }
    return last[second.count]
}
