import Foundation
import PaperKit

/// Tables of limits, as input files of the graph: found by their folder alone, read and checked by nodes.
package struct LimitFiles: Hashable, Sendable {
    /// The tables, sorted: relative to the project's folder, or absolute.
    package var files: [String]
    /// What lies beside them and is not read.
    package var ignored: [Ignored]
    /// The folder that they lie in: relative to the project's, or absolute.
    package var path: String

    package init(files: [String], ignored: [Ignored] = [], path: String) {
        self.files = files
        self.ignored = ignored
        self.path = path
    }

    /// A file that might have been meant as a table.
    package struct Ignored: Hashable, Sendable, CustomStringConvertible {
        package var path: String
        package var reason: String

        package init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }

        package var description: String { "\(path) is not read as a limit: \(reason)" }
    }
}

/// The tables that a build knows: those of the paper, and those that a reader brings along.
package struct LimitSources: Hashable, Sendable {
    package var published: LimitFiles
    package var supplied: LimitFiles

    package init(published: LimitFiles, supplied: LimitFiles = LimitFiles(files: [], path: suppliedFolder)) {
        self.published = published
        self.supplied = supplied
    }

    /// What lies beside the tables and is not read.
    package var ignored: [LimitFiles.Ignored] { published.ignored + supplied.ignored }

    /// The folders, for a program that looks for new tables.
    package var folders: [InputFolder] {
        [published, supplied].map {
            InputFolder($0.path, endings: LimitFiles.tableExtensions.map { ".\($0)" }, reader: LimitCatalogue.reader)
        }
    }

    /// The folder of a project that its publications' points are in.
    package static let publishedFolder = "data/limits"
    /// The folder of a project that a reader drops tables into.
    package static let suppliedFolder = "limits"

    /// The tables of a project.
    ///
    /// - Parameter folder: the reader's, if named; otherwise that of the project, which need not be there.
    /// - Throws: ``SuppliedLimitsError`` where a folder is missing, is a file or cannot be listed.
    package init(project: URL, supplied folder: URL? = nil) throws {
        let own = project.appending(path: Self.publishedFolder)
        guard LimitFiles.kind(of: own) != nil else { throw SuppliedLimitsError.noPublished(own.path) }
        published = try LimitFiles(listing: own, named: Self.publishedFolder)
        if let folder {
            supplied = try LimitFiles(folder: folder)
        } else {
            supplied = try LimitFiles(project: project)
        }
    }
}
