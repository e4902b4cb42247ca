import Foundation
import NumericalMethods

/// Compares two marks of one id, or two levels of one value: their columns of numbers, then the rest.
struct SeriesComparison {
    var relativeTolerance: Double
    var x: AxisScale
    var y: AxisScale

    /// Columns that are given at the points of `x` or `edges`, and the member that holds their errors.
    private static let dependents = ["y": "yError", "lower": "edgeError", "upper": "edgeError", "values": "valueError"]
    private static let scalars: Set<String> = ["value", "lower", "upper", "from", "to"]

    func changes(from old: JSONValue, to new: JSONValue, path: String) -> [DocumentChange] {
        guard case .object(let before) = old, case .object(let after) = new else {
            return DocumentComparison(relativeTolerance: relativeTolerance).changes(from: old, to: new, path: path)
        }
        var done: Set<String> = ["id"]
        var changes: [DocumentChange] = []
        let abscissa = ["x", "edges"].first { before[$0]?.column != nil && after[$0]?.column != nil }
        if let abscissa {
            let names = Self.dependents.keys.sorted().filter {
                before[$0]?.column != nil && after[$0]?.column != nil
            }
            done.formUnion(names + [abscissa])
            changes += columnChanges(before, after, abscissa: abscissa, names, path, &done)
        } else {
            for name in Self.scalars.sorted() {
                guard let one = before[name]?.number, let two = after[name]?.number else { continue }
                done.insert(name)
                changes += moved(Column(values: [one]), Column(values: [two]), at: nil, join(path, name))
            }
        }
        if let one = Self.pieces(before), let two = Self.pieces(after) {
            done.formUnion(["pieces", "rings", "yError"])
            changes += pieceChanges(one, two, before, after, path)
        }
        for name in ["levels", "panels", "series"] where before[name]?.elements != nil && after[name]?.elements != nil {
            guard !done.contains(name) else { continue }
            done.insert(name)
            changes += elementChanges(
                before[name]?.elements ?? [], after[name]?.elements ?? [], join(path, name), of: name)
        }
        let isMoved = changes.contains { $0.kind == .data }
        return changes
            + rest(before, after, except: done, path).map { change in
                // Where a label sits along a curve that moved.
                guard change.path.contains(".anchors.") else { return change }
                var change = change
                change.kind = .layout
                change.isBeyondTolerance = !isMoved
                return change
            }
    }

    // MARK: Members that are no numbers

    private func rest(
        _ before: [String: JSONValue], _ after: [String: JSONValue], except done: Set<String>, _ path: String
    ) -> [DocumentChange] {
        let (old, new) = (before.filter { !done.contains($0.key) }, after.filter { !done.contains($0.key) })
        return DocumentComparison(relativeTolerance: relativeTolerance)
            .changes(from: .object(old), to: .object(new), path: path)
            .map { change in
                let member = change.path.dropFirst(path.count + 1)
                // Numbers that this comparison has no name for are data.
                if change.kind == .data, !member.contains("."),
                    !["width", "size", "position", "rotation"].contains(member)
                {
                    return change
                }
                return MemberKind.named(change, within: path)
            }
    }

    /// Elements of a list that are told apart by their id or value: the levels of a contour set.
    private func elementChanges(
        _ old: [JSONValue], _ new: [JSONValue], _ path: String, of list: String
    ) -> [DocumentChange] {
        func named(_ elements: [JSONValue]) -> [(name: String, element: JSONValue)] {
            elements.enumerated().map { index, element in
                (
                    element["id"]?.string ?? element["value"]?.number.map { decimal($0, digits: 6) } ?? "\(index)",
                    element
                )
            }
        }
        let (before, after) = (named(old), named(new))
        let noun = list == "levels" ? "level" : "element"
        var changes: [DocumentChange] = []
        for (name, element) in before {
            let place = "\(path).[\(name)]"
            if let other = after.first(where: { $0.name == name })?.element {
                changes += self.changes(from: element, to: other, path: place)
            } else {
                changes.append(DocumentChange(kind: .removed, path: place, summary: "the \(noun) is gone"))
            }
        }
        for (name, _) in after where !before.contains(where: { $0.name == name }) {
            changes.append(DocumentChange(kind: .added, path: "\(path).[\(name)]", summary: "a new \(noun)"))
        }
        return changes
    }

    // MARK: Columns

