import Reference

/// A target that a muon beam crosses, seen as a number of electrons: what it adds up to as luminosity.
public struct AtomicTarget: Codable, Hashable, Sendable {
    /// Such as `beryllium`.
    public var material: String
    public var charge: Double
    /// g/mol.
    public var molarMass: Double
    /// g/cm³.
    public var density: Double
    /// cm.
    public var thickness: Double

    /// The values of PDG2022's table of materials.
    public static func beryllium(thickness: Double) -> AtomicTarget {
        AtomicTarget(material: "beryllium", charge: 4, molarMass: 9.012_183_1, density: 1.848, thickness: thickness)
    }

    /// Electrons a square centimetre.
    public var electronsPerArea: Double {
        density / molarMass * ParticleConstants.avogadroConstant.value * charge * thickness
    }

    /// The integrated luminosity on electrons that a number of muons makes, in nb⁻¹ = 10³³ cm⁻². The beam is not
    /// attenuated.
    public func luminosity(muons: Double) -> Double { muons * electronsPerArea * 1e-33 }
}
