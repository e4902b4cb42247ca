import Foundation
import Testing

@Suite("The package's modules")
struct PackageShapeTests {
    @Test("are declared, each with a folder of its own", arguments: Package.declared.modules.keys.sorted())
    func folders(_ module: String) throws {
        let path = try #require(Package.declared.modules[module]).folder
        #expect(FileManager.default.fileExists(atPath: Package.folder.appending(path: path).path))
    }

    @Test("have all of the files in Sources")
    func noUndeclaredFile() throws {
        let folders = Package.declared.modules.values.map { $0.folder + "/" }
        let files = FileManager.default.enumerator(atPath: Package.folder.appending(path: "Sources").path)
        while let file = files?.nextObject() as? String {
            guard files?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            #expect(folders.contains { "Sources/\(file)".hasPrefix($0) }, "Sources/\(file) is in no module")
        }
    }

    @Test("import only what they declare", arguments: Package.declared.sources)
    func importsAreDeclared(_ module: String) throws {
        let declared = try #require(Package.declared.modules[module]).dependencies
        for (file, imported) in try Package.imports(of: module) where Package.declared.provides(imported) {
            #expect(declared.contains(imported), "\(file) imports \(imported)")
        }
    }

    @Test("do not depend on themselves through others", arguments: Package.declared.sources)
    func noCycle(_ module: String) {
        #expect(!Package.declared.reachable(from: module).contains(module))
    }

    /// The layers, lowest first. A module may use what stands before it and never what stands after it.
    static let layers: [Set<String>] = [
        ["CCrypto", "CCairo", "CHarfBuzz", "CZlib", "CDownload", "CLinux", "Computing"],
        ["ContentHash", "ExternalPrograms", "NumericalMethods", "Plotting", "Reference", "Scaffold", "Units"],
        ["BuildGraph", "Kinematics", "CairoCanvas", "PointTables", "SourceFingerprint"],
        ["Amplitudes", "ProgramNodes", "LimitModel", "BosonPhysics", "DataFiles"],
        [
            "YAMLData", "RemoteFiles",
            "SignalPhysics", "TridentPhysics", "MixingPhysics", "MomentPhysics", "CosmologyPhysics", "BeamPhysics",
            "HadronicPhysics", "FormFactorPhysics",
        ],
        ["DetectorPhysics", "ElasticPhysics", "NeutrinoPairPhysics"],
        ["KickPhysics", "MeasurementPhysics", "RadiativePhysics"], ["SearchPhysics"],
        ["Manuscript", "BuildConsole"], ["PaperKit"], ["MuoneParameters"], ["MuoneCommon"],
        ["FormFactors", "Hadronic", "Limits", "MuoneMeasurement"],
        [
            "Backgrounds", "Cosmology", "Elastic", "Flavour", "Landscape", "MagneticMoment", "Mixing", "Projections",
            "Signal",
            "Trident",
        ],
        ["fingerprint", "graphbench", "plotbench"], ["paperbuild"], ["paperbench"],
    ]

    @Test("import downward only", arguments: Package.declared.sources)
    func downward(_ module: String) throws {
        let own = try #require(Self.layers.firstIndex { $0.contains(module) }, "give \(module) its layer in this test")
        let allowed = Set(Self.layers[..<own].joined())
        let used = try #require(Package.declared.modules[module]).dependencies.filter(Package.declared.provides)
        #expect(Set(used).subtracting(allowed) == [])
    }

    private static let quantities: Set<String> = ["NumericalMethods", "Reference"]
    /// A computation is a type of a subject, and no subject knows the graph that runs it.
    private static let subject = quantities.union(["Computing", "BosonPhysics", "LimitModel"])

    /// What the backgrounds are built on: the selection is the signal's.
    private static let detected = subject.union(["Kinematics", "Amplitudes", "DetectorPhysics", "SignalPhysics"])

