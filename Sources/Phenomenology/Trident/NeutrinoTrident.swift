import NumericalMethods
import Reference

/// Neutrino trident production ν_μ N → ν_μ N μ⁺μ⁻ with a boson that couples g′ to ν_μ and μ.
///
/// The Standard Model's current–current interaction has C_V = ½ + 2 sin²θ_W and C_A = ½; the boson adds
/// v²g′²/(m² + Q²) to C_V, with v² = 1/(√2 G_F) and Q² the momentum transferred to the neutrino (Altmannshofer2014). The
/// cross section is that of ν γ → ν μ⁺μ⁻ with all of the muon mass, under the equivalent-photon spectrum of the
/// nucleus. At a fixed mass, σ/σ_SM = 1 + B g′² + C g′⁴.
public struct NeutrinoTrident: Sendable {
    public let experiment: TridentExperiment
    let inputs: ParticleInputs
    private let vectorCoupling: Double
    private let axialCoupling = 0.5
    /// v², GeV².
    private let vacuumSquared: Double
    private let conversion: Double
    private let coarse: TridentWeights
    private let fine: TridentWeights

    /// The smallest mass (GeV) that the table of virtualities resolves.
    public static let smallestMass = 1e-4

    /// The largest neutrino energy (GeV) that the tables are made for: beyond any beam.
    public static let largestEnergy = 1e12

    /// Builds the table of weights, which every mass then shares.
    /// - Throws: ``TridentError`` when the neutrino cannot make a muon pair, or the nucleus is none.
    public init(experiment: TridentExperiment, inputs: ParticleInputs = .standard) throws {
        guard experiment.nuclearCharge > 0, experiment.massNumber >= experiment.nuclearCharge else {
            throw TridentError.invalidNucleus(charge: experiment.nuclearCharge, mass: experiment.massNumber)
        }
        guard experiment.neutrinoEnergy > 0 else { throw TridentError.energyTooLow(experiment.neutrinoEnergy) }
        guard experiment.neutrinoEnergy <= Self.largestEnergy else {
            throw TridentError.energyTooHigh(experiment.neutrinoEnergy)
        }
        self.experiment = experiment
        self.inputs = inputs
        vectorCoupling = 0.5 + 2 * inputs.weakMixingAngleSquared
        vacuumSquared = Self.vacuumSquared(inputs)
        conversion = inputs.conversionConstant * 1e12
        coarse = TridentWeights(experiment: experiment, inputs: inputs, order: 8 * Refinement.factor)
        fine = TridentWeights(experiment: experiment, inputs: inputs, order: 12 * Refinement.factor)
        guard standardModel(fine) > 0 else { throw TridentError.energyTooLow(experiment.neutrinoEnergy) }
    }

    /// The Standard Model cross section per nucleus in the equivalent-photon approximation, fb.
    public var standardModelCrossSection: Estimate {
        bound(standardModel(fine), standardModel(coarse)).scaled(by: conversion)
    }

    /// The parts of ``standardModelCrossSection`` per unit of C_V² and of C_A², fb.
    public var crossSectionsPerCoupling: (vector: Estimate, axial: Estimate) {
        (
            bound(fine.vector.reduce(0, +), coarse.vector.reduce(0, +)).scaled(by: conversion),
            bound(fine.axial.reduce(0, +), coarse.axial.reduce(0, +)).scaled(by: conversion)
        )
    }

    /// B and C of σ/σ_SM = 1 + B g′² + C g′⁴ at a boson mass in GeV.
    /// - Throws: ``TridentError/massOutOfRange(_:)`` below ``smallestMass``.
    public func coefficients(mass: Double) throws -> (interference: Estimate, quadratic: Estimate) {
        guard mass >= Self.smallestMass, mass.isFinite else { throw TridentError.massOutOfRange(mass) }
        let (fineB, fineC) = sums(fine, massSquared: mass * mass)
        let (coarseB, coarseC) = sums(coarse, massSquared: mass * mass)
        return (bound(fineB, coarseB), bound(fineC, coarseC))
    }

