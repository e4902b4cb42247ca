import LimitModel
import NumericalMethods
import Reference

/// A search for K⁺ → μ⁺ν Z′ with an invisible boson: its shape in the mass computed, its normalisation taken from one
/// published point.
///
/// The signal S = c g′² BR(m, cut) BR(Z′→νν̄) meets S = 2√(B + κ²B²) at the boundary; c follows from the published point,
/// which is taken to stand for κ = 0.
public struct KaonProjection: Codable, Hashable, Sendable {
    /// The cut on the missing mass squared, GeV².
    public var missingMassSquaredMinimum: Double
    /// The published point: mass in GeV and coupling.
    public var calibration: LimitPoint
    /// B: the number of background events behind the cut. Without effect where κ is zero.
    public var backgroundEvents: Double
    /// κ: the relative systematic uncertainty of B.
    public var relativeSystematic: Double

    public init(
        missingMassSquaredMinimum: Double, calibration: LimitPoint, backgroundEvents: Double = 0,
        relativeSystematic: Double = 0
    ) {
        self.missingMassSquaredMinimum = missingMassSquaredMinimum
        self.calibration = calibration
        self.backgroundEvents = backgroundEvents
        self.relativeSystematic = relativeSystematic
    }

    /// NA62 with 10¹³ kaons, fixed to the published curve at the heavier of its two stated points, where the cut on the
    /// missing mass matters least.
    public static let na62 = KaonProjection(
        missingMassSquaredMinimum: 0.05, calibration: LimitPoint(mass: 0.0997, coupling: 5.10e-4))

    /// The stated points of the published curve (Krnjaic2020), of which the heavier one fixes the normalisation.
    public static let na62PublishedPoints = [LimitPoint(mass: 0.00095, coupling: 3.29e-4), na62.calibration]

    /// What the publication prints besides: the kaons, the acceptance, and the background to an order of magnitude,
    /// B^−½ ~ 10⁻⁴. Nothing is computed from them but what they say of each other.
    public static let na62Kaons = 1e13
    public static let na62Acceptance = 0.35
    public static let na62InverseRootBackground = 1e-4

    /// B^−½ that the published point means for a number of kaons and an acceptance, as S = 2√B there.
    public func inverseRootBackground(
        kaons: Double = na62Kaons, acceptance: Double = na62Acceptance, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        let coupling = calibration.coupling
        let share = try KaonLimit.signal(self, mass: calibration.mass, inputs: inputs)
        guard share.value > 0 else {
            throw KaonEmissionError.invalidProjection(
                "no decay passes the missing-mass cut of \(missingMassSquaredMinimum) GeV^2 at the published point: lower "
                    + "the cut")
        }
        return 2 / (kaons * acceptance * coupling * coupling * share)
    }

    /// The same with a systematic uncertainty κ of B background events.
    public func with(backgroundEvents: Double, relativeSystematic: Double) -> KaonProjection {
        var other = self
        other.backgroundEvents = backgroundEvents
        other.relativeSystematic = relativeSystematic
        return other
    }

    /// What a reader must know of these assumptions although they are allowed.
    public var warning: String? {
        guard relativeSystematic > 0, backgroundEvents == 0 else { return nil }
        return
            "NA62's relative uncertainty kappa = \(relativeSystematic) has no effect without a background: the publication "
            + "gives the events B that remain only to an order of magnitude, B^-1/2 ~ 1e-4, so give a number as well "
            + "(na62.background)"
    }

    /// The factor by which κ raises the coupling: (1 + κ²B)^¼.
    public var systematicFactor: Double {
        (1 + relativeSystematic * relativeSystematic * backgroundEvents).squareRoot().squareRoot()
    }

    func validate() throws(KaonEmissionError) {
        guard backgroundEvents.isFinite, backgroundEvents >= 0, relativeSystematic.isFinite, relativeSystematic >= 0
        else {
            throw .invalidProjection(
                "\(backgroundEvents) background events with a relative uncertainty of \(relativeSystematic) are not "
                    + "possible: give finite numbers that are not negative")
        }
        guard calibration.coupling.isFinite, calibration.coupling > 0 else {
            throw .invalidProjection(
                "a published coupling of \(calibration.coupling) cannot fix the normalisation: give one above zero")
        }
    }
}
