import ElasticPhysics
import HadronicPhysics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The expected events of data with an effect that the template does not know, in the template's bins, for the published
/// running.
public struct AffectedEvents: Sendable {
    public let template: RunningTemplate
    private let running = HadronicRunning.published
    private let refinement: Int

    /// - Parameter refinement: by what the orders of all rules are multiplied, to see what they miss.
    public init(_ template: RunningTemplate, refinement: Int = 1) {
        self.template = template
        self.refinement = refinement
    }

    /// With what ``change(by:)`` has given.
    /// - Throws: as ``change(by:)``.
    public func events(adding change: [Double]) throws -> [Double] {
        zip(try plain(), change).map { $0 + $1 }
    }

    /// What the effect adds to each bin.
    /// - Throws: ``MeasurementError/invalidSettings(_:)`` for an effect that leaves no beam or no resolution; `ElasticError`,
    ///   ``RunningError``, `ElasticKinematicsError`.
    public func change(by effect: MeasurementEffect) throws -> [Double] {
        switch effect {
        case .beamEnergy(let shift):
            return try difference(try events(beamEnergy: template.settings.beamEnergy + shift))
        case .beamSpread(let relative): return try difference(try spread(relative))
        case .beamSpreadError(let relative, let share):
            let changed = try spread(relative * (1 + share))
            return zip(changed, try spread(relative)).map { $0 - $1 }
        case .angularResolution(let resolution): return try migration(resolution)
        case .angularResolutionError(let resolution, let share):
            let changed = try migration(resolution * (1 + share))
            return zip(changed, try migration(resolution)).map { $0 - $1 }
        case .normalisation(let share): return try change { _ in share }
        case .weakExchange(let beam): return try change { weak.weakShift(recoil: $0, beam: beam) }
        case .scalarExchange(let beam): return try change { weak.scalarShift(recoil: $0, beam: beam) }
        case .newParticle(let model, let mass, let coupling, let beam):
            let elastic = try ElasticRate(
                beamEnergy: template.settings.beamEnergy, inputs: template.settings.inputs)
            let signal = try ElasticSignal(model, mass: mass, rate: elastic, beam: beam)
            return try change { try signal.rateRatio(recoil: $0, coupling: coupling) - 1 }
        }
    }

    private func plain() throws -> [Double] { try events(beamEnergy: template.settings.beamEnergy) }

    private func difference(_ events: [Double]) throws -> [Double] { zip(events, try plain()).map { $0 - $1 } }

    private var weak: WeakExchange {
        WeakExchange(inputs: template.settings.inputs, beamEnergy: template.settings.beamEnergy)
    }

    /// From a relative change of dσ/dT, however small.
    private func change(_ share: (Double) throws -> Double) throws -> [Double] {
        let spectrum = try RecoilSpectrum(template.settings)
        return try bins { lower, upper in
            try RecoilRule(from: lower, to: upper, refinement: refinement).integrate {
                spectrum.rate($0, running) * (try share($0))
            }
        }
    }

    /// With another beam energy in the same bins, which the largest recoil may cut.
    func events(beamEnergy: Double) throws -> [Double] {
        let spectrum = try RecoilSpectrum(template.settings, beamEnergy: beamEnergy)
        let largest = spectrum.elastic.maximumRecoil
        return bins { lower, upper in
            RecoilRule(from: lower, to: min(upper, largest), refinement: refinement).integrate {
                spectrum.rate($0, running)
            }
        }
    }

