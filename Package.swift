// swift-tools-version: 6.2
import PackageDescription

// Numeric code is optimised even in a debug build, so that `swift run` is as fast as a release build. Who depends on a
// version of this package may do so as well: from tools version 6.2 on, a package manager takes such flags from a dependency.
let optimised: [SwiftSetting] = [
    .unsafeFlags(["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"], .when(configuration: .debug))
]
// What no other module has to inline: an edit inside a function compiles that module alone.
let optimisedAlone: [SwiftSetting] =
    optimised + [.unsafeFlags(["-disable-cmo"], .when(configuration: .debug))]

let package = Package(
    name: "paperbuild",
    products: [
        .executable(name: "paperbuild", targets: ["paperbuild"]),
        // For other papers: PaperKit brings all below it along.
        .library(name: "PaperKit", targets: ["PaperKit"]),
        .library(name: "BuildGraph", targets: ["BuildGraph"]),
        .library(name: "Plotting", targets: ["CairoCanvas", "Plotting"]),
        .library(name: "NumericalMethods", targets: ["Computing", "NumericalMethods", "Units"]),
        // Data in: what PaperKit brings along, and a reader of YAML, which needs a package of its own.
        .library(name: "DataFiles", targets: ["DataFiles", "RemoteFiles"]),
        .library(name: "YAMLData", targets: ["YAMLData"]),
        .plugin(name: "FingerprintSources", targets: ["FingerprintSources"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
        .package(url: "https://github.com/apple/swift-numerics", .upToNextMinor(from: "1.1.1")),
        .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev", "libfreetype-dev"])]),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // What a node runs: a protocol, so that physics can give it without knowing the graph.
        .target(name: "Computing"),

        // The build engine: knows no physics, no drawing, no LaTeX.
        .target(name: "ContentHash", dependencies: ["CCrypto"], swiftSettings: optimisedAlone),
        .target(name: "CLinux"),
        .target(
            name: "BuildGraph", dependencies: ["Computing", "ContentHash", "CLinux"], swiftSettings: optimisedAlone),

        // The one way to start other programs.
        .target(name: "ExternalPrograms", dependencies: ["CLinux"]),

        // Steps that other programs do, as nodes.
        .target(
            name: "ProgramNodes", dependencies: ["BuildGraph", "ContentHash", "ExternalPrograms", "NumericalMethods"]),

        // Numbers with errors, and numbers with units: no constant of one paper.
        .target(name: "NumericalMethods", swiftSettings: optimised),
        .target(name: "Units", swiftSettings: optimisedAlone),
        // Lists of points in, answers out.
        .target(name: "PointTables", dependencies: ["Units"], swiftSettings: optimisedAlone),

        // Data in: readers of tables, JSON and YAML, and files from elsewhere.
        .target(name: "DataFiles", dependencies: ["BuildGraph", "CZlib", "Units"], swiftSettings: optimisedAlone),
        .target(
            name: "YAMLData", dependencies: ["BuildGraph", "DataFiles", .product(name: "Yams", package: "Yams")],
            swiftSettings: optimisedAlone),
        .target(name: "CDownload"),
        .target(name: "RemoteFiles", dependencies: ["BuildGraph", "CDownload", "ContentHash", "DataFiles"]),

        // The physics: knows no build graph.
        .target(name: "Reference"),
        .target(
            name: "Kinematics", dependencies: ["Computing", "NumericalMethods", "Reference"], swiftSettings: optimised),
        .target(
            name: "Amplitudes",
            dependencies: ["Kinematics", .product(name: "ComplexModule", package: "swift-numerics")],
            swiftSettings: optimised),
        // A subject each. What several need of the boson itself and of a limit stands below; what a limit is.
        .target(
            name: "LimitModel", dependencies: ["Computing", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/LimitModel", swiftSettings: optimisedAlone),
        .target(
            name: "BosonPhysics", dependencies: ["NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Boson", swiftSettings: optimisedAlone),
        .target(
            name: "SignalPhysics",
            dependencies: ["Amplitudes", "Computing", "Kinematics", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Signal", swiftSettings: optimisedAlone),
        .target(
            name: "TridentPhysics",
            dependencies: ["BosonPhysics", "Computing", "LimitModel", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Trident", swiftSettings: optimisedAlone),
        .target(
            name: "MixingPhysics",
            dependencies: ["BosonPhysics", "Computing", "LimitModel", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Mixing", swiftSettings: optimisedAlone),
        .target(
            name: "MomentPhysics",
            dependencies: ["BosonPhysics", "Computing", "LimitModel", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Moment", swiftSettings: optimisedAlone),
        .target(
            name: "CosmologyPhysics",
            dependencies: ["BosonPhysics", "Computing", "LimitModel", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Cosmology", swiftSettings: optimisedAlone),
        .target(
            name: "BeamPhysics",
            dependencies: ["BosonPhysics", "Computing", "LimitModel", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Beam", swiftSettings: optimisedAlone),
        .target(
            name: "HadronicPhysics",
            dependencies: ["BosonPhysics", "Computing", "Kinematics", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Hadronic", swiftSettings: optimisedAlone),
        .target(
            name: "FormFactorPhysics",
            dependencies: ["BosonPhysics", "Computing", "Kinematics", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/FormFactors", swiftSettings: optimisedAlone),
        .target(
            name: "ElasticPhysics",
            dependencies: [
                "Amplitudes", "Computing", "FormFactorPhysics", "Kinematics", "NumericalMethods", "Reference",
            ],
            path: "Sources/Phenomenology/Elastic", swiftSettings: optimisedAlone),
        .target(
            name: "MeasurementPhysics",
            dependencies: [
                "Amplitudes", "Computing", "ElasticPhysics", "HadronicPhysics", "NumericalMethods", "Reference",
            ],
            path: "Sources/Phenomenology/Measurement", swiftSettings: optimisedAlone),
        // What the search has to be told apart from, and the detector that does it.
        .target(
            name: "DetectorPhysics", dependencies: ["Computing", "Kinematics", "NumericalMethods", "Reference"],
            path: "Sources/Phenomenology/Detector", swiftSettings: optimisedAlone),
        .target(
            name: "RadiativePhysics",
            dependencies: [
                "Amplitudes", "Computing", "DetectorPhysics", "Kinematics", "NumericalMethods", "Reference",
                "SignalPhysics",
            ],
            path: "Sources/Phenomenology/Radiative", swiftSettings: optimisedAlone),
        .target(
            name: "KickPhysics",
            dependencies: [
                "Amplitudes", "Computing", "DetectorPhysics", "Kinematics", "NumericalMethods", "Reference",
                "SignalPhysics",
            ],
            path: "Sources/Phenomenology/Kicks", swiftSettings: optimisedAlone),
        .target(
            name: "NeutrinoPairPhysics",
            dependencies: [
                "Amplitudes", "Computing", "Kinematics", "NumericalMethods", "Reference", "SignalPhysics",
            ],
            path: "Sources/Phenomenology/NeutrinoPairs", swiftSettings: optimisedAlone),
        .target(
            name: "SearchPhysics",
            dependencies: [
                "Amplitudes", "Computing", "DetectorPhysics", "KickPhysics", "Kinematics", "NumericalMethods",
                "RadiativePhysics", "Reference", "SignalPhysics",
            ],
            path: "Sources/Phenomenology/Search", swiftSettings: optimisedAlone),
        // The figures: charts are values, Cairo is one way to draw them.
        .target(name: "Plotting", swiftSettings: optimisedAlone),
        .target(name: "CairoCanvas", dependencies: ["Plotting", "CCairo", "CHarfBuzz"], swiftSettings: optimisedAlone),

        // What a person sees of a build: progress, event stream, logs, the drawn graph.
        .target(name: "BuildConsole", dependencies: ["BuildGraph", "ContentHash", "Plotting"]),

        // What every paper is made of: figures, numbers, claims, LaTeX, and the comparison of two versions.
        .target(
            name: "Manuscript",
            dependencies: [
                "BuildGraph", "ContentHash", "ExternalPrograms", "ProgramNodes", "Plotting", "CairoCanvas",
                "NumericalMethods",
            ]),

        // Another paper, and what is added to one: texts with words to fill in.
        .target(name: "Scaffold"),

        // A paper as a program: parameters, documents, observables and all commands. Knows no physics.
        .target(
            name: "PaperKit",
            dependencies: [
                "BuildConsole", "BuildGraph", "CLinux", "CairoCanvas", "ContentHash", "DataFiles", "ExternalPrograms",
                "Manuscript", "NumericalMethods", "Plotting", "PointTables", "ProgramNodes", "RemoteFiles", "Scaffold",
                "Units",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // This paper.
        .target(
            name: "MuoneParameters",
            dependencies: [
                "BeamPhysics", "CosmologyPhysics", "DetectorPhysics", "ElasticPhysics", "Kinematics",
                "NumericalMethods",
                "PaperKit", "Reference", "SignalPhysics", "TridentPhysics", "Units",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/MuonePaper/Parameters"),
        .target(
            name: "MuoneCommon",
            dependencies: [
                "BuildGraph", "ElasticPhysics", "Manuscript", "MuoneParameters", "NumericalMethods", "PaperKit",
                "Plotting", "Reference", "SignalPhysics",
            ],
            path: "Sources/MuonePaper/Common"),
        .target(
            name: "FormFactors",
            dependencies: [
                "BuildGraph", "ElasticPhysics", "FormFactorPhysics", "Manuscript", "MuoneCommon", "MuoneParameters",
                "NumericalMethods", "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/FormFactors"),
        .target(
            name: "Hadronic",
            dependencies: [
                "BuildGraph", "HadronicPhysics", "Manuscript", "MuoneCommon", "MuoneParameters", "NumericalMethods",
                "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/Hadronic"),
        .target(
            name: "MuoneMeasurement",
            dependencies: [
                "BuildGraph", "ElasticPhysics", "Manuscript", "MeasurementPhysics", "MuoneCommon", "MuoneParameters",
                "NumericalMethods", "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/Measurement"),
        .target(
            name: "Limits",
            dependencies: [
                "BeamPhysics", "BosonPhysics", "BuildGraph", "Computing", "CosmologyPhysics", "Kinematics",
                "LimitModel",
                "Manuscript", "MixingPhysics", "MomentPhysics", "MuoneCommon", "MuoneParameters", "NumericalMethods",
                "PaperKit", "Plotting", "Reference", "TridentPhysics",
            ],
            path: "Sources/MuonePaper/Limits"),
        .target(
            name: "Projections",
            dependencies: [
                "BeamPhysics", "BuildGraph", "Kinematics", "LimitModel", "Limits", "Manuscript", "MomentPhysics",
                "MuoneCommon", "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting", "Reference",
                "SignalPhysics",
            ],
            path: "Sources/MuonePaper/Projections"),
        .target(
            name: "Flavour",
            dependencies: [
                "BuildGraph", "LimitModel", "Manuscript", "MomentPhysics", "MuoneCommon", "MuoneParameters",
                "NumericalMethods", "PaperKit", "Reference",
            ],
            path: "Sources/MuonePaper/Flavour"),
        .target(
            name: "MagneticMoment",
            dependencies: [
                "BuildGraph", "CosmologyPhysics", "Limits", "Manuscript", "MomentPhysics", "MuoneCommon",
                "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/MagneticMoment"),
        .target(
            name: "Signal",
            dependencies: [
                "BuildGraph", "DetectorPhysics", "KickPhysics", "Kinematics", "LimitModel", "Limits", "Manuscript",
                "MomentPhysics", "MuoneCommon", "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting",
                "Reference", "SearchPhysics", "SignalPhysics",
            ],
            path: "Sources/MuonePaper/Signal"),
        .target(
            name: "Backgrounds",
            dependencies: [
                "Amplitudes", "BuildGraph", "Computing", "DetectorPhysics", "KickPhysics", "Kinematics", "Limits",
                "Manuscript", "MomentPhysics", "MuoneCommon", "MuoneParameters", "NeutrinoPairPhysics",
                "NumericalMethods",
                "PaperKit",
                "Plotting", "RadiativePhysics", "Reference", "SearchPhysics", "SignalPhysics",
            ],
            path: "Sources/MuonePaper/Backgrounds"),
        .target(
            name: "Landscape",
            dependencies: [
                "BosonPhysics", "BuildGraph", "Computing", "CosmologyPhysics", "Kinematics", "LimitModel", "Limits",
                "Manuscript", "MomentPhysics", "MuoneCommon", "MuoneParameters", "NumericalMethods", "PaperKit",
                "Plotting", "PointTables", "Reference", "SignalPhysics", "TridentPhysics",
            ],
            path: "Sources/MuonePaper/Landscape"),
        .target(
            name: "Cosmology",
            dependencies: [
                "BosonPhysics", "BuildGraph", "CosmologyPhysics", "LimitModel", "Limits", "Manuscript", "MuoneCommon",
                "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/Cosmology"),
        .target(
            name: "Trident",
            dependencies: [
                "BuildGraph", "LimitModel", "Limits", "Manuscript", "MuoneCommon", "MuoneParameters",
                "NumericalMethods", "PaperKit",
                "Plotting", "Reference", "TridentPhysics",
            ],
            path: "Sources/MuonePaper/Trident"),
        .target(
            name: "Mixing",
            dependencies: [
                "BosonPhysics", "BuildGraph", "Computing", "LimitModel", "Limits", "Manuscript", "MixingPhysics",
                "MuoneCommon", "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/Mixing"),
        .target(
            name: "Elastic",
            dependencies: [
                "Amplitudes", "BuildGraph", "Computing", "CosmologyPhysics", "ElasticPhysics", "Kinematics",
                "LimitModel", "Limits", "Manuscript", "MeasurementPhysics", "MomentPhysics", "MuoneCommon",
                "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting", "Reference",
            ],
            path: "Sources/MuonePaper/Elastic"),
        .executableTarget(
            name: "paperbuild",
            dependencies: [
                "Backgrounds", "BuildGraph", "Cosmology", "Elastic", "Flavour", "FormFactors", "Hadronic", "Landscape",
                "Limits", "MagneticMoment", "Mixing", "MuoneMeasurement", "MuoneParameters", "PaperKit", "Projections",
                "Signal",
                "Trident",
            ],
            linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux], configuration: .debug))],
            plugins: ["FingerprintSources"]),
        .executableTarget(
            name: "paperbench",
            dependencies: [
                "Amplitudes", "BuildGraph", "ElasticPhysics", "Kinematics", "Manuscript", "MeasurementPhysics",
                "MuoneParameters", "NumericalMethods", "PaperKit", "RadiativePhysics", "Reference", "SearchPhysics",
                "SignalPhysics", "graphbench", "paperbuild", "plotbench",
            ]),
        .executableTarget(name: "graphbench", dependencies: ["BuildGraph", "ContentHash"]),
        .executableTarget(name: "plotbench", dependencies: ["CairoCanvas", "NumericalMethods", "Plotting"]),

        // The digest of every module's sources.
        .target(name: "SourceFingerprint", dependencies: ["ContentHash"], swiftSettings: optimised),
        .executableTarget(name: "fingerprint", dependencies: ["SourceFingerprint"]),
        .plugin(name: "FingerprintSources", capability: .buildTool(), dependencies: ["fingerprint"]),

        // The folder of a run of the tests, and the programs that tests start: both end with the run.
        .target(name: "CTestSupport", path: "Tests/CTestSupport"),
        .target(name: "TestSupport", dependencies: ["CTestSupport"], path: "Tests/TestSupport"),
        .testTarget(name: "ContentHashTests", dependencies: ["ContentHash"]),
        // A program that starts another, to be killed by the tests.
        .executableTarget(name: "programstarter", dependencies: ["ExternalPrograms"], path: "Tests/programstarter"),
        .testTarget(name: "ExternalProgramsTests", dependencies: ["ExternalPrograms", "programstarter"]),
        // A graph with nodes that read what they should not, each run in a process of its own by the tests.
        .executableTarget(name: "lintgraph", dependencies: ["BuildGraph"], path: "Tests/lintgraph"),
        .testTarget(name: "BuildGraphTests", dependencies: ["BuildGraph", "CLinux", "lintgraph"]),
        // A graph whose nodes run programs that open what they should not.
        .executableTarget(name: "programgraph", dependencies: ["ProgramNodes"], path: "Tests/programgraph"),
        .testTarget(
            name: "ProgramNodesTests", dependencies: ["BuildGraph", "NumericalMethods", "ProgramNodes", "programgraph"]),
        // A program to kill, and the tests that do so.
        .executableTarget(name: "faultgraph", dependencies: ["BuildGraph"], path: "Tests/faultgraph"),
        .testTarget(name: "FaultTests", dependencies: ["BuildGraph", "TestSupport", "faultgraph"]),
        .testTarget(name: "BuildConsoleTests", dependencies: ["BuildConsole", "BuildGraph", "CairoCanvas"]),
        .testTarget(
            name: "SourceFingerprintTests", dependencies: ["SourceFingerprint", "BuildGraph"],
            plugins: ["FingerprintSources"]),
        .testTarget(name: "NumericalMethodsTests", dependencies: ["NumericalMethods"]),
        .testTarget(name: "KinematicsTests", dependencies: ["Kinematics", "NumericalMethods"]),
        // Second methods that several tests need: amplitudes from explicit spinors, a mixing by quadrature.
        .target(
            name: "TestPhysics",
            dependencies: [
                "Amplitudes", "BosonPhysics", "Kinematics", "MixingPhysics", "NumericalMethods",
                .product(name: "ComplexModule", package: "swift-numerics"),
            ],
            path: "Tests/TestPhysics", swiftSettings: optimised),
        .testTarget(name: "AmplitudesTests", dependencies: ["Amplitudes", "Kinematics", "TestPhysics"]),
        .testTarget(
            name: "PhenomenologyTests",
            dependencies: [
                "Amplitudes", "BeamPhysics", "BosonPhysics", "CosmologyPhysics", "ElasticPhysics", "FormFactorPhysics",
                "HadronicPhysics", "Kinematics", "LimitModel", "MeasurementPhysics", "MixingPhysics", "MomentPhysics",
                "NumericalMethods", "Reference", "SignalPhysics", "TestPhysics", "TridentPhysics",
            ]),
        .testTarget(
            name: "BackgroundTests",
            dependencies: [
                "Amplitudes", "DetectorPhysics", "KickPhysics", "Kinematics", "NeutrinoPairPhysics",
                "NumericalMethods", "RadiativePhysics", "Reference", "SearchPhysics", "SignalPhysics", "TestPhysics",
            ]),
        .testTarget(name: "ReferenceTests", dependencies: ["Reference"]),
        .testTarget(name: "UnitsTests", dependencies: ["Units"]),
        .testTarget(name: "PlottingTests", dependencies: ["Plotting", "CairoCanvas"]),
        // Charts for the eye, written by a program and drawn by the tests.
        .executableTarget(name: "chartgallery", dependencies: ["CairoCanvas", "Plotting"], path: "Tests/chartgallery"),
        .testTarget(name: "CairoCanvasTests", dependencies: ["CairoCanvas", "TestSupport", "chartgallery"]),
        .testTarget(
            name: "ManuscriptTests",
            dependencies: [
                "Manuscript", "BuildGraph", "CairoCanvas", "ContentHash", "ExternalPrograms", "NumericalMethods",
                "Plotting", "TestSupport",
            ]),
        // A paper of another package, but for its place: it sees what is public only.
        .executableTarget(
            name: "smallpaper", dependencies: ["PaperKit"], path: "Tests/smallpaper", exclude: ["data", "paper"],
            swiftSettings: [.unsafeFlags(["-package-name", "smallpaper"])],
            plugins: ["FingerprintSources"]),
        // The paper of the tutorial, laid out as its package is; the article's code is held to these files.
        .target(
            name: "PendulumPhysics", dependencies: ["Computing", "NumericalMethods"],
            path: "Tests/firstpaper/Sources/PendulumPhysics",
            swiftSettings: [.unsafeFlags(["-package-name", "firstpaper"])]),
        .executableTarget(
            name: "pendulum", dependencies: ["PaperKit", "PendulumPhysics"], path: "Tests/firstpaper/Sources/pendulum",
            swiftSettings: [.unsafeFlags(["-package-name", "firstpaper"])],
            plugins: ["FingerprintSources"]),
        .testTarget(
            name: "PaperKitTests",
            dependencies: ["BuildGraph", "Manuscript", "NumericalMethods", "PaperKit", "pendulum", "smallpaper"]),
        .testTarget(name: "ScaffoldTests", dependencies: ["Scaffold", "TestSupport"]),
        // New papers, which the package manager builds.
        .testTarget(name: "NewPaperTests", dependencies: ["TestSupport", "paperbuild"]),

        // Examples: whole papers of other fields, also of other packages but for their place (Examples/README.md).
        .target(
            name: "OscillationPhysics",
            dependencies: [
                "Computing", "NumericalMethods", .product(name: "ComplexModule", package: "swift-numerics"),
            ],
            path: "Examples/Oscillations/Physics",
            swiftSettings: optimised + [.unsafeFlags(["-package-name", "oscillations"])]),
        .executableTarget(
            name: "oscillations", dependencies: ["OscillationPhysics", "PaperKit"],
            path: "Examples/Oscillations/Program",
            swiftSettings: [.unsafeFlags(["-package-name", "oscillations"])], plugins: ["FingerprintSources"]),
        .testTarget(
            name: "OscillationTests",
            dependencies: [
                "BuildGraph", "CairoCanvas", "Manuscript", "NumericalMethods", "OscillationPhysics", "PaperKit",
                "Plotting", "oscillations",
                .product(name: "ComplexModule", package: "swift-numerics"),
            ]),
        // A paper whose results come from programs of other languages, also of another package but for its place.
        .executableTarget(
            name: "walk", dependencies: ["PaperKit"], path: "Examples/Programs/Program",
            swiftSettings: [.unsafeFlags(["-package-name", "walk"])], plugins: ["FingerprintSources"]),
        .testTarget(name: "WalkTests", dependencies: ["PaperKit", "walk"]),

        .testTarget(name: "PointTablesTests", dependencies: ["PointTables", "Units"]),
        .testTarget(
            name: "DataFilesTests",
            dependencies: ["BuildGraph", "CZlib", "ContentHash", "DataFiles", "Units", "YAMLData"]),
        // A graph with a file from elsewhere, to be stopped, killed and looked at by the tests.
        .executableTarget(
            name: "remotegraph", dependencies: ["BuildGraph", "RemoteFiles"], path: "Tests/remotegraph"),
        .testTarget(
            name: "RemoteFilesTests",
            dependencies: ["BuildGraph", "ContentHash", "RemoteFiles", "TestSupport", "remotegraph"]),
        .testTarget(
            name: "MuonePaperTests",
            dependencies: [
                "Amplitudes", "Backgrounds", "BeamPhysics", "BosonPhysics", "BuildGraph", "CairoCanvas", "ContentHash",
                "Cosmology", "CosmologyPhysics", "DetectorPhysics", "Elastic", "ElasticPhysics", "Flavour",
                "FormFactorPhysics", "FormFactors",
                "Hadronic", "HadronicPhysics", "Kinematics", "Landscape", "LimitModel", "Limits", "MagneticMoment",
                "Manuscript", "MeasurementPhysics", "Mixing", "MixingPhysics", "MomentPhysics", "MuoneCommon",
                "MuoneMeasurement", "MuoneParameters", "NumericalMethods", "PaperKit", "Plotting", "Projections",
                "Reference", "Signal", "SignalPhysics", "SourceFingerprint", "TestPhysics", "Trident", "TridentPhysics",
                "paperbuild",
            ],
            exclude: ["Answers/answers.jsonl"]),
        .testTarget(
            name: "paperbuildTests",
            dependencies: [
                "BuildGraph", "CairoCanvas", "ContentHash", "Landscape", "Limits", "Manuscript", "MuoneParameters",
                "PaperKit", "Plotting", "TestSupport", "paperbuild",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
