import SignalPhysics

/// The cuts that are tried: all combinations of a smallest muon angle, a window of the electron's energy and a largest ratio of
/// its angle to the elastic one.
package struct CutScan: Codable, Hashable, Sendable {
    /// Radians, ascending.
    package var muonAngles: [Double]
    /// Of both ends of the window, GeV, ascending.
    package var energies: [Double]
    /// Ascending.
    package var ratios: [Double]

    package init(muonAngles: [Double], energies: [Double], ratios: [Double]) {
        self.muonAngles = muonAngles
        self.energies = energies
        self.ratios = ratios
    }

    /// Around the published cuts, to softer electrons and larger angles; the last ratio takes all.
    package static let standard = CutScan(
        muonAngles: (0...40).map { 1.5e-3 + 1e-4 * Double($0) },
        energies: [0.5, 0.7, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22.5, 25],
        ratios: (3...20).map { 0.05 * Double($0) } + [1.25, 20])

    package func validate() throws(OptimisationError) {
        for (name, values) in [
            ("smallest muon angle", muonAngles), ("electron's energy", energies), ("largest ratio of angles", ratios),
        ] {
            guard values.count >= 2, values[0] >= 0, zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw .axis(name)
            }
        }
    }

    /// The widest cuts of the scan, without the ratio.
    package var widest: SelectionCuts {
        SelectionCuts(
            minimumMuonAngle: muonAngles.first ?? 0, minimumElectronEnergy: energies.first,
            maximumElectronEnergy: energies.last)
    }

    /// Bins of the three, those of the energy lying between its values.
    var bins: Int { muonAngles.count * (energies.count - 1) * ratios.count }

    /// A combination, by the places of its values.
    struct Choice: Codable, Hashable, Sendable {
        var muonAngle: Int
        var lower: Int
        var upper: Int
        var ratio: Int
    }

    func cuts(_ choice: Choice) -> MeasuredCuts {
        MeasuredCuts(
            minimumMuonAngle: muonAngles[choice.muonAngle], minimumElectronEnergy: energies[choice.lower],
            maximumElectronEnergy: energies[choice.upper], maximumRatio: ratios[choice.ratio])
    }
}

/// Cuts on what is measured.
package struct MeasuredCuts: Codable, Hashable, Sendable {
    /// Radians.
    package var minimumMuonAngle: Double
    /// GeV.
    package var minimumElectronEnergy: Double
    package var maximumElectronEnergy: Double
    /// Of the electron's angle to that of an elastic electron; nil is no cut.
    package var maximumRatio: Double?

    package init(
        minimumMuonAngle: Double, minimumElectronEnergy: Double, maximumElectronEnergy: Double,
        maximumRatio: Double? = nil
    ) {
        self.minimumMuonAngle = minimumMuonAngle
        self.minimumElectronEnergy = minimumElectronEnergy
        self.maximumElectronEnergy = maximumElectronEnergy
        self.maximumRatio = maximumRatio
    }

    var window: SelectionCuts {
        SelectionCuts(
            minimumMuonAngle: minimumMuonAngle, minimumElectronEnergy: minimumElectronEnergy,
            maximumElectronEnergy: maximumElectronEnergy)
    }

    var selection: EventSelection { EventSelection(window, maximumRatio: maximumRatio) }
}
