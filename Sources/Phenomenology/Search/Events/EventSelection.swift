import Kinematics
import Reference
import SignalPhysics

/// What an event of a sample has to fulfil; what is nil is not asked.
package struct EventSelection: Codable, Hashable, Sendable {
    package var cuts: SelectionCuts
    /// Of r, the electron's angle over that of an elastic electron of its energy.
    package var maximumRatio: Double?
    /// Of |π − |φ_μ − φ_e||, radians.
    package var minimumAcoplanarity: Double?
    /// Of the angle between the electron and what is emitted, radians.
    package var maximumSeparation: Double?
    /// Of what is emitted, GeV.
    package var minimumEmittedEnergy: Double?
    /// The side of a square centred on the beam that the electron hits and its distance, m: counts the azimuths that do.
    package var square: Square?

    package struct Square: Codable, Hashable, Sendable {
        package var side: Double
        package var distance: Double

        package init(side: Double, distance: Double) {
            self.side = side
            self.distance = distance
        }
    }

    package init(
        _ cuts: SelectionCuts, maximumRatio: Double? = nil, minimumAcoplanarity: Double? = nil,
        maximumSeparation: Double? = nil, minimumEmittedEnergy: Double? = nil, square: Square? = nil
    ) {
        self.cuts = cuts
        self.maximumRatio = maximumRatio
        self.minimumAcoplanarity = minimumAcoplanarity
        self.maximumSeparation = maximumSeparation
        self.minimumEmittedEnergy = minimumEmittedEnergy
        self.square = square
    }

    /// The probability that an event passes: one or zero but for a square.
    package func share(of event: EventRecord, _ elastic: ElasticKinematics) -> Double {
        guard event.muonAngle > cuts.minimumMuonAngle, event.electronEnergy > cuts.minimumElectronEnergy ?? 0,
            event.electronEnergy < cuts.maximumElectronEnergy ?? .infinity,
            event.electronAngle < cuts.maximumElectronAngle ?? .infinity,
            event.acoplanarity > minimumAcoplanarity ?? -1, event.separation < maximumSeparation ?? .infinity,
            event.emittedEnergy > minimumEmittedEnergy ?? -1
        else { return 0 }
        if let maximumRatio {
            // No elastic electron has an energy beyond the largest, and no ratio is small there.
            let recoil = event.electronEnergy - elastic.electronMass
            guard recoil > 0, recoil < elastic.maximumRecoil,
                event.electronAngle < maximumRatio * elastic.electronAngle(recoil: recoil)
            else { return 0 }
        }
        guard let square else { return 1 }
        return CentredSquare(side: square.side).hitShare(angle: event.electronAngle, distance: square.distance)
    }
}
