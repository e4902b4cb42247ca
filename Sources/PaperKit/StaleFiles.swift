import BuildGraph
import Foundation
import Manuscript

/// Files that an earlier build made on request, or on a machine with LaTeX, and that this one leaves as they are. Where they
/// are not of the present paper that is said, as nobody sees it in the file.
struct StaleFiles<P: Paper> {
    let run: BuildRun<P>

    /// A sentence for each kind of file. To be asked after the build.
    func warnings() async throws -> [String] {
        var warnings = try figures()
        guard run.isWhole else { return warnings }
        for document in run.paper.documents {
            warnings += try await [pdf(of: document), cameraReady(document), flat(document)].compactMap(\.self)
        }
        return warnings
    }

    private var written: Set<String> { Set(run.outputs.map(\.path)) }

    private func seal(_ path: String, in folder: URL) -> Seal? {
        let ending = (path as NSString).pathExtension
        guard let format = Seal.Format(rawValue: ending),
            let bytes = try? RegularFile.bytes(folder.appending(path: path).path)
        else { return nil }
        return Seal.find(in: bytes, format).flatMap { $0.isWhole ? $0.seal : nil }
    }

    private func exists(_ path: String, in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }

    /// Images and camera-ready drawings of the figures that were built.
    private func figures() throws -> [String] {
        let written = written
        let built = run.paper.figures.filter { figure in figure.outputs.allSatisfy { written.contains($0.path) } }
        func stale(_ files: (RenderedFigure) -> [String]) -> [String] {
            built.flatMap { figure in
                let files = files(figure).filter { !written.contains($0) && exists($0, in: run.folder) }
                // What was just built tells what the others should be of.
                let present = files.isEmpty ? nil : seal(figure.svg.name, in: run.folder)
                return files.filter { seal($0, in: run.folder) != present }
            }
        }
        let images = stale { ["figures/\($0.name).png"] }
        let cameraReady = stale { $0.cameraReadyOutputs.map(\.path) }
        return [(images, "draw them again with --png DPI"), (cameraReady, "make them again with --camera-ready")]
            .filter { !$0.0.isEmpty }.map { files, remedy in
                "\(list(files)) of an earlier version and stale: \(remedy), or remove them"
            }
    }

    private func list(_ files: [String]) -> String {
        let places = files.map { run.folder.appending(path: $0).path }
        return places[0] + (places.count == 1 ? " is" : " and \(places.count - 1) more are")
    }

    /// The PDF where there is no LaTeX to make it.
    private func pdf(of document: BuiltDocument) async throws -> String? {
        let path = document.document.pdf
        guard run.tex == nil, exists(path, in: run.folder) else { return nil }
        let present = try await run.engine().value(of: document.seal)
        guard seal(path, in: run.folder) != (try Seal(text: present.text)) else { return nil }
        return
            "\(run.folder.appending(path: path).path) is stale: it is not made of the present sources and "
            + "results, and there is no LaTeX here to make it again"
    }

    private func cameraReady(_ document: BuiltDocument) async throws -> String? {
        let path = document.cameraReadyPDF
        guard !written.contains(path), exists(path, in: run.folder) else { return nil }
        let present = try await run.engine().value(of: document.seal)
        guard seal(path, in: run.folder) != (try Seal(text: present.text)) else { return nil }
        return "\(run.folder.appending(path: path).path) is of an earlier version and stale: make it again with "
            + "--camera-ready, or remove it"
    }

    /// The folder that 'flatten' makes in the project unless it is told another one.
    private func flat(_ document: BuiltDocument) async throws -> String? {
        let folder = run.workspace.root.appending(path: document.flatFolder)
        guard run.folder.standardizedFileURL.path == run.workspace.root.standardizedFileURL.path, let tex = run.tex,
            let text = try? RegularFile.bytes(folder.appending(path: "main.tex").path)
        else { return nil }
        var isPresent = false
        for isCameraReady in [false, true] {
            let flat = document.flattened(
                cameraReady: isCameraReady, compiler: tex, workshop: run.workspace.workshop)
            if try await run.engine().value(of: flat.tex).bytes == text { isPresent = true }
        }
        for figure in document.figures where isPresent {
            for name in ["\(figure.name).pdf", "\(figure.name)-art.pdf"] where exists(name, in: folder) {
                isPresent = isPresent && seal(name, in: folder) == seal(figure.pdf.name, in: run.folder)
            }
        }
        return isPresent
            ? nil : "\(folder.path) is of an earlier version and stale: run 'flatten' again, or remove it"
    }
}
