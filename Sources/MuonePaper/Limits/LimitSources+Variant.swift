import Foundation
import MuoneParameters
import PaperKit

extension Variant<PaperParameters> {
    /// The tables of the paper, and those that a reader brings along: of the folder that was named, which must be there, or
    /// of the project.
    package func limitTables() throws -> LimitSources {
        try LimitSources(project: project, supplied: options.limits.map { URL(filePath: $0) })
    }
}
