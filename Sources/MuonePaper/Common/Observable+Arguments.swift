import BuildGraph
import Foundation
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

extension Observable<PaperParameters> {
    package static let mass = Argument.number("mass", .energy)
    /// Perturbation theory ends near √4π; beyond a thousand times that rates are of no use to anyone.
    package static let coupling = Argument.number("coupling", .dimensionless, largest: 1e3)

    /// The point that `mass` and `coupling` name.
    package static func benchmark(_ arguments: ArgumentValues) throws -> Benchmark {
        let coupling = try arguments.required("coupling")
        try requireCoupling(coupling)
        return Benchmark(mass: try arguments.required("mass"), coupling: coupling)
    }

    package static func requireCoupling(_ coupling: Double) throws {
        guard coupling >= 0 else {
            throw EvaluationError.outOfRange(
                argument: "coupling", value: "\(coupling)",
                allowed: "zero or larger; all rates depend on its square only")
        }
    }

    package static func requireEnergy(_ name: String, _ arguments: ArgumentValues) throws {
        guard let energy = arguments.number(name), energy < 0 else { return }
        throw EvaluationError.outOfRange(argument: name, value: "\(energy) GeV", allowed: "zero or larger")
    }

    /// Refuses a number that is not above zero.
    package static func requirePositive(_ name: String, _ arguments: ArgumentValues, unit: String = "") throws {
        guard let value = arguments.number(name), !(value > 0) else { return }
        throw EvaluationError.outOfRange(argument: name, value: "\(value)\(unit)", allowed: "larger than zero")
    }

    /// Refuses a number below zero.
    package static func requireNotNegative(_ name: String, _ arguments: ArgumentValues, unit: String = "") throws {
        guard let value = arguments.number(name), !(value >= 0) else { return }
        throw EvaluationError.outOfRange(argument: name, value: "\(value)\(unit)", allowed: "zero or larger")
    }

    /// Refuses a mass at which a curve or a formula does not hold: nothing is extrapolated.
    ///
    /// - Parameter reason: such as "where the curve is stated".
    package static func requireMass(_ arguments: ArgumentValues, in range: ClosedRange<Double>, _ reason: String) throws
    {
        try requireMass(try arguments.required("mass"), in: range, reason)
    }

    package static func requireMass(_ mass: Double, in range: ClosedRange<Double>, _ reason: String) throws {
        guard !range.contains(mass) else { return }
        throw EvaluationError.outOfRange(
            argument: "mass", value: massText(mass),
            allowed: "from \(massText(range.lowerBound)) to \(massText(range.upperBound)), \(reason)")
    }

    /// A mass above zero.
    package static func requirePositiveMass(_ arguments: ArgumentValues) throws {
        let mass = try arguments.required("mass")
        guard !(mass > 0) else { return }
        throw EvaluationError.outOfRange(argument: "mass", value: massText(mass), allowed: "larger than zero")
    }

    /// A mass in GeV for a message.
    package static func massText(_ mass: Double) -> String {
        mass.magnitude < 1 ? String(format: "%.6g MeV", mass * 1e3) : String(format: "%.6g GeV", mass)
    }
}
