#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The width of multiple scattering in a layer: the Gaussian core of what many soft scatters of a singly charged particle
/// add up to, without the tail of single hard ones.
///
/// Highland's formula in the form of Lynch and Dahl, as in PDG2022, eq. (34.16).
package struct HighlandWidth: Hashable, Sendable {
    /// Of the formula, GeV.
    static let scale = 0.0136
    /// Of the formula, the coefficient of the logarithm.
    static let slope = 0.038

    package let material: Material

    package init(material: Material) {
        self.material = material
    }

    /// The width of the projection of the angle onto a plane, radians.
    ///
    /// The formula is made for layers from 1e-3 to 100 radiation lengths. It falls with the thickness to zero at
    /// e^(−1/0.038) = 4e-12 radiation lengths and would be negative below: there, the width is zero.
    ///
    /// - Parameters:
    ///   - thickness: Of the layer, m. No matter, no scattering: zero where it is not above zero.
    ///   - momentum: GeV, above zero.
    ///   - energy: Of the particle, in total, GeV; β is their ratio.
    @inlinable
    package func planeWidth(thickness: Double, momentum: Double, energy: Double) -> Double {
        guard thickness > 0 else { return 0 }
        return Self.width(
            radiationLengths: material.radiationLengths(thickness: thickness), momentum: momentum, energy: energy)
    }

    @usableFromInline
    static func width(radiationLengths: Double, momentum: Double, energy: Double) -> Double {
        let logarithm = max(1 + slope * log(radiationLengths), 0)
        // 1/(β p) = E/p².
        return scale * energy / (momentum * momentum) * radiationLengths.squareRoot() * logarithm
    }
}
