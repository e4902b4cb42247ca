import Foundation
import LimitModel
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit

/// The folder of all limits: a file for each piece in each format, an index, and a script that draws them.
package struct LimitExport {
    /// A parameter that is not the published paper's.
    package struct Changed: Codable, Hashable, Sendable {
        var name: String
        var value: String
        var published: String

        package static func all(_ parameters: PaperParameters) -> [Changed] {
            PaperParameters.all.compactMap { parameter in
                let (value, published) = (parameter.text(parameters), parameter.text(.published))
                return value == published || parameter.role == .drawing
                    ? nil : Changed(name: parameter.name, value: value, published: published)
            }
        }
    }

    private let limits: [ExportedLimit]
    private let changed: [Changed]

    /// - Throws: ``ImpossibleNumber`` where a point is no positive number.
    package init(_ limits: [ExportedLimit], changed: [Changed]) throws {
        for limit in limits {
            if let point = limit.impossiblePoint { throw ImpossibleNumber(point: point) }
        }
        self.limits = limits
        self.changed = changed
    }

    package struct ImpossibleNumber: Error, CustomStringConvertible {
        var point: String
        package var description: String {
            "a limit is not exported, as one of its points is not a positive number: \(point)"
        }
    }

    /// - Parameter bibliography: what the keys of the sources mean.
    package func folder(bibliography: Blob) throws -> ExportedFolder {
        var (files, entries): ([ExportedFolder.File], [LimitIndex.Entry]) = ([], [])
        var stems: Set<String> = []
        for limit in limits {
            var entry = LimitIndex.Entry(limit)
            let base = Self.unused(limit.facts.name, limit.facts.kind, among: stems)
            let count = limit.curve.pieces.count
            for (index, piece) in limit.curve.pieces.enumerated() {
                let stem = count == 1 ? base : Self.unused("\(base)-\(index + 1)", nil, among: stems)
                stems.insert(stem)
                var places: [LimitFormat: String] = [:]
                for format in LimitFormat.allCases {
                    // What no table can state as a level stands apart, so that the folder of a format can be read whole.
                    let folder = (limit.statableLevel == nil ? "\(Self.withoutLevel)/" : "") + format.rawValue
                    let path = "\(folder)/\(stem).\(format.ending)"
                    files.append(
                        .init(
                            path,
                            format.text(
                                limit, piece, number: count == 1 ? nil : (index + 1, of: count))))
                    places[format] = path
                }
                entry.add(piece, files: places)
            }
            stems.insert(base)
            entries.append(entry)
        }
        let index = LimitIndex(parameters: changed, limits: entries)
        files += [
            .init("index.json", try readableJSON(index)), .init("README.md", index.text),
            .init("plot.py", PlotScript.text),
            .init("bibliography.bib", bibliography),
        ]
        return ExportedFolder(
            files: files,
            remarks: entries.compactMap { entry in entry.note.value.map { "\(entry.name): \($0)" } })
    }

    static let withoutLevel = "without-level"

    /// A reader's table may be named like a limit of the paper.
    private static func unused(_ name: String, _ kind: LimitFacts.Kind?, among known: Set<String>) -> String {
        guard known.contains(name) else { return name }
        let base = kind.map { "\(name)-\($0.rawValue)" } ?? "\(name)-piece"
        guard known.contains(base) else { return base }
        var number = 2
        while known.contains("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }
}
