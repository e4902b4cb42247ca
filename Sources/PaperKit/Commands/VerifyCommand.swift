import ArgumentParser
import BuildGraph
import Foundation
import Manuscript
import NumericalMethods

struct VerifyCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: "Compares what the publications state with what is computed here.",
            discussion: """
                A difference is a finding, not a failure: the exit code is 0 unless something could not be computed, or --strict \
                asks for more. What of a claim is not the publication's is marked as our reading of it, or our inference. \
                The project's built files are checked too: each drawing must carry the digests of its data and layout, \
                numbers.tex and results.lock must say what is computed, main.pdf must be made of what lies beside it; where \
                that is not so the exit code is 1. A variant (--set, --limits) has no files here. \
                JSON: {"schema": 1, "claims": [{"id", "statement", "place", "source", "reading", "claimed", "unit", "rule", \
                "values", "verdict", "explanation"}], "quantities": [{"id", "meaning", "value", "error", "unit", "text"}], \
                "files": [{"paper", "file", "problem"}]}.
                """)
    }

    @Argument(help: ArgumentHelp("Only the claims and numbers of this document.", valueName: "document"))
    var document: String?

    @Flag(help: "Also list every number of the text with its numerical error.")
    var numbers = false

    @Flag(help: "Exit with 1 when a claim differs or is undecided.")
    var strict = false

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() async throws {
        let workspace = try options.workspace()
        let parameters = try options.parameters()
        for warning in try parameters.warnings() { note("WARNING: \(warning)") }
        let paper = try options.edition(in: workspace)
        let engine = options.engine(in: workspace, needsCache: false)
        let chosen = try document.map { try paper.document(named: $0).document }
        let (allClaims, allQuantities) = (
            try await engine.value(of: paper.claims), try await engine.value(of: paper.reviewTable)
        )
        let claims = allClaims.filter { chosen?.claims.contains($0.id) ?? true }
        let quantities = allQuantities.filter { chosen?.numbers.contains($0.id) ?? true }
        let problems = options.isVariant ? [] : try fileProblems(in: workspace, paper, allQuantities, allClaims)
        if json {
            print(try readableJSON(Review(claims: claims, quantities: quantities, files: problems)), terminator: "")
        } else {
            print(ClaimTable.plain(claims))
            if numbers { print("\n" + quantities.map(row).joined(separator: "\n")) }
            for problem in problems { note("Error: \(problem)") }
        }
        if !problems.isEmpty {
            note("the built files are not of this paper: run 'paperbuild' to make them again")
            throw ExitCode(1)
        }
        if strict, claims.contains(where: { $0.verdict.isDoubtful }) { throw ExitCode(1) }
    }

    /// What is wrong with the files that were built in the project.
    private func fileProblems(
        in workspace: Workspace, _ paper: Edition<P>, _ quantities: [QuantityResult], _ claims: [ClaimResult]
    ) throws -> [PaperProblem] {
        guard FileManager.default.fileExists(atPath: workspace.root.appending(path: "figures").path) else {
            note("nothing is built in \(workspace.root.path): there are no files to check")
            return []
        }
        let snapshot = try PaperSnapshot(folder: workspace.root)
        if try !snapshot.isSealed {
            note("the files in \(workspace.root.path) are of an older version and not checked: run 'paperbuild'")
        }
        // A machine without LaTeX cannot have made it.
        let needsPDF = TeXInstallation.find() != nil
        return try snapshot.problems(needsPDF: needsPDF)
            + snapshot.outdated(by: ResultsLock(quantities: quantities, claims: claims, figures: [:]))
    }

    private func row(_ quantity: QuantityResult) -> String {
        let error = quantity.error.map { " numerical error \(decimal($0, digits: 2))" } ?? ""
        return column(quantity.id, 36) + column("\(quantity.plainText) \(quantity.unit)", 23) + " " + quantity.meaning
            + ";"
            + error
    }
}

/// What `verify --json` prints.
struct Review: Encodable {
    var schema = 1
    var claims: [ClaimResult]
    var quantities: [QuantityResult]
    var files: [PaperProblem]
}

extension Verdict {
    /// What `--strict` does not let pass.
    var isDoubtful: Bool {
        switch self {
        case .differs, .undecided: true
        case .reproduced, .notComputed: false
        }
    }
}
