import Foundation

extension Addition {
    /// What was done in a project, and what is left to do by hand.
    package struct Outcome: Sendable, Equatable {
        package var written: [String] = []
        /// With the line of the first new one.
        package var edited: [String] = []
        /// Lines with the file that they go into, where no mark tells the place.
        package var byHand: [ByHand] = []

        package struct ByHand: Sendable, Equatable {
            /// Such as `Sources/…/PeriodSection.swift`, or a description where no file was found.
            package var place: String
            package var text: String
        }
    }

    /// Writes the files and inserts the lines: all of them, or nothing.
    ///
    /// - Throws: ``ScaffoldError``.
    package func write(at site: AdditionSite) throws(ScaffoldError) -> Outcome {
        var outcome = Outcome()
        var edits: [(path: String, old: String, new: String)] = []
        for file in files where FileManager.default.fileExists(atPath: site.project.appending(path: file.path).path) {
            throw .fileExists(path: file.path)
        }
        // What the program was built from may be older than the sources.
        if kind != .section, let file = site.section?.file,
            AdditionSite.text(file, in: site.project).contains("\"\(id)\"")
        {
            throw .idExists(kind: kind.rawValue, id: id, place: file)
        }
        for insertion in insertions {
            guard let path = site.file(with: insertion.target) else {
                outcome.byHand.append(.init(place: insertion.target.place(in: site), text: insertion.text))
                continue
            }
            let index = edits.firstIndex { $0.path == path }
            let text = index.map { edits[$0].new } ?? AdditionSite.text(path, in: site.project)
            guard let (new, line) = insertion.inserted(into: text) else {
                outcome.byHand.append(.init(place: path, text: insertion.text))
                continue
            }
            guard new != text else { continue }
            if let index { edits[index].new = new } else { edits.append((path, text, new)) }
            outcome.edited.append("\(path):\(line)")
        }
        var undo: [() -> Void] = []
        var place = site.project.path
        do {
            for file in files {
                place = file.path
                let url = site.project.appending(path: file.path)
                try file.create(below: site.project)
                undo.append { try? FileManager.default.removeItem(at: url) }
                outcome.written.append(file.path)
            }
            for edit in edits {
                place = edit.path
                let url = site.project.appending(path: edit.path)
                try Data(edit.new.utf8).write(to: url, options: .atomic)
                undo.append { try? Data(edit.old.utf8).write(to: url, options: .atomic) }
            }
        } catch {
            for step in undo.reversed() { step() }
            throw .notWritten(path: place, reason: SourceFile.reason(error))
        }
        return outcome
    }
}

extension Addition.Insertion {
    /// The text with the lines above their mark, and the number of the first; nil without a mark.
    func inserted(into text: String) -> (text: String, line: Int)? {
        var lines = text.components(separatedBy: "\n")
        guard let mark = target.mark else { return imported(into: lines) }
        guard let index = lines.firstIndex(where: { $0.contains(mark) }) else { return nil }
        let indent = String(lines[index].prefix { $0 == " " || $0 == "\t" })
        let new = self.text.components(separatedBy: "\n").map { $0.isEmpty ? "" : indent + $0 }
        lines.insert(contentsOf: new, at: index)
        return (lines.joined(separator: "\n"), index + 1 + (new.first == "" ? 1 : 0))
    }

    /// An import goes among the others, in their order.
    private func imported(into lines: [String]) -> (text: String, line: Int)? {
        var lines = lines
        if let index = lines.firstIndex(of: text) { return (lines.joined(separator: "\n"), index + 1) }
        let imports = lines.indices.filter { lines[$0].hasPrefix("import ") }
        guard let last = imports.last else { return nil }
        let index = imports.first { lines[$0] > text } ?? last + 1
        lines.insert(text, at: index)
        return (lines.joined(separator: "\n"), index + 1)
    }
}

extension Addition.Target {
    /// For people, where no file has the mark.
    func place(in site: AdditionSite) -> String {
        switch self {
        case .parts, .imports: "the file of a section in \(site.paper.folder)"
        case .text: "the text of the section in paper/"
        case .sections: "the sections of a Document in \(site.paper.folder)"
        case .inputs: "the document's text in paper/"
        }
    }
}
