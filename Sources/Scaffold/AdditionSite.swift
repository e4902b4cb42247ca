import Foundation

/// The places of a paper that an addition goes to, as its sources tell them.
package struct AdditionSite: Sendable {
    package var project: URL
    /// The paper's own module.
    package var paper: Module
    /// The module that computes; the paper's own where there is no other.
    package var physics: Module
    /// The file that declares the section; nil for a new section in a paper that has none.
    package var section: Section?
    /// The type of the parameters.
    package var parameters: String
    /// What the program is called with.
    package var program: String

    package struct Module: Sendable, Equatable {
        package var name: String
        /// From the project's folder.
        package var folder: String
    }

    /// A section by its name, and the file that declares it.
    package struct Section: Sendable, Equatable {
        package var name: String
        package var file: String

        var folder: String { (file as NSString).deletingLastPathComponent }
    }

    /// - Parameters:
    ///   - folders: the folder of each of the project's modules that the paper is made of.
    ///   - paper: the module of the paper's type.
    ///   - section: the section that is asked for; nil takes the only one.
    ///   - module: the module that computes; nil takes the only one beside the paper's, or the one whose name ends so.
    /// - Throws: ``ScaffoldError``.
    package init(
        project: URL, folders: [String: String], paper: String, section: String?, module: String?, parameters: String,
        program: String, for kind: Addition.Kind
    ) throws(ScaffoldError) {
        guard let folder = folders[paper],
            FileManager.default.fileExists(atPath: project.appending(path: folder).path)
        else { throw .noPaperFolder(module: paper) }
        self.project = project
        self.paper = Module(name: paper, folder: folder)
        physics = kind == .computation ? try Self.physics(folders, beside: self.paper, named: module) : self.paper
        self.parameters = parameters
        self.program = program
        let known = Self.sections(below: folder, in: project)
        if let section {
            guard let found = known.first(where: { $0.name == section }) else {
                throw .noSection(name: section, known: known.map(\.name))
            }
            self.section = found
        } else if known.count == 1 || kind == .section {
            self.section = known.first
        } else {
            throw .noSection(name: nil, known: known.map(\.name))
        }
    }

    private static func physics(
        _ folders: [String: String], beside paper: Module, named name: String?
    ) throws(ScaffoldError) -> Module {
        let others = folders.filter { $0.key != paper.name }.map { Module(name: $0.key, folder: $0.value) }
            .sorted { $0.name < $1.name }
        if let name {
            guard let module = (others + [paper]).first(where: { $0.name == name }) else {
                throw .whichModule(known: (others + [paper]).map(\.name))
            }
            return module
        }
        let physics = others.filter { $0.name.hasSuffix("Physics") }
        switch (physics.count, others.count) {
        case (1, _): return physics[0]
        case (_, 0): return paper
        case (_, 1): return others[0]
        default: throw .whichModule(known: others.map(\.name))
        }
    }

    /// Whether the module that computes is the paper's own.
    var isOneModule: Bool { physics == paper }

    /// The folder of a test target that imports the module that computes; nil where there is none.
    var testsFolder: String? {
        Self.files(below: "Tests", ending: "swift", in: project).first { file in
            let text = Self.text(file, in: project)
            return text.contains("import \(physics.name)\n") && text.contains("import Testing")
        }.map { ($0 as NSString).deletingLastPathComponent }
    }

    /// How a section is given the parameters in the file that lists the sections.
    var parametersArgument: String {
        let text = file(with: .sections).map { Self.text($0, in: project) } ?? ""
        return text.contains("let p = ") ? "p" : "variant.parameters"
    }

    /// The file that lines go into; nil where no file has the mark.
    func file(with target: Addition.Target) -> String? {
        switch target {
        case .parts, .imports: section?.file
        case .text:
            section.flatMap { section in
                texts.first { ($0 as NSString).lastPathComponent == section.name + ".tex" }
            }
        case .sections: Self.files(below: paper.folder, ending: "swift", in: project).first { has(target, $0) }
        case .inputs: texts.first { has(target, $0) }
        }
    }

    private var texts: [String] { Self.files(below: "paper", ending: "tex", in: project) }

    private func has(_ target: Addition.Target, _ file: String) -> Bool {
        target.mark.map { Self.text(file, in: project).contains($0) } ?? false
    }

    private static func sections(below folder: String, in project: URL) -> [Section] {
        files(below: folder, ending: "swift", in: project).flatMap { file in
            text(file, in: project).matches(of: #/\bSection\(\s*"([^"\\]+)"/#).map {
                Section(name: String($0.output.1), file: file)
            }
        }
    }

    private static func files(below folder: String, ending: String, in project: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: project.appending(path: folder).path)
        return (all?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") && !$0.contains("/.") }.sorted()
            .map { folder + "/" + $0 }
    }

    /// Empty for a file that is no UTF-8: no mark is found in it, so that nothing else of it is lost by writing it again.
    static func text(_ file: String, in project: URL) -> String {
        guard let bytes = try? Data(contentsOf: project.appending(path: file)) else { return "" }
        return String(validating: bytes, as: UTF8.self) ?? ""
    }
}
