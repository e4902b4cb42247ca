import BuildGraph
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

/// What the study of backgrounds takes from the signal and from the map.
package struct BackgroundInputs: Sendable {
    /// The coupling that gives the required events over the mass, and at the benchmarks'.
    package let reach: Node<Curve>
    package let atBenchmarks: (light: Node<Estimate?>, heavy: Node<Estimate?>)
    /// Events of the benchmarks.
    package let events: (light: Node<Estimate>, heavy: Node<Estimate>)
    package let bands: (narrow: Node<MagneticMomentBand.Band?>, wide: Node<MagneticMomentBand.Band?>)

    package init(
        reach: Node<Curve>, atBenchmarks: (light: Node<Estimate?>, heavy: Node<Estimate?>),
        events: (light: Node<Estimate>, heavy: Node<Estimate>),
        bands: (narrow: Node<MagneticMomentBand.Band?>, wide: Node<MagneticMomentBand.Band?>)
    ) {
        self.reach = reach
        self.atBenchmarks = atBenchmarks
        self.events = events
        self.bands = bands
    }
}

extension Section {
    /// The letter's open question: what stands in its window beside the signal, and what the search can reach with it.
    package static func backgrounds(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, from inputs: BackgroundInputs
    ) -> Section {
        let section = allBackgrounds(p, catalogue, from: inputs)
        return BackgroundDomain.obstacle(p).map { section.undefined(because: $0, p) } ?? section
    }

    private static func allBackgrounds(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, from inputs: BackgroundInputs
    ) -> Section {
        let elastic = ElasticBackground(p)
        let further = FurtherBackgrounds(elastic: elastic.inWindow, kick: elastic.beamKick, p)
        let radiative = RadiativeBackground(p)
        let kicked = KickedBackground(p)
        let neutrinos = NeutrinoBackground(p)
        let signals = MeasuredSignals(p)
        let coverage = Coverage(radiative, p)
        let spectrometer = SpectrometerResults(p)
        let reach = SearchReach(
            radiative: radiative, kicked: kicked, elastic: elastic, further: further, signals: signals,
            reach: inputs.reach, atBenchmarks: inputs.atBenchmarks, p)
        let spectra = SearchSpectra(radiative: radiative, kicked: kicked, p)
        let optimum = Optimum(p)
        let events = EventChecks(kicked: kicked, radiative: radiative, signals: signals, p)
        let needed = NeededVeto(separated: radiative.separated, reach: inputs.reach, band: inputs.bands.wide, p)
        return Section("backgrounds") {
            Figure.radiativeAngle(radiative.angleBins(p), coverage.shares, p)
            Figure.vetoInefficiency(
                needed.equal, favoured: needed.favoured, three: radiative.vetoForThree, limits: further.veto, p)
            Figure.elasticLeakage(
                elastic.leakageCurves(merged: radiative.leakCurve), beyondAngle: elastic.beyondAngle, p)
            Figure.kickedEvents(kicked.plane, p)
            Figure.backgroundSpectra(spectra.steps, p)
            Figure.backgroundReach(
                reach.curves, inputs.bands.narrow, inputs.bands.wide,
                catalogue.drawn(onAnyOf: [.reach], in: "backgrounds", over: p.massGrid), catalogue.suppliedCurves, p)
            Figure.missingMass(spectra.missingMass, p)
            Figure.optimum(optimum.rows, p)
            radiative.numbers(light: inputs.events.light, heavy: inputs.events.heavy)
            coverage.numbers
            elastic.numbers
            kicked.numbers
            signals.numbers
            further.numbers(p)
            neutrinos.parts
            spectrometer.numbers
            reach.parts
            optimum.table
            events.parts
            Quantity(
                "search/spectrum-gain", "limit from the electron's spectrum over that from one bin", .digits(2),
                from: spectra.gain(p)
            ) { $0 }
            StatisticsNumbers.parts(p)
            AssumptionTable.passage(p)
            BackgroundVerdicts.passages(
                small: elastic.leaks.small, large: elastic.leaks.large, photons: radiative.photonShare,
                electrons: coverage.labelled, neutrinos: neutrinos.total.plus)
            BackgroundClaims.radiation(radiative.events, photonShare: radiative.photonShare)
            BackgroundClaims.resolution(elastic, merged: radiative.leaks.small)
            BackgroundClaims.coverage(coverage.labelled)
            BackgroundClaims.scattering(
                kicked: kicked.all, survivors: kicked.survivors, signal: inputs.events.heavy,
                muonScattering: elastic.muonScattering,
                muonEnergy: p.beamEnergy - p.maximumElectronEnergy)
            BackgroundClaims.spectrometer(
                mass: spectrometer.heavy, heavyMass: p.heavy.mass, missing: spectrometer.missingEnergy.light,
                width: spectrometer.energyWidth)
        }
    }
}
