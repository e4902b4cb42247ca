import BuildGraph
import Limits
import MuoneParameters
import PaperKit
import Reference

/// The tables of limits that a reader brings along, as input files of the graph.
///
/// Found by ``SuppliedLimits/init(folder:)``; read, checked and recast by nodes, so that a table is hashed like any input
/// and an edit runs only what depends on it.
public struct SuppliedLimits: Hashable, Sendable {
    /// The tables, sorted: relative to the project's folder, or absolute.
    public var files: [String]
    /// What lies beside them and is not read.
    public var ignored: [Ignored]
    /// The folder that they lie in: relative to the project's, or absolute.
    public var path = folderName

    public init(files: [String], ignored: [Ignored] = []) {
        self.files = files
        self.ignored = ignored
    }

    public static let none = SuppliedLimits(files: [])

    /// A file that might have been meant as a table.
    public struct Ignored: Hashable, Sendable, CustomStringConvertible {
        public var path: String
        public var reason: String

        public init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }

        public var description: String { "\(path) is not read as a limit: \(reason)" }
    }

    /// The folder, for a program that looks for new tables.
    public var folder: InputFolder {
        InputFolder(path, endings: Self.tableExtensions.map { ".\($0)" }, reader: Self.nodeName)
    }

    private static let nodeName = "limits/supplied"

    /// The limits, in the order of ``files``.
    public func node(_ parameters: PaperParameters) -> Node<[DrawnLimit]> {
        let limits = files.map { file in
            Node(
                "limits/supplied/\(file.split(separator: "/").last ?? "")",
                SuppliedLimit(file: file, particles: parameters.particles), from: .file(file))
        }
        return Node(Self.nodeName, fromEach: limits, parameters: files) { files, limits in
            try SuppliedLimitsError.checkNames(zip(files, limits).map { ($0, $1.constraint.name) })
            return limits
        }
    }
}

/// A table of a reader as a limit on g′, over all its masses.
struct SuppliedLimit: Computation {
    /// For messages, and for the name of a table that states none.
    var file: String
    var particles: ParticleInputs

    func compute(_ table: Blob) throws -> DrawnLimit {
        let constraint = try LimitTable(bytes: table.bytes, file: file).constraint(inputs: particles)
        // The points are its corners: no grid can add to them.
        let masses = [constraint.validity.lowerBound, constraint.validity.upperBound]
        return DrawnLimit(
            constraint: constraint, segments: try constraint.curve(masses: masses, inputs: particles))
    }
}
