import BuildGraph
import Foundation

/// The PDF of a LaTeX tree, as a node: typeset in a folder of its own from the bytes of its inputs and nothing else.
public enum TypesetPaper {
    /// - Parameters:
    ///   - main: the root file among `files`, such as `paper/main.tex`.
    ///   - files: every file that LaTeX reads, by its path in the tree.
    ///   - logFile: where LaTeX's log is kept.
    ///   - product: the ending of the file that is wanted of the run.
    ///   - isPlain: whether pdflatex has to do alone, without BibTeX.
    public static func node(
        _ name: String, main: String, files: [(path: String, node: Node<Blob>)], tex: TeXInstallation, logFile: URL,
        product: String = "pdf", isPlain: Bool = false
    ) -> Node<Blob> {
        let job = Job(
            main: main, paths: files.map(\.path), version: tex.version, product: product, isPlain: isPlain)
        // The closure holds where LaTeX is and where its log goes; the key has its version.
        return Node(name, fromEach: files.map(\.node), parameters: job, asWritten: .wrapper()) { job, blobs in
            Blob(try job.run(blobs, tex: tex, logFile: logFile))
        }
    }

    /// What of a run is part of its key.
    struct Job: Codable, Sendable {
        var main: String
        var paths: [String]
        var version: String
        /// The ending of the wanted file.
        var product = "pdf"
        /// Whether pdflatex has to do alone, without BibTeX.
        var isPlain = false

        func run(_ blobs: [Blob], tex: TeXInstallation, logFile: URL) throws -> [UInt8] {
            let files = FileManager.default
            let scratch = files.temporaryDirectory.appending(path: "paperbuild-tex-\(UUID().uuidString)")
            defer { try? files.removeItem(at: scratch) }
            for (path, blob) in zip(paths, blobs) {
                let target = scratch.appending(path: path)
                try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(blob.bytes).write(to: target)
            }
            let root = scratch.appending(path: main)
            let folder = root.deletingLastPathComponent()
            let status =
                isPlain
                ? try tex.typesetWithoutTools(root.lastPathComponent, in: folder)
                : try tex.typeset(root.lastPathComponent, in: folder)
            let base = root.deletingPathExtension()
            let log = (try? String(decoding: Data(contentsOf: base.appendingPathExtension("log")), as: UTF8.self)) ?? ""
            // It only informs: a place that cannot be written is no error.
            try? files.createDirectory(at: logFile.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? Data(log.utf8).write(to: logFile)
            let problems = TeXLog.problems(in: log)
            guard status == 0, problems.isEmpty else {
                throw TypesettingError.failed(
                    file: main,
                    problems: problems.isEmpty
                        ? ["\(isPlain ? "pdflatex" : "latexmk") ended with status \(status)"] : problems,
                    log: logFile.path)
            }
            guard let bytes = try? Data(contentsOf: base.appendingPathExtension(product)) else {
                throw TypesettingError.failed(
                    file: main, problems: ["it made no .\(product) file"], log: logFile.path)
            }
            return Array(bytes)
        }
    }
}

/// Why the paper's PDF could not be made.
public enum TypesettingError: Error, CustomStringConvertible {
    case failed(file: String, problems: [String], log: String)
    case notStarted(program: String, reason: String)
    case notWritten(path: String, reason: String)

    public var description: String {
        switch self {
        case .failed(let file, let problems, let log):
            "LaTeX could not typeset \(file): \(problems.prefix(3).joined(separator: "; ")). The whole log is in \(log)"
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
}
