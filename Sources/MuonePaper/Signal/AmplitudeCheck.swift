import Foundation
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

/// The squared amplitude against a program in C++ that has it from the Lagrangian by explicit Dirac matrices
/// (`Examples/Amplitude`): compiled by one node and run by another, on points that we give it.
enum AmplitudeCheck {
    static func declare(_ p: PaperParameters) throws -> (numbers: [Quantity], passage: Passage) {
        let compiled = try Command(
            "amplitude/compiled",
            Program.find("g++", identity: .version(["--version"]), remedy: "apt install g++ ('make setup' does it)"),
            // No reordering of operations: the check is of digits.
            arguments: [
                "-O1", "-ffp-contract=off", "-o", .output("amplitude"),
                .input(.file("Examples/Amplitude/amplitude.cpp"), as: "amplitude.cpp"),
            ], outputs: Files { $0.file("amplitude") }, timeLimit: .seconds(300))
        let program = Program(built: try compiled["amplitude"])
        let differences = try Benchmarks { name in
            let point = SignalPoint(particles: p.particles, beamEnergy: p.beamEnergy, benchmark: p.benchmark(name))
            let grid = Node("amplitude/\(name)/grid", AmplitudeGrid(point: point))
            let text = Node("amplitude/\(name)/points", from: grid, parameters: point) { point, grid in
                AmplitudeCheck.text(of: grid, point)
            }
            let run = try Command(
                "amplitude/\(name)/run", program, outputs: Files { $0.standardOutput() }, standardInput: text,
                timeLimit: .seconds(300))
            return Node("amplitude/\(name)/difference", from: grid, try run.standardOutput) { grid, printed in
                try AmplitudeCheck.largestDifference(grid, printed.text)
            }
        }
        let agreement = Node("amplitude/agreement", from: differences.light, differences.heavy) { light, heavy in
            AmplitudeCheck.powerOfTen(above: [light, heavy].compactMap(\.self))
        }
        let count = Node("amplitude/count", from: differences.light, differences.heavy) { light, heavy in
            [light, heavy].compactMap(\.self).reduce(0) { $0 + $1.points }
        }
        let numbers = [
            Quantity(
                "amplitude/agreement", "power of ten below which |M|^2 agrees with a program in C++, relative",
                .digits(1), from: agreement
            ) { $0 },
            Quantity(
                "amplitude/points", "points at which |M|^2 is compared with a program in C++", .wholeNumber, from: count
            ) { $0 > 0 ? .exact(Double($0)) : nil },
        ]
        let passage = Passage("method/amplitude", from: count) { count in
            // No point where the reaction is not possible.
            count == 0
                ? ""
                : "A program in C++ that shares no formula with ours has the squared amplitude from the Lagrangian, as products "
                    + "of Dirac matrices between the spinors of each spin, for each helicity of the $\\Zp$. At "
                    + "$\\result{amplitude/points}$ points of the phase space it agrees with the traces within "
                    + "$\\result{amplitude/agreement}$."
        }
        return (numbers, passage)
    }

    /// What the program reads: all digits of each number.
    static func text(of grid: [AmplitudeGrid.Entry], _ point: SignalPoint) -> Blob {
        let particles = point.particles
        let header = [
            point.beamEnergy, particles.muonMass, particles.electronMass, point.benchmark.mass,
            particles.fineStructure, point.benchmark.coupling,
        ]
        let lines = [header] + grid.map { [$0.recoil, $0.muonEnergy, $0.transfer, $0.cosine] }
        return Blob(utf8: lines.map { $0.map { "\($0)" }.joined(separator: " ") + "\n" }.joined())
    }

    struct Difference: Codable, Sendable {
        var relative: Double
        var points: Int
    }

    /// Nil where the reaction is not possible, as there is no point then.
    static func largestDifference(_ grid: [AmplitudeGrid.Entry], _ printed: String) throws -> Difference? {
        let values = printed.split(separator: "\n").map { Double($0) }
        guard values.count == grid.count else {
            throw Mismatch(description: "the program printed \(values.count) numbers for \(grid.count) points")
        }
        var largest = 0.0
        for (entry, value) in zip(grid, values) {
            guard let value, value > 0, value.isFinite, entry.squaredAmplitude.isFinite else {
                throw Mismatch(description: "the program printed no positive number at \(entry)")
            }
            largest = max(largest, (entry.squaredAmplitude / value - 1).magnitude)
        }
        return grid.isEmpty ? nil : Difference(relative: largest, points: grid.count)
    }

    /// The differences are of rounding, and others on another machine: the power of ten above them is not.
    static func powerOfTen(above differences: [Difference]) -> Estimate? {
        guard let largest = differences.map(\.relative).max() else { return nil }
        let exponent = Int(saturating: log10(max(largest, 1e-16)).rounded(.up))
        return Double("1e\(exponent)").map { .exact($0) }
    }

    struct Mismatch: Error, CustomStringConvertible {
        var description: String
    }
}
