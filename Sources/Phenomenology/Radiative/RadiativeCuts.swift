import Kinematics
import NumericalMethods
import SignalPhysics

/// The selection of radiative events in true quantities: the muon's and the electron's, and what is asked of the photon.
package struct RadiativeCuts: Codable, Hashable, Sendable {
    package var selection: SelectionCuts
    /// The photon's energy exceeds this, GeV; 0 is no cut.
    package var minimumPhotonEnergy: Double
    /// The photon's angle to the beam exceeds this, radians; 0 is no cut.
    package var minimumPhotonAngle: Double
    /// The angle between electron and photon exceeds this, radians; 0 is no cut.
    package var minimumSeparation: Double

    package init(
        _ selection: SelectionCuts = .published, minimumPhotonEnergy: Double = 0, minimumPhotonAngle: Double = 0,
        minimumSeparation: Double = 0
    ) {
        self.selection = selection
        self.minimumPhotonEnergy = minimumPhotonEnergy
        self.minimumPhotonAngle = minimumPhotonAngle
        self.minimumSeparation = minimumSeparation
    }

    /// Whether an event passes all of them.
    package func accepts(_ event: WeightedEvent) -> Bool {
        guard event.emitted.energy > minimumPhotonEnergy else { return false }
        if let energy = selection.minimumElectronEnergy, !(event.electron.energy > energy) { return false }
        if let energy = selection.maximumElectronEnergy, !(event.electron.energy < energy) { return false }
        if selection.minimumMuonAngle > 0, !(event.muon.polarAngle > selection.minimumMuonAngle) { return false }
        if let angle = selection.maximumElectronAngle, !(event.electron.polarAngle < angle) { return false }
        if minimumPhotonAngle > 0, !(event.emitted.polarAngle > minimumPhotonAngle) { return false }
        return minimumSeparation <= 0 || event.separation > minimumSeparation
    }

    /// - Throws: ``RadiativeError`` or ``SignalError`` for what no event can be asked for.
    func validate(electronMass: Double) throws {
        try selection.validate()
        if let energy = selection.maximumElectronEnergy, energy < electronMass {
            throw RadiativeError.electronBelowMass(energy: energy, mass: electronMass)
        }
        for (name, value, unit) in [
            ("photon-min", minimumPhotonEnergy, "GeV"), ("photon-theta-min", minimumPhotonAngle, "rad"),
            ("separation-min", minimumSeparation, "rad"),
        ] {
            guard value >= 0, value.isFinite else { throw RadiativeError.negative(name: name, value: value, unit: unit) }
        }
    }
}

extension WeightedEvent {
    /// The angle between the electron and what is emitted, accurate at small angles. Radians.
    package var separation: Double {
        let (a, b) = (electron, emitted)
        let x = a.y * b.z - a.z * b.y
        let y = a.z * b.x - a.x * b.z
        let z = a.x * b.y - a.y * b.x
        return atan2((x * x + y * y + z * z).squareRoot(), a.x * b.x + a.y * b.y + a.z * b.z)
    }
}
