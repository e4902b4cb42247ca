import Foundation
import SourceFingerprint

// fingerprint --output FILE --compiler SWIFTC --package FOLDER
//     (--module NAME=FOLDER | --own NAME | --dependency NAME=NAME)...
// Writes the digests of the modules' sources as Swift source. Run by the FingerprintSources plugin.

func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("fingerprint: \(message)\n".utf8))
    exit(1)
}

/// The first line of what the compiler says of its version.
func version(ofCompiler path: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--version"]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self)
    guard process.terminationStatus == 0,
        let line = text.split(separator: "\n").first(where: { $0.contains("version") })
    else { stop("\(path) --version does not tell a version; it printed: \(text)") }
    return String(line)
}

var output: String?
var compiler: String?
var package: String?
var modules: [ModuleSources] = []
var own: Set<String> = []
var dependencies: [String: [String]] = [:]

var arguments = CommandLine.arguments.dropFirst()
while let option = arguments.popFirst() {
    guard let value = arguments.popFirst() else { stop("\(option) needs a value") }
    let pair = value.split(separator: "=", maxSplits: 1).map(String.init)
    switch option {
    case "--output": output = value
    case "--compiler": compiler = value
    case "--package": package = value
    case "--own": own.insert(value)
    case "--module" where pair.count == 2:
        modules.append(ModuleSources(name: pair[0], folder: pair[1]))
        dependencies[pair[0], default: []] += []
    case "--dependency" where pair.count == 2: dependencies[pair[0], default: []].append(pair[1])
    default: stop("unknown option \(option) \(value)")
    }
}
guard let output, let compiler, let package, !modules.isEmpty else {
    stop("--output, --compiler, --package and a --module are needed")
}

/// Folders of the package's own modules, relative to it.
let root = package.hasSuffix("/") ? package : package + "/"
var folders: [String: String] = [:]
for module in modules where own.contains(module.name) {
    guard module.folder.hasPrefix(root) else { stop("\(module.name) in \(module.folder) is not below \(package)") }
    folders[module.name] = module.folder.dropFirst(root.count).split(separator: "/").joined(separator: "/")
}

do {
    let digests = try GeneratedDigests(
        modules: modules, dependencies: dependencies, folders: folders, toolchain: version(ofCompiler: compiler))
    let text = Data(digests.swiftSource.utf8)
    // An unchanged file keeps its time, so that nothing is compiled again.
    if (try? Data(contentsOf: URL(filePath: output))) != text {
        try text.write(to: URL(filePath: output), options: .atomic)
    }
} catch {
    stop("\(error)")
}
