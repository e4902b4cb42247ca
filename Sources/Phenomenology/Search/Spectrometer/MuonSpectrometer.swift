import DetectorPhysics
import Kinematics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An apparatus that measures the momentum of the scattered muon beside the electron's energy and both directions, so that
/// what is missing has a mass: m² = (p_beam + p_e − p_μ′ − p_e′)², with the nominal beam.
public struct MuonSpectrometer: Codable, Hashable, Sendable {
    /// Relative Gaussian width of the beam's momentum about the nominal one, which the missing mass is computed with.
    public var beamSpread: Double
    /// σ_p/p of the scattered muon.
    public var muonResolution: Double
    /// Of the electron's energy.
    public var energyResolution: EnergyResolution
    /// Gaussian, a projection of each track's angle, radians.
    public var angularResolution: Double
    /// Whether muon and electron scatter in the rest of the target, by Highland's formula; the vertex is uniform in it.
    public var scatters: Bool
    public var target: Material
    /// Of the whole target, m.
    public var targetThickness: Double

    package init(
        beamSpread: Double = 0.009, muonResolution: Double = 0.01,
        energyResolution: EnergyResolution = EnergyResolution(constant: 0.05), angularResolution: Double = 2e-5,
        scatters: Bool = true, target: Material = .beryllium, targetThickness: Double = 0.015
    ) {
        self.beamSpread = beamSpread
        self.muonResolution = muonResolution
        self.energyResolution = energyResolution
        self.angularResolution = angularResolution
        self.scatters = scatters
        self.target = target
        self.targetThickness = targetThickness
    }

    /// Whether every quantity is measured without an error.
    package var isPerfect: Bool {
        beamSpread == 0 && muonResolution == 0 && energyResolution.constant == 0 && energyResolution.stochastic == 0
            && angularResolution == 0 && (!scatters || targetThickness == 0)
    }

    /// The width of E_miss = E_beam + m_e − E_μ′ − E_e of events that miss nothing, GeV: those that a nucleus kicked into the
    /// signal region, for instance.
    ///
    /// - Parameters: both GeV, the electron's below the beam's.
    public func missingEnergyWidth(electronEnergy: Double, beamEnergy: Double) -> Double {
        let beam = beamSpread * beamEnergy
        let muon = muonResolution * (beamEnergy - electronEnergy)
        let electron = energyResolution.width(at: electronEnergy)
        return (beam * beam + muon * muon + electron * electron).squareRoot()
    }

    /// The missing mass squared that is measured of an event, less the true one. GeV².
    ///
    /// - Parameter random: of each event its own.
    package func deviation(
        of event: WeightedEvent, truth: Double, beam: FourVector, electronMass: Double, muonMass: Double,
        random: SpectrometerDraw
    ) -> Double {
        // The event is that of the true beam: the nominal one differs.
        let nominal = beam.z / max(1 + beamSpread * random.beam, 0.1)
        let path = scatters ? (1 - random.vertex) * targetThickness : 0
        let muonMomentum = event.muon.momentum * max(1 + muonResolution * random.muon, 0.01)
        let muon = direction(
            event.muon, momentum: event.muon.momentum, path: path, random.muonAngles
        ).momentum(muonMomentum, mass: muonMass)
        let relative = energyResolution.relative(at: event.electron.energy)
        let energy = max(event.electron.energy * (1 + relative * random.electron), electronMass)
        let electron = direction(
            event.electron, momentum: event.electron.momentum, path: path, random.electronAngles
        ).momentum(((energy - electronMass) * (energy + electronMass)).squareRoot(), mass: electronMass)
        let missing =
            FourVector(mass: muonMass, x: 0, y: 0, z: nominal)
            + FourVector(energy: electronMass, x: 0, y: 0, z: 0) - muon - electron
        return missing.square - truth
    }

    private func direction(
        _ track: FourVector, momentum: Double, path: Double, _ angles: (Double, Double)
    ) -> Direction {
        var width = angularResolution
        if path > 0 {
            let scattering = HighlandWidth(material: target).planeWidth(
                thickness: path, momentum: momentum, energy: track.energy)
            width = (width * width + scattering * scattering).squareRoot()
        }
        return Direction(track).turned(by: width * angles.0, width * angles.1)
    }

    package func validate() throws(SpectrometerError) {
        for (name, value) in [
            ("beam spread", beamSpread), ("muon resolution", muonResolution),
            ("electron resolution", energyResolution.constant), ("stochastic term", energyResolution.stochastic),
        ] {
            guard value >= 0, value <= 0.5 else { throw .resolutionOutOfRange(name: name, value: value) }
        }
        guard angularResolution >= 0, angularResolution <= 0.1 else { throw .angleOutOfRange(angularResolution) }
        guard targetThickness >= 0, targetThickness <= 1 else { throw .thicknessOutOfRange(targetThickness) }
    }
}

/// A unit vector.
private struct Direction {
    var x: Double
    var y: Double
    var z: Double

    init(_ track: FourVector) {
        let size = track.momentum
        x = track.x / size
        y = track.y / size
        z = track.z / size
    }

    /// Turned by two small angles, in and across the plane of the beam.
    func turned(by first: Double, _ second: Double) -> Direction {
        guard first != 0 || second != 0 else { return self }
        let transverse = (x * x + y * y).squareRoot()
        let (c, s) = transverse > 0 ? (x / transverse, y / transverse) : (1, 0)
        var turned = self
        let (a, b) = (tan(first), tan(second))
        turned.x += a * z * c - b * s
        turned.y += a * z * s + b * c
        turned.z -= a * transverse
        let size = (turned.x * turned.x + turned.y * turned.y + turned.z * turned.z).squareRoot()
        turned.x /= size
        turned.y /= size
        turned.z /= size
        return turned
    }

    func momentum(_ size: Double, mass: Double) -> FourVector {
        FourVector(mass: mass, x: size * x, y: size * y, z: size * z)
    }
}
