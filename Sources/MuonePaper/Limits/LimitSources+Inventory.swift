import BuildGraph
import Foundation
import LimitModel
import Manuscript
import PaperKit

extension LimitSources {
    /// What each table of a reader is, or what is wrong with it.
    package func inventory(in project: URL) -> Inventory {
        Inventory("Supplied limits", key: "limits", supplied.files.map { Self.item($0, in: project) })
    }

    private static func item(_ file: String, in project: URL) -> Inventory.Item {
        func refused(_ problem: String) -> Inventory.Item {
            Inventory.Item(file: file, text: "refused: \(problem)", members: ["error": .string(problem)])
        }
        do {
            let url = URL(filePath: file, relativeTo: project.appending(path: "/"))
            let table = try LimitTable(bytes: RegularFile.bytes(url.path), file: file)
            return Inventory.Item(
                file: file, text: "\(table.name): \(table.label), \(table.pointCount) points",
                members: [
                    "name": .string(table.name), "label": .string(table.label),
                    "points": .number(Double(table.pointCount)),
                ])
        } catch let error as LimitTableError {
            return refused("\(error)")
        } catch let problem as RegularFile.Problem {
            return refused("\(file) cannot be read: \(problem.reason)")
        } catch {
            return refused("\(file) cannot be read: \(error)")
        }
    }
}
