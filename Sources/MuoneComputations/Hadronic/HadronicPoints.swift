import BuildGraph
import HadronicPhysics
import NumericalMethods
import Reference

/// Δα_had at one momentum transfer t (GeV²).
public struct HadronicRunningPoint: Computation {
    public var running: HadronicRunning
    public var q2: Double

    public init(running: HadronicRunning, q2: Double) {
        self.running = running
        self.q2 = q2
    }

    public func compute(_ input: ()) throws -> Estimate { running.estimate(q2: q2) }
}

/// a_μ^HLO of a running.
public struct HadronicMomentPoint: Computation {
    public var particles: ParticleInputs
    public var running: HadronicRunning
    /// What integral it is computed by.
    public var method: Method

    public enum Method: String, Codable, Sendable, CaseIterable {
        case spacelike
        /// The dispersion integral over the R(s) of the same running.
        case timelike
        /// The spacelike one with the sign of t that Dev2020 prints.
        case printedSign
    }

    public init(particles: ParticleInputs, running: HadronicRunning, method: Method = .spacelike) {
        self.particles = particles
        self.running = running
        self.method = method
    }

    public func compute(_ input: ()) throws -> Estimate {
        let moment = try HadronicMoment(running: running, inputs: particles)
        return switch method {
        case .spacelike: try moment.value()
        case .timelike: try moment.byDispersion()
        case .printedSign: try moment.withPrintedSign()
        }
    }
}
