import LimitModel
import NumericalMethods

/// `index.json` of exported limits: all of them with their files, also those without a curve. `README.md` says the same.
struct LimitIndex: Encodable {
    struct Entry: Encodable {
        struct Piece: Encodable {
            var shape: ExportedCurve.Shape
            var points: Int
            /// GeV.
            var masses: Range
            /// By format.
            var files: [String: String]
        }

        struct Range: Encodable {
            var from: Double
            var to: Double
        }

        struct Input: Encodable {
            var name: String
            var value: String
        }

        var name: String
        var label: String
        var role: LimitFacts.Role
        var kind: LimitFacts.Kind
        /// Whether it counts towards what is excluded.
        var excludes: Bool
        var bound: LimitFacts.Extent
        var confidenceLevel: Nullable<Double>
        var source: String
        /// Keys of `bibliography.bib`.
        var sources: [String]
        var process: String
        var inputs: [Input]
        /// GeV; those for which it is stated.
        var masses: Range
        var coupling: ExportedCurve.Coupling
        /// The largest numerical error of a point, relative.
        var largestError: Double
        /// How far straight lines in the logarithms are off between the points, relative.
        var largestInterpolationError: Double
        var interpolation: String
        var pieces: [Piece] = []
        var note: Nullable<String>

        init(_ limit: ExportedLimit) {
            let facts = limit.facts
            name = facts.name
            label = PlainText(facts.label).ascii
            role = facts.role
            kind = facts.kind
            excludes = limit.excludes
            bound = facts.extent
            confidenceLevel = Nullable(facts.confidenceLevel)
            source = limit.source
            sources = facts.sources
            process = PlainText(facts.process).ascii
            inputs = facts.inputs.map { Input(name: PlainText($0.name).ascii, value: PlainText($0.value).ascii) }
            masses = Range(from: facts.masses.lowerBound, to: facts.masses.upperBound)
            coupling = limit.curve.coupling
            largestError = limit.curve.largestError
            largestInterpolationError = limit.curve.interpolation.largest
            interpolation = limit.curve.interpolation.text
            let remarks = limit.curve.remarks.joined(separator: " ")
            let silent = limit.curve.pieces.isEmpty ? "no curve with these parameters" : nil
            note = Nullable(remarks.isEmpty ? silent : remarks)
        }

        mutating func add(_ piece: ExportedCurve.Piece, files: [LimitFormat: String]) {
            let masses = piece.points.map(\.mass)
            pieces.append(
                Piece(
                    shape: piece.shape, points: piece.points.count,
                    masses: Range(from: masses.min() ?? 0, to: masses.max() ?? 0),
                    files: files.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }))
        }
    }

    var schema = 1
    var export = "limits"
    var massUnit = "GeV"
    /// Those that are not the published paper's.
    var parameters: [LimitExport.Changed]
    var formats = LimitFormat.allCases.reduce(into: [:]) { $0[$1.rawValue] = $1.meaning }
    var limits: [Entry]

    init(parameters: [LimitExport.Changed], limits: [Entry]) {
        self.parameters = parameters
        self.limits = limits
    }

    /// `README.md`.
    var text: String {
        var lines = [
            "# Limits and projections", "",
            "Written by `paperbuild export limits`; another export to this folder replaces it. `index.json` says the same for "
                + "programs, `bibliography.bib` has the sources by their keys, and `python3 plot.py` draws all "
                + "(numpy and matplotlib; `python3 plot.py --help`).", "",
        ]
        if !parameters.isEmpty {
            lines += [
                "Not the published parameters: "
                    + parameters.map { "`\($0.name)=\($0.value)` (published: \($0.published))" }.joined(separator: ", ")
                    + ".", "",
            ]
        }
        lines += ["| folder | |", "|---|---|"] + LimitFormat.allCases.map { "| `\($0.rawValue)/` | \($0.meaning) |" }
        lines += [
            "",
            "Each folder can be read back: `paperbuild --limits csv --output FOLDER`. What states no level of confidence that "
                + "a table can have is in `\(LimitExport.withoutLevel)/`, which is not read: add the level first.", "",
            "| name | | level | masses [GeV] | error | between points | files | source |",
            "|---|---|---|---|---|---|---|---|",
        ]
        lines += limits.map { limit in
            let files = limit.pieces.compactMap { $0.files[LimitFormat.csv.rawValue] }.map { "`\($0)`" }
            return "| "
                + [
                    limit.name, "\(limit.kind.rawValue) \(limit.role.rawValue) on \(limit.coupling.rawValue)",
                    limit.confidenceLevel.value.map { "\(decimal(100 * $0, digits: 10)) %" } ?? "not stated",
                    "\(decimal(limit.masses.from)) to \(decimal(limit.masses.to))",
                    decimal(limit.largestError, digits: 2),
                    decimal(limit.largestInterpolationError, digits: 2),
                    (files + (limit.note.value.map { [$0] } ?? [])).joined(separator: " "),
                    limit.source.replacing("|", with: "/"),
                ].joined(separator: " | ") + " |"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// `null` where there is nothing, so that all entries have the same members.
struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
    var value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
