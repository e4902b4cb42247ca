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
    /// Of the energy resolution: further away nothing is generated.
    private static let largestDeviation = 8.0
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
        // E ± n σ(E) rises with E.
        func energy(at measured: Double, deviations: Double) -> Double {
            var (low, high) = (mass, highest)
            for _ in 0..<60 {
                let middle = 0.5 * (low + high)
                if middle + deviations * resolution.width(at: middle) < measured { low = middle } else { high = middle }
            }
            return deviations > 0 ? low : high
        }
        let lower = cuts.minimumElectronEnergy.map { energy(at: $0, deviations: largestDeviation) } ?? mass
        let upper = cuts.maximumElectronEnergy.map { energy(at: $0, deviations: -largestDeviation) } ?? highest
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
        let distance = cuts.minimumMuonAngle - muonAngle
        var electron = PlaneAngle(x: -kinematics.electronAngle(recoil: recoil), y: 0)
        let kick = kick(
            muonScattering.layer(thickness: crossed), momentum: scattered,
            aim: distance > 0 ? .outward(angle: muonAngle, circle: cuts.minimumMuonAngle) : .nowhere,
            // Before the vertex, it turns the electron too.
            other: side == .before ? aim(electron, measuredEnergy: energy) : .nowhere, from: 0, point(2), point(3),
            &draws)
        weight *= kick.weight
        guard weight > 0 else { return nil }
        let muon = PlaneAngle(x: muonAngle, y: 0) + kick.angle
        let measuredMuon = muon + detector.angularResolution * draws.normalPair()
        guard measuredMuon.length > cuts.minimumMuonAngle else { return nil }

        if side == .before { electron = electron + kick.angle }
        let electronMomentum = ((trueEnergy - kinematics.electronMass) * (trueEnergy + kinematics.electronMass))
            .squareRoot()
        let deflection = self.kick(
            electronScattering.layer(thickness: rest), momentum: electronMomentum,
            aim: aim(electron, measuredEnergy: energy), other: .nowhere, from: atan2(-electron.y, -electron.x),
            point(4), point(5),
            &draws)
        electron = electron + deflection.angle
        let measuredElectron = electron + detector.angularResolution * draws.normalPair()
        if let largest = cuts.maximumElectronAngle, measuredElectron.length >= largest { return nil }
        return KickedEvent(
            weight: weight * deflection.weight, position: side, electronEnergy: trueEnergy, muonMomentum: muonMomentum,
            electronMomentum: electronMomentum, muon: muon, electron: electron,
            measured: MeasuredPair(muon: measuredMuon, electron: measuredElectron, electronEnergy: energy))
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

    /// The sum of all scatters in a layer as an angle, its hardest one aimed relative to an azimuth (`from`).
    private func kick(
        _ layer: CompoundScattering.Layer, momentum: Double, aim: ScatterAim, other: ScatterAim, from azimuth: Double,
        _ first: Double,
        _ second: Double, _ draws: inout RandomDraws
    ) -> (angle: PlaneAngle, weight: Double) {
        let width = layer.softWidth / momentum
        let core = (width * width + detector.angularResolution * detector.angularResolution).squareRoot()
        let hardest = layer.hardest(
            first, second, aim: aim, other: other, momentum: momentum, core: core)
        // A point nucleus is cut off.
        guard hardest.transfer <= layer.largestKick(momentum: momentum) else { return (PlaneAngle(x: 0, y: 0), 0) }
        let sum =
            PlaneAngle.polar(hardest.transfer, azimuth: azimuth + hardest.azimuth)
            + layer.others(harder: hardest.harder, &draws)
        return (1 / momentum * sum + width * draws.normalPair(), hardest.weight)
    }
}
