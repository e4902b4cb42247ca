import Foundation
import MuoneParameters
import PaperKit

extension Variant<PaperParameters> {
    /// The tables that a reader brings along: of the folder that was named, which must be there, or of the project.
    public func suppliedLimits() throws -> SuppliedLimits {
        if let limits = options.limits { return try SuppliedLimits(folder: URL(filePath: limits)) }
        return try SuppliedLimits(project: project)
    }
}