    /// What each part of the house must never know.
    static let ignorances: [(module: String, knowsOnly: Set<String>)] = [
        ("NumericalMethods", []), ("Units", []), ("Plotting", []), ("Reference", []),
        ("Kinematics", quantities.union(["Computing"])), ("Amplitudes", quantities.union(["Computing", "Kinematics"])),
        // A subject of physics knows no other, but for the few that are built on each other: so that an edit of one
        // compiles and runs little.
        ("LimitModel", quantities.union(["Computing"])), ("BosonPhysics", quantities),
        ("SignalPhysics", subject.union(["Kinematics", "Amplitudes"])), ("TridentPhysics", subject),
        ("MixingPhysics", subject), ("MomentPhysics", subject), ("CosmologyPhysics", subject), ("BeamPhysics", subject),
        ("HadronicPhysics", subject.union(["Kinematics"])), ("FormFactorPhysics", subject.union(["Kinematics"])),
        ("ElasticPhysics", subject.union(["Kinematics", "Amplitudes", "FormFactorPhysics"])),
        (
            "MeasurementPhysics",
            subject.union(["Kinematics", "Amplitudes", "FormFactorPhysics", "ElasticPhysics", "HadronicPhysics"])
        ),
        ("DetectorPhysics", subject.union(["Kinematics"])),
        ("RadiativePhysics", detected), ("KickPhysics", detected),
        ("NeutrinoPairPhysics", subject.union(["Kinematics", "Amplitudes", "SignalPhysics"])),
        ("SearchPhysics", detected.union(["RadiativePhysics", "KickPhysics"])),
        ("PointTables", ["Units"]), ("ContentHash", ["CCrypto"]), ("ExternalPrograms", ["CLinux"]),
        ("Computing", []), ("BuildGraph", ["Computing", "ContentHash", "CCrypto", "CLinux"]),
        ("BuildConsole", ["BuildGraph", "Computing", "ContentHash", "CCrypto", "CLinux", "Plotting"]),
        ("CairoCanvas", ["Plotting", "CCairo", "CHarfBuzz"]),
        ("OscillationPhysics", ["Computing", "NumericalMethods"]),
        ("DataFiles", ["BuildGraph", "Computing", "ContentHash", "CCrypto", "CLinux", "CZlib", "Units"]),
    ]

    @Test(
        "know no more than their part: physics no build graph, the engine no physics, charts no Cairo",
        arguments: ignorances)
    func ignorance(_ rule: (module: String, knowsOnly: Set<String>)) {
        #expect(Package.declared.reachable(from: rule.module).subtracting(rule.knowsOnly) == [])
    }

    @Test(
        "of examples stand on PaperKit alone, as those of another package, and each program is in the list that CI reads"
    )
    func examples() throws {
        let all = Package.declared.modules.filter { $0.value.folder.hasPrefix("Examples/") }
        let kit = Package.declared.reachable(from: "PaperKit").union(["PaperKit"]).union(all.keys)
        for module in all.keys.sorted() {
            #expect(Package.declared.reachable(from: module).subtracting(kit) == [], "\(module)")
        }
        let list = try String(contentsOf: Package.folder.appending(path: "Examples/programs"), encoding: .utf8)
        let lines = list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(
            lines.map { $0[0] }.sorted() == all.filter { $0.value.kind == "executableTarget" }.keys.sorted())
        for line in lines {
            let folder = try #require(line.last)
            #expect(all[line[0]]?.folder.hasPrefix(folder + "/") == true)
            #expect(FileManager.default.fileExists(atPath: Package.folder.appending(path: folder + "/paper").path))
        }
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Package.folder.appending(path: "Examples").path)
        let papers = folders.filter {
            FileManager.default.fileExists(atPath: Package.folder.appending(path: "Examples/\($0)/paper").path)
        }
        #expect(papers.map { "Examples/\($0)" }.sorted() == lines.compactMap(\.last).sorted())
    }

    @Test(
        "that a drawing needs do without the whole of Foundation, which takes half of its time and memory",
        arguments: ["NumericalMethods", "Plotting", "CairoCanvas"])
    func noFoundation(_ module: String) throws {
        for (file, imported) in try Package.imports(of: module) where imported == "Foundation" {
            let text = try String(contentsOf: Package.folder.appending(path: file), encoding: .utf8)
            #expect(text.contains("#if canImport(FoundationEssentials)"), "\(file) imports Foundation")
        }
    }

    @Test("leave each system library to one module, and the command line to the kit and the paper's own options")
    func libraries() {
        func users(of library: String) -> [String] {
            Package.declared.modules.filter { $0.value.dependencies.contains(library) && $0.value.kind != "testTarget" }
                .keys.sorted()
        }
        #expect(users(of: "CCairo") == ["CairoCanvas"] && users(of: "CHarfBuzz") == ["CairoCanvas"])
        #expect(users(of: "CCrypto") == ["ContentHash"] && users(of: "CZlib") == ["DataFiles"])
        #expect(users(of: "Yams") == ["YAMLData"])
        #expect(users(of: "ArgumentParser") == ["MuoneParameters", "PaperKit"])
    }
}

