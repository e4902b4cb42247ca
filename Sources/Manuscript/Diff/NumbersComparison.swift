/// What became of one quantity of the text.
package struct NumberDifference: Codable, Hashable, Sendable {
    /// One side of it, in its unit.
    package struct Side: Codable, Hashable, Sendable {
        /// Nil where it is undefined.
        package var value: Double?
        package var error: Double?
        package var unit: String
        /// As the text prints it.
        package var text: String
    }

    package var id: String
    /// Nil where it is new.
    package var old: Side?
    /// Nil where it is gone.
    package var new: Side?
    package var changes: [DocumentChange]

    package var relativeChange: Double? {
        guard let old = old?.value, let new = new?.value else { return nil }
        return old == new ? 0 : (old - new).magnitude / max(old.magnitude, new.magnitude)
    }

    /// The change in units of the two numerical errors, in quadrature; nil where none is stated.
    package var changeInErrors: Double? {
        guard let old, let new, let before = old.value, let after = new.value else { return nil }
        let (first, second) = (old.error ?? 0, new.error ?? 0)
        let sigma = (first * first + second * second).squareRoot()
        return sigma > 0 ? (after - before).magnitude / sigma : nil
    }

    package var isChanged: Bool { changes.contains { $0.isBeyondTolerance } }
}

/// What became of the verdict on one claim.
package struct ClaimDifference: Codable, Hashable, Sendable {
    package var id: String
    /// Nil where the claim is new.
    package var old: String?
    /// Nil where it is gone.
    package var new: String?

    package var isChanged: Bool { old != new }
}

/// Compares two `results.lock`: quantities within their errors, verdicts exactly.
struct NumbersComparison {
    var relativeTolerance = 1e-6

    func numbers(from old: JSONValue?, to new: JSONValue?) -> [NumberDifference] {
        let (before, after) = (Self.members(old, "quantities"), Self.members(new, "quantities"))
        return Set(before.keys).union(after.keys).sorted().map { id in
            let (one, two) = (before[id], after[id])
            return NumberDifference(
                id: id, old: one.map(Self.side), new: two.map(Self.side), changes: changes(id, one, two))
        }
    }

    func claims(from old: JSONValue?, to new: JSONValue?) -> [ClaimDifference] {
        let (before, after) = (Self.members(old, "claims"), Self.members(new, "claims"))
        return Set(before.keys).union(after.keys).sorted().map { id in
            ClaimDifference(id: id, old: before[id].map(Self.verdict), new: after[id].map(Self.verdict))
        }
    }

    /// What else the documents hold, without the digests of the layouts.
    func others(from old: JSONValue?, to new: JSONValue?) -> [DocumentChange] {
        guard case .object(var before)? = old, case .object(var after)? = new else { return [] }
        for name in ["quantities", "claims", "figures"] { (before[name], after[name]) = (nil, nil) }
        return DocumentComparison(relativeTolerance: relativeTolerance)
            .changes(from: .object(before), to: .object(after))
            .map { change in
                var change = change
                if MemberKind.isTolerance(change.path.split(separator: ".").last.map(String.init) ?? "") {
                    change.kind = .tolerance
                }
                return change
            }
    }

    /// What changed in the texts of `numbers.tex` that no quantity is: captions, tables, numbers that are parameters.
    ///
    /// Digits are certified, so that they are the same on every machine.
    func texts(
        from old: [UInt8]?, to new: [UInt8]?, besides documents: [JSONValue?]
    ) -> [DocumentChange] {
        guard let old, let new else { return [] }
        let (before, after) = (
            NumbersFile.definitions(String(decoding: old, as: UTF8.self)),
            NumbersFile.definitions(String(decoding: new, as: UTF8.self))
        )
        let quantities = Set(documents.flatMap { Self.members($0, "quantities").keys })
        return Set(before.keys).union(after.keys).subtracting(quantities).sorted().compactMap { id in
            let (one, two) = (before[id], after[id])
            guard one != two else { return nil }
            let path = "numbers.tex.[\(id)]"
            guard let one else { return DocumentChange(kind: .added, path: path, summary: "a new text") }
            guard let two else { return DocumentChange(kind: .removed, path: path, summary: "the text is gone") }
            return DocumentChange(kind: .text, path: path, summary: Self.contrast(one, two))
        }
    }

    /// Where two texts part, with a few words of both.
    private static func contrast(_ old: String, _ new: String) -> String {
        let start = zip(old, new).prefix { $0 == $1 }.count
        func excerpt(_ text: String) -> String {
            let from = max(0, start - 20)
            let part = text.dropFirst(from).prefix(60)
            return (from > 0 ? "…" : "") + part + (text.count > from + 60 ? "…" : "")
        }
        return "reads '\(excerpt(new))', was '\(excerpt(old))'"
    }

    private static func members(_ document: JSONValue?, _ name: String) -> [String: JSONValue] {
        if case .object(let members)? = document?[name] { members } else { [:] }
    }

    private static func verdict(_ value: JSONValue) -> String {
        value["verdict"]?.string ?? value.string ?? value.leafText
    }

    private static func side(_ value: JSONValue) -> NumberDifference.Side {
        NumberDifference.Side(
            value: value["value"]?.number, error: value["error"]?.number, unit: value["unit"]?.string ?? "",
            text: value["text"]?.string ?? "")
    }

    private func changes(_ id: String, _ old: JSONValue?, _ new: JSONValue?) -> [DocumentChange] {
        let path = "quantities." + id
        guard let old else { return [DocumentChange(kind: .added, path: path, summary: "a new number")] }
        guard let new else { return [DocumentChange(kind: .removed, path: path, summary: "the number is gone")] }
        // A quantity and its error are a column of one.
        let series = SeriesComparison(relativeTolerance: relativeTolerance, x: AxisScale(nil), y: AxisScale(nil))
        func column(_ side: JSONValue) -> Column? {
            side["value"]?.number.map { Column(values: [$0], error: side["error"]?.number.map { [$0] }) }
        }
        var rest = (old: old, new: new)
        var changes: [DocumentChange] = []
        if let one = column(old), let two = column(new) {
            changes = series.moved(one, two, at: nil, path + ".value")
            changes += series.errorChanges(one, two, path + ".error", isDrawn: false)
            rest = (old.without(["value", "error"]), new.without(["value", "error"]))
        }
        changes += DocumentComparison(relativeTolerance: relativeTolerance)
            .changes(from: rest.old, to: rest.new, path: path).map { change in
                var change = MemberKind.named(change, within: path)
                if change.kind == .style { change.kind = .text }
                if change.path == path + ".text" {
                    let texts = [new, old].map { $0["text"]?.string ?? "" }
                    change.summary = "printed as '\(texts[0])', was '\(texts[1])'"
                }
                return change
            }
        return changes
    }
}

extension JSONValue {
    func without(_ names: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.key) })
    }
}
