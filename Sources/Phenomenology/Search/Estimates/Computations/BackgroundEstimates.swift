import Computing
import DetectorPhysics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Hadronic muon scattering into the window, in events: an estimate.
package struct HadronicEstimate: Computation {
    package var scattering: HadronicMuonScattering
    package var target: Material
    /// GeV.
    package var energies: ClosedRange<Double>
    /// Radians.
    package var muonAngle: Double
    /// On electrons, fb⁻¹.
    package var luminosity: Double

    package init(
        scattering: HadronicMuonScattering, target: Material, energies: ClosedRange<Double>, muonAngle: Double,
        luminosity: Double
    ) {
        self.scattering = scattering
        self.target = target
        self.energies = energies
        self.muonAngle = muonAngle
        self.luminosity = luminosity
    }

    package func compute(_ input: ()) throws -> Estimate {
        // Nucleons an electron.
        let nucleons = target.molarMass.rounded() / Double(target.atomicNumber)
        return try scattering.crossSection(energies: energies, beyond: muonAngle)
            .scaled(by: nucleons * luminosity)
    }
}

/// Pairs made by muons, in events: an estimate.
package struct PairEstimate: Computation {
    package var production: PairProductionByMuons
    /// Of one lepton, GeV.
    package var energies: ClosedRange<Double>
    /// Largest energy of the other, GeV.
    package var unseen: Double
    /// Radians.
    package var muonAngle: Double
    /// On electrons, fb⁻¹.
    package var luminosity: Double

    package init(
        production: PairProductionByMuons, energies: ClosedRange<Double>, unseen: Double, muonAngle: Double,
        luminosity: Double
    ) {
        self.production = production
        self.energies = energies
        self.unseen = unseen
        self.muonAngle = muonAngle
        self.luminosity = luminosity
    }

    package struct Result: Codable, Sendable {
        /// Pairs of more than the window's lower edge in all.
        package var all: Estimate
        /// One lepton in the window, the other one unseen.
        package var oneSided: Estimate
        /// Of these, with a muon beyond the cut by the production itself.
        package var atLargeAngle: Estimate
    }

    package func compute(_ input: ()) throws -> Result {
        let perAtom = luminosity / Double(production.atomicNumber)
        let oneSided = try production.crossSection(one: energies, other: unseen).scaled(by: perAtom)
        // Of the geometric middle of the window.
        let middle = (energies.lowerBound * energies.upperBound).squareRoot()
        return Result(
            all: try production.crossSection(above: energies.lowerBound).scaled(by: perAtom), oneSided: oneSided,
            atLargeAngle: oneSided.scaled(
                by: production.largeAngleShare(pairEnergy: middle, beyond: muonAngle)))
    }
}

/// The share of elastic electrons that leave the window's upper edge downwards by radiating in the stations, where the calorimeter
/// does not add the photons, by station: an estimate.
package struct StragglingByStation: Computation {
    package var matter: StationMatter
    /// The window's upper edge, GeV.
    package var maximumElectronEnergy: Double
    /// Share of the radiated energy that is not added.
    package var unrecovered: Double

    package init(matter: StationMatter, maximumElectronEnergy: Double, unrecovered: Double) {
        self.matter = matter
        self.maximumElectronEnergy = maximumElectronEnergy
        self.unrecovered = unrecovered
    }

    package struct Result: Codable, Sendable {
        /// Radiation lengths from each station to the calorimeter.
        package var lengths: [Double]
        /// The tail of each, if no radiation is added.
        package var tails: [Double]
        /// The mean tail over the stations, times the share that is not added.
        package var mean: Estimate
    }

    /// - Parameter leastEnergy: of elastic electrons beyond the muon's angle, GeV.
    package func compute(_ leastEnergy: Estimate) throws -> Result {
        guard (0...1).contains(unrecovered) else {
            throw EstimateError.notAShare(name: "share of radiation that is not added", value: unrecovered)
        }
        let lengths = (1...max(matter.stations, 1)).map(matter.lengths)
        let tails = lengths.map {
            ElectronStraggling.probability(below: min(maximumElectronEnergy / leastEnergy.value, 1), after: $0)
        }
        let mean = tails.reduce(0, +) / Double(tails.count)
        return Result(lengths: lengths, tails: tails, mean: .closedForm(mean * unrecovered, operations: 1024))
    }
}

