import Plotting

/// What became of one figure.
package struct FigureDifference: Codable, Hashable, Sendable {
    package enum Verdict: String, Codable, Sendable {
        case unchanged
        /// Other bytes of the same drawing: of another version of the drawing libraries, for instance.
        case drawingOnly = "drawing only"
        /// Numbers moved by less than their numerical errors.
        case withinErrors = "within errors"
        /// The chart is the same and is drawn elsewhere on the page.
        case layout
        case changed
        case added
        case removed
    }

    package var name: String
    package var verdict: Verdict
    package var changes: [DocumentChange]
    /// Which computations' changes this comes from, a sentence each; or why that is not known.
    package var causes: [String] = []

    /// Whether the change counts.
    package var isChanged: Bool {
        switch verdict {
        case .unchanged, .drawingOnly, .withinErrors: false
        case .layout, .changed, .added, .removed: true
        }
    }

    /// What changed, for one line.
    package var summary: String {
        let counted = changes.filter { $0.isBeyondTolerance == isChanged }
        var parts: [String] = []
        let data = counted.filter { $0.kind == .data }
        if let largest = data.max(by: { ($0.largestRelativeChange ?? 0) < ($1.largestRelativeChange ?? 0) }) {
            let others = Set(data.map { Self.subject($0.path) }).count - 1
            let size = largest.largestRelativeChange.map { " by \(percent($0))" } ?? ""
            let units = largest.largestChangeInErrors.map { " (\(roughText($0)) σ)" } ?? ""
            parts.append(
                "\(Self.subject(largest.path)) moved\(size)\(units)" + (others > 0 ? " and \(others) more" : ""))
        }
        for change in counted where change.kind == .added || change.kind == .removed {
            parts.append("\(Self.subject(change.path)): \(change.summary.prefix { $0 != "," && $0 != ":" })")
        }
        let nouns: [(DocumentChange.Kind, String)] = [
            (.undefined, "undefined numbers"), (.sampling, "sampling"), (.label, "labels"), (.axis, "axes"),
            (.legend, "legend"), (.style, "style"), (.tolerance, "stated errors or tolerances"),
            (.text, "other members"),
            (.layout, "places on the page"), (.drawing, "bytes of the drawing"),
        ]
        parts += nouns.filter { noun in counted.contains { $0.kind == noun.0 } }.map(\.1)
        return parts.joined(separator: ", ")
    }

    /// The mark, level, axis or number that a path leads to.
    package static func subject(_ path: String) -> String {
        let names = path.matches(of: #/\[([^\]]*)\]/#).map { String($0.output.1) }
        if !names.isEmpty { return names.joined(separator: " ") }
        return path.isEmpty ? "figure" : path
    }

    /// What the changes are of: ids of marks, `legend`, `axis`.
    var touched: Set<String> {
        Set(
            changes.map { change in
                if let id = change.path.firstMatch(of: #/marks\.\[([^\]]*)\]/#) { return String(id.output.1) }
                return change.kind == .axis || change.path == "axes" || change.kind == .label
                    ? "axis" : change.kind == .legend ? "legend" : change.path
            })
    }

    /// The ids of the marks whose numbers changed.
    var movedMarks: Set<String> {
        Set(
            changes.filter { [.data, .undefined, .sampling].contains($0.kind) }.compactMap { change in
                change.path.firstMatch(of: #/marks\.\[([^\]]*)\]/#).map { String($0.output.1) }
            })
    }
}

/// Draws a figure's document; throws where it cannot be laid out.
package typealias FigureLayout = @Sendable ([UInt8]) throws -> DisplayList

/// Compares one figure's files in two papers.
struct FigureComparison {
    var relativeTolerance: Double
    /// Lays both charts out, so that a change of the chart and one of the layout's code can be told apart; nil where
    /// nothing can draw here.
    var layout: FigureLayout?
    /// The digests of the layouts in the two papers' `results.lock`.
    var storedDigests: (old: JSONValue?, new: JSONValue?)

    func difference(_ name: String, _ old: PaperSnapshot, _ new: PaperSnapshot) throws -> FigureDifference {
        let (before, after) = (try old.json(name + ".json"), try new.json(name + ".json"))
        guard old.figures.contains(name) else { return FigureDifference(name: name, verdict: .added, changes: []) }
        guard new.figures.contains(name) else { return FigureDifference(name: name, verdict: .removed, changes: []) }
        var result = FigureDifference(name: name, verdict: .unchanged, changes: [])
        switch (before, after) {
        case (let before?, let after?):
            result.changes = ChartComparison(relativeTolerance: relativeTolerance).changes(from: before, to: after)
        case (nil, nil): break
        default:
            result.changes = [
                DocumentChange(
                    kind: before == nil ? .added : .removed, path: "",
                    summary: before == nil ? "the figure's data are new" : "the figure's data are gone")
            ]
        }
        let isChartChanged = result.changes.contains { $0.isBeyondTolerance }
        result.changes += layoutChanges(name, old, new, moved: result.movedMarks)
        if result.changes.isEmpty { result.changes = Self.drawingChanges(name, old, new) }
        result.verdict =
            if isChartChanged { .changed } else if result.changes.contains(where: \.isBeyondTolerance) {
                .layout
            } else if result.changes.contains(where: { $0.kind == .drawing }) { .drawingOnly } else {
                result.changes.isEmpty ? .unchanged : .withinErrors
            }
        return result
    }

    private func layoutChanges(
        _ name: String, _ old: PaperSnapshot, _ new: PaperSnapshot, moved: Set<String>
    ) -> [DocumentChange] {
        let stored = [storedDigests.old, storedDigests.new].map { $0?[name]?.string }
        let isStoredSame = stored[0] == stored[1] || stored.contains(nil)
        guard let layout, let first = old.files[name + ".json"], let second = new.files[name + ".json"] else {
            return isStoredSame ? [] : [Self.movedLayout("the layout changed (its digest did)")]
        }
        let lists: [DisplayList]
        do { lists = try [first, second].map(layout) } catch {
            let unknown = DocumentChange(
                kind: .layout, path: "layout", summary: "not compared, as this program cannot lay it out: \(error)",
                isBeyondTolerance: false)
            return [unknown] + (isStoredSame ? [] : [Self.movedLayout("the layout changed (its digest did)")])
        }
        var changes = LayoutComparison().changes(from: lists[0], to: lists[1], consequences: moved)
        guard !isStoredSame else { return changes }
        let digests = lists.map(\.layoutDigest)
        if digests[0] != stored[0] {
            // The present code gives the old chart another drawing than its own did.
            changes.append(
                Self.movedLayout(
                    digests[1] == stored[1]
                        ? "the layout's code or the font changed: the old chart is drawn otherwise now"
                        : "the layout's code or the font changed; this program draws both charts otherwise"))
        } else if digests[1] != stored[1] {
            changes.append(
                Self.movedLayout("the layout's code or the font changed; this program draws as the older one did"))
        }
        return changes
    }

    private static func movedLayout(_ summary: String) -> DocumentChange {
        DocumentChange(kind: .layout, path: "layout", summary: summary)
    }

    private static func drawingChanges(
        _ name: String, _ old: PaperSnapshot, _ new: PaperSnapshot
    ) -> [DocumentChange] {
        let files = ["pdf", "svg", "png"].map { "\(name).\($0)" }
            .filter { old.files[$0] != nil && new.files[$0] != nil && old.files[$0] != new.files[$0] }
        guard !files.isEmpty else { return [] }
        return [
            DocumentChange(
                kind: .drawing, path: "",
                summary: "\(files.joined(separator: " and ")) \(files.count == 1 ? "has" : "have") other bytes; "
                    + "the chart and where it is drawn are the same",
                isBeyondTolerance: false)
        ]
    }
}
