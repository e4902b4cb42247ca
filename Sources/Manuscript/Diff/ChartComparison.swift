import NumericalMethods

/// Compares two charts by their JSON: series by series, level by level; then labels, styles, legend and axes.
///
/// It knows columns of numbers by their names (`x`, `y`, `lower`, `upper`, `edges`, `values` and their errors) and marks,
/// panels and levels by their ids and values, so that a kind of mark that it never met is compared all the same.
struct ChartComparison {
    var relativeTolerance = 1e-6

    /// Changes of a figure's document: a chart, or panels with a chart each.
    func changes(from old: JSONValue, to new: JSONValue) -> [DocumentChange] {
        // A panel that was added or removed must not make its neighbours look changed.
        let counts = [old, new].map { $0["panels"]?.elements?.count }
        let byTitle = counts[0] != counts[1] && !counts.contains(nil)
        let (before, after) = (Self.panels(of: old, byTitle: byTitle), Self.panels(of: new, byTitle: byTitle))
        guard before.isSplit || after.isSplit else { return chartChanges(old, new, "") }
        var changes: [DocumentChange] = []
        for (name, chart) in before.charts {
            let path = "panels.[\(name)]"
            if let other = after.charts.first(where: { $0.name == name })?.chart {
                changes += chartChanges(chart, other, path)
            } else {
                changes.append(DocumentChange(kind: .removed, path: path, summary: "the panel is gone"))
            }
        }
        for (name, chart) in after.charts where !before.charts.contains(where: { $0.name == name }) {
            let count = chart["marks"]?.elements?.count ?? 0
            let marks = "\(count) mark\(count == 1 ? "" : "s")"
            changes.append(
                DocumentChange(kind: .added, path: "panels.[\(name)]", summary: "a new panel with \(marks)"))
        }
        if before.isSplit, after.isSplit {
            changes += others(old, new, "", except: ["panels"])
        }
        return changes
    }

    /// The charts of a figure's document with their names: their place in the list, or with `byTitle` their titles where
    /// these tell them apart.
    static func panels(
        of document: JSONValue, byTitle: Bool
    ) -> (charts: [(name: String, chart: JSONValue)], isSplit: Bool) {
        guard let panels = document["panels"]?.elements else { return ([("0", document)], false) }
        let titles = panels.map { $0["title"]?.string ?? "" }
        let isNamed = byTitle && Set(titles).count == titles.count && !titles.contains("")
        return (zip(panels, titles).enumerated().map { (isNamed ? $1.1 : "\($0)", $1.0) }, true)
    }

    private func chartChanges(_ old: JSONValue, _ new: JSONValue, _ path: String) -> [DocumentChange] {
        let series = SeriesComparison(
            relativeTolerance: relativeTolerance, x: AxisScale(new["x"]), y: AxisScale(new["y"]))
        let (before, after) = (Self.marks(of: old), Self.marks(of: new))
        var changes: [DocumentChange] = []
        for (id, mark) in before {
            let place = join(path, "marks.[\(id)]")
            if let other = after.first(where: { $0.id == id })?.mark {
                changes += series.changes(from: mark, to: other, path: place)
            } else {
                changes.append(
                    DocumentChange(kind: .removed, path: place, summary: "\(Self.kind(mark)) is gone"))
            }
        }
        for (id, mark) in after where !before.contains(where: { $0.id == id }) {
            changes.append(
                DocumentChange(
                    kind: .added, path: join(path, "marks.[\(id)]"),
                    summary: "a new \(Self.isExclusion(mark) ? "exclusion " : "")\(Self.kind(mark))\(Self.extent(mark))"
                ))
        }
        let common = before.map(\.id).filter { id in after.contains { $0.id == id } }
        if common != after.map(\.id).filter({ id in before.contains { $0.id == id } }) {
            changes.append(
                DocumentChange(
                    kind: .style, path: join(path, "marks"), summary: "marks are drawn in another order"))
        }
        return changes + others(old, new, path, except: ["marks"])
    }

    /// What is not a mark: title, axes, legend, style, and what later versions may add.
    private func others(_ old: JSONValue, _ new: JSONValue, _ path: String, except: Set<String>) -> [DocumentChange] {
        guard case .object(var before) = old, case .object(var after) = new else { return [] }
        for name in except { (before[name], after[name]) = (nil, nil) }
        return DocumentComparison(relativeTolerance: relativeTolerance)
            .changes(from: .object(before), to: .object(after), path: path)
            .map { MemberKind.named($0, within: path) }
    }

    private static func marks(of chart: JSONValue) -> [(id: String, mark: JSONValue)] {
        var ids: Set<String> = []
        return (chart["marks"]?.elements ?? []).enumerated().map { index, mark in
            let id = mark["id"]?.string ?? "\(index)"
            return (ids.insert(id).inserted ? id : "\(id) \(index)", mark)
        }
    }

    private static func kind(_ mark: JSONValue) -> String {
        let kind = mark["mark"]?.string ?? "mark"
        let nouns = [
            "points": "set of points", "steps": "histogram", "shadedRange": "shaded range",
            "contours": "set of contours",
        ]
        return nouns[kind] ?? kind
    }

    private static func isExclusion(_ mark: JSONValue) -> Bool { mark["role"]?.string == "excluded" }

    private static func extent(_ mark: JSONValue) -> String {
        let label =
            mark["label"]?.string ?? mark["inlineLabel"]?["text"]?.string ?? mark["sideLabel"]?["text"]?.string
            ?? mark["text"]?.string
        let named = label.map { ", labelled '\($0)'" } ?? ""
        guard let x = mark["x"]?.column?.filter(\.isFinite), let low = x.min(), let high = x.max() else { return named }
        return
            "\(named): \(x.count) point\(x.count == 1 ? "" : "s"), x from \(decimal(low, digits: 6)) to \(decimal(high, digits: 6))"
    }
}

func join(_ path: String, _ member: String) -> String { path.isEmpty ? member : path + "." + member }

/// What a change of a chart's member means to a reader.
enum MemberKind {
    /// A change by the generic comparison with the kind, and where it helps the sentence, of a chart's member.
    static func named(_ change: DocumentChange, within path: String) -> DocumentChange {
        var result = change
        let members = change.path.dropFirst(path.count).split(separator: ".").map(String.init)
        let last = members.last ?? ""
        let isChange = change.kind == .text || change.kind == .data
        if isTolerance(last) {
            result.kind = .tolerance
        } else if members.contains("legend") {
            result.kind = .legend
            if last == "placement", isChange {
                result.summary = "moved" + change.summary.dropFirst("changed".count)
            }
        } else if ["label", "text", "title", "heading", "tex", "plain"].contains(last) {
            result.kind = .label
            if change.kind == .text { result.summary = "renamed" + change.summary.dropFirst("changed".count) }
        } else if ["x", "y"].contains(members.first ?? "") {
            result.kind = .axis
        } else {
            // A member that came or went is a style that was chosen or left to the default.
            result.kind = .style
        }
        return result
    }

    static func isTolerance(_ member: String) -> Bool { member.lowercased().hasSuffix("tolerance") }
}
