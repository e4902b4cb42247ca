import DetectorPhysics
import Kinematics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An elastic event whose muon and electron have scattered in the target, as it is and as it is measured.
package struct KickedEvent: Sendable {
    /// The mean over points of the cube is the cross section, fb. Zero where there is no event.
    package var weight: Double
    /// ``KickPosition/before`` or ``KickPosition/after``.
    package var position: KickPosition
    /// The electron's true total energy, GeV.
    package var electronEnergy: Double
    /// True momenta, GeV.
    package var muonMomentum: Double
    package var electronMomentum: Double
    /// True directions behind the target.
    package var muon: PlaneAngle
    package var electron: PlaneAngle
    package var measured: MeasuredPair

    /// The momenta behind the target, with the masses (GeV) of the two particles.
    package func event(muonMass: Double, electronMass: Double) -> WeightedEvent {
        func vector(_ direction: PlaneAngle, _ momentum: Double, _ mass: Double) -> FourVector {
            let angle = direction.length
            let across = angle > 0 ? momentum * sin(angle) / angle : momentum
            return FourVector(
                mass: mass, x: across * direction.x, y: across * direction.y, z: momentum * cos(angle))
        }
        return WeightedEvent(
            weight: weight, muon: vector(muon, muonMomentum, muonMass),
            electron: vector(electron, electronMomentum, electronMass), emitted: WeightedEvent.none.emitted)
    }
}