    /// Folded with a normal distribution of the beam's energy, cut at six standard deviations.
    private func spread(_ relative: Double) throws -> [Double] {
        let centre = template.settings.beamEnergy
        let deviation = relative * centre
        guard relative > 0, 6 * relative < 0.5 else {
            throw MeasurementError.invalidSettings("a beam spread of \(relative) is not between 0 and 1/12")
        }
        let range = (centre - 6 * deviation)...(centre + 6 * deviation)
        // A bin has a corner at the energy whose largest recoil is its edge.
        let corners = try template.edges.compactMap { edge in try beamEnergy(ofLargestRecoil: edge, in: range) }
        let panels = (0...24).map { range.lowerBound + 0.5 * deviation * Double($0) }
        let points = (corners + panels).sorted()
        let rule = GaussLegendre.rule(order: 8 * refinement * Refinement.factor)
        var total = [Double](repeating: 0, count: template.bins)
        var norm = 0.0
        for (lower, upper) in zip(points, points.dropFirst()) where upper > lower {
            for (node, weight) in zip(rule.nodes, rule.weights) {
                let energy = 0.5 * (lower + upper) + 0.5 * (upper - lower) * node
                let pull = (energy - centre) / deviation
                let share = 0.5 * (upper - lower) * weight * exp(-0.5 * pull * pull)
                norm += share
                for (bin, events) in try events(beamEnergy: energy).enumerated() { total[bin] += share * events }
            }
        }
        return total.map { $0 / norm }
    }

    private func beamEnergy(ofLargestRecoil recoil: Double, in range: ClosedRange<Double>) throws -> Double? {
        func excess(_ energy: Double) throws -> Double {
            try RecoilSpectrum(template.settings, beamEnergy: energy).elastic.maximumRecoil - recoil
        }
        guard try excess(range.lowerBound) < 0, try excess(range.upperBound) > 0 else { return nil }
        return try RootFinding.brent(in: range, excess)
    }

    /// Events that move over the edges because the angle is measured with an error, in both directions. The rate is even in the
    /// angle's sign, so that none move over the edge at the largest recoil, where the angle is zero.
    private func migration(_ resolution: Double) throws -> [Double] {
        guard resolution > 0, resolution < 1e-3 else {
            throw MeasurementError.invalidSettings(
                "an angular resolution of \(resolution) rad is not between 0 and 1e-3")
        }
        let spectrum = try RecoilSpectrum(template.settings)
        let kinematics = spectrum.elastic.kinematics
        let scale = RunningTemplate.eventsPerCrossSection(template.settings)
        let rule = GaussLegendre.rule(order: 64 * refinement * Refinement.factor)
        // What enters the bin above the edge from below it, less what leaves: larger angles are smaller recoils.
        let flows = try template.edges.map { edge -> Double in
            let angle = try kinematics.electronScatteringAngle(
                atElectronEnergy: edge + kinematics.electronMass)
            let reach = min(9 * resolution, angle)
            return scale
                * rule.integrate(from: 0, to: reach) { distance in
                    let tail = 0.5 * erfc(distance / (resolution * 2.0.squareRoot()))
                    return tail
                        * (perAngle(angle + distance, spectrum) - perAngle(angle - distance, spectrum))
                }
        }
        return zip(flows, flows.dropFirst()).map { $0 - $1 }
    }

    /// dσ/dθ_e, from T = 2m_e p² cos²θ/((E + m_e)² − p² cos²θ).
    private func perAngle(_ angle: Double, _ spectrum: RecoilSpectrum) -> Double {
        let kinematics = spectrum.elastic.kinematics
        let momentum = kinematics.beamMomentum * kinematics.beamMomentum
        let total = kinematics.beamEnergy + kinematics.electronMass
        let sine = sin(angle)
        // (E + m_e)² − p² cos²θ = s + p² sin²θ.
        let rest = kinematics.centreOfMassEnergySquared + momentum * sine * sine
        let recoil = 2 * kinematics.electronMass * momentum * (1 - sine * sine) / rest
        let slope =
            2 * kinematics.electronMass * momentum * total * total * sin(2 * angle) / (rest * rest)
        return spectrum.rate(recoil, running) * slope
    }

    private func bins(_ integral: (Double, Double) throws -> Double) rethrows -> [Double] {
        let scale = RunningTemplate.eventsPerCrossSection(template.settings)
        return try zip(template.edges, template.edges.dropFirst()).map { scale * (try integral($0, $1)) }
    }
}
