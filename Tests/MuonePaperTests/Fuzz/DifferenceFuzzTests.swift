import CairoCanvas
import Foundation
import Manuscript
import Testing

@Suite("Damaged files of a built paper", .serialized)
struct DifferenceFuzzTests {
    /// Small figures of each kind: a grid, contours, a colour map, bands.
    private static let figures = ["elastic-cut", "second-beam", "beam-dumps", "kinetic-mixing", "gminus2-status"]

    @Test("are compared, or refused with the file's name", .timeLimit(.minutes(30)))
    func comparisons() throws {
        let folder = Package.folder.appending(path: "figures")
        var files: [String: [UInt8]] = [:]
        for name in Self.figures.map({ $0 + ".json" }) + ["results.lock"] {
            files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
        }
        let canvas = try CairoCanvas()
        for seed in Fuzz.seeds(40) {
            var fuzz = Fuzz(seed: seed)
            let name = fuzz.one(of: files.keys.sorted())
            let whole = try #require(files[name])
            let damaged = fuzz.damaged(whole, times: 4)
            Fuzz.announce("diff", seed, name)
            let (old, new) = (
                PaperSnapshot(name: "old", files: [name: whole]), PaperSnapshot(name: "new", files: [name: damaged])
            )
            do {
                let difference = try PaperDifference.between(old, new, layout: canvas.figureLayout)
                _ = try readableJSON(difference)
                _ = difference.plainText(details: true)
                _ = DiffReport(difference, old: old, new: new, canvas: canvas).html()
                _ = try PaperDifference.between(new, old, layout: canvas.figureLayout)
            } catch let error as DifferenceError {
                #expect("\(error)".contains(name) && isHelpful(error), "seed \(seed): \(error)")
            } catch {
                Issue.record("seed \(seed): \(name): \(error)")
            }
        }
    }
}
