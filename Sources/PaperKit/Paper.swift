import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

/// A paper: its parameters, its documents with all their figures and numbers, and what `evaluate` computes.
///
/// A type that conforms is a program: marked with `@main` it has every command. The plugin `FingerprintSources`, applied to
/// its target, gives it ``codeDigests`` and ``sourceFolders``.
public protocol Paper: Sendable {
    /// What a variant may change.
    associatedtype Parameters: ParameterSet
    /// The paper of some parameters. A declaration computes nothing: whatever the parameters are, it makes nodes, whose
    /// computations refuse what is impossible.
    init(_ variant: Variant<Parameters>) throws

    /// In the order in which they are listed; each has a name of its own.
    @ListBuilder<Document> var documents: [Document] { get throws }

    /// What `evaluate` answers, each under a name of its own; nothing unless given.
    @ListBuilder<Observable<Parameters>> static var observables: [Observable<Parameters>] { get }

    /// What the help says of the program.
    static var help: ProgramHelp { get }

    /// The digests of the code that the paper is made of; generated.
    static var codeDigests: CodeDigests { get }

    /// The folder of each module, from the project's; generated.
    static var sourceFolders: [String: String] { get }

    /// The folders, beside those of the documents, whose files it reads.
    var inputFolders: [InputFolder] { get }

    /// What its input files are, for `list`.
    func inventories(in project: URL) -> [Inventory]

    /// What else has a name that `where` is asked for.
    var namedDeclarations: [NamedDeclaration] { get }

    /// What its input files make of it, a phrase each, for the notice in front of a variant.
    var variantChanges: Node<[String]>? { get }

    /// What to say before a build of this paper although it can be built.
    var warnings: [String] { get }

    /// What its input files hold that can be read and is seldom meant; said after a build.
    var inputWarnings: Node<[String]>? { get }

    /// What it writes for other programs, each with a name of its own.
    var exports: [Export] { get }
}

extension Paper {
    public static var observables: [Observable<Parameters>] { [] }
    public static var help: ProgramHelp { ProgramHelp() }
    public var inputFolders: [InputFolder] { [] }
    public func inventories(in project: URL) -> [Inventory] { [] }
    public var namedDeclarations: [NamedDeclaration] { [] }
    public var variantChanges: Node<[String]>? { nil }
    public var warnings: [String] { [] }
    public var inputWarnings: Node<[String]>? { nil }
    public var exports: [Export] { [] }

    /// Runs the command that the program was started with.
    ///
    /// Not asynchronous itself: what Swift starts for that opens files, and ends the process where it cannot.
    public static func main() {
        do {
            try OpenFileLimit.require()
        } catch {
            note("Error: \(error)")
            exit(1)
        }
        Task { @MainActor in
            await PaperProgram<Self>.main()
            exit(0)
        }
        dispatchMain()
    }
}

/// What the command line asks a paper for: its parameters, its own options, and the project's folder.
public struct Variant<Parameters: ParameterSet>: Sendable {
    /// The values that this variant is made with.
    public var parameters: Parameters
    /// What the command line says beside them.
    public var options: Parameters.Options
    /// The folder that holds `paper/` and all inputs.
    public var project: URL

    /// A variant with given options, for a command line or a test.
    public init(_ parameters: Parameters = .published, options: Parameters.Options, project: URL) {
        self.parameters = parameters
        self.options = options
        self.project = project
    }

    /// With the options that a command line without any has.
    public init(_ parameters: Parameters = .published, project: URL) throws {
        self.init(parameters, options: try Parameters.Options.parse([]), project: project)
    }

    /// The same with other parameters.
    func with(_ parameters: Parameters) -> Variant {
        Variant(parameters, options: options, project: project)
    }
}

/// What the commands of a paper take beside the parameters, such as a folder of input files.
public protocol PaperOptions: ParsableArguments, Sendable {
    /// Whether they make a variant, which may not replace the published files.
    var makesVariant: Bool { get }
    /// The same options for another process, as arguments.
    var arguments: [String] { get }
    /// Such as `--limits`: the options that make a variant, for a message.
    static var variantOptions: [String] { get }
}

extension PaperOptions {
    public var makesVariant: Bool { false }
    public var arguments: [String] { [] }
    public static var variantOptions: [String] { [] }
}

/// No options.
public struct NoOptions: PaperOptions {
    /// There is nothing to give.
    public init() {}
}

/// What `--help` says of a paper's program.
public struct ProgramHelp: Sendable {
    /// The program's name, as it is typed.
    public var name: String
    /// One sentence on what the program does.
    public var abstract: String
    /// Commands with what they are for.
    public var examples: [(purpose: String, command: String)]
    /// The members that the inventories add to `list --json`, for its help.
    public var lists: [String]
    /// What `evaluate` answers beside numbers, for its help: a sentence each.
    public var answers: [String]
    /// What is in the folders that `export` writes, for its help: a sentence each.
    public var exports: [String]
    /// What `--version` prints.
    public var version: String

    /// The help of a program; what is left out has the words of the kit.
    public init(
        name: String = "paperbuild",
        abstract: String = "Regenerates a paper from first principles: figures, numbers and PDF.",
        examples: [(purpose: String, command: String)] = [], lists: [String] = [], answers: [String] = [],
        exports: [String] = [], version: String = PaperbuildVersion.current
    ) {
        self.name = name
        self.abstract = abstract
        self.examples = examples
        self.lists = lists
        self.answers = answers
        self.exports = exports
        self.version = version
    }
}

/// A folder whose files a paper reads: `watch` looks for new ones.
public struct InputFolder: Sendable {
    /// From the project's folder, or absolute.
    public var path: String
    /// Such as `.csv`.
    public var endings: [String]
    /// The node that reads the files: who does not build it does not watch the folder.
    public var reader: String

    /// A folder whose files a node reads.
    public init(_ path: String, endings: [String], reader: String) {
        self.path = path
        self.endings = endings
        self.reader = reader
    }
}

/// A list of input files with what each is, or what is wrong with it.
public struct Inventory: Sendable {
    /// Above the list: `Supplied limits`.
    public var title: String
    /// The member of the JSON object.
    public var key: String
    /// In the order in which they are listed.
    public var items: [Item]

    /// One file with what it is.
    public struct Item: Sendable {
        /// The file's name, or its path from the project's folder.
        public var file: String
        /// For people.
        public var text: String
        /// Beside `file`.
        public var members: [String: JSONValue]

        /// A row of the list, for people and as a JSON object.
        public init(file: String, text: String, members: [String: JSONValue]) {
            self.file = file
            self.text = text
            self.members = members
        }
    }

    /// A list under a title.
    public init(_ title: String, key: String, _ items: [Item]) {
        self.title = title
        self.key = key
        self.items = items
    }
}

/// Something of a paper that has a name, beside what every paper has.
public struct NamedDeclaration: Sendable {
    /// Such as `limit`.
    public var kind: String
    /// As it is typed behind `where`.
    public var name: String
    /// Where it is declared; nil where no source says so.
    public var place: SourcePlace?
    /// The name of the node that computes it.
    public var node: String?

    /// Something that `where` finds by its name.
    public init(_ kind: String, _ name: String, at place: SourcePlace?, node: String? = nil) {
        self.kind = kind
        self.name = name
        self.place = place
        self.node = node
    }
}
