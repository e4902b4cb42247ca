import CairoCanvas
import Plotting

/// The pictures of one figure in the report, as HTML.
struct FigurePictures {
    var old: String?
    var new: String?
    /// Both charts in one: what changed in colour, the rest in grey.
    var marked: String?
    /// The relative change of the curves that moved.
    var along: String?

    /// Both sides are drawn by this program from their charts, so that they differ by what the charts say and not by the
    /// versions of libraries. Where that is not possible the stored drawings are shown.
    init(
        _ name: String, _ old: PaperSnapshot, _ new: PaperSnapshot, changes: [DocumentChange], touched: Set<String>,
        canvas: CairoCanvas?
    ) {
        // The title is what a reader who does not see the picture is told; and as it differs, so do the ids.
        func element(_ list: DisplayList, _ title: String) -> String? {
            var list = list
            list.title = title
            return (try? canvas?.svg(list)).flatMap(InlineSVG.element)
        }
        let lists = [old, new].map { side -> DisplayList? in
            guard let canvas, let json = side.files[name + ".json"] else { return nil }
            return try? canvas.displayList(figure: json)
        }
        func picture(_ side: PaperSnapshot, _ list: DisplayList?, _ word: String) -> String? {
            let label = "\(name), \(word)"
            if let list, let element = element(list, label) { return element }
            return side.files[name + ".svg"].map { InlineSVG.image($0, label: label) }
        }
        // Drawn in one way or in the other, not one each.
        let areDrawn = lists.allSatisfy { $0 != nil } || !old.figures.contains(name) || !new.figures.contains(name)
        self.old = picture(old, areDrawn ? lists[0] : nil, "before")
        self.new = picture(new, areDrawn ? lists[1] : nil, "after")
        if let first = lists[0], let second = lists[1] {
            marked = element(Self.marked(first, second, touched: touched), "\(name), what changed in colour")
        }
        if let canvas, let first = try? old.json(name + ".json"), let second = try? new.json(name + ".json"),
            let chart = ResidualChart.chart(of: first, second, changes: changes),
            let list = try? canvas.displayList(chart)
        {
            along = element(list, "\(name), relative change along x")
        }
    }

    static let oldColour = Colour(rgb: 0xd4570a)
    static let newColour = Colour(rgb: 0x1d5bd6)

    /// What is drawn otherwise: the old in one colour, the new in the other, over all else in light grey.
    static func marked(_ old: DisplayList, _ new: DisplayList, touched: Set<String>) -> DisplayList {
        var result = new
        let (old, new) = (old.quantised(0.001), new.quantised(0.001))
        let (before, after) = (Set(old.items), Set(new.items))
        func isMarked(_ item: DisplayList.Item, _ others: Set<DisplayList.Item>) -> Bool {
            if case .fill = item { return false }
            return touched.contains { item.source == $0 || item.source.hasSuffix("/" + $0) } && !others.contains(item)
        }
        func faded(_ item: DisplayList.Item) -> DisplayList.Item {
            item.coloured { $0.mixed(with: Colour(rgb: 0xc9ccd1), share: 0.3).mixed(with: .white, share: 0.75) }
        }
        result.items = new.items.filter { !isMarked($0, before) }.map(faded)
        result.items += old.items.filter { isMarked($0, after) }.map { $0.coloured { _ in oldColour } }
        result.items += new.items.filter { isMarked($0, before) }.map { $0.coloured { _ in newColour } }
        return result
    }
}

extension DisplayList.Item {
    func coloured(_ change: (Colour) -> Colour) -> DisplayList.Item {
        switch self {
        case .fill(var fill):
            // White is the page, or room for a label.
            if fill.colour != .white { fill.colour = change(fill.colour) }
            return .fill(fill)
        case .stroke(var stroke):
            stroke.colour = change(stroke.colour)
            return .stroke(stroke)
        case .glyphs(var run):
            run.colour = change(run.colour)
            return .glyphs(run)
        }
    }
}