    private func columnChanges(
        _ before: [String: JSONValue], _ after: [String: JSONValue], abscissa: String, _ names: [String],
        _ path: String, _ done: inout Set<String>
    ) -> [DocumentChange] {
        let (old, new) = (before[abscissa]?.column ?? [], after[abscissa]?.column ?? [])
        let kind = after["mark"]?.string ?? ""
        let places = ColumnComparison(relativeTolerance: relativeTolerance).compare(
            Column(values: old), Column(values: new))
        let isSameSampling = old.count == new.count && places.moved.isEmpty && places.undefined.isEmpty
        let isPoints = kind == "points"
        var changes: [DocumentChange] = []
        for name in names {
            let member = Self.dependents[name] ?? ""
            let errors = (before[member]?.column, after[member]?.column)
            done.insert(member)
            let isErrorDrawn = isPoints || after["showsErrorBars"] == .bool(true)
            let one = Column(values: before[name]?.column ?? [], error: errors.0, isErrorDrawn: isErrorDrawn)
            let two = Column(values: after[name]?.column ?? [], error: errors.1, isErrorDrawn: isErrorDrawn)
            let place = join(path, name)
            let areCurves = one.values.count == old.count && two.values.count == new.count
            if isSameSampling || !areCurves {
                changes += moved(one, two, at: areCurves ? new : nil, place)
            } else if Self.isAscending(old), Self.isAscending(new), !isPoints, abscissa == "x" {
                changes += resampled(old, one.values, new, two.values, place)
            } else if old.count == new.count {
                changes += moved(one, two, at: new, place)
            } else if isPoints {
                continue
            } else {
                changes += apart([.init(x: old, y: one.values)], [.init(x: new, y: two.values)], place)
            }
            // The two edges of a band share their errors.
            if isSameSampling, !changes.contains(where: { $0.path == join(path, member) }) {
                changes += errorChanges(one, two, join(path, member), isDrawn: isErrorDrawn)
            }
        }
        guard !isSameSampling else { return changes }
        return samplingChanges(old, new, path, abscissa, isCurve: !isPoints) + changes
    }

    private func samplingChanges(
        _ old: [Double], _ new: [Double], _ path: String, _ abscissa: String, isCurve: Bool
    ) -> [DocumentChange] {
        let place = join(path, abscissa)
        if old.count == new.count, !isCurve || !Self.isAscending(old) || !Self.isAscending(new) {
            return moved(Column(values: old), Column(values: new), at: nil, place)
        }
        let noun = abscissa == "edges" ? "edges" : "points"
        func range(_ values: [Double]) -> String {
            "\(decimal(values.filter(\.isFinite).min() ?? .nan, digits: 6)) to \(decimal(values.filter(\.isFinite).max() ?? .nan, digits: 6))"
        }
        let counts = old.count == new.count ? "\(new.count) other \(noun)" : "\(new.count) \(noun), had \(old.count)"
        let ranges = range(old) == range(new) ? "" : "; from \(range(new)), was from \(range(old))"
        return [DocumentChange(kind: .sampling, path: place, summary: "the sampling changed: \(counts)\(ranges)")]
    }

    /// Two columns of one length, or two single numbers.
    func moved(_ old: Column, _ new: Column, at places: [Double]?, _ path: String) -> [DocumentChange] {
        guard old.values.count == new.values.count else {
            return [
                DocumentChange(
                    kind: .data, path: path, summary: "has \(new.values.count) numbers, had \(old.values.count)")
            ]
        }
        let found = ColumnComparison(relativeTolerance: relativeTolerance).compare(old, new)
        func place(_ index: Int) -> String {
            places.flatMap { $0.indices.contains(index) ? " at x = \(decimal($0[index], digits: 6))" : nil } ?? ""
        }
        func position(_ index: Int) -> Double? {
            places.flatMap { $0.indices.contains(index) && $0[index].isFinite ? $0[index] : nil }
        }
        var changes: [DocumentChange] = []
        if let first = found.undefined.first {
            let count = found.undefined.count
            changes.append(
                DocumentChange(
                    kind: .undefined, path: path,
                    summary:
                        "\(count) of \(found.count) numbers became defined or undefined, the first\(place(first)): \(old.values[first]) → \(new.values[first])",
                    position: position(first)))
        }
        if !found.moved.isEmpty {
            let index = found.largestIndex
            let several = old.values.count > 1
            let extent =
                found.commonFactor.map { ", all \(found.count) by a factor \(decimal($0, digits: 7))" }
                ?? (several ? ", \(found.moved.count) of \(found.count) numbers" : "")
            changes.append(
                DocumentChange(
                    kind: .data, path: path,
                    summary:
                        "moved by \(percent(found.largestRelative))\(place(index)) (from \(old.values[index]) to \(new.values[index])\(extent)\(Self.errorUnits(found.largestInErrors)))",
                    largestRelativeChange: found.largestRelative, largestChangeInErrors: found.largestInErrors,
                    position: position(index), isBeyondTolerance: found.isBeyondTolerance))
        }
        return changes
    }

    static func errorUnits(_ units: Double?) -> String {
        guard let units else { return "" }
        return units > 1
            ? "; \(roughText(units)) times the numerical error"
            : "; within the numerical error, \(roughText(units)) of it"
    }

