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
            + "does not state how many events B remain, so give one as well (na62.background)"
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
