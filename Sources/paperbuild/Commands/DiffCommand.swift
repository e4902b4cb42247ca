import ArgumentParser
import Foundation
import Manuscript

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Says what differs between the figures and numbers of two built papers.",
        discussion: """
            Series and numbers are compared within a tolerance, labels, styles and verdicts exactly, and the layout of each \
            figure at a hundredth of a point. Exits with 1 when anything changed. \
            JSON: {"schema": 1, "files": [{"file", "changes": [{"kind", "path", "summary", "largestRelativeChange"}]}]}.
            """)

    @Option(help: ArgumentHelp("The folder of the paper to compare with, such as '.'.", valueName: "folder"))
    var against: String

    @Argument(help: "The folder of the new paper; the project by default.")
    var folder: String?

    @Option(help: "Relative change of a number that counts.")
    var tolerance = 1e-6

    @Flag(help: "Print as JSON.")
    var json = false

    func validate() throws {
        guard tolerance >= 0, tolerance < 1 else {
            throw ValidationError("--tolerance \(tolerance) is not possible; give a number from 0 to 1")
        }
    }

    func run() throws {
        let new = try folder.map { URL(filePath: $0) } ?? Workspace.findProject()
        let difference = try PaperDifference.between(
            URL(filePath: against), new, comparison: DocumentComparison(relativeTolerance: tolerance))
        if json {
            struct Report: Encodable {
                var schema = 1
                var files: [PaperDifference.FileDifference]
            }
            print(try readableJSON(Report(files: difference.files)), terminator: "")
        } else {
            print(difference.plainText())
        }
        if !difference.isEmpty { throw ExitCode(1) }
    }
}
