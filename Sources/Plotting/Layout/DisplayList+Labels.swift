extension DisplayList {
    /// The drawing without its labels and their bars: what stays of a figure where LaTeX sets the text.
    public var withoutLabels: DisplayList {
        var result = self
        result.items = items.filter { item in
            switch item {
            case .glyphs: false
            case .fill(let fill): !fill.isPartOfLabel
            case .stroke: true
            }
        }
        return result
    }

    /// The labels in drawing order.
    public var labels: [GlyphRun] {
        items.compactMap { item in
            if case .glyphs(let run) = item { return run }
            return nil
        }
    }

    /// What the figure shows, in words: the title and every label once. For readers who do not see it.
    public var alternativeText: String {
        var seen: Set<String> = []
        let texts = labels.map(\.text).filter { !$0.isEmpty && seen.insert($0).inserted }
        let sentence = title.isEmpty || title.hasSuffix(".") ? title : title + "."
        guard !texts.isEmpty else { return sentence }
        return (sentence.isEmpty ? "" : sentence + " ") + "Labels: " + texts.joined(separator: "; ") + "."
    }
}
