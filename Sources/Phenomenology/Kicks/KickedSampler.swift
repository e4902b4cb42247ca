import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Weighted kicked events within cuts on what is measured, as a function of a point of the unit cube and of further random draws.
///
/// The hardest scatter of the muon is drawn mostly where it can carry the muon over the cut; that of the electron, where it can
/// bring the electron to a ratio of its angle to the elastic one, if one is given.
package struct KickedSampler: Sendable {
    /// Coordinates of the cube.
    package static let dimensions = 7
    private let rate: ElasticScattering.Rate
    private let side: KickPosition
    private let detector: DetectorModel
    private let cuts: SelectionCuts
    private let muonScattering: CompoundScattering
    private let electronScattering: CompoundScattering
    private let ratioMaximum: Double?
    private let recoils: RecoilDensity
    package let kinematics: ElasticKinematics

    /// - Parameters:
    ///   - side: ``KickPosition/before`` or ``KickPosition/after``.
    ///   - ratioMaximum: what the electrons are asked for afterwards; nil for nothing. It changes how events are drawn, not what
    ///     they add up to.
    package init(_ settings: KickSettings, side: KickPosition, ratioMaximum: Double? = nil) throws {
        try settings.validate()
        var elastic = settings.elastic
        elastic.luminosity = 1
        rate = try elastic.rate()
        kinematics = rate.kinematics
        self.side = side
        detector = settings.detector
        cuts = settings.cuts
        self.ratioMaximum = ratioMaximum
        let particles = settings.elastic.particles
        muonScattering = CompoundScattering(
            try NuclearScattering(
                material: detector.target, formFactor: settings.formFactor, isIncoherent: settings.isIncoherent,
                inputs: particles))
        electronScattering = CompoundScattering(try NuclearScattering(material: detector.target, inputs: particles))
        let single = try SingleKick(
            elastic, scattering: muonScattering.table.scattering, thickness: 0.5 * detector.targetThickness, cuts: cuts)
        recoils = RecoilDensity(
            intervals: try Self.intervals(rate, cuts, detector.energyResolution), single, side,
            table: muonScattering.table, resolution: detector.energyResolution)
    }

    /// Whether any event can come out.
    package var hasPhaseSpace: Bool { !recoils.isEmpty }

    private static func intervals(
        _ rate: ElasticScattering.Rate, _ cuts: SelectionCuts, _ resolution: EnergyResolution
    ) throws -> [(lower: Double, upper: Double)] {
        guard cuts.minimumMuonAngle > 0 else { return [] }
        let mass = rate.kinematics.electronMass
        let highest = rate.kinematics.maximumElectronEnergy
        let lower = cuts.minimumElectronEnergy.map {
            resolution.leastEnergy(measuredAbove: $0, from: mass, to: highest)
        }
        let upper = cuts.maximumElectronEnergy.map {
            resolution.largestEnergy(measuredBelow: $0, from: mass, to: highest)
        }
        return try intervals(rate, cuts, from: lower ?? mass, to: upper ?? highest)
    }

    private static func intervals(
        _ rate: ElasticScattering.Rate, _ cuts: SelectionCuts, from lower: Double, to upper: Double
    ) throws -> [(lower: Double, upper: Double)] {
        let mass = rate.kinematics.electronMass
        guard lower < upper else { return [] }
        guard lower > mass * (1 + 1e-9) else {
            throw KickError.unboundedEvents(
                minimumElectronEnergy: cuts.minimumElectronEnergy, minimumMuonAngle: cuts.minimumMuonAngle)
        }
        let (from, to) = (log(lower - mass), log(min(upper - mass, rate.kinematics.maximumRecoil)))
        guard let passing = rate.recoils(beyondMuonAngle: cuts.minimumMuonAngle) else {
            return from < to ? [(from, to)] : []
        }
        return [(from, min(to, log(passing.lower))), (max(from, log(passing.upper)), to)].filter { $0.0 < $0.1 }
    }

    /// The event at a point of the cube; nil where there is none within the cuts.
    package func event(_ point: (Int) -> Double, _ draws: inout RandomDraws) -> KickedEvent? {
        guard hasPhaseSpace else { return nil }
        let (recoil, inverse) = recoils.recoil(point(0))
        let trueEnergy = recoil + kinematics.electronMass
        let deviation = (-2 * log(point(6))).squareRoot() * cos(2 * Double.pi * draws.uniform())
        let energy = trueEnergy + detector.energyResolution.width(at: trueEnergy) * deviation
        if let least = cuts.minimumElectronEnergy, energy <= least { return nil }
        if let most = cuts.maximumElectronEnergy, energy >= most { return nil }
        var weight = inverse * rate.density(recoil: recoil)

        // The matter on the muon's side, more of it more often: v with the density ½ + v of its share.
        let share = 0.5 * ((1 + 8 * point(1)).squareRoot() - 1)
        weight *= 2 / (1 + 2 * share)
        let crossed = share * detector.targetThickness
        let rest = side == .before ? detector.targetThickness - crossed : crossed
        // The plane of the elastic event is that of x.
        let muonAngle = kinematics.muonAngle(recoil: recoil)
        let muonMomentum = kinematics.muonMomentum(recoil: recoil)
        let scattered = side == .before ? kinematics.beamMomentum : muonMomentum
        guard scattered > 0 else { return nil }
        let electronMomentum = ((trueEnergy - kinematics.electronMass) * (trueEnergy + kinematics.electronMass))
            .squareRoot()
        let electronLayer = electronScattering.layer(thickness: rest)
        var electron = PlaneAngle(x: -kinematics.electronAngle(recoil: recoil), y: 0)
        let distance = cuts.minimumMuonAngle - muonAngle
        let kick = kick(
            muonScattering.layer(thickness: crossed), of: PlaneAngle(x: muonAngle, y: 0), momentum: scattered,
            aim: distance > 0 ? .outward(angle: muonAngle, circle: cuts.minimumMuonAngle) : .nowhere,
            // Before the vertex, it turns the electron too.
            other: side == .before ? aim(electron, measuredEnergy: energy) : .nowhere,
            otherCore: core(electronLayer, momentum: electronMomentum), from: 0, point(2), point(3), &draws)
        weight *= kick.weight
        guard weight > 0, kick.measured.length > cuts.minimumMuonAngle else { return nil }

        if side == .before { electron = electron + (kick.place + PlaneAngle(x: -muonAngle, y: 0)) }
        let deflected = self.kick(
            electronLayer, of: electron, momentum: electronMomentum, aim: aim(electron, measuredEnergy: energy),
            other: .nowhere, otherCore: 0, from: atan2(-electron.y, -electron.x), point(4), point(5), &draws)
        weight *= deflected.weight
        guard weight > 0 else { return nil }
        if let largest = cuts.maximumElectronAngle, deflected.measured.length >= largest { return nil }
        return KickedEvent(
            weight: weight, position: side, electronEnergy: trueEnergy, muonMomentum: muonMomentum,
            electronMomentum: electronMomentum, muon: kick.place, electron: deflected.place,
            measured: MeasuredPair(muon: kick.measured, electron: deflected.measured, electronEnergy: energy))
    }

    /// The width of all that is normal, radians.
    private func core(_ layer: CompoundScattering.Layer, momentum: Double) -> Double {
        let width = layer.softWidth / momentum
        return (width * width + detector.angularResolution * detector.angularResolution).squareRoot()
    }

    /// Towards the ratio that is asked for.
    private func aim(_ electron: PlaneAngle, measuredEnergy: Double) -> ScatterAim {
        guard let ratioMaximum else { return .nowhere }
        let recoil = measuredEnergy - kinematics.electronMass
        guard recoil > 0, recoil < kinematics.maximumRecoil else { return .nowhere }
        let circle = ratioMaximum * kinematics.electronAngle(recoil: recoil)
        let angle = electron.length
        return angle > circle ? .inward(angle: angle, circle: circle) : .nowhere
    }

    /// Where all scatters in a layer bring a particle, and where it is measured: the hardest one is aimed relative to an azimuth
    /// (`from`), and the normal ones at what is left of the way.
    private func kick(
        _ layer: CompoundScattering.Layer, of start: PlaneAngle, momentum: Double, aim: ScatterAim, other: ScatterAim,
        otherCore: Double, from azimuth: Double, _ first: Double, _ second: Double, _ draws: inout RandomDraws
    ) -> (place: PlaneAngle, measured: PlaneAngle, weight: Double) {
        let core = core(layer, momentum: momentum)
        let hardest = layer.hardest(
            first, second, aim: aim, other: other, momentum: momentum, core: core, otherCore: otherCore)
        // A point nucleus is cut off.
        guard hardest.transfer <= layer.largestKick(momentum: momentum) else { return (start, start, 0) }
        let sum =
            PlaneAngle.polar(hardest.transfer, azimuth: azimuth + hardest.azimuth)
            + layer.others(harder: hardest.harder, &draws)
        let hard = start + 1 / momentum * sum
        let width = layer.softWidth / momentum
        // Two normal numbers share a way as their variances.
        let share = core > 0 ? width * width / (core * core) : 0
        let soft = draws.normalPair(width: width, towards: share * aim.rest(from: hard))
        let place = hard + soft.value
        let resolution = draws.normalPair(width: detector.angularResolution, towards: aim.rest(from: place))
        return (place, place + resolution.value, hardest.weight * soft.weight * resolution.weight)
    }
}
