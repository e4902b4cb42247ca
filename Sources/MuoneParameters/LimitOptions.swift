import ArgumentParser
import Foundation
import PaperKit

/// The tables of limits that a reader brings along, from another folder than the project's own.
public struct LimitOptions: PaperOptions {
    @Option(
        help: ArgumentHelp(
            "The folder with tables of limits to draw along; PROJECT/limits by default.", valueName: "folder"))
    public var limits: String?

    public init() {}

    public var makesVariant: Bool { limits != nil }
    public var arguments: [String] { limits.map { ["--limits", URL(filePath: $0).standardizedFileURL.path] } ?? [] }
    public static var variantOptions: [String] { ["--limits"] }
}
