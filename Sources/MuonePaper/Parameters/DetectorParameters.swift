import DetectorPhysics

/// The apparatus and the assumptions that the study of backgrounds is made with. GeV, radians, m, s.
///
/// MUonE's letter of intent and the letter of Asai et al. name the stations, the calorimeter's resolution and size, and the
/// trackers' resolution; what nobody has published yet, such as the veto's inefficiency, is an assumption of ours.
public struct DetectorParameters: Codable, Hashable, Sendable {
    /// σ_E/E of the calorimeter: the constant part, and the coefficient of 1/√(E/GeV).
    public var energyResolution = 0.05
    public var stochasticResolution = 0.0
    /// Probability that the calorimeter loses so much of an electron's energy that it falls into the window, beside its
    /// Gaussian resolution.
    public var lowEnergyTail = 0.0
    /// Of the trackers, a projection.
    public var angularResolution = 0.02e-3
    /// σ_p/p of a muon spectrometer.
    public var muonResolution = 0.01
    /// Relative spread of the beam's momentum.
    public var beamSpread = 0.009
    /// The electron's measured angle over that of elastic scattering at its energy stays below this.
    public var largestRatio = 0.7
    /// Electron and photon are told apart in the calorimeter from this angle on.
    public var separation = 1e-3
    /// Share of the separated photons that the veto misses.
    public var vetoInefficiency = 1e-6
    /// Stations with a target each, and their distance.
    public var stations = 40
    public var pitch = 1.0
    /// Of one target.
    public var targetThickness = 0.015
    /// Of one silicon sensor; a station has six modules of two.
    public var sensorThickness = 320e-6
    public var sensors = 12
    /// Sides of the square calorimeter: planned, and that of the test run.
    public var calorimeterSide = 1.0
    public var smallCalorimeterSide = 0.14
    /// Of the calorimeter, in radiation lengths.
    public var calorimeterDepth = 22.0
    /// Relative uncertainty of the background.
    public var backgroundUncertainty = 0.05
    /// Unweighted signal events of the check; of other kinds there are fewer.
    public var eventCount = 200_000
    public var estimates = EstimateParameters()

    public init() {}

    /// As what measures an event.
    public var model: DetectorModel {
        var model = DetectorModel()
        model.energyResolution = EnergyResolution(constant: energyResolution, stochastic: stochasticResolution)
        model.angularResolution = angularResolution
        model.targetThickness = targetThickness
        return model
    }
}

/// What the estimates of further backgrounds assume: orders of magnitude, not results.
public struct EstimateParameters: Codable, Hashable, Sendable {
    /// Of real photons on a nucleon, fb.
    public var photonNucleonCrossSection = 115e9
    /// m_ρ of the photon's form factor, GeV.
    public var rhoMass = 0.775
    /// Share of hadronic events that leave one track that is taken for an electron.
    public var pionMisidentification = 1e-2
    /// Share of events with more tracks that the multiplicity does not give away.
    public var multiplicityInefficiency = 1e-2
    /// The largest energy of a lepton that leaves no track, GeV.
    public var unseenLeptonEnergy = 0.05
    /// Share of a radiated energy that the calorimeter does not add to the electron's.
    public var unrecoveredRadiation = 0.01
    /// Share of photons that react with a nucleus of the calorimeter and leave too little energy to be seen.
    public var unseenPhotonuclear = 1e-2
    /// Muons a second and time of one crossing, s.
    public var beamRate = 5e7
    public var crossingTime = 25e-9
    /// Widths of the beam's spot, m.
    public var spotWidth = 0.027
    public var spotHeight = 0.013
    /// Two vertices within this are taken for one, m.
    public var vertexMatch = 1e-4

    public init() {}
}
