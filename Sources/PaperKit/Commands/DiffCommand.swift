import ArgumentParser
import BuildGraph
import CairoCanvas
import Foundation
import Manuscript

struct DiffCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: "Says what differs between the figures and numbers of two versions of the paper.",
            discussion: """
                Figures are compared as data: series by series and level by level, then labels, styles, legend, axes, and what \
                stands where on the page. A number counts as changed when it moved by more than the tolerance and by more than \
                its stated numerical error (σ: both errors in quadrature). Bytes of drawings do not count, as they depend on the \
                drawing libraries; but in each of the two papers every drawing must be there and carry the digests of its \
                data and layout, numbers.tex must say what results.lock does, and main.pdf must be made of the drawings, \
                numbers and sources beside it. A revision's files are read from git; the work tree stays as it is.

                EXAMPLES
                  What did I change since the last commit?
                    paperbuild diff
                  What does a variant change, in pictures?
                    paperbuild --set cuts.theta=2mrad --output /tmp/variant
                    paperbuild diff --against HEAD /tmp/variant --html diff.html

                EXIT CODES
                  0 nothing beyond the tolerances; 1 something changed, is missing or does not belong; 2 it could not be compared; 64 wrong usage

                JSON: {"schema": 2, "old", "new", "relativeTolerance", "figures": [{"name", "verdict", "changes", "causes"}], \
                "numbers": [{"id", "old", "new", "changes"}], "claims": [{"id", "old", "new"}], "others", \
                "problems": [{"paper", "file", "problem"}], "unchecked", "typesetting": [{"document", "old", "new"}]}; \
                a change is {"kind", "path", "summary", "largestRelativeChange", "largestChangeInErrors", "position", \
                "isBeyondTolerance"}.
                """)
    }

    @Option(
        help: ArgumentHelp(
            "What to compare with: a folder that has figures/ in it, or a revision of the repository.",
            valueName: "revision|folder"))
    var against = "HEAD"

    @Argument(help: "The folder of the new paper; the project by default.")
    var folder: String?

    @Option(help: ArgumentHelp("Compare the figures, numbers and claims of one document only.", valueName: "name"))
    var document: String?

    @Option(help: "Relative change of a number that counts.")
    var tolerance = 1e-6

    @Option(
        help: ArgumentHelp(
            "Also write a report to look at: one page with both versions of each figure, by itself.", valueName: "file")
    )
    var html: String?

    @Option(
        help: ArgumentHelp(
            "The cache whose records tell which computations a change comes from; PROJECT/.paperbuild by default.",
            valueName: "folder"))
    var cache: String?

    @Flag(name: .shortAndLong, help: "A line for each change, and what caused it.")
    var verbose = false

    @Flag(help: "Print as JSON.")
    var json = false

    func validate() throws {
        guard tolerance >= 0, tolerance < 1 else {
            throw ValidationError("--tolerance \(tolerance) is not possible; give a number from 0 to 1")
        }
    }

    func run() throws {
        let difference: PaperDifference
        do {
            difference = try compare()
        } catch {
            // Apart from 1, which says that something changed.
            note("Error: \(error)")
            throw ExitCode(2)
        }
        if json {
            print(try readableJSON(DifferenceListing(difference: difference)), terminator: "")
        } else {
            print(difference.plainText(details: verbose))
        }
        if !difference.isEmpty { throw ExitCode(1) }
    }

    private func compare() throws -> PaperDifference {
        let start = try WorkingFolder.path()
        let named = folder.map { URL(filePath: $0).standardizedFileURL }
        let place: ProjectPlace
        do {
            place = try .find(from: start, sources: P.ownSources)
        } catch {
            // Two folders are compared anywhere.
            guard let named else { throw error }
            place = ProjectPlace(named: named, sources: nil)
        }
        let (new, project) = (named ?? place.project, place.project)
        let revision = isFolder ? nil : GitRevision(against, in: project)
        let old = try revision?.snapshot() ?? PaperSnapshot(folder: URL(filePath: against), name: against)
        let after = try PaperSnapshot(folder: new, name: folder ?? "work tree")
        // Without a font there is no layout, and the digests of the layouts have to do.
        let canvas = try? CairoCanvas()
        var difference = try PaperDifference.between(
            old, after, relativeTolerance: tolerance, layout: canvas?.figureLayout,
            document: document)
        if !difference.isEmpty, verbose || json || html != nil {
            let store = DiskStore(cache.map { URL(filePath: $0) } ?? project.appending(path: ".paperbuild"))
            difference.explain(
                by: ChangeCauses(records: store.records), old, after,
                changedSources: changedSources(since: revision, in: place.package))
        }
        if let html {
            let page = DiffReport(difference, old: old, new: after, canvas: canvas).html()
            let file = URL(filePath: html)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file, options: .atomic)
        }
        return difference
    }

    /// What may be the cause of a change; nil where nobody knows.
    private func changedSources(since revision: GitRevision?, in package: URL) -> [String]? {
        do {
            return try revision?.changedSources(alsoOf: package)
        } catch {
            note("warning: which sources changed is not known: \(error)")
            return nil
        }
    }

    /// A folder that has figures, or a path, rather than a revision.
    private var isFolder: Bool {
        FileManager.default.fileExists(atPath: URL(filePath: against).appending(path: "figures").path)
            || ComparedFolder.isPath(against)
    }
}

/// What is compared, as it is typed.
enum ComparedFolder {
    /// Whether a text can only be a path: no revision begins or ends so.
    static func isPath(_ text: String) -> Bool {
        ["/", "./", "../"].contains(where: text.hasPrefix) || text.hasSuffix("/") || text == "." || text == ".."
    }
}

/// What `diff --json` prints.
private struct DifferenceListing: Encodable {
    var difference: PaperDifference

    enum CodingKeys: CodingKey {
        case schema
    }

    func encode(to encoder: any Encoder) throws {
        try difference.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(2, forKey: .schema)
    }
}
