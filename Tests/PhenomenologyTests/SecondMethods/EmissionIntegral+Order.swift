@testable import SignalPhysics

extension EmissionIntegral {
    /// The order at which ``total(relativeTolerance:)`` stops.
    func order(reaching relativeTolerance: Double) throws -> Int {
        let panels = panels
        return try doubled(relativeTolerance, task: "the cross section") { integral(panels, order: $0) }.order
    }

    /// The rule of a given order, a multiple of 8.
    func value(order: Int) -> Double { integral(panels, order: order) }
}