/// What Package.swift declares, read from its text.
struct Package: Sendable {
    struct Module: Sendable {
        /// `target`, `executableTarget`, `testTarget`, `systemLibrary`, `plugin`.
        var kind: String
        /// Of this package, and products of others.
        var dependencies: [String]
        /// Where it is, relative to the package.
        var folder: String
    }

    var modules: [String: Module]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let declared = Package(
        manifest: (try? String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)) ?? "")

    init(manifest: String) {
        modules = [:]
        for match in manifest.matches(of: #/\.(target|executableTarget|testTarget|systemLibrary|plugin)\(/#) {
            let call = Self.balanced(manifest[match.range.upperBound...])
            guard let name = call.firstMatch(of: #/^\s*name: "([^"]+)"/#)?.output.1 else { continue }
            var dependencies: [String] = []
            if let list = call.firstMatch(of: #/dependencies: \[(.*?)\]/#.dotMatchesNewlines())?.output.1 {
                let products = list.matches(of: #/name: "([^"]+)", package: "[^"]+"/#).map { String($0.output.1) }
                let own = list.replacing(#/\.product\([^)]*\)/#, with: "").matches(of: #/"([^"]+)"/#)
                dependencies = own.map { String($0.output.1) } + products
            }
            let kind = String(match.output.1)
            let parent = kind == "testTarget" ? "Tests" : kind == "plugin" ? "Plugins" : "Sources"
            modules[String(name)] = Module(
                kind: kind, dependencies: dependencies,
                folder: call.firstMatch(of: #/path: "([^"]+)"/#).map { String($0.output.1) } ?? "\(parent)/\(name)")
        }
    }

    /// Modules with Swift sources that are neither tests nor programs that tests run.
    var sources: [String] {
        modules.filter {
            ["target", "executableTarget"].contains($0.value.kind) && $0.value.folder.hasPrefix("Sources/")
        }.keys.sorted()
    }

    func provides(_ module: String) -> Bool { modules[module] != nil }

    /// Everything of this package that a module uses, itself included where it does so through others.
    func reachable(from module: String) -> Set<String> {
        var found: Set<String> = []
        var open = modules[module]?.dependencies ?? []
        while let next = open.popLast() {
            guard provides(next) else { continue }
            if found.insert(next).inserted { open += modules[next]?.dependencies ?? [] }
        }
        return found
    }

    /// File and module of every import in a module's sources.
    static func imports(of module: String) throws -> [(file: String, module: String)] {
        let own = try #require(declared.modules[module]).folder
        var found: [(String, String)] = []
        let files = FileManager.default.enumerator(atPath: folder.appending(path: own).path)
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            // Without texts of several lines, such as those of a new paper.
            let text = try String(contentsOf: folder.appending(path: own + "/" + file), encoding: .utf8)
                .components(separatedBy: "\"\"\"").enumerated().filter { $0.offset.isMultiple(of: 2) }
                .map(\.element).joined()
            let pattern =
                #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |internal |package |private |fileprivate )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/#
            for match in text.matches(of: pattern.anchorsMatchLineEndings()) {
                found.append((own + "/" + file, String(match.output.1)))
            }
        }
        return found
    }

    /// The text up to the bracket that closes the one before it.
    private static func balanced(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }
}

@Suite("Reading a manifest")
struct ManifestTests {
    @Test("finds modules, their dependencies and products, and a cycle")
    func reading() {
        let package = Package(
            manifest: """
                .target(name: "A", dependencies: ["B", .product(name: "P", package: "p")], swiftSettings: x(1)),
                .target(
                    name: "B",
                    dependencies: [
                        "C"
                    ]),
                .target(name: "C", dependencies: ["A"], path: "Sources/x/C"),
                .testTarget(name: "T", dependencies: ["A"]), .target(name: "H", path: "Tests/H"),
                """)
        #expect(package.sources == ["A", "B", "C"])
        #expect(package.modules["A"]?.dependencies == ["B", "P"])
        #expect(package.reachable(from: "A") == ["A", "B", "C"])
        #expect(package.modules["T"]?.kind == "testTarget")
        #expect(package.modules["B"]?.folder == "Sources/B" && package.modules["C"]?.folder == "Sources/x/C")
    }
}
