import BosonPhysics
import NumericalMethods

@testable import CosmologyPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension EffectiveNeutrinos {
    /// The same by the series s/T³ = (3x³/2π²) Σ K₃(nx)/n, for x > 0: the second method.
    static func bosonEntropyBySeries(massOverTemperature x: Double) throws -> Estimate {
        guard x.isFinite, x > 0 else { throw CosmologyError.fractionOutOfRange(name: "ratio m/T", value: x) }
        var sum = 0.0
        var term = 0.0
        var n = 1.0
        repeat {
            term = BesselK.scaled(order: 3, n * x) * exp(-n * x) / n
            sum += term
            n += 1
        } while term > 1e-17 * sum && n < 1e5
        let factor = 3 * x * x * x / (2 * Double.pi * Double.pi)
        // The terms fall at least as n⁻⁴, and geometrically beyond n = 1/x.
        return Estimate.closedForm(factor * sum, operations: n + 64).widened(by: .exact(factor * term * n, as: .bound))
    }
}

extension DarkMatterAnnihilation {
    /// σv/(g_χ g′)² in GeV⁻² at √s = `energy` ≥ 2m_χ (GeV): the whole of it, not its threshold.
    /// - Throws: ``CosmologyError`` below threshold.
    func crossSectionTimesVelocity(energy: Double) throws -> Estimate {
        guard energy.isFinite, energy >= 2 * mass else {
            throw CosmologyError.massOutOfRange(name: "pair's (below 2m_χ)", value: energy)
        }
        let width = try ZPrimeWidths(mass: energy, coupling: 1, inputs: inputs).standardModel
        let beta = ZPrimeWidths.velocity(mass: energy, product: mass)
        let ratio = mass / energy
        let current = kind == .dirac ? 1 + 2 * ratio * ratio : beta * beta
        let distance = (energy - mediatorMass) * (energy + mediatorMass)
        return .closedForm(2 * energy * current * width / (distance * distance))
    }
}

extension RelicDensity {
    /// y = g_χ² g′² (m_χ/m_Z′)⁴ that leaves the observed dark matter.
    func targetY() throws -> Estimate {
        try targetCouplingProduct().mapped { annihilation.y(couplingProduct: $0) }
    }
}
