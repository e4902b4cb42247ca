import BuildGraph
import MuoneParameters
import PaperKit
import Testing

@testable import Limits

@Suite("Where a limit is declared")
struct LimitPlaceTests {
    private let declarations = LimitCatalogue(.published, sources: .ofThisPackage).namedDeclarations

    @Test("is the file that names it, and not what is common to all limits")
    func places() throws {
        #expect(declarations.count > 12)
        for limit in declarations {
            let place = try #require(limit.place, "\(limit.name)")
            let isOwn = place.fileID.hasPrefix("data/limits/\(limit.name).csv")
            #expect(isOwn || Self.files[limit.name] == place.fileID, "\(limit.name) is at \(place)")
        }
    }

    @Test("has a line of its own for each that is computed")
    func lines() {
        let places = declarations.compactMap(\.place)
        #expect(Set(places).count == places.count)
    }

    private static let files = [
        "ccfr": "Limits/Tridents.swift", "charm2": "Limits/Tridents.swift", "na62": "Limits/NA62.swift",
        "borexino-recast": "Limits/BorexinoRecast.swift", "white-dwarfs": "Limits/WhiteDwarfs.swift",
        "electron-g-2": "Limits/ElectronMagneticMoment.swift", "na64mu-ww": "Limits/BeamDumps.swift",
        "m3-phase1-ww": "Limits/BeamDumps.swift", "m3-phase2-ww": "Limits/BeamDumps.swift",
    ]
}
