import Foundation
import MuoneParameters
import NumericalMethods
import Reference
import Testing

@testable import MuoneCommon
@testable import PaperKit

@Suite("Declaring the paper")
struct DeclarationTests {
    /// Parameters that every solver, integral and kinematic formula refuses.
    private static let unphysical: PaperParameters = {
        var p = PaperParameters.published
        p.particles.muonMass = -0.1
        p.particles.electronMass = -1
        p.particles.tauMass = -2
        p.particles.inverseFineStructure = -137
        p.particles.weakMixingAngleSquared = -1
        p.beamEnergy = -150
        p.luminosity = -1
        p.minimumMuonAngle = -7
        p.minimumElectronEnergy = -1
        p.maximumElectronEnergy = -2
        p.light = Benchmark(mass: -1, coupling: -1)
        p.heavy = Benchmark(mass: -1, coupling: -1)
        p.requiredEvents = -3
        p.landscape.ccfrEnergy = -90
        p.landscape.charmIIEnergy = -20
        p.landscape.decouplingTemperature = -1
        p.landscape.darkMatterRatio = -3
        p.landscape.secondBeamEnergy = -160
        return p
    }()

    @Test("computes nothing: parameters that nothing can be computed for are declared without an error")
    func declares() throws {
        let sections = try Section.all(Self.unphysical)
        #expect(sections.count == 14)
        #expect(throws: ParameterError.self) { try Edition.test(Self.unphysical) }
    }

    /// Where an error may become a missing value: what is looked for, and why it is none of physics.
    private static let allowed: [String: Int] = [:]

    @Test("hides no error behind a default: there is no 'try?' in computations and figures")
    func noHiddenErrors() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        var found: [String: Int] = [:]
        for module in ["MuoneComputations", "MuonePaper"] {
            let folder = sources.appending(path: module)
            let files = try #require(FileManager.default.enumerator(atPath: folder.path))
            for case let path as String in files where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                let count = text.split(separator: "\n").count { line in
                    !line.drop { $0 == " " }.hasPrefix("//") && (line.contains("try?") || line.contains("try!"))
                }
                if count > 0 { found[path] = count }
            }
        }
        #expect(found == Self.allowed)
    }

    @Test("pairs lists of one length, and refuses others instead of dropping the rest")
    func pairs() throws {
        #expect(try paired([1, 2], ["a", "b"]).map(\.1) == ["a", "b"])
        #expect(throws: UnequalLengths(first: 2, second: 1)) { try paired([1, 2], ["a"]) }
    }

    @Test("takes the corner of NA64's limit at the muon threshold from the muon's mass that is set")
    func cornerFollowsMass() throws {
        var particles = PaperParameters.published.particles
        particles.muonMass = 0.110
        let masses = LogarithmicGrid(lower: 0.1, upper: 0.5, count: 4).points
        let points = try AnyLimit.na64Electron.curve(masses: masses, inputs: particles).flatMap(\.points)
        #expect(points.contains { $0.mass == 0.220 })
        #expect(!points.contains { abs($0.mass - 2 * 0.1056583755) < 1e-6 })
    }
}
