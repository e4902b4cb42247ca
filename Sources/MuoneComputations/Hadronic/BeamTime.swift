import BuildGraph
import HadronicPhysics
import NumericalMethods

/// What luminosity a beam makes on a target.
public struct BeamTime: Computation {
    public var target: AtomicTarget
    /// Muons a second while there is beam.
    public var intensity: Double
    /// Calendar years.
    public var years: Double
    /// nb⁻¹.
    public var luminosity: Double

    /// Of 365.25 days.
    public static let secondsPerYear = 365.25 * 86_400

    public struct Result: Codable, Hashable, Sendable {
        /// Electrons a square centimetre.
        public var electronsPerArea: Estimate
        /// With beam all the time, nb⁻¹.
        public var withoutPauses: Estimate
        /// Seconds of beam a year that the luminosity asks for.
        public var secondsPerYear: Estimate
        /// The same as a share of the year.
        public var share: Estimate
    }

    public init(target: AtomicTarget, intensity: Double, years: Double, luminosity: Double) {
        self.target = target
        self.intensity = intensity
        self.years = years
        self.luminosity = luminosity
    }

    public func compute(_ input: ()) throws -> Result {
        let all = target.luminosity(muons: intensity * years * Self.secondsPerYear)
        let share = luminosity / all
        return Result(
            electronsPerArea: .closedForm(target.electronsPerArea), withoutPauses: .closedForm(all),
            secondsPerYear: .closedForm(share * Self.secondsPerYear), share: .closedForm(share))
    }
}
