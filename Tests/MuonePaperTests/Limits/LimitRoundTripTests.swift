import Foundation
import LimitModel
import Testing

@testable import Limits

extension Fuzz {
    fileprivate mutating func between(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }
}

/// Random regions, written in every form that people use, exclude the same points.
@Suite("Regions in every form")
struct LimitRoundTripTests {
    /// A region between two edges over ascending masses in MeV.
    struct Band {
        var masses: [Double]
        var lower: [Double]
        var upper: [Double]

        init(_ fuzz: inout Fuzz) {
            let count = 2 + Int(fuzz.between(0...8))
            var mass = pow(10, fuzz.between(0...2))
            (masses, lower, upper) = ([], [], [])
            for _ in 0..<count {
                let low = pow(10, fuzz.between(-6 ... -4))
                masses.append(mass)
                lower.append(low)
                upper.append(low * pow(10, fuzz.between(0.1...1.5)))
                mass *= pow(10, fuzz.between(0.02...0.3))
            }
        }

        /// By hand: straight lines in the logarithms.
        func contains(_ mass: Double, _ coupling: Double) -> Bool {
            for index in masses.indices.dropLast() where masses[index] <= mass && mass <= masses[index + 1] {
                let share = log(mass / masses[index]) / log(masses[index + 1] / masses[index])
                func edge(_ values: [Double]) -> Double {
                    exp(log(values[index]) * (1 - share) + log(values[index + 1]) * share)
                }
                return edge(lower) <= coupling && coupling <= edge(upper)
            }
            return false
        }
    }

    /// What a file may say its numbers are.
    struct Form {
        var name: String
        var coupling: String
        var value: @Sendable (Double) -> Double
    }

    private static let forms = [
        Form(name: "g'", coupling: "g'") { $0 }, Form(name: "g'^2", coupling: "g'^2") { $0 * $0 },
        Form(name: "alpha'", coupling: "alpha'") { $0 * $0 / (4 * .pi) },
    ]

    private static func bodies(_ band: Band, _ value: (Double) -> Double, unit: Double) -> [String: String] {
        let m = band.masses.map { "\($0 / unit)" }
        let (low, high) = (band.lower.map { "\(value($0))" }, band.upper.map { "\(value($0))" })
        let lower = zip(m, low).map { "\($0),\($1)" }
        let upper = zip(m, high).map { "\($0),\($1)" }
        let three = m.indices.map { "\(m[$0]) \(low[$0]) \(high[$0])" }
        let around = lower + upper.reversed()
        return [
            "three": three.joined(separator: "\n"),
            "falling": three.reversed().joined(separator: "\r\n"),
            "titled": "mass,upper,lower\n"
                + m.indices.map { "\(m[$0]),\(high[$0]),\(low[$0])" }.joined(separator: "\n"),
            "edges": "# edge: lower\n" + lower.joined(separator: "\n") + "\n# edge: upper\n"
                + upper.joined(separator: "\n"),
            "outline": (around + around.prefix(1)).joined(separator: "\n"),
            "closed": "# region: closed\n" + (around.dropFirst(1) + around.prefix(1)).joined(separator: "\n"),
        ]
    }

    @Test("read back, each excludes the points of the region and no others", .timeLimit(.minutes(10)))
    func regions() throws {
        for seed in Fuzz.seeds(40) {
            var fuzz = Fuzz(seed: seed)
            let band = Band(&fuzz)
            let probes = (0..<30).map { _ in
                (band.masses[0] * pow(10, fuzz.between(-0.1...1.5)), pow(10, fuzz.between(-6.2 ... -2.4)))
            }
            for form in Self.forms {
                for (unit, factor) in [("MeV", 1.0), ("GeV", 1e3), ("eV/c^2", 1e-6)] {
                    for (name, body) in Self.bodies(band, form.value, unit: factor) {
                        let text =
                            "# source: none\n# confidence level: 90 %\n# mass unit: \(unit)\n# coupling: \(form.coupling)\n"
                            + body + "\n"
                        let table = try LimitTable(bytes: Array(text.utf8), file: "limits/random.csv")
                        let ranges = try table.described(inputs: .standard).value.evaluator()
                        for (mass, coupling) in probes {
                            let found = try ranges.excludedCouplings(atMass: mass / 1e3).contains {
                                $0.contains(coupling)
                            }
                            #expect(
                                found == band.contains(mass, coupling),
                                "seed \(seed), \(name) in \(unit) and \(form.name): \(mass) MeV, \(coupling)")
                        }
                    }
                }
            }
        }
    }
}
