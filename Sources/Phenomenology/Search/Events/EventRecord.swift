import Kinematics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What selections look at in one event. Radians and GeV.
package struct EventRecord: Hashable, Sendable {
    package var muonAngle: Double
    package var electronEnergy: Double
    package var electronAngle: Double
    /// φ_e − φ_μ between −π and π.
    package var azimuthDifference: Double
    package var emittedEnergy: Double
    /// The angle between the electron and what is emitted; zero without.
    package var separation: Double

    package init(_ event: WeightedEvent) {
        let (muon, electron, emitted) = (event.muon, event.electron, event.emitted)
        muonAngle = muon.polarAngle
        electronEnergy = electron.energy
        electronAngle = electron.polarAngle
        azimuthDifference = Self.azimuth(from: (muon.x, muon.y), to: (electron.x, electron.y))
        emittedEnergy = emitted.energy
        separation = emitted.energy > 0 ? Self.angle(electron, emitted) : 0
    }

    /// The angle that turns one vector across the beam into the direction of another.
    static func azimuth(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) -> Double {
        atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)
    }

    /// |π − |φ_μ − φ_e||.
    package var acoplanarity: Double { .pi - azimuthDifference.magnitude }

    /// Accurate at small angles.
    private static func angle(_ a: FourVector, _ b: FourVector) -> Double {
        let x = a.y * b.z - a.z * b.y
        let y = a.z * b.x - a.x * b.z
        let z = a.x * b.y - a.y * b.x
        return atan2((x * x + y * y + z * z).squareRoot(), a.x * b.x + a.y * b.y + a.z * b.z)
    }
}