    /// σ/σ_SM for a boson of mass `mass` (GeV) and coupling `coupling`.
    /// - Throws: ``TridentError``.
    public func ratio(mass: Double, coupling: Double) throws -> Estimate {
        guard coupling.isFinite else { throw TridentError.invalidCoupling(coupling) }
        let (interference, quadratic) = try coefficients(mass: mass)
        let x = coupling * coupling
        return Estimate.propagated([interference, quadratic]) { parts in 1 + x * (parts[0] + x * parts[1]) }
    }

    /// The coupling at which σ/σ_SM reaches the largest ratio that the experiment allows, for a mass in GeV.
    /// - Throws: ``TridentError``, also when the experiment excludes even the Standard Model.
    public func limit(mass: Double) throws -> Estimate {
        let excess = experiment.maximumRatio - 1
        guard excess > 0 else { throw TridentError.noAllowedCoupling(maximumRatio: experiment.maximumRatio) }
        let (interference, quadratic) = try coefficients(mass: mass)
        return Self.limit(interference: interference, quadratic: quadratic, excess: excess)
    }

    /// The coupling at which B g′² + C g′⁴ is `excess`: it falls with either.
    static func limit(interference: Estimate, quadratic: Estimate, excess: Double) -> Estimate {
        Estimate.propagated([interference, quadratic]) { parts in
            let (b, c) = (parts[0], parts[1])
            let root = (b * b + 4 * c * excess).squareRoot()
            let x = 2 * excess / (b + root)
            return x.squareRoot()
        }
    }

    private func standardModel(_ weights: TridentWeights) -> Double {
        vectorCoupling * vectorCoupling * weights.vector.reduce(0, +)
            + axialCoupling * axialCoupling * weights.axial.reduce(0, +)
    }

    private func sums(_ weights: TridentWeights, massSquared: Double) -> (Double, Double) {
        var first = 0.0
        var second = 0.0
        for index in weights.virtualities.indices {
            let propagator = vacuumSquared / (massSquared + weights.virtualities[index])
            let term = weights.vector[index] * propagator
            first += term
            second += term * propagator
        }
        let total = standardModel(weights)
        return (2 * vectorCoupling * first / total, second / total)
    }

    /// All terms are positive: each sum rounds by at most half an ulp a term, and a term by some dozens.
    private func bound(_ fine: Double, _ coarse: Double) -> Estimate {
        .converged(fine, coarse: coarse, operations: Double(self.fine.virtualities.count + 256))
    }
}

/// Arguments for which neutrino trident production gives no answer.
public enum TridentError: Error, Equatable, CustomStringConvertible {
    case energyTooLow(Double)
    case energyTooHigh(Double)
    case invalidNucleus(charge: Int, mass: Int)
    case massOutOfRange(Double)
    case invalidCoupling(Double)
    case noAllowedCoupling(maximumRatio: Double)

    public var description: String {
        switch self {
        case .energyTooLow(let energy):
            "a neutrino of \(energy) GeV makes no muon pairs on this nucleus: give a larger energy"
        case .energyTooHigh(let energy):
            "a neutrino of \(energy) GeV is beyond any beam: give an energy up to \(NeutrinoTrident.largestEnergy) GeV"
        case .invalidNucleus(let charge, let mass):
            "a nucleus with Z = \(charge) and A = \(mass) is not possible: give 0 < Z <= A"
        case .massOutOfRange(let mass):
            "trident production is not tabulated for a boson mass of \(mass) GeV: "
                + "give a mass of at least \(NeutrinoTrident.smallestMass) GeV"
        case .invalidCoupling(let coupling):
            "a coupling of \(coupling) is not possible: give a finite number"
        case .noAllowedCoupling(let ratio):
            "the largest allowed trident ratio, \(ratio), excludes the Standard Model itself: "
                + "there is no coupling to give"
        }
    }
}
