@testable import MeasurementPhysics

extension AffectedEvents {
    /// With the effect.
    /// - Throws: as ``change(by:)``.
    func events(_ effect: MeasurementEffect) throws -> [Double] {
        try events(adding: try change(by: effect))
    }
}
