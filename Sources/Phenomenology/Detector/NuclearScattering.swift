import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Single scattering of a singly charged particle on the atoms of a material, at small angles.
///
/// dσ/d²q = 4α²W/(q² + q_a²)², W = Z²F²(q²) for the nucleus as a whole, and in addition, if asked for, Z(1 − F²)G_D² for its
/// protons one by one, G_D = (1 + q²/0.71 GeV²)⁻², without neutrons and without Pauli blocking beyond 1 − F². The screening
/// momentum q_a is Molière's (Z. Naturforsch. 2a, 133, 1947) for the Thomas–Fermi radius. The angle is q over the particle's
/// momentum, whose speed is taken for that of light.
package struct NuclearScattering: Hashable, Sendable {
    /// Of the dipole form factor of the proton, GeV². Hofstadter, as above.
    static let dipoleScale = 0.71
    /// The Thomas–Fermi radius in units of a₀Z^(−1/3): ½(3π/4)^(2/3).
    static let thomasFermiFactor = 0.885_341
    /// Molière's χ_a² = χ₀²(1.13 + 3.76 Z²α²).
    static let screeningConstant = 1.13
    static let screeningSlope = 3.76

    package let material: Material
    package let formFactor: NuclearFormFactor
    package let isIncoherent: Bool
    /// q_a², GeV².
    package let screening: Double
    /// 4πα²(ħc)² times atoms in a cubic metre: what ∫ dq² W/(q² + q_a²)² is multiplied with for the mean number of scatters
    /// in a metre. GeV² m⁻¹.
    package let strength: Double
    let form: SquaredFormFactor
    private let charge: Double

    /// - Throws: ``ScatteringError/oscillatorUndefined(material:)``.
    package init(
        material: Material, formFactor: NuclearFormFactor = .gaussian, isIncoherent: Bool = false,
        inputs: ParticleInputs = .standard
    ) throws(ScatteringError) {
        self.material = material
        self.formFactor = formFactor
        self.isIncoherent = isIncoherent
        // Of GeV² mb, with 10 mb a fm².
        let length = (0.1 * inputs.conversionConstant).squareRoot()
        form = try SquaredFormFactor(formFactor, material: material, length: length)
        charge = Double(material.atomicNumber)
        let alpha = inputs.fineStructure
        // a₀ = 1/(α m_e).
        let momentum = alpha * inputs.electronMass * cbrt(charge) / Self.thomasFermiFactor
        screening =
            momentum * momentum * (Self.screeningConstant + Self.screeningSlope * charge * charge * alpha * alpha)
        let squareMetres = 1e-31 * inputs.conversionConstant
        strength = 4 * Double.pi * alpha * alpha * squareMetres * material.atoms(thickness: 1)
    }

    /// W/(q² + q_a²)² at a q² in GeV²: what a scatter counts in dq². GeV⁻⁴.
    package func density(square: Double) -> Double {
        let denominator = square + screening
        return weight(square) / (denominator * denominator)
    }

    private func weight(_ square: Double) -> Double {
        let coherent = charge * charge * form.value(square)
        guard isIncoherent else { return coherent }
        let dipole = 1 / (1 + square / Self.dipoleScale)
        let squared = dipole * dipole
        return coherent + charge * form.complement(square) * squared * squared
    }

    /// Where the kicks are cut off that a particle of a momentum (GeV) takes: infinity but for a point nucleus. GeV.
    package func largestKick(momentum: Double) -> Double {
        formFactor == .point ? NuclearFormFactor.largestPointKick * momentum : .infinity
    }

    /// The mean number of scatters in a layer (m) with a q above `momentumTransfer` (GeV) and below `limit`.
    package func meanNumber(thickness: Double, beyond momentumTransfer: Double, limit: Double = .infinity) throws
        -> Estimate
    {
        guard thickness >= 0, thickness.isFinite else { throw ScatteringError.thickness(thickness) }
        let lower = momentumTransfer * momentumTransfer
        let upper = limit * limit
        guard lower < upper, thickness > 0 else { return .exact(0, as: .bound) }
        // In u = 1/(q² + q_a²) the density is W, which is one up to the size of the nucleus.
        let top = 1 / (lower + screening)
        let bottom = 1 / (upper + screening)
        var points = [bottom]
        // Up to 1e-10 of the range, below which W is flat or vanishes faster than any power counts.
        var split = top
        while split > max(bottom * (1 + 1e-9), 1e-10 * top) {
            points.append(split)
            split *= 0.25
        }
        let integral = try Quadrature.adaptive(splitAt: points.sorted(), relativeTolerance: 1e-9) { u in
            weight(max(1 / u - screening, 0))
        }
        return integral.scaled(by: strength * thickness)
    }
}
