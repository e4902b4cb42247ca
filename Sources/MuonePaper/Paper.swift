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
    /// What the PDF carries: digests of the sources and of the results that it is made of. Needs no LaTeX.
    public let seal: Node<Blob>
    /// The files that people write for LaTeX, by their paths.
    private let sources: [(path: String, node: Node<Blob>)]

    /// - Parameters:
    ///   - sourceFolder: the project's folder, with `paper/` in it.
    ///   - renderer: what draws.
    ///   - tex: what typesets; nil leaves the PDF out.
    ///   - limits: the tables that a reader brings along.
    ///   - workshop: where LaTeX runs.
    public init(
        _ parameters: PaperParameters, sourceFolder: URL, renderer: Renderer, tex: TeXInstallation?,
        limits: SuppliedLimits = .none, workshop: TypesetPaper.Workshop
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
        claims = Node("claims", collecting: sections.flatMap(\.claims).map(\.node))
        let numbers = NumbersFile.node(
            "paper/generated/numbers.tex", inputs: sections.flatMap(\.inputs), quantities: reviewTable,
            passages: Passages.node(sections, claims: claims))
        self.numbers = numbers
        lock = ResultsLock.node(
            "figures/results.lock", quantities: reviewTable, claims: claims, figures: figures)
        let sources = try Self.texSources(in: sourceFolder).map { (path: $0, node: Node<Blob>.file($0)) }
        self.sources = sources
        let results = [(path: numbers.name, node: numbers)] + figures.map { (path: $0.pdf.name, node: $0.pdf) }
        let seal = Seal.node("paper/main.pdf/seal", sources: sources, results: results)
        self.seal = seal
        pdf = tex.map { tex in
            TypesetPaper.node(
                PaperSources.pdf, main: PaperSources.main, files: sources + results, tex: tex, workshop: workshop,
                log: PaperSources.pdf, seal: seal)
        }
    }

    /// The paper as one folder.
    ///
    /// - Parameter cameraReady: whether LaTeX sets the figures' labels.
    public func flattened(cameraReady: Bool, compiler: TeXInstallation, workshop: TypesetPaper.Workshop)
        -> FlattenedPaper
    {
        func sources(_ kind: PaperSources.Kind) -> [(path: String, node: Node<Blob>)] {
            self.sources.filter { PaperSources.kind(of: $0.path) == kind }
        }
        return FlattenedPaper(
            cameraReady ? "camera-ready" : "flat", main: PaperSources.main,
            sources: sources(.text) + [(numbers.name, numbers)], bibliographies: sources(.bibliography),
            graphics: figures.map { figure in
                cameraReady ? (figure.pdf.name, figure.art) : (figure.pdf.name, figure.pdf)
            } + sources(.graphic), support: sources(.support),
            overlays: cameraReady ? figures.map { (path: $0.pdf.name, node: $0.overlay) } : [], compiler: compiler,
            workshop: workshop, seal: cameraReady ? seal : nil)
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
        let paths: [String]
        do {
            paths = try PaperSources.paths(in: folder)
        } catch {
            throw PaperError.noSources(folder: folder.path)
        }
        // Also where it is not there, so that the build says so.
        return paths.contains(PaperSources.main) ? paths : [PaperSources.main] + paths
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
            "\(folder) is not the project's folder: there is no folder 'paper' in it that can be read; run paperbuild there or name it with --project"
        }
    }
}
