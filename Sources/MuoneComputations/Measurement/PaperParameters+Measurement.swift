import MeasurementPhysics
import MuoneParameters

extension PaperParameters {
    /// MUonE's measurement of the running with these parameters: statistics only.
    package var measurement: MeasurementSettings {
        var settings = MeasurementSettings()
        settings.inputs = particles
        settings.beamEnergy = beamEnergy
        // nb⁻¹ from fb⁻¹.
        settings.luminosity = luminosity * 1e6
        return settings
    }
}
