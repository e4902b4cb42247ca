import BuildGraph
import Foundation
import Manuscript
import MuoneComputations

/// The paper: every figure, number, claim and file, declared for one set of parameters.
public struct Paper: Sendable {
    public let parameters: PaperParameters
    public let physics: PhysicsNodes
    /// The tables that a reader brought along.
    public let suppliedLimits: SuppliedLimits
    public let figures: [RenderedFigure]
    public let quantities: [Quantity]
    /// The review table.
    public let reviewTable: Node<[QuantityResult]>
    public let claims: Node<[ClaimResult]>
    /// `paper/generated/numbers.tex`.
    public let numbers: Node<Blob>
    /// `figures/results.lock`.
    public let lock: Node<Blob>
    /// `paper/main.pdf`; nil without LaTeX.
    public let pdf: Node<Blob>?
    /// The LaTeX sources, generated ones included, and the bibliography, by their paths.
    private let sources: [(path: String, node: Node<Blob>)]

    /// - Parameters:
    ///   - sourceFolder: the project's folder, with `paper/` in it.
    ///   - renderer: what draws.
    ///   - tex: what typesets; nil leaves the PDF out.
    ///   - limits: the tables that a reader brings along.
    ///   - logFolder: where LaTeX's log goes.
    public init(
        _ parameters: PaperParameters, sourceFolder: URL, renderer: Renderer, tex: TeXInstallation?,
        limits: SuppliedLimits = .none, logFolder: URL
    ) throws {
        self.parameters = parameters
        suppliedLimits = limits
        let physics = try PhysicsNodes(parameters, supplied: limits)
        self.physics = physics
        let sections = try PaperSection.all(physics)
        let figures = sections.flatMap(\.figures).map { $0.rendered(by: renderer) }
        self.figures = figures
        quantities = sections.flatMap(\.quantities)
        reviewTable = .reviewTable("review-table", of: quantities)
        let others = OtherInputs(parameters: parameters)
        let checked = try others.applied(to: sections.flatMap(\.claims)) { single in
            try PaperSection.all(PhysicsNodes(declaring: single, supplied: limits)).flatMap(\.claims)
        }
        claims = Node("claims", collecting: checked.map(\.node))
        let numbers = NumbersFile.node(
            "paper/generated/numbers.tex", inputs: sections.flatMap(\.inputs), quantities: reviewTable,
            passages: Passages.node(
                sections, claims: claims, notice: .variantNotice(others, supplied: physics.suppliedLimits)))
        self.numbers = numbers
        lock = ResultsLock.node(
            "figures/results.lock", quantities: reviewTable, claims: claims, figures: figures)
        let sources =
            try Self.texSources(in: sourceFolder).map { (path: $0, node: Node<Blob>.file($0)) }
            + [(numbers.name, numbers)]
        self.sources = sources
        pdf = tex.map { tex in
            let drawings = figures.map { (path: $0.pdf.name, node: $0.pdf) }
            return TypesetPaper.node(
                "paper/main.pdf", main: "paper/main.tex", files: sources + drawings,
                tex: tex, logFile: logFolder.appending(path: "paper/main.pdf.latex.log"))
        }
    }

    /// The paper as one folder.
    ///
    /// - Parameter cameraReady: whether LaTeX sets the figures' labels.
    public func flattened(cameraReady: Bool, compiler: TeXInstallation, logFolder: URL) -> FlattenedPaper {
        FlattenedPaper(
            cameraReady ? "camera-ready" : "flat", main: "paper/main.tex",
            sources: sources.filter { !$0.path.hasSuffix(".bib") },
            bibliographies: sources.filter { $0.path.hasSuffix(".bib") },
            graphics: figures.map { figure in
                cameraReady ? (figure.pdf.name, figure.art) : (figure.pdf.name, figure.pdf)
            },
            overlays: cameraReady ? figures.map { (path: $0.pdf.name, node: $0.overlay) } : [], compiler: compiler,
            logFolder: logFolder)
    }

    /// Every file that the paper's build writes.
    public var outputs: [OutputFile] {
        figures.flatMap(\.outputs) + [numbers, lock].map { OutputFile($0.name, from: $0) }
            + (pdf.map { [OutputFile($0.name, from: $0)] } ?? [])
    }

    /// What a whole build asks for.
    public var targets: [AnyNode] { outputs.map(\.node) }

    /// The files of a target: a figure by its name, a single file by its path, or everything for nil.
    ///
    /// - Throws: ``PaperError/unknownTarget(name:known:)``.
    public func outputs(of target: String) throws -> [OutputFile] {
        if let figure = figures.first(where: { $0.name == target }) { return figure.outputs }
        if target == "figures" { return figures.flatMap(\.outputs) }
        if target == "numbers" { return outputs.filter { $0.path == numbers.name || $0.path == lock.name } }
        if target == "paper" || target == "paper/main.pdf" {
            guard let pdf else { throw PaperError.noTeX }
            return [OutputFile(pdf.name, from: pdf)]
        }
        let matches = outputs.filter { $0.path == target }
        guard !matches.isEmpty else {
            throw PaperError.unknownTarget(name: target, known: targetNames)
        }
        return matches
    }

    /// The names that a build can be asked for.
    public var targetNames: [String] {
        ["figures", "numbers", "paper"] + figures.map(\.name) + outputs.map(\.path)
    }

    private static func texSources(in folder: URL) throws -> [String] {
        let sections = folder.appending(path: "paper/sections")
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: sections.path)
        } catch {
            throw PaperError.noSources(folder: folder.path)
        }
        return ["paper/main.tex", "paper/bibliography.bib"]
            + names.filter { $0.hasSuffix(".tex") }.sorted().map { "paper/sections/\($0)" }
    }
}

/// Why the paper cannot be built as asked.
public enum PaperError: Error, Equatable, CustomStringConvertible {
    case unknownTarget(name: String, known: [String])
    case noTeX
    case noSources(folder: String)

    public var description: String {
        switch self {
        case .unknownTarget(let name, let known):
            "unknown target '\(name)'" + (nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? "")
                + " ('paperbuild list' shows all)"
        case .noTeX:
            "there is no LaTeX on this machine; \(TeXInstallation.remedy)"
        case .noSources(let folder):
            "\(folder) is not the project's folder: there is no paper/sections in it; run paperbuild there or name it with --project"
        }
    }
}
