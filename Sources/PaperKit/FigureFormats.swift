import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

/// What a build makes of each figure beside the files that are committed.
struct FigureFormats: ParsableArguments {
    @Option(help: ArgumentHelp("Also draw the figures as PNG, at this density.", valueName: "dpi"))
    var png: Int?

    @Flag(help: "Also write the figures for LaTeX to set their labels, into camera-ready/.")
    var cameraReady = false

    func validate() throws {
        if let png, !(10...2400).contains(png) {
            throw ValidationError("--png \(png) is not possible; give 10 to 2400 dots per inch, such as 300")
        }
    }

    /// The files to make of the figures among `files`, and with the whole paper its camera-ready PDF.
    func outputs<P>(
        of paper: Edition<P>, beside files: [OutputFile], tex: TeXInstallation?, workshop: TypesetPaper.Workshop
    ) throws -> [OutputFile] {
        let figures = paper.figures.filter { figure in figure.outputs.contains(where: files.contains) }
        var outputs: [OutputFile] = []
        if let png { outputs += figures.map { $0.image(density: png) } }
        guard cameraReady else { return outputs }
        outputs += figures.flatMap(\.cameraReadyOutputs)
        guard let tex else { return outputs }
        for document in paper.documents where document.outputs.contains(where: files.contains) {
            let whole = document.flattened(cameraReady: true, compiler: tex, workshop: workshop).pdf
            outputs.append(OutputFile(whole.name, from: whole))
        }
        return outputs
    }
}
