import BuildGraph
import Foundation
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import Testing

@testable import Signal
@testable import SignalPhysics

@Suite("The squared amplitude against another program")
struct AmplitudeCheckTests {
    private static func point(_ mass: Double) -> SignalPoint {
        SignalPoint(particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: 1e-3))
    }

    @Test("is asked at points everywhere in the phase space, each with all of its digits")
    func points() throws {
        let grid = try AmplitudeGrid(point: Self.point(0.1)).compute(())
        #expect(grid.count == 768 && Set(grid).count == 768)
        let lines = AmplitudeCheck.text(of: grid, Self.point(0.1)).text.split(separator: "\n")
        #expect(lines.count == 769 && lines[0].hasPrefix("150.0 0.105"))
        let numbers = lines[1].split(separator: " ").compactMap { Double($0) }
        #expect(numbers == [grid[0].recoil, grid[0].muonEnergy, grid[0].transfer, grid[0].cosine])
    }

    @Test("has no points above the threshold, and then there is no number")
    func aboveThreshold() throws {
        let grid = try AmplitudeGrid(point: Self.point(5)).compute(())
        #expect(try grid.isEmpty && AmplitudeCheck.largestDifference(grid, "") == nil)
        #expect(AmplitudeCheck.powerOfTen(above: []) == nil)
    }

    @Test("gives the largest relative difference, and refuses an answer that is not one number a point")
    func difference() throws {
        var grid = Array(try AmplitudeGrid(point: Self.point(0.1)).compute(()).prefix(3))
        for index in grid.indices { grid[index].squaredAmplitude = 2 }
        let found = try #require(try AmplitudeCheck.largestDifference(grid, "2\n2.5\n1.9\n"))
        #expect((found.relative - 0.2).magnitude < 1e-15 && found.points == 3)
        for printed in ["2\n2\n", "2\n2\nx\n", "2\n2\n-2\n", "2\n2\nnan\n"] {
            #expect(throws: AmplitudeCheck.Mismatch.self) { try AmplitudeCheck.largestDifference(grid, printed) }
        }
    }

    @Test("is told as the power of ten above the difference")
    func power() {
        func power(_ values: Double...) -> Double? {
            AmplitudeCheck.powerOfTen(above: values.map { .init(relative: $0, points: 1) })?.value
        }
        #expect(power(3e-9, 2e-11) == 1e-8 && power(0) == 1e-16 && power(0.2) == 1)
    }

    @Test("notices a coupling that is wrong by a part in a million")
    func sensitivity() async throws {
        func agreement(_ change: Double) async throws -> Double {
            let (point, other) = (Self.point(0.1), Self.point(0.1))
            var wrong = other
            wrong.benchmark.coupling *= 1 + change
            let grid = try AmplitudeGrid(point: point).compute(())
            let folder = FileManager.default.temporaryDirectory.appending(path: "amplitude-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let compiled = try Command(
                "compiled", .find("g++", identity: .version(["--version"]), remedy: "apt install g++"),
                arguments: [
                    "-O1", "-o", .output("a"), .input(.file("Examples/Amplitude/amplitude.cpp"), as: "a.cpp"),
                ], outputs: Files { $0.file("a") })
            let text = Node("text", parameters: AmplitudeCheck.text(of: grid, wrong)) { $0 }
            let run = try Command(
                "run", Program(built: try compiled["a"]), outputs: Files { $0.standardOutput() }, standardInput: text)
            let digests = CodeDigests(sources: ["ProgramNodes": "1", "MuonePaperTests": "1"])
            let engine = BuildEngine(store: DiskStore(folder), digests: digests, sourceFolder: Package.folder)
            let printed = try await engine.value(of: run.standardOutput).text
            return try #require(try AmplitudeCheck.largestDifference(grid, printed)).relative
        }
        #expect(try await agreement(0) < 1e-9)
        let wrong = try await agreement(1e-6)
        #expect(wrong > 1.9e-6 && wrong < 2.1e-6)
    }
}