    private func resampled(
        _ x1: [Double], _ y1: [Double], _ x2: [Double], _ y2: [Double], _ path: String
    ) -> [DocumentChange] {
        let result = CurveComparison(x: x, y: y, relativeTolerance: relativeTolerance).interpolated(
            .init(x: x1, y: y1), .init(x: x2, y: y2))
        guard let common = result.common else {
            return [DocumentChange(kind: .data, path: path, summary: "has no range in common with what it was")]
        }
        guard result.largestRelative > relativeTolerance else { return [] }
        let range = "from \(decimal(common.lowerBound, digits: 6)) to \(decimal(common.upperBound, digits: 6))"
        return [
            DocumentChange(
                kind: .data, path: path,
                summary:
                    "differs by up to \(percent(result.largestRelative)) \(range), at x = \(decimal(result.position, digits: 6)); interpolating may make \(percent(result.interpolation))",
                largestRelativeChange: result.largestRelative, position: result.position,
                isBeyondTolerance: result.isBeyondInterpolation)
        ]
    }

    /// Changes of the numerical errors, judged on the scale of the values: far below the tolerance they are rounding noise.
    func errorChanges(_ old: Column, _ new: Column, _ path: String, isDrawn: Bool) -> [DocumentChange] {
        let kind: DocumentChange.Kind = isDrawn ? .data : .tolerance
        let noun = isDrawn ? "error bars" : "numerical errors"
        switch (old.error, new.error) {
        case (nil, nil): return []
        case (_?, nil): return [DocumentChange(kind: kind, path: path, summary: "\(noun) are stated no more")]
        case (nil, _?): return [DocumentChange(kind: kind, path: path, summary: "\(noun) are stated now")]
        case (let before?, let after?):
            guard before.count == after.count, before.count == new.values.count else {
                return [
                    DocumentChange(
                        kind: kind, path: path, summary: "has \(after.count) numbers, had \(before.count)")
                ]
            }
            var largest = (change: 0.0, index: 0)
            for index in before.indices where before[index] != after[index] {
                let value = new.values[index].isFinite ? new.values[index].magnitude : 0
                let scale = max(value, before[index].magnitude, after[index].magnitude)
                let change = (before[index] - after[index]).magnitude / scale
                // Errors follow their values, and estimates of them scatter.
                let isScatter =
                    (before[index] - after[index]).magnitude <= 0.1 * max(before[index], after[index])
                if isScatter, !isDrawn { continue }
                if !(change <= largest.change) { largest = (change, index) }
            }
            guard !(largest.change <= relativeTolerance) else { return [] }
            let (one, two) = (before[largest.index], after[largest.index])
            return [
                DocumentChange(
                    kind: kind, path: path,
                    summary: "the stated \(isDrawn ? "error bar" : "numerical error") changed from \(one) to \(two)",
                    largestRelativeChange: largest.change)
            ]
        }
    }

    // MARK: Curves in pieces

    private static func pieces(_ members: [String: JSONValue]) -> [CurveComparison.Curve]? {
        guard let pieces = (members["pieces"] ?? members["rings"])?.elements else { return nil }
        return pieces.map { CurveComparison.Curve(x: $0["x"]?.column ?? [], y: $0["y"]?.column ?? []) }
    }

    private func pieceChanges(
        _ old: [CurveComparison.Curve], _ new: [CurveComparison.Curve], _ before: [String: JSONValue],
        _ after: [String: JSONValue], _ path: String
    ) -> [DocumentChange] {
        var changes: [DocumentChange] = []
        let errors = (before["yError"]?.number, after["yError"]?.number)
        let places = new.flatMap(\.x)
        if old.map(\.x.count) == new.map(\.x.count) {
            func column(_ curves: [CurveComparison.Curve], _ error: Double?) -> Column {
                let values = curves.flatMap(\.y)
                return Column(values: values, error: error.map { [Double](repeating: $0, count: values.count) })
            }
            changes += moved(
                Column(values: old.flatMap(\.x)), Column(values: places), at: nil, join(path, "x"))
            changes += moved(column(old, errors.0), column(new, errors.1), at: places, join(path, "y"))
        } else {
            let points = "\(places.count) points in \(new.count), had \(old.flatMap(\.x).count) in \(old.count)"
            changes.append(
                DocumentChange(
                    kind: .sampling, path: join(path, "pieces"), summary: "the pieces of the curve changed: \(points)"))
            changes += apart(old, new, path)
        }
        let value = new.flatMap(\.y).first { $0.isFinite } ?? 0
        return changes
            + errorChanges(
                Column(values: [value], error: errors.0.map { [$0] }),
                Column(values: [value], error: errors.1.map { [$0] }), join(path, "yError"), isDrawn: false)
    }

    private func apart(
        _ old: [CurveComparison.Curve], _ new: [CurveComparison.Curve], _ path: String
    ) -> [DocumentChange] {
        let distance = CurveComparison(x: x, y: y).distance(old, new)
        guard distance.fraction > relativeTolerance else { return [] }
        return [
            DocumentChange(
                kind: .data, path: path,
                summary:
                    "the curve moved by up to \(percent(distance.fraction)) of the frame, at x = \(decimal(distance.x, digits: 6)), y = \(decimal(distance.y, digits: 6))",
                largestRelativeChange: distance.fraction, position: distance.x)
        ]
    }

    private static func isAscending(_ values: [Double]) -> Bool {
        zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    }
}
