import ContentHash
import NumericalMethods
import Plotting

extension DisplayList {
    /// SHA-256 of the drawing at a hundredth of a point: equal on every machine where the figure is the same.
    package var layoutDigest: String {
        ContentDigest(of: Array(quantised(0.01).canonicalLines.joined(separator: "\n").utf8)).hex
    }
}

/// Says what stands elsewhere on the page: two drawings, item by item, by what each item draws.
struct LayoutComparison {
    /// Points on the page that count as no change.
    var tolerance = 0.01

    /// - Parameter consequences: sources whose data changed, so that their drawing had to; these are told but do not count.
    func changes(
        from old: DisplayList, to new: DisplayList, consequences: Set<String> = []
    ) -> [DocumentChange] {
        var changes: [DocumentChange] = []
        if differs(old.width, new.width) || differs(old.height, new.height) {
            let sizes = [old, new].map { "\(decimal($0.width, digits: 6)) pt × \(decimal($0.height, digits: 6)) pt" }
            changes.append(
                DocumentChange(kind: .layout, path: "page", summary: "the page is \(sizes[1]), was \(sizes[0])"))
        }
        let (before, after) = (Self.bySource(old), Self.bySource(new))
        for source in Set(before.keys).union(after.keys).sorted() {
            guard let one = before[source], let two = after[source] else { continue }
            // In a grid of panels the panel's letter stands before.
            let isConsequence = consequences.contains { source == $0 || source.hasSuffix("/" + $0) }
            let isLegend = source == "legend" || source.hasSuffix("/legend")
            let found = isLegend ? legendChanges(source, one, two) : sourceChanges(source, one, two)
            changes += found.map { change in
                var change = change
                change.isBeyondTolerance = !isConsequence
                return change
            }
        }
        return changes
    }

    private func differs(_ one: Double, _ two: Double) -> Bool { !((one - two).magnitude <= tolerance) }

    // MARK: Legend

    private func legendChanges(
        _ source: String, _ old: [DisplayList.Item], _ new: [DisplayList.Item]
    ) -> [DocumentChange] {
        let (before, after) = (old.flatMap(Self.places), new.flatMap(Self.places))
        guard let one = Self.corner(before), let two = Self.corner(after) else { return [] }
        if differs(one.x, two.x) || differs(one.y, two.y) {
            let (right, down) = (two.x - one.x, two.y - one.y)
            let ways = [
                differs(right, 0) ? "\(roughText(right.magnitude)) pt to the \(right > 0 ? "right" : "left")" : nil,
                differs(down, 0) ? "\(roughText(down.magnitude)) pt \(down > 0 ? "down" : "up")" : nil,
            ]
            return [
                DocumentChange(
                    kind: .layout, path: source,
                    summary: "stands \(ways.compactMap { $0 }.joined(separator: " and ")) of where it was")
            ]
        }
        guard farthest(before, after).map({ $0 > tolerance }) ?? true || Self.texts(old) != Self.texts(new) else {
            return []
        }
        return [DocumentChange(kind: .layout, path: source, summary: "is drawn with other entries")]
    }

    private static func corner(_ points: [PagePoint]) -> PagePoint? {
        guard let x = points.map(\.x).min(), let y = points.map(\.y).min() else { return nil }
        return PagePoint(x, y)
    }

    // MARK: Marks and axes

    private func sourceChanges(
        _ source: String, _ old: [DisplayList.Item], _ new: [DisplayList.Item]
    ) -> [DocumentChange] {
        var changes: [DocumentChange] = []
        let (before, after) = (Self.runs(old), Self.runs(new))
        let name = source == "axis" ? "axes" : source
        var shifts: [(text: String, distance: Double)] = []
        for (text, origins) in before {
            guard let others = after.first(where: { $0.text == text })?.origins, others.count == origins.count else {
                continue
            }
            let distance = zip(origins, others).map(Self.distance).max() ?? 0
            if distance > tolerance { shifts.append((text, distance)) }
        }
        if let largest = shifts.max(by: { $0.distance < $1.distance }) {
            let count = shifts.count
            let which = count == 1 ? "label '\(largest.text)' stands" : "\(count) labels stand up to"
            changes.append(
                DocumentChange(
                    kind: .layout, path: name, summary: "\(which) \(roughText(largest.distance)) pt from where it was"))
        }
        if before.map(\.text).sorted() != after.map(\.text).sorted() {
            changes.append(DocumentChange(kind: .layout, path: name, summary: "other labels are drawn"))
        }
        let (paths, others) = (Self.outlines(old), Self.outlines(new))
        if let distance = farthest(paths, others) {
            if distance > tolerance {
                changes.append(
                    DocumentChange(
                        kind: .layout, path: name, summary: "drawn up to \(roughText(distance)) pt from where it was"))
            } else if Self.pens(old) != Self.pens(new) {
                changes.append(DocumentChange(kind: .layout, path: name, summary: "drawn in another colour or line"))
            }
        } else {
            changes.append(
                DocumentChange(
                    kind: .layout, path: name, summary: "drawn with \(others.count) points, had \(paths.count)"))
        }
        return changes
    }

    private static func distance(_ one: PagePoint, _ two: PagePoint) -> Double {
        let (x, y) = (one.x - two.x, one.y - two.y)
        return (x * x + y * y).squareRoot()
    }

    /// The largest distance of a point from its counterpart; nil where the numbers of points differ.
    private func farthest(_ old: [PagePoint], _ new: [PagePoint]) -> Double? {
        guard old.count == new.count else { return nil }
        return zip(old, new).map(Self.distance).max() ?? 0
    }

    // MARK: Items

    private static func bySource(_ list: DisplayList) -> [String: [DisplayList.Item]] {
        Dictionary(grouping: list.items, by: \.source)
    }

    private static func runs(_ items: [DisplayList.Item]) -> [(text: String, origins: [PagePoint])] {
        var runs: [String: [PagePoint]] = [:]
        for case .glyphs(let run) in items { runs[run.text, default: []].append(run.origin) }
        return runs.keys.sorted().map { ($0, runs[$0] ?? []) }
    }

    private static func texts(_ items: [DisplayList.Item]) -> [String] {
        items.compactMap { if case .glyphs(let run) = $0 { run.text } else { nil } }
    }

    private static func outlines(_ items: [DisplayList.Item]) -> [PagePoint] {
        items.flatMap { item -> [PagePoint] in
            switch item {
            case .fill(let fill): fill.paths.flatMap(\.points)
            case .stroke(let stroke): stroke.paths.flatMap(\.points)
            case .glyphs: []
            }
        }
    }

    private static func places(_ item: DisplayList.Item) -> [PagePoint] {
        if case .glyphs(let run) = item { [run.origin] } else { outlines([item]) }
    }

    /// Colours, widths and dashes.
    private static func pens(_ items: [DisplayList.Item]) -> [[Double]] {
        items.map { item in
            switch item {
            case .fill(let fill): components(fill.colour)
            case .stroke(let stroke): components(stroke.colour) + [stroke.width] + stroke.dash
            case .glyphs(let run): components(run.colour)
            }
        }
    }

    private static func components(_ colour: Colour) -> [Double] { [colour.red, colour.green, colour.blue] }
}

extension DisplayList.Item {
    /// What the item draws.
    var source: String {
        switch self {
        case .fill(let fill): fill.source
        case .stroke(let stroke): stroke.source
        case .glyphs(let run): run.source
        }
    }
}
