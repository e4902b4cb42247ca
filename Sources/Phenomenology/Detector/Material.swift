import Reference

/// A material of the apparatus, as what a muon or an electron scatters on.
public struct Material: Codable, Hashable, Sendable {
    /// Such as `beryllium`.
    public var name: String
    /// Z.
    public var atomicNumber: Int
    /// g/mol.
    public var molarMass: Double
    /// g/cm³.
    public var density: Double
    /// X₀, m.
    public var radiationLength: Double
    /// The root mean square radius of the nuclear charge, fm.
    public var chargeRadius: Double

    package init(
        name: String, atomicNumber: Int, molarMass: Double, density: Double, radiationLength: Double,
        chargeRadius: Double
    ) {
        self.name = name
        self.atomicNumber = atomicNumber
        self.molarMass = molarMass
        self.density = density
        self.radiationLength = radiationLength
        self.chargeRadius = chargeRadius
    }

    /// PDG2022's table of atomic and nuclear properties; charge radii of Angeli and Marinova, At. Data Nucl. Data Tables 99,
    /// 69 (2013).
    public static let beryllium = Material(
        name: "beryllium", atomicNumber: 4, molarMass: 9.012_183_1, density: 1.848, radiationLength: 0.3528,
        chargeRadius: 2.519)
    /// As ``beryllium``.
    public static let silicon = Material(
        name: "silicon", atomicNumber: 14, molarMass: 28.0855, density: 2.329, radiationLength: 0.0937,
        chargeRadius: 3.122)

    /// Atoms a square metre of a layer of `thickness` metres.
    public func atoms(thickness: Double) -> Double {
        // g/cm³ to g/m³.
        density * 1e6 / molarMass * ParticleConstants.avogadroConstant.value * thickness
    }

    /// A layer of `thickness` metres in radiation lengths.
    public func radiationLengths(thickness: Double) -> Double { thickness / radiationLength }
}
