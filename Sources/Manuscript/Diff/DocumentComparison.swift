import NumericalMethods

/// Compares two documents: numbers within a relative tolerance, everything else exactly.
///
/// A number counts as changed when it moved by more than `relativeTolerance` times the larger of the two magnitudes
/// (and by more than `absoluteTolerance`). An array of numbers is one column and gives one change at most.
///
/// A numerical error (a member `error`, `yError` and the like) is judged on the scale of the value that it belongs to: far
/// below the tolerance it is rounding noise, which differs between machines.
package struct DocumentComparison: Sendable {
    package var relativeTolerance: Double
    package var absoluteTolerance: Double

    package init(relativeTolerance: Double = 1e-6, absoluteTolerance: Double = 1e-300) {
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerance = absoluteTolerance
    }

    package func changes(from old: JSONValue, to new: JSONValue, path: String = "") -> [DocumentChange] {
        if let before = old.numbers, let after = new.numbers { return columnChanges(before, after, path) }
        switch (old, new) {
        case (.number(let before), .number(let after)):
            return columnChanges([before], [after], path)
        case (.object(let before), .object(let after)):
            return memberChanges(before, after, path)
        case (.array(let before), .array(let after)):
            return memberChanges(Self.named(before), Self.named(after), path)
        default:
            guard old != new else { return [] }
            return [
                DocumentChange(
                    kind: .text, path: path, summary: "changed from \(old.leafText) to \(new.leafText)")
            ]
        }
    }

    /// The members that hold numerical errors, and the values that these belong to.
    private static let errorMembers = [
        "error": "value", "yError": "y", "valueError": "values", "edgeError": "upper",
    ]

    private func memberChanges(
        _ old: [String: JSONValue], _ new: [String: JSONValue], _ path: String
    ) -> [DocumentChange] {
        Set(old.keys).union(new.keys).sorted().flatMap { key -> [DocumentChange] in
            let member = path.isEmpty ? key : path + "." + key
            switch (old[key], new[key]) {
            case (let before?, let after?):
                if let value = Self.errorMembers[key].flatMap({ old[$0]?.numbers ?? old[$0]?.number.map { [$0] } }),
                    let before = before.numbers ?? before.number.map({ [$0] }),
                    let after = after.numbers ?? after.number.map({ [$0] })
                {
                    return columnChanges(before, after, member, scale: value)
                }
                return changes(from: before, to: after, path: member)
            case (let before?, nil):
                return [
                    DocumentChange(
                        kind: .removed, path: member, summary: "removed (was \(before.leafText))")
                ]
            case (nil, let after?):
                return [
                    DocumentChange(
                        kind: .added, path: member, summary: "added: \(after.leafText)")
                ]
            case (nil, nil): return []
            }
        }
    }

    /// - Parameter scale: the magnitudes that a change is judged by, besides the numbers' own; none unless given.
    private func columnChanges(
        _ old: [Double], _ new: [Double], _ path: String, scale values: [Double] = []
    ) -> [DocumentChange] {
        guard old.count == new.count else {
            return [
                DocumentChange(
                    kind: .data, path: path, summary: "has \(new.count) numbers, had \(old.count)")
            ]
        }
        var largest = 0.0
        var position = 0
        var moved = 0
        for (index, (before, after)) in zip(old, new).enumerated() where before != after {
            let own = max(before.magnitude, after.magnitude)
            let scale = values.indices.contains(index) ? max(own, values[index].magnitude) : own
            let change = (before - after).magnitude
            guard !(change <= max(relativeTolerance * scale, absoluteTolerance)) else { continue }
            moved += 1
            let relative = change / scale
            if !(relative <= largest) {
                largest = relative
                position = index
            }
        }
        guard moved > 0 else { return [] }
        let place = old.count == 1 ? "" : ", \(moved) of \(old.count) numbers, most at index \(position)"
        return [
            DocumentChange(
                kind: .data, path: path,
                summary:
                    "moved by \(decimal(100 * largest, digits: 6)) % (from \(old[position]) to \(new[position])\(place))",
                largestRelativeChange: largest)
        ]
    }

    /// Elements by their `id`, or by their index where they have none (or one that is not unique).
    private static func named(_ elements: [JSONValue]) -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        for (index, element) in elements.enumerated() {
            var name = "[\(index)]"
            if case .object(let members) = element, case .string(let id)? = members["id"], result["[\(id)]"] == nil {
                name = "[\(id)]"
            }
            result[name] = element
        }
        return result
    }
}
