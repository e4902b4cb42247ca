/// What a measurement does to an event: the calorimeter's energy, the trackers' angles, and the target's matter that the
/// electron crosses.
///
/// Selection is on measured quantities. The vertex is uniform in the target.
public struct DetectorModel: Codable, Hashable, Sendable {
    /// Of the electron's energy.
    public var energyResolution: EnergyResolution
    /// Gaussian, a projection of each track's angle. Radians.
    public var angularResolution: Double
    /// What the target is made of.
    public var target: Material
    /// Of the whole target, m.
    public var targetThickness: Double

    package init(
        energyResolution: EnergyResolution = EnergyResolution(constant: 0.05), angularResolution: Double = 2e-5,
        target: Material = .beryllium, targetThickness: Double = 0.015
    ) {
        self.energyResolution = energyResolution
        self.angularResolution = angularResolution
        self.target = target
        self.targetThickness = targetThickness
    }
}
