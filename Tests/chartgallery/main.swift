import CairoCanvas
import Foundation
import Plotting

// Writes the gallery's charts for the eye, as PDF and PNG: chartgallery FOLDER [NAME...].
let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first else {
    FileHandle.standardError.write(Data("usage: chartgallery FOLDER [NAME...]\n".utf8))
    exit(64)
}
do {
    let canvas = try CairoCanvas()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let wanted = arguments.dropFirst()
    for (name, graphic) in Gallery.all where wanted.isEmpty || wanted.contains(name) {
        let list = try canvas.displayList(graphic)
        try Data(canvas.pdf(list)).write(to: URL(filePath: folder).appending(path: "\(name).pdf"))
        try Data(canvas.png(list, scale: 220.0 / 72)).write(to: URL(filePath: folder).appending(path: "\(name).png"))
    }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
