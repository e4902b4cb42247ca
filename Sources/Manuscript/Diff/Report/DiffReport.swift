import CairoCanvas
import NumericalMethods
import Plotting

/// A comparison of two papers as one HTML page that needs nothing besides itself.
package struct DiffReport {
    package var difference: PaperDifference
    var old: PaperSnapshot
    var new: PaperSnapshot
    var canvas: CairoCanvas?

    /// - Parameter canvas: what draws both sides; nil shows the stored drawings.
    package init(_ difference: PaperDifference, old: PaperSnapshot, new: PaperSnapshot, canvas: CairoCanvas?) {
        self.difference = difference
        self.old = old
        self.new = new
        self.canvas = canvas
    }

    package func html() -> String {
        let verdict = difference.isEmpty ? "Nothing changed beyond the tolerances" : "What changed in the paper"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(ReportAssets.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(verdict)): \(escaped(difference.new)) against \(escaped(difference.old))</title>
            <style>\(ReportAssets.style)</style>
            </head>
            <body>
            <header class="top">
            <h1>\(verdict)</h1>
            <p class="soft"><b class="old">Before</b> <code>\(escaped(difference.old))</code> ·
            <b class="new">After</b> <code>\(escaped(difference.new))</code></p>
            \(tiles)
            </header>
            <main>
            \(problems)
            \(claims)
            \(figures)
            \(numbers)
            </main>
            <footer>A number counts as changed when it moved by more than \(roughText(difference.relativeTolerance)) of itself
            and by more than σ, the numerical errors of both versions in quadrature. Texts and verdicts are compared exactly,
            places on the page at 0.01 pt. Both versions are drawn by the same program from their data.</footer>
            <script>\(ReportAssets.script)</script>
            </body>
            </html>

            """
    }

    // MARK: Summary

    private var tiles: String {
        func tile(_ count: Int, _ total: Int, _ noun: String) -> String {
            "<li class=\"\(count == 0 ? "good" : "bad")\"><b>\(count) of \(total)</b>\(noun)</li>"
        }
        let figures = difference.figures
        return "<ul class=\"tiles\">"
            + tile(difference.claims.count(where: \.isChanged), difference.claims.count, "verdicts changed")
            + tile(figures.count(where: \.isChanged), figures.count, "figures changed")
            + tile(difference.numbers.count(where: \.isChanged), difference.numbers.count, "numbers changed")
            + "</ul>"
    }

    private var problems: String {
        func list(_ title: String, _ lines: [String]) -> String {
            let items = lines.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n")
            return lines.isEmpty ? "" : "<section><h2>\(title)</h2><ul>\(items)</ul></section>"
        }
        return list(
            "Files that are missing or do not belong together",
            difference.problems.map(\.description) + difference.unchecked.map { "Not checked: \($0)" })
            + list("Another version of TeX, which is no change of the paper", difference.typesetting.map(\.description))
    }

    private var claims: String {
        let changed = difference.claims.filter(\.isChanged)
        guard !changed.isEmpty else { return "" }
        func chip(_ verdict: String?) -> String {
            let kind = ["reproduced": "good", "differs": "bad"][verdict ?? ""] ?? "warn"
            return "<span class=\"chip \(kind)\">\(escaped(verdict ?? "not there"))</span>"
        }
        let rows = changed.map { claim in
            "<tr><th scope=\"row\"><code>\(escaped(claim.id))</code></th><td data-name=\"before\">\(chip(claim.old))</td>"
                + "<td data-name=\"after\">\(chip(claim.new))</td></tr>"
        }
        return
            "<section class=\"claims\"><h2>Verdicts</h2><div class=\"card scroll\"><table><thead><tr><th>Claim</th><th>Before</th>"
            + "<th>After</th></tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>"
    }

    // MARK: Figures

    private var figures: String {
        let numbered = Array(difference.figures.enumerated())
        // What changed comes first.
        let ordered = numbered.filter { $0.1.isChanged } + numbered.filter { !$0.1.isChanged }
        return "<section><h2>Figures</h2>\n" + ordered.map(article).joined(separator: "\n") + "</section>"
    }

    private func article(_ index: Int, _ figure: FigureDifference) -> String {
        let isQuiet = figure.verdict == .unchanged || figure.verdict == .drawingOnly
        let kind = figure.isChanged ? "bad" : figure.verdict == .unchanged ? "good" : "warn"
        var parts = [
            "<article id=\"figure-\(index)\"><header><h3>\(escaped(figure.name))</h3>"
                + "<span class=\"chip \(kind)\">\(figure.verdict.rawValue)</span></header>"
        ]
        if !figure.summary.isEmpty { parts.append("<p>\(escaped(figure.summary))</p>") }
        if !figure.causes.isEmpty {
            let causes = figure.causes.map { "<li>\(escaped($0))</li>" }.joined()
            parts.append("<p class=\"soft\">Caused by</p><ul class=\"causes\">\(causes)</ul>")
        }
        let pictures = FigurePictures(
            figure.name, old, new, changes: figure.changes, touched: figure.touched, canvas: canvas)
        if isQuiet, let picture = pictures.new {
            parts.append(
                "<details><summary>Show the figure</summary><div class=\"stage\"><div class=\"paper\">\(picture)</div></div></details>"
            )
        } else {
            parts.append(viewer(index, pictures))
            parts.append(changes(figure.changes))
        }
        return parts.joined(separator: "\n") + "</article>"
    }

    private func viewer(_ index: Int, _ pictures: FigurePictures) -> String {
        func frame(_ kind: String, _ caption: String, _ picture: String?) -> String {
            guard let picture else { return "" }
            return
                "<figure class=\"\(kind)\"><figcaption>\(caption)</figcaption><div class=\"paper\">\(picture)</div></figure>"
        }
        let (before, after) = ("<span class=\"old\">Before</span>", "<span class=\"new\">After</span>")
        let stage =
            frame("before", before, pictures.old) + frame("after", after, pictures.new)
            + frame("marked", "\(before) and \(after), all else in grey", pictures.marked)
            + frame("along", "Relative change along x", pictures.along)
        guard pictures.old != nil, pictures.new != nil else {
            return "<div class=\"viewer\"><div class=\"stage\">\(stage)</div></div>"
        }
        var modes = [("side", "Side by side"), ("slider", "Slider"), ("blend", "Difference")]
        if pictures.marked != nil { modes.append(("marked", "What changed")) }
        if pictures.along != nil { modes.append(("along", "Change along x")) }
        let choices = modes.map { value, name in
            "<label><input type=\"radio\" name=\"mode-\(index)\" value=\"\(value)\"\(value == "side" ? " checked" : "")>\(name)</label>"
        }
        return """
            <div class="viewer"><fieldset class="modes" aria-label="How to compare">\(choices.joined())</fieldset>
            <div class="stage">\(stage)</div>
            <label class="slide"><span class="old">Before</span><input type="range" min="0" max="100" value="50" step="1"
            aria-label="How much of the figure is shown as it was before"><span class="new">After</span></label></div>
            """
    }

    private func changes(_ changes: [DocumentChange]) -> String {
        guard !changes.isEmpty else { return "" }
        let rows = (changes.filter(\.isBeyondTolerance) + changes.filter { !$0.isBeyondTolerance }).map { change in
            let units = change.largestChangeInErrors.map { "\(roughText($0)) σ" } ?? "–"
            let size = change.largestRelativeChange.map { percent($0, digits: 3) } ?? "–"
            return
                "<tr\(change.isBeyondTolerance ? "" : " class=\"quiet\"")><th scope=\"row\"><code>\(escaped(change.path))</code></th>"
                + "<td>\(escaped(change.summary))\(change.isBeyondTolerance ? "" : " <i>(does not count)</i>")</td>"
                + "<td class=\"n\" data-name=\"largest change\">\(size)</td>"
                + "<td class=\"n\" data-name=\"in numerical errors\">\(units)</td></tr>"
        }
        return
            "<div class=\"scroll\"><table><thead><tr><th>What</th><th>How</th><th>Largest change</th><th>In σ</th></tr></thead>"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div>"
    }

    // MARK: Numbers

    private var numbers: String {
        guard !difference.numbers.isEmpty || !difference.others.isEmpty else { return "" }
        let changed = difference.numbers.filter(\.isChanged)
        let rest = difference.numbers.filter { !$0.isChanged }
        var html = "<section class=\"numbers\"><h2>Numbers of the text</h2>"
        if !difference.others.isEmpty { html += "<div class=\"card\">\(changes(difference.others))</div>" }
        html +=
            changed.isEmpty
            ? "<p>None changed.</p>" : "<div class=\"card scroll\">\(table(changed))</div>"
        if !rest.isEmpty {
            html +=
                "<details><summary>\(rest.count) unchanged or within their errors</summary><div class=\"card scroll\">\(table(rest))</div></details>"
        }
        return html + "</section>"
    }

    private func table(_ numbers: [NumberDifference]) -> String {
        let rows = numbers.map { number in
            let size = number.relativeChange.map { $0 == 0 ? "none" : percent($0, digits: 3) } ?? "–"
            let units = number.changeInErrors.map { "\(roughText($0)) σ" } ?? "–"
            return
                "<tr\(number.isChanged ? "" : " class=\"quiet\"")><th scope=\"row\"><code>\(escaped(number.id))</code></th>"
                + "<td class=\"n\" data-name=\"before\">\(escaped(Self.text(number.old)))</td>"
                + "<td class=\"n\" data-name=\"after\">\(escaped(Self.text(number.new)))</td>"
                + "<td class=\"n\" data-name=\"change\">\(size)</td><td class=\"n\" data-name=\"in numerical errors\">\(units)</td></tr>"
        }
        return
            "<table><thead><tr><th>Quantity</th><th>Before</th><th>After</th><th>Change</th><th>In σ</th></tr></thead><tbody>"
            + rows.joined(separator: "\n") + "</tbody></table>"
    }

    /// `547.0 ± 1.9 events`; where the error is far below what one can read, ten digits and the error's size.
    static func text(_ side: NumberDifference.Side?) -> String {
        guard let side else { return "not there" }
        guard let value = side.value else { return "undefined" }
        let unit = side.unit.isEmpty ? "" : " " + side.unit
        guard let error = side.error else { return "\(value)\(unit)" }
        if error >= 1e-9 * value.magnitude, value.magnitude >= 1e-4,
            let text = try? ErrorNotation(value: value, error: error).plainText
        {
            return text + unit
        }
        return "\(decimal(value, digits: 10)) ± \(roughText(error))\(unit)"
    }
}
