import DetectorPhysics
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a detector measures of generated events: the electron scattered in the rest of the target by Highland's width, then
/// Gaussian errors of both tracks' projected angles and of the electron's energy.
package struct EventDetector: Sendable {
    private let model: DetectorModel
    private let highland: HighlandWidth
    private let stream: RandomStream

    package init(_ model: DetectorModel, seed: UInt64) {
        self.model = model
        highland = HighlandWidth(material: model.target)
        stream = RandomStream("EventDetector/\(seed)")
    }

    /// - Parameters:
    ///   - record: of the true event, for what is not measured.
    ///   - number: of the event: equal numbers give equal measurements.
    @inline(__always)
    package func measured(_ event: WeightedEvent, _ record: EventRecord, number: Int) -> EventRecord {
        let start = UInt64(truncatingIfNeeded: number) << 4
        let rest = model.targetThickness * stream.uniform(at: start)
        let electron = event.electron
        let scattering = highland.planeWidth(
            thickness: rest, momentum: electron.momentum, energy: electron.energy)
        let resolution = model.angularResolution
        let electronWidth = (scattering * scattering + resolution * resolution).squareRoot()
        let (a, b) = normals(start &+ 1)
        let (c, d) = normals(start &+ 3)
        let (e, _) = normals(start &+ 5)
        // Slopes, of small angles.
        let muonSlopes = (event.muon.x / event.muon.z + resolution * a, event.muon.y / event.muon.z + resolution * b)
        let electronSlopes = (
            electron.x / electron.z + electronWidth * c, electron.y / electron.z + electronWidth * d
        )
        var measured = record
        measured.muonAngle = atan((muonSlopes.0 * muonSlopes.0 + muonSlopes.1 * muonSlopes.1).squareRoot())
        measured.electronAngle = atan(
            (electronSlopes.0 * electronSlopes.0 + electronSlopes.1 * electronSlopes.1).squareRoot())
        measured.azimuthDifference = EventRecord.azimuth(
            from: (muonSlopes.0, muonSlopes.1), to: (electronSlopes.0, electronSlopes.1))
        measured.electronEnergy =
            electron.energy + model.energyResolution.width(at: electron.energy) * e
        return measured
    }

    /// Two standard normal numbers.
    @inline(__always)
    private func normals(_ counter: UInt64) -> (Double, Double) {
        let radius = (-2 * log(stream.uniform(at: counter))).squareRoot()
        let angle = 2 * .pi * stream.uniform(at: counter &+ 1)
        return (radius * cos(angle), radius * sin(angle))
    }
}
