import ContentHash
import Foundation

/// A built file that is missing or is not of what lies beside it.
package struct PaperProblem: Codable, Hashable, Sendable, CustomStringConvertible {
    /// The paper that it is in: a folder, or a revision.
    package var paper: String
    package var file: String
    /// What is wrong, as the rest of a sentence that begins with the file's name.
    package var problem: String

    package var description: String { "\(file) \(problem) (\(paper))" }
}

extension PaperSnapshot {
    /// Whether its drawings and PDF carry seals: those of older versions do not, and nothing can be said of them.
    package var isSealed: Bool {
        get throws { try json("results.lock").map { ($0["schema"]?.number ?? 0) >= 2 } ?? true }
    }

    /// What in it is missing, was changed after it was made, or belongs to other data than those beside it.
    ///
    /// Every part is held against another of the same paper, so that the answer is the same on each machine: a drawing
    /// against its data and the layout in `results.lock`, `numbers.tex` against `results.lock`, the PDF against drawings,
    /// numbers and, where they are there, LaTeX's sources.
    ///
    /// - Parameter needsPDF: whether a missing PDF is a problem.
    /// - Throws: ``DifferenceError/unreadable(file:)``.
    package func problems(needsPDF: Bool = true) throws -> [PaperProblem] {
        guard texts != nil, try isSealed else { return [] }
        guard let lock = try json("results.lock") else {
            return [problem("figures/results.lock", "is missing")]
        }
        var known: Set<String> = []
        if case .object(let members)? = lock["figures"] { known = Set(members.keys) }
        let drawings = known.union(figures).sorted().flatMap { name in
            known.contains(name)
                ? drawingProblems(name, layout: lock["figures"]?[name]?.string)
                : [problem("figures/\(name)", "is a figure that results.lock does not know")]
        }
        return try drawings + numberProblems(lock) + pdfProblems(known, isNeeded: needsPDF)
    }

    /// What `results.lock` says otherwise than what is computed, by the rules of the comparison of two papers.
    package func outdated(by present: ResultsLock) throws -> [PaperProblem] {
        guard let lock = try json("results.lock") else { return [] }
        let computed = try JSONDecoder().decode(JSONValue.self, from: Data(try readableJSON(present).utf8))
        let comparison = NumbersComparison()
        let numbers = comparison.numbers(from: lock, to: computed).filter(\.isChanged).map { number in
            let texts = [number.old, number.new].map { $0.map { "'\($0.text)'" } ?? "nothing" }
            return "says \(texts[0]) for '\(number.id)', and \(texts[1]) is computed"
        }
        let claims = comparison.claims(from: lock, to: computed).filter(\.isChanged).map { claim in
            "has the verdict '\(claim.old ?? "nothing")' for '\(claim.id)', and '\(claim.new ?? "nothing")' is found"
        }
        return (numbers + claims).map { problem("figures/results.lock", $0) }
    }

    private func problem(_ file: String, _ text: String) -> PaperProblem {
        PaperProblem(paper: name, file: file, problem: text)
    }

    private func drawingProblems(_ name: String, layout: String?) -> [PaperProblem] {
        guard let data = files[name + ".json"] else { return [problem("figures/\(name).json", "is missing")] }
        let digest = ContentDigest(of: data).hex
        return [Seal.Format.pdf, .svg, .png].compactMap { format in
            let file = "figures/\(name).\(format.rawValue)"
            guard let bytes = files["\(name).\(format.rawValue)"] else {
                return format == .png ? nil : problem(file, "is missing")
            }
            guard let found = Seal.find(in: bytes, format) else {
                return problem(file, "is no drawing of paperbuild's")
            }
            if found.seal.origins[Seal.data] != digest { return problem(file, "is not drawn from \(name).json") }
            if found.seal.origins[Seal.layout] != layout {
                return problem(file, "is laid out otherwise than results.lock says")
            }
            return found.isWhole ? nil : problem(file, "was changed after it was drawn")
        }
    }

    private func numberProblems(_ lock: JSONValue) -> [PaperProblem] {
        guard let bytes = texts?[PaperSources.numbers] else { return [problem(PaperSources.numbers, "is missing")] }
        let defined = NumbersFile.definitions(String(decoding: bytes, as: UTF8.self))
        guard case .object(let quantities)? = lock["quantities"] else { return [] }
        return quantities.keys.sorted().compactMap { id in
            guard let text = quantities[id]?["text"]?.string else { return nil }
            guard let printed = defined[id] else { return problem(PaperSources.numbers, "does not define '\(id)'") }
            return printed == text
                ? nil
                : problem(PaperSources.numbers, "says '\(printed)' for '\(id)', which is '\(text)' in results.lock")
        }
    }

    private func pdfProblems(_ figures: Set<String>, isNeeded: Bool) throws -> [PaperProblem] {
        let documents = try documents()
        let sources = sources(without: documents)
        return documents.flatMap { pdfProblems($0, among: documents.map(\.main), sources, isNeeded: isNeeded) }
    }

    private func pdfProblems(
        _ document: ResultsLock.Document, among roots: [String], _ sources: [String], isNeeded: Bool
    ) -> [PaperProblem] {
        let file = PaperSources.pdf(of: document.main)
        guard let bytes = texts?[file] else { return isNeeded ? [problem(file, "is missing")] : [] }
        guard let found = Seal.find(in: bytes, .pdf) else { return [problem(file, "is no PDF of paperbuild's")] }
        var problems: [PaperProblem] = []
        var results = Dictionary(
            document.figures.map { ("figures/\($0).pdf", self.files["\($0).pdf"] ?? []) }, uniquingKeysWith: { $1 })
        results[PaperSources.numbers] = texts?[PaperSources.numbers] ?? []
        if found.seal.origins[Seal.results] != Seal.digest(of: results) {
            problems.append(problem(file, "is not made of the figures and numbers beside it"))
        }
        let own = (texts ?? [:]).filter { path, _ in
            sources.contains(path) && PaperSources.belongs(path, to: document.main, among: roots)
        }
        if !own.isEmpty, found.seal.origins[Seal.sources] != Seal.digest(of: own) {
            problems.append(problem(file, "is not made of the LaTeX sources beside it"))
        }
        if !found.isWhole { problems.append(problem(file, "was changed after it was made")) }
        return problems
    }
}
