import Computing
import NumericalMethods

/// The median expected CL_s limit on the signal, events.
public struct ExpectedSignalLimit: Computation {
    public var experiment: CountingExperiment
    public var confidenceLevel: Double

    public init(experiment: CountingExperiment, confidenceLevel: Double = 0.95) {
        self.experiment = experiment
        self.confidenceLevel = confidenceLevel
    }

    public func compute(_ input: ()) throws -> Estimate {
        try experiment.upperLimit(confidenceLevel: confidenceLevel)
    }
}

/// The same on a background that another computation gives, whose error becomes the limit's, and never below the limit
/// without background: it rises with the background from zero on.
public struct ExpectedSignalLimitOn: Computation {
    /// δ.
    public var uncertainty: Double
    public var nuisance: BackgroundNuisance
    public var confidenceLevel: Double

    public init(uncertainty: Double, nuisance: BackgroundNuisance = .onOff, confidenceLevel: Double = 0.95) {
        self.uncertainty = uncertainty
        self.nuisance = nuisance
        self.confidenceLevel = confidenceLevel
    }

    public func compute(_ background: Estimate) throws -> Estimate {
        guard background.value >= 0 else { throw SearchStatisticsError.backgroundOutOfRange(background.value) }
        return try background.mapped { events in
            try CountingExperiment(background: max(events, 0), uncertainty: uncertainty, nuisance: nuisance)
                .cautiousUpperLimit(confidenceLevel: confidenceLevel).value
        }
    }
}

/// The limit by Poisson sums on a background that is known exactly, events.
public struct PoissonSignalLimit: Computation {
    public var background: Double
    public var confidenceLevel: Double

    public init(background: Double, confidenceLevel: Double = 0.95) {
        self.background = background
        self.confidenceLevel = confidenceLevel
    }

    public func compute(_ input: ()) throws -> Estimate {
        try PoissonUpperLimit(background: background).median(confidenceLevel: confidenceLevel)
    }
}

/// The signal that is discovered with a median significance, events.
public struct DiscoverySignal: Computation {
    public var experiment: CountingExperiment
    public var significance: Double

    public init(experiment: CountingExperiment, significance: Double = 5) {
        self.experiment = experiment
        self.significance = significance
    }

    public func compute(_ input: ()) throws -> Estimate { try experiment.discoverySignal(significance: significance) }
}

/// The limit from a spectrum, events in all bins.
public struct SpectrumSignalLimit: Computation {
    public var experiment: SpectrumExperiment
    public var confidenceLevel: Double

    public init(experiment: SpectrumExperiment, confidenceLevel: Double = 0.95) {
        self.experiment = experiment
        self.confidenceLevel = confidenceLevel
    }

    public func compute(_ input: ()) throws -> Estimate {
        try experiment.upperLimit(confidenceLevel: confidenceLevel)
    }
}

/// The coupling whose signal is as large as a limit (events), from the cross section (fb) at a known coupling: g√(s/L σ).
///
/// Nil where there is no signal.
public struct CouplingForSignal: Computation {
    /// fb⁻¹.
    public var luminosity: Double
    /// That of the cross section.
    public var coupling: Double

    public init(luminosity: Double, coupling: Double) {
        self.luminosity = luminosity
        self.coupling = coupling
    }

    public func compute(_ input: (Estimate, Estimate)) throws -> Estimate? {
        let (limit, crossSection) = input
        guard crossSection.value > 0 else { return nil }
        return coupling * (limit / (luminosity * crossSection)).squareRoot()
    }
}
