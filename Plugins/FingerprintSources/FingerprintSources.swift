import Foundation
import PackagePlugin

/// Generates `GeneratedCodeDigests` for a target: the digest of its own sources and of each module below it.
@main
struct FingerprintSources: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        var modules: [String: any Target] = [:]
        var dependencies: [String: [String]] = [:]
        collect(target, &modules, &dependencies)

        let compiler = try context.tool(named: "swiftc").url
        let output = context.pluginWorkDirectoryURL.appending(path: "GeneratedCodeDigests.swift")
        var arguments = [
            "--output", output.path(percentEncoded: false), "--compiler", compiler.path(percentEncoded: false),
            "--package", context.package.directoryURL.path(percentEncoded: false),
        ]
        for target in context.package.targets where modules[moduleName(target)] != nil {
            arguments += ["--own", moduleName(target)]
        }
        var inputs = [compiler]
        for (name, module) in modules.sorted(by: { $0.key < $1.key }) {
            arguments += ["--module", "\(name)=\(module.directoryURL.path(percentEncoded: false))"]
            for dependency in (dependencies[name] ?? []).sorted() {
                arguments += ["--dependency", "\(name)=\(dependency)"]
            }
            inputs += files(in: module.directoryURL)
        }
        return [
            .buildCommand(
                displayName: "Fingerprinting the sources below \(target.name)",
                executable: try context.tool(named: "fingerprint").url,
                arguments: arguments,
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    private func collect(
        _ target: any Target, _ modules: inout [String: any Target], _ dependencies: inout [String: [String]]
    ) {
        let name = moduleName(target)
        guard modules[name] == nil else { return }
        modules[name] = target
        for dependency in target.dependencies {
            switch dependency {
            case .target(let other): add(other, to: name, &modules, &dependencies)
            case .product(let product):
                for other in product.targets { add(other, to: name, &modules, &dependencies) }
            @unknown default: break
            }
        }
    }

    private func add(
        _ other: any Target, to name: String, _ modules: inout [String: any Target],
        _ dependencies: inout [String: [String]]
    ) {
        dependencies[name, default: []].append(moduleName(other))
        collect(other, &modules, &dependencies)
    }

    private func moduleName(_ target: any Target) -> String {
        (target as? any SourceModuleTarget)?.moduleName ?? target.name
    }

    /// All files of a folder, so that SwiftPM runs the command again when one of them changes. Articles are in no digest.
    private func files(in folder: URL) -> [URL] {
        let keys: [URLResourceKey] = [.isRegularFileKey]
        let walk = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
        return (walk.map(Array.init) ?? []).compactMap { $0 as? URL }
            .filter { url in !url.pathComponents.contains { $0.hasSuffix(".docc") } }
            .filter { (try? $0.resourceValues(forKeys: Set(keys)).isRegularFile) ?? false }
            .sorted { $0.path < $1.path }
    }
}
