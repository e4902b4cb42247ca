import Plotting

/// What differs between two built papers: figures, numbers, verdicts, and what is wrong in one of them by itself.
package struct PaperDifference: Codable, Hashable, Sendable {
    /// What the two sides are called.
    package var old: String
    package var new: String
    package var relativeTolerance: Double
    package var figures: [FigureDifference]
    /// Every quantity of the text.
    package var numbers: [NumberDifference]
    package var claims: [ClaimDifference]
    /// What else `results.lock` holds that changed.
    package var others: [DocumentChange]
    /// Files of either paper that are missing or do not belong to what lies beside them.
    package var problems: [PaperProblem] = []
    /// What could not be checked, a sentence each.
    package var unchecked: [String] = []
    /// The documents that another version of TeX set; no change of the paper.
    package var typesetting: [TypesettingChange] = []

    /// Whether nothing changed beyond the tolerances, and all files are there and belong together.
    package var isEmpty: Bool {
        problems.isEmpty && !figures.contains(where: \.isChanged) && !numbers.contains(where: \.isChanged)
            && !claims.contains(where: \.isChanged) && !others.contains(where: \.isBeyondTolerance)
    }

    /// Compares two papers.
    ///
    /// Numbers are compared within a relative tolerance or their stated numerical errors, texts and verdicts exactly, and
    /// the layouts of both charts by the present code, item by item at a hundredth of a point. The bytes of drawings do
    /// not count: they change with the versions of the drawing libraries.
    ///
    /// - Parameters:
    ///   - layout: lays out a figure's JSON; nil leaves only the digests of the layouts to compare.
    ///   - document: the name of the document to compare; nil is all of the paper.
    /// - Throws: ``DifferenceError`` where there is nothing to compare, or a file is broken.
    package static func between(
        _ old: PaperSnapshot, _ new: PaperSnapshot, relativeTolerance: Double = 1e-6, layout: FigureLayout? = nil,
        document: String? = nil
    ) throws -> PaperDifference {
        guard !old.files.isEmpty || !new.files.isEmpty else {
            throw DifferenceError.nothingToCompare(old: old.name, new: new.name)
        }
        let numbers = NumbersComparison(relativeTolerance: relativeTolerance)
        let (before, after) = (try old.json("results.lock"), try new.json("results.lock"))
        let comparison = FigureComparison(
            relativeTolerance: relativeTolerance, layout: layout,
            storedDigests: (before?["figures"], after?["figures"]))
        var others = numbers.others(from: before, to: after)
        if (before == nil) != (after == nil) {
            others.append(
                DocumentChange(
                    kind: before == nil ? .added : .removed, path: "results.lock",
                    summary: before == nil ? "the file is new" : "the file is gone"))
        }
        let texts = numbers.texts(
            from: old.texts?[PaperSources.numbers], to: new.texts?[PaperSources.numbers], besides: [before, after])
        // Where one has it the other needs it.
        let papers = [old, new].filter { $0.texts != nil }
        let documents = try papers.flatMap { try $0.documents() }
        if let document, !documents.contains(where: { $0.name == document }) {
            throw DifferenceError.noDocument(
                document, known: documents.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        }
        let needsPDF = papers.contains { paper in
            documents.contains { paper.texts?[PaperSources.pdf(of: $0.main)] != nil }
        }
        var unchecked = try papers.filter { try !$0.isSealed }.map {
            "\($0.name) was built before drawings were sealed: whether they belong to their data is not known"
        }
        if !papers.isEmpty, !needsPDF { unchecked.append("neither has a PDF") }
        var difference = PaperDifference(
            old: old.name, new: new.name, relativeTolerance: relativeTolerance,
            figures: try old.figures.union(new.figures).sorted().map { try comparison.difference($0, old, new) },
            numbers: before == nil || after == nil ? [] : numbers.numbers(from: before, to: after),
            claims: before == nil || after == nil ? [] : numbers.claims(from: before, to: after),
            others: others + texts,
            problems: try papers.flatMap { try $0.problems(needsPDF: needsPDF) }, unchecked: unchecked,
            typesetting: TypesettingChange.between(old, new, of: documents))
        if let document { difference.keep(documents.filter { $0.name == document }) }
        return difference
    }

    /// Leaves what belongs to a document, as either paper lists it. What is wrong with files stays.
    private mutating func keep(_ documents: [ResultsLock.Document]) {
        let figures = Set(documents.flatMap(\.figures))
        let (numbers, claims) = (Set(documents.flatMap(\.numbers)), Set(documents.flatMap(\.claims)))
        self.figures.removeAll { !figures.contains($0.name) }
        self.numbers.removeAll { !numbers.contains($0.id) }
        self.claims.removeAll { !claims.contains($0.id) }
    }
}

// MARK: For a terminal

extension PaperDifference {
    /// One line a figure, one for the numbers and one for the claims; with `details` a line for each change below it.
    package func plainText(details: Bool = false) -> String {
        var lines: [String] = []
        let width = max(18, (figures.map(\.name.count).max() ?? 0) + 2)
        func line(_ verdict: String, _ name: String, _ text: String) -> String {
            let line = verdict.padded(to: 14) + name.padded(to: width) + text
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        for figure in figures {
            lines.append(line(figure.verdict.rawValue, figure.name, figure.summary))
            if details { lines += Self.lines(figure.changes) + figure.causes.map { "    cause: \($0)" } }
        }
        let moved = numbers.filter(\.isChanged)
        let numbersText =
            moved.max { ($0.relativeChange ?? .infinity) < ($1.relativeChange ?? .infinity) }.map { largest in
                let size = largest.relativeChange.map { " by \(percent($0))" } ?? ""
                let units = largest.changeInErrors.map { " (\(roughText($0)) σ)" } ?? ""
                return "\(moved.count) of \(numbers.count), most \(largest.id)\(size)\(units)"
            } ?? "\(numbers.count) compared"
        lines.append(line(moved.isEmpty ? "unchanged" : "changed", "numbers", numbersText))
        if details { lines += Self.lines(numbers.flatMap(\.changes) + others) }
        let verdicts = claims.filter(\.isChanged)
        let claimsText =
            verdicts.isEmpty ? "\(claims.count) verdicts compared" : "\(verdicts.count) of \(claims.count) verdicts"
        lines.append(line(verdicts.isEmpty ? "unchanged" : "changed", "claims", claimsText))
        lines += verdicts.map { "    \($0.id): \($0.old ?? "not there") → \($0.new ?? "not there")" }
        if !details, !others.isEmpty { lines += Self.lines(others) }
        if !problems.isEmpty { lines.append(line("wrong", "files", "\(problems.count) missing or not of their data")) }
        lines += problems.map { "    \($0)" }
        lines += typesetting.map { line("another TeX", "no change", $0.description) }
        lines += unchecked.map { line("not checked", "files", $0) }
        return lines.joined(separator: "\n")
    }

    private static func lines(_ changes: [DocumentChange]) -> [String] {
        changes.map { change in
            let note = change.isBeyondTolerance ? "" : " [does not count]"
            return "    \(change.path.isEmpty ? "" : change.path + " ")\(change.summary)\(note)"
        }
    }
}
