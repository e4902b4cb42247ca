import Foundation
import TestSupport
import Testing

/// A new paper in a package of its own, which the package manager builds as it would an author's.
@Suite("A paper of one's own")
struct NewPaperTests {
    /// Every word of the new paper, and another in its place.
    private static let words = [
        ("pendulum", "wheel"), ("Pendulum", "Wheel"), ("period", "turn"), ("Period", "Turn"), ("amplitude", "angle"),
    ]

    @Test("builds with everything in it renamed, takes an addition of each kind, and runs no computation for a legend")
    func author() async throws {
        let package = NewPackage()
        try await package.initialise("--path", NewPackage.kit.path)
        try package.rename(Self.words)
        try await package.swift("build", "--build-tests")
        let first = try await package.program("--verbose")
        #expect(first.contains("ran      turn/curve"))
        for output in ["figures/turn.pdf", "figures/turn.svg", "paper/generated/numbers.tex", "paper/main.pdf"] {
            #expect(package.size(output) > 500, "\(output)")
        }
        #expect(try await package.program("verify").contains("1 claim: 1 reproduced"))

        for kind in ["figure", "number", "computation", "limit", "claim"] {
            let told = try await package.program("new", kind, "new-\(kind)")
            #expect(!told.contains("by hand"), "\(told)")
        }
        _ = try await package.program("new", "section", "second-thoughts")
        try await package.swift("build", "--build-tests")
        _ = try await package.program("--quiet")
        let numbers = try package.text("paper/generated/numbers.tex")
        for id in ["new-number", "new-computation", "second-thoughts/example"] {
            #expect(numbers.contains("\\defresult{\(id)}"), "\(id)")
        }
        for figure in ["new-figure", "new-limit"] { #expect(package.size("figures/\(figure).pdf") > 500) }
        #expect(try await package.program("verify").contains("2 claims: 2 reproduced"))
        let second = try await package.program("--verbose")
        #expect(second.contains("0 computed") && second.contains("0 of"))

        try package.edit("Sources/wheel/Turn/TurnFigure.swift", #"label: "exact""#, #"label: "computed""#)
        try await package.swift("build", "--product", "wheel")
        let ran = try await package.program("--verbose").split(separator: "\n").filter { $0.hasPrefix("ran ") }
        #expect(ran.contains { $0.contains("figures/turn.pdf") && !$0.contains("figures/new-figure.pdf") })
        // Whatever a closure of the paper's module gives is made again; what was computed is not.
        for computed in ["turn/small", "turn/relative", "turn/right-angle", "turn/curve", "new-computation/value"] {
            #expect(!ran.contains { $0.contains(" \(computed) (") }, "\(computed)")
        }
        #expect(!ran.contains { $0.contains("figures/new-figure/layout ") })
        try await package.swift("test", "--disable-xctest", "--skip-build")
    }

    @Test("resolves, and has a plan, on a version of the kit and on a branch")
    func versionAndBranch() async throws {
        let repository = try await NewPackage.repositoryOfKit(tag: "0.2.0", branch: "next")
        for options in [["--exact", "0.2.0"], ["--branch", "next"]] {
            let package = NewPackage()
            try await package.initialise(["--name", "pendulum", "--url", "file://" + repository.path] + options)
            // Where the manifest of the kit may not be depended on, there is no plan.
            let plan = try await package.swift(
                "build", "--product", "pendulum", "--print-manifest-job-graph", "--scratch-path",
                repository.path + "-build")
            #expect(plan.contains("PaperKit"))
        }
    }
}
