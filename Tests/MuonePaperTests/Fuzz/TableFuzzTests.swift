import Foundation
import Testing

@testable import Limits

@Suite("Damaged tables of limits", .serialized)
struct TableFuzzTests {
    private static let tables = [
        """
        # label: Invented
        # source: made up
        # confidence level: 90 %
        # mass unit: MeV
        # coupling: g'
        mass,coupling
        3,1.5e-4
        50,1.8e-4
        150,3e-4
        """,
        """
        # name: other
        # source: made up
        # confidence level: 0.95
        # mass unit: GeV
        # coupling: epsilon^2
        # recast: loop
        # role: projection
        0.1 1e-6
        0.05 2e-6
        0.02 3e-7
        0.001 3e-7
        """,
    ]

    @Test("give finite curves, or are refused with the line and a remedy", .timeLimit(.minutes(30)))
    func tables() throws {
        for seed in Fuzz.seeds(600) {
            var fuzz = Fuzz(seed: seed)
            let bytes = fuzz.damaged(Array(fuzz.one(of: Self.tables).utf8), times: 6)
            Fuzz.announce("table", seed, String(decoding: bytes, as: UTF8.self))
            do {
                let limit = try LimitTable(bytes: bytes, file: "limits/wild.csv").described(inputs: .standard)
                let (low, high) = (limit.facts.masses.lowerBound, limit.facts.masses.upperBound)
                let curve = try limit.value.curve(masses: [low, (low * high).squareRoot(), high])
                for point in curve.flatMap(\.points) {
                    #expect(point.coupling.isFinite && point.coupling > 0 && point.mass > 0, "seed \(seed)")
                }
                #expect(!(limit.facts.levelText + limit.facts.massesText).contains("nan"), "seed \(seed)")
            } catch let error as LimitTableError {
                #expect(isHelpful(error) && error.description.hasPrefix("limits/wild.csv"), "seed \(seed): \(error)")
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }
}
