extension EnergyResolution {
    /// - Throws: ``ScatteringError/resolution(name:value:)`` for what is no number of at least zero.
    package func validate() throws(ScatteringError) {
        try requireWidth("relative energy resolution", constant)
        try requireWidth("stochastic term", stochastic)
    }
}

extension DetectorModel {
    /// - Throws: ``ScatteringError`` for what is no number of at least zero.
    package func validate() throws(ScatteringError) {
        try energyResolution.validate()
        try requireWidth("angular resolution", angularResolution)
        guard targetThickness >= 0, targetThickness.isFinite else { throw .thickness(targetThickness) }
    }
}

/// Refuses a width that is no number of at least zero.
package func requireWidth(_ name: String, _ value: Double) throws(ScatteringError) {
    guard value >= 0, value.isFinite else { throw .resolution(name: name, value: value) }
}
