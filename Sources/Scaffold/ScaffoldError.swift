/// Why no paper, and nothing in a paper, was made.
package enum ScaffoldError: Error, Equatable, CustomStringConvertible {
    case noName(String, suggestion: String?)
    case noModuleName(String, suggestion: String?)
    case taken(String, by: String)
    case notEmpty(folder: String, example: String)
    case insideFolder(folder: String, file: String)
    case notWritten(path: String, reason: String)
    case noDependency
    case badVersion(String)
    case fileExists(path: String)
    case idExists(kind: String, id: String, place: String?)
    case noSection(name: String?, known: [String])
    case whichModule(known: [String])
    case noPaperFolder(module: String)

    package var description: String {
        switch self {
        case .noName(let name, let suggestion):
            "'\(name)' cannot be a name here: it has to be words of letters and digits, with a hyphen between two, and to begin "
                + "with a letter" + (suggestion.map { "; try '\($0)'" } ?? "")
        case .noModuleName(let name, let suggestion):
            "'\(name)' cannot be the name of a paper, as it is that of a Swift module: letters and digits, the first a letter; "
                + (suggestion.map { "try --name \($0)" } ?? "give one with --name")
        case .taken(let name, let owner):
            "'\(name)' is a word of \(owner), and a declaration of that name would not compile; choose another name"
        case .notEmpty(let folder, let example):
            "\(folder) is not empty, it has '\(example)'; nothing was written: name a new folder, or empty that one"
        case .insideFolder(let folder, let file):
            "\(file) is not a folder, so that \(folder) cannot be made; name another one"
        case .notWritten(let path, let reason):
            "\(path) could not be written (\(reason)); nothing was left behind: correct that and start again"
        case .noDependency:
            "it is not known where this program's own sources are, which the new paper depends on; say so with --path FOLDER, a "
                + "checkout of paperbuild, or with --url URL, its repository"
        case .badVersion(let text):
            "'\(text)' is no version; write three numbers such as 0.2.0, or name a branch with --branch"
        case .fileExists(let path):
            "there is already a file \(path); nothing was written: choose another name, or remove it"
        case .idExists(let kind, let id, let place):
            "there is already a \(kind) '\(id)'" + (place.map { ", declared at \($0)" } ?? "")
                + "; nothing was written: choose another name"
        case .noSection(let name?, let known):
            "no source of the paper declares a section '\(name)'"
                + (known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))")
        case .noSection(nil, let known):
            "say which section it goes into with --section: "
                + (known.isEmpty ? "none was found" : known.joined(separator: ", "))
        case .whichModule(let known):
            "say which module computes, with --module: \(known.joined(separator: ", "))"
        case .noPaperFolder(let module):
            "the folder of the module \(module) is not in this project; run the program in the project's folder, or build it again"
        }
    }
}
