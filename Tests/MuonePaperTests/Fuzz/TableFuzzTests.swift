import Foundation
import LimitModel
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
        """
        # source: made up
        # confidence level: 90% CL
        # mass unit: MeV/c^2
        # coupling: alpha'
        mass,lower,upper
        2,6e-9,3e-8
        3,7e-9,1.9e-8
        3,nan,nan
        4,9e-9,1.4e-8
        4.6,1.1e-8,1.15e-8
        """,
        """
        % source: made up
        % confidence level: 90 %
        % mass unit: GeV
        % coupling: epsilon e
        % recast: loop
        0.005 2e-5 ! first
        0.02 6e-6
        0.08 4e-5
        0.02 8e-5
        0.005 2e-5

        # edge: lower
        """,
        """
        # source: made up
        # confidence level: 95 %
        # mass unit: keV
        # coupling: g'^2
        # edge: lower
        5 2e-9
        20 6e-9
        # edge: upper
        5 2e-8
        9 3e-8
        9 2e-7
        20 6e-8
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
