import CairoCanvas
import ContentHash
import Foundation
import Plotting
import Testing

@testable import Manuscript

@Suite("A seal")
struct SealTests {
    private static let seal = Seal(["data": ContentDigest(of: "data").hex, "layout": ContentDigest(of: "layout").hex])

    private static func drawing(_ format: Seal.Format) throws -> [UInt8] {
        let list = DisplayList(width: 100, height: 50, title: "Nothing", items: [])
        let canvas = try CairoCanvas()
        return switch format {
        case .pdf: try canvas.pdf(list)
        case .svg: try canvas.svg(list)
        case .png: try canvas.png(list, dotsPerInch: 72)
        case .tex: Array("\\put(0,0){x}\n".utf8)
        }
    }

    @Test("is found in the file that it was put into", arguments: Seal.Format.allCases)
    func found(_ format: Seal.Format) throws {
        let sealed = try Self.seal.sealing(try Self.drawing(format), as: format)
        #expect(Seal.find(in: sealed, format) == Seal.Found(seal: Self.seal, isWhole: true))
        #expect(Seal.find(in: try Self.drawing(format), format) == nil)
    }

    @Test("tells of any other byte that changed, went or came", arguments: Seal.Format.allCases)
    func changed(_ format: Seal.Format) throws {
        let sealed = try Self.seal.sealing(try Self.drawing(format), as: format)
        for place in stride(from: 0, to: sealed.count, by: max(1, sealed.count / 97)) {
            var changed = sealed
            changed[place] ^= 1
            #expect(Seal.find(in: changed, format) != Seal.Found(seal: Self.seal, isWhole: true), "byte \(place)")
            var shorter = sealed
            shorter.remove(at: place)
            #expect(Seal.find(in: shorter, format) != Seal.Found(seal: Self.seal, isWhole: true), "byte \(place)")
        }
        #expect(Seal.find(in: sealed + [UInt8(ascii: "x")], format)?.isWhole != true)
        #expect(Seal.find(in: Array("garbage".utf8), format) == nil)
        #expect(Seal.find(in: [], format) == nil)
    }

    @Test("is not put into what is not of the format", arguments: [Seal.Format.pdf, .svg, .png])
    func noPlace(_ format: Seal.Format) {
        #expect(throws: SealError.noPlace(format.rawValue)) {
            _ = try Self.seal.sealing(Array("garbage".utf8), as: format)
        }
    }

    @Test("reads back as it was written, and nothing else reads")
    func text() throws {
        #expect(try Seal(text: Self.seal.text) == Self.seal)
        #expect(try Seal(text: "") == Seal([:]))
        for text in ["data", "data=12", "data=\(ContentDigest(of: "").hex) data=\(ContentDigest(of: "").hex)"] {
            #expect(throws: SealError.unreadable) { _ = try Seal(text: text) }
        }
    }

    @Test("leaves a drawing that other programs read")
    func readable() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = DisplayList(width: 100, height: 50, title: "Nothing", items: [])
        for format in [Seal.Format.pdf, .png] {
            let file = folder.appending(path: "drawing." + format.rawValue)
            try Data(Self.seal.sealing(try Self.drawing(format), as: format)).write(to: file)
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pdfinfo", folder.appending(path: "drawing.pdf").path]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && complaints.isEmpty && text.contains("Pages:           1"))
        // The last chunk is the one that ends a PNG.
        let image = [UInt8](try Data(contentsOf: folder.appending(path: "drawing.png")))
        #expect(image.suffix(8).prefix(4).elementsEqual("IEND".utf8) && list.width == 100)
    }
}

@Suite("The definitions of numbers.tex")
struct NumberDefinitionTests {
    @Test("are read whole, with groups, escaped braces and several lines; remarks define nothing")
    func definitions() {
        let text = """
            % a remark \\defresult{no}{1}
            \\defresult{a/b}{5.6 \\times 10^{-3}}
            % \\defresult{neither}{2}
            \\defresult{table}{x & \\{y\\} \\\\
              z & 1}
            \\defresult{last}{}

            """
        #expect(
            NumbersFile.definitions(text) == [
                "a/b": "5.6 \\times 10^{-3}", "table": "x & \\{y\\} \\\\\n  z & 1", "last": "",
            ])
        #expect(NumbersFile.definitions("\\defresult{open}{1").isEmpty)
    }
}
