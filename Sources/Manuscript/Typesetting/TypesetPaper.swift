import BuildGraph
import Foundation

/// The PDF of a LaTeX tree, as a node: typeset in a folder of its own from the bytes of its inputs and from LaTeX's own
/// files, which the run discovers.
package enum TypesetPaper {
    /// Where a run takes place; none of it is part of a key.
    package struct Workshop: Sendable {
        /// Each run gets a folder of its own in here. What a killed one leaves must be swept by whoever owns it.
        package var scratch: URL
        /// LaTeX's logs are kept here, by the names of the nodes.
        package var logs: URL

        package init(scratch: URL, logs: URL) {
            self.scratch = scratch
            self.logs = logs
        }
    }

    /// - Parameters:
    ///   - main: the root file among `files`, such as `paper/main.tex`.
    ///   - files: every file of the paper that LaTeX reads, by its path in the tree.
    ///   - log: the log's name, without an ending, in the workshop's folder.
    ///   - product: the ending of the file that is wanted of the run.
    ///   - isPlain: whether pdflatex has to do alone, without BibTeX.
    ///   - seal: what the PDF is of, written into it; see ``Seal``.
    package static func node(
        _ name: String, main: String, files: [(path: String, node: Node<Blob>)], tex: TeXInstallation,
        workshop: Workshop, log: String, product: String = "pdf", isPlain: Bool = false, seal: Node<Blob>? = nil
    ) -> Node<Blob> {
        let job = Job(
            main: main, paths: files.map(\.path), product: product, isPlain: isPlain, isSealed: seal != nil,
            pdflatex: tex.pdflatex, bibtex: tex.bibtex,
            place: Job.Place(
                tex: tex, scratch: workshop.scratch, log: workshop.logs.appending(path: log + ".latex.log")))
        return Node(
            name, fromEach: files.map(\.node) + (seal.map { [$0] } ?? []), parameters: job,
            discovering: { job, blobs in try job.run(blobs) })
    }

    /// What of a run is part of its key, and what is not.
    struct Job: Codable, Sendable {
        var main: String
        var paths: [String]
        /// The ending of the wanted file.
        var product = "pdf"
        /// Whether pdflatex has to do alone, without BibTeX.
        var isPlain = false
        /// Whether the last input is the seal.
        var isSealed = false
        /// Another installation looks for its files elsewhere.
        var pdflatex: String
        var bibtex: String?
        /// Not part of the key.
        var place: Place?

        struct Place: Sendable {
            var tex: TeXInstallation
            var scratch: URL
            var log: URL
        }

        enum CodingKeys: CodingKey {
            case main, paths, product, isPlain, isSealed, pdflatex, bibtex
        }

        func run(_ blobs: [Blob]) throws -> Discovery<Blob> {
            guard let place, blobs.count == paths.count + (isSealed ? 1 : 0) else {
                throw TypesettingError.notWritten(path: main, reason: "the run was not prepared")
            }
            let name = "latex-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
            let folder = try Self.folder(name, in: place.scratch)
            defer { try? FileManager.default.removeItem(at: folder) }
            var run = try TeXRun(
                place.tex, in: folder, files: Array(zip(paths, blobs.map(\.bytes))).map { (path: $0, bytes: $1) })
            let problems: [String]
            do {
                try run.typeset(main, withBibTeX: !isPlain)
                keepLog(run, place.log)
                problems = TeXLog.problems(in: log(run))
            } catch let failure as TeXRun.Failure {
                keepLog(run, place.log)
                problems = failure.problems
            }
            guard problems.isEmpty else {
                throw TypesettingError.failed(file: main, problems: problems, log: place.log.path)
            }
            guard let bytes = run.product(product, of: main) else {
                throw TypesettingError.failed(
                    file: main, problems: ["it made no .\(product) file"], log: place.log.path)
            }
            guard isSealed, let seal = blobs.last else { return Discovery(Blob(bytes), files: run.opened) }
            return Discovery(Blob(try Seal(text: seal.text).sealing(bytes, as: .pdf)), files: run.opened)
        }

        /// Where nothing can be written there, elsewhere: a value can be had with a cache that is read-only.
        private static func folder(_ name: String, in scratch: URL) throws -> URL {
            let folder = scratch.appending(path: name)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                return folder
            } catch {
                let other = FileManager.default.temporaryDirectory.appending(path: name)
                try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
                return other
            }
        }

        private func log(_ run: TeXRun) -> String {
            String(decoding: run.product("log", of: main) ?? [], as: UTF8.self)
        }

        /// It only informs: a place that cannot be written is no error.
        private func keepLog(_ run: TeXRun, _ file: URL) {
            let folder = file.deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? Data(log(run).utf8).write(to: file)
        }
    }
}

/// Why the paper's PDF could not be made.
package enum TypesettingError: Error, CustomStringConvertible {
    case failed(file: String, problems: [String], log: String)
    case missingProgram(String)
    case notStarted(program: String, reason: String)
    case notWritten(path: String, reason: String)

    package var description: String {
        switch self {
        case .failed(let file, let problems, let log):
            "LaTeX could not typeset \(file): \(problems.prefix(3).joined(separator: "; ")). The whole log is in \(log)"
                + (problems.contains { $0.contains("not found") }
                    ? "; LaTeX is given the files of paper/ and those of the system's trees, none of your own tree: "
                        + "put what is missing into paper/" : "")
        case .missingProgram(let name):
            "there is pdflatex but no \(name) on the PATH: the installation of LaTeX is not whole ("
                + TeXInstallation.remedy + ")"
        case .notStarted(let program, let reason):
            "\(program) could not do its work: \(reason)"
        case .notWritten(let path, let reason):
            "\(path) could not be written: \(reason)"
        }
    }
}

/// What of a LaTeX log makes a paper unfit: errors, or references and citations that lead nowhere.
enum TeXLog {
    /// The errors; where there is none, what is undefined. A run that an error stopped knows no citation yet, so that the
    /// two together would hide the one that matters.
    static func problems(in log: String) -> [String] {
        let lines = log.split(separator: "\n", omittingEmptySubsequences: false)
        var errors: [String] = []
        var undefined: [String] = []
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("! ") {
                // TeX says on one of the next lines where it stopped.
                let place = lines[index...].prefix(12).first { $0.hasPrefix("l.") }
                errors.append(line.dropFirst(2) + (place.map { " at \($0)" } ?? ""))
            } else if line.hasPrefix("LaTeX Warning: ") || line.hasPrefix("Package natbib Warning: "),
                line.contains("undefined"), line.contains("Reference `") || line.contains("Citation `")
            {
                undefined.append(String(line))
            }
        }
        return errors.isEmpty ? undefined : errors
    }

    /// The lines of BibTeX's log that say what stopped it.
    static func bibliographyProblems(in log: String) -> [String] {
        let lines = log.split(separator: "\n").map(String.init)
        return lines.indices.filter { lines[$0].contains("---") || lines[$0].hasPrefix("I ") }
            .map { index in lines[index].hasPrefix("---") && index > 0 ? lines[index - 1] + lines[index] : lines[index]
            }
    }
}
