import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The kinetic mixing of the photon with the gauge boson of L_μ−L_τ.
///
/// Muon and tau loops give
///
///     Π(q²) = (e g′/2π²) ∫₀¹ dx x(1−x) ln[(m_τ² − x(1−x)q²)/(m_μ² − x(1−x)q²)],
///
/// finite, since the two charges cancel (Kamada2018; Dev2020 for spacelike q²). Above a threshold q² stands for
/// q² + i0. To Π a mixing of another origin, `treeLevel`, is added. A particle of electric charge Q then couples to the
/// boson with e Q [treeLevel + Π(q²)], where g′ is the coupling of the muon.
public struct KineticMixing: Codable, Hashable, Sendable {
    /// g′ of the muon; any sign.
    public var coupling: Double
    /// A mixing that does not come from the loops; independent of q².
    public var treeLevel: Double
    public var inputs: ParticleInputs

    /// - Throws: ``MixingError`` when a number is not finite, or α or a mass is not positive.
    public init(coupling: Double, treeLevel: Double = 0, inputs: ParticleInputs = .standard) throws {
        guard coupling.isFinite else { throw MixingError.invalidNumber(coupling, of: "coupling") }
        guard treeLevel.isFinite else { throw MixingError.invalidNumber(treeLevel, of: "tree-level mixing") }
        guard inputs.muonMass > 0, inputs.tauMass > 0, inputs.electronMass > 0, inputs.inverseFineStructure > 0 else {
            throw MixingError.invalidInputs
        }
        self.coupling = coupling
        self.treeLevel = treeLevel
        self.inputs = inputs
    }

    /// A mixing at one q²: the parts of a complex number.
    public struct Value: Codable, Hashable, Sendable {
        public var real: Estimate
        /// Of q² + i0; zero below the muon threshold.
        public var imaginary: Estimate

        /// |ε|, which enters rates.
        public var magnitude: Estimate {
            (real.magnitude.squared + imaginary.magnitude.squared).squareRoot()
        }
    }

    /// Π(q²) from the loops alone, in closed form. q² in GeV², any sign. The errors estimate the rounding.
    /// - Throws: ``MixingError/invalidNumber(_:of:)`` when q² is not finite.
    public func loop(q2: Double) throws -> Value {
        guard q2.isFinite else { throw MixingError.invalidNumber(q2, of: "squared momentum transfer in GeV²") }
        let muon = LeptonLoop(mass: inputs.muonMass, s: q2)
        let tau = LeptonLoop(mass: inputs.tauMass, s: q2)
        let real: (value: Double, size: Double)
        if muon.isFar && tau.isFar {
            let (near, far) = (tau.fromInfinity, muon.fromInfinity)
            real = (near.value - far.value, near.size + far.size)
        } else {
            let (heavy, light) = (tau.fromZero, muon.fromZero)
            let logarithm = log(inputs.tauMass / inputs.muonMass) / 3
            real = (logarithm + heavy.value - light.value, logarithm.magnitude + heavy.size + light.size)
        }
        let (heavy, light) = (tau.imaginary, muon.imaginary)
        return Value(
            real: Estimate.closedForm(real.value, size: real.size, operations: 16).scaled(by: prefactor),
            imaginary: Estimate.closedForm(
                heavy.value - light.value, size: heavy.size + light.size, operations: 16
            ).scaled(by: prefactor))
    }

    /// ε(q²) = treeLevel + Π(q²).
    /// - Throws: ``MixingError``.
    public func epsilon(q2: Double) throws -> Value {
        var value = try loop(q2: q2)
        value.real = value.real + treeLevel
        return value
    }

    /// Π(0) = e g′ ln(m_τ/m_μ)/6π².
    public var loopAtZero: Estimate {
        .closedForm(prefactor * log(inputs.tauMass / inputs.muonMass) / 3, operations: 16)
    }

    /// e g′/2π².
    package var prefactor: Double {
        Self.charge(inputs) * coupling / (2 * Double.pi * Double.pi)
    }

    /// e = √(4πα).
    package static func charge(_ inputs: ParticleInputs) -> Double {
        (4 * Double.pi * inputs.fineStructure).squareRoot()
    }
}

/// Arguments for which the mixing and what follows from it give no answer.
public enum MixingError: Error, Equatable, CustomStringConvertible {
    case invalidNumber(Double, of: String)
    case invalidInputs
    /// GeV.
    case invalidMass(Double)
    case invalidEnergy(Double)
    case invalidRecoils(lower: Double, upper: Double, maximum: Double)
    case noAllowedCoupling(ceiling: Double)

    public var description: String {
        switch self {
        case .invalidNumber(let value, let name):
            "a \(name) of \(value) is not possible: give a finite number"
        case .invalidInputs:
            "the mixing needs lepton masses and 1/α above zero: correct the inputs"
        case .invalidMass(let mass):
            "a boson mass of \(mass) GeV is not possible here: give a finite mass above zero"
        case .invalidEnergy(let energy):
            "a neutrino energy of \(energy) GeV is not possible: give a finite energy above zero"
        case .invalidRecoils(let lower, let upper, let maximum):
            "electron recoils from \(lower) to \(upper) GeV are outside what the neutrino can give, 0 to \(maximum) GeV: "
                + "choose a window inside"
        case .noAllowedCoupling(let ceiling):
            "a largest allowed contribution of \(ceiling) leaves no coupling: give one above zero"
        }
    }
}