/// What a photon veto cannot see even where it works: an estimate.
package struct VetoLimits: Computation {
    package var matter: StationMatter
    /// Of the calorimeter, radiation lengths.
    package var depth: Double
    /// Of real photons on a nucleon, fb.
    package var photonNucleonCrossSection: Double
    /// Share of photonuclear reactions that are not seen.
    package var unseenPhotonuclear: Double

    package init(
        matter: StationMatter, depth: Double, photonNucleonCrossSection: Double, unseenPhotonuclear: Double
    ) {
        self.matter = matter
        self.depth = depth
        self.photonNucleonCrossSection = photonNucleonCrossSection
        self.unseenPhotonuclear = unseenPhotonuclear
    }

    package struct Result: Codable, Sendable {
        /// Share of photons that cross the whole depth without a pair.
        package var unconverted: Estimate
        /// Share whose first reaction is with a nucleus and is not seen.
        package var photonuclear: Estimate
        /// Share that make a pair in the stations.
        package var convertedInStations: Estimate
    }

    /// X₀ of lead tungstate, which the crystals of MUonE's test calorimeter are made of, g/cm² (PDG2022).
    private static let crystalRadiationLength = 7.39

    package func compute(_ input: ()) throws -> Result {
        guard (0...1).contains(unseenPhotonuclear) else {
            throw EstimateError.notAShare(name: "unseen photonuclear share", value: unseenPhotonuclear)
        }
        // Nucleons a g/cm² in fb⁻¹ (1 fb = 1e-39 cm²); pairs are 7/9 in a radiation length.
        let nucleons = ParticleConstants.avogadroConstant.value * 1e-39
        let perLength = nucleons * photonNucleonCrossSection * Self.crystalRadiationLength
        return Result(
            unconverted: .closedForm(exp(-7.0 / 9 * depth)),
            photonuclear: .closedForm(perLength / (7.0 / 9 + perLength) * unseenPhotonuclear),
            convertedInStations: .closedForm(matter.convertedShare, operations: 1024))
    }
}

/// Two muons in one crossing: one makes the electron, the other one is deflected. An estimate.
package struct CoincidenceEstimate: Computation {
    /// Muons a second, and s.
    package var rate: Double
    package var crossing: Double
    /// m.
    package var spotWidth: Double
    package var spotHeight: Double
    package var match: Double
    package var stations: Int
    /// On electrons, fb⁻¹.
    package var luminosity: Double
    /// Electrons a square metre of one target.
    package var electronsPerArea: Double

    package init(
        rate: Double, crossing: Double, spotWidth: Double, spotHeight: Double, match: Double, stations: Int,
        luminosity: Double, target: Material, targetThickness: Double
    ) {
        self.rate = rate
        self.crossing = crossing
        self.spotWidth = spotWidth
        self.spotHeight = spotHeight
        self.match = match
        self.stations = stations
        self.luminosity = luminosity
        electronsPerArea = target.atoms(thickness: targetThickness) * Double(target.atomicNumber)
    }

    package struct Result: Codable, Sendable {
        /// Muons of the whole run.
        package var muons: Estimate
        /// Probability of an electron in the window in one target.
        package var electron: Estimate
        /// Crossings with both, before their vertices are compared.
        package var pairs: Estimate
        /// Probability that the vertices match by chance: both Gaussian in the spot.
        package var match: Estimate
        package var events: Estimate
    }

    /// - Parameter input: the elastic events in the window of the electron's energy, and the probability that a beam muon is
    ///   kicked beyond the cut in one target.
    package func compute(_ input: (Estimate, Estimate)) throws -> Result {
        let (elastic, kick) = input
        // 1 fb⁻¹ is 1e43 m⁻².
        let muons = luminosity * 1e43 / (electronsPerArea * Double(stations))
        let electron = elastic / (muons * Double(stations))
        let pairs = kick * electron * (rate * crossing * muons * Double(stations))
        let chance = min(1, match * match / (4 * spotWidth * spotHeight))
        return Result(
            muons: .closedForm(muons), electron: electron, pairs: pairs, match: .closedForm(chance),
            events: pairs * chance)
    }
}
