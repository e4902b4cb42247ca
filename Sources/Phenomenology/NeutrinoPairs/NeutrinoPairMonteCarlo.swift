import Amplitudes
import Kinematics
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The cross section of ``NeutrinoPairProcess`` within cuts, the pair's phase space done in closed form:
/// σ = ∫ dq²/2π (G_F²/2)(q²/3π) σ_V(q²), where σ_V is the cross section of a boson of mass² q² with the couplings of the
/// four-fermion interaction, which both lines emit.
///
/// Randomised quasi-Monte Carlo over three-body phase space, with a map for either line's photon.
public struct NeutrinoPairMonteCarlo: Codable, Hashable, Sendable {
    /// How points are spread over phase space.
    public enum Map: String, Codable, Hashable, Sendable, CaseIterable {
        /// For the photon that the electron gives up, where the muon's line emits.
        case electronRecoil
        /// For the photon that the muon gives up, where the electron's line emits.
        case muonRecoil
        /// Half of the points each, weighted with the sum of their densities.
        case both
    }

    public var process: NeutrinoPairProcess
    public var map: Map
    /// Of each replica.
    public var points: Int
    public var replicas: Int
    /// Of the random shifts.
    public var name: String

    public init(
        _ process: NeutrinoPairProcess, map: Map = .both, points: Int = 4096, replicas: Int = 16,
        name: String = "NeutrinoPairMonteCarlo"
    ) {
        self.process = process
        self.map = map
        self.points = points
        self.replicas = replicas
        self.name = name
    }

    /// The cross section within the cuts, fb, with its statistical error. Exactly zero where no phase space is open.
    public func crossSection(_ cuts: SelectionCuts) throws -> Estimate { try counted(cuts).estimate }

    /// The same, and how many points passed the cuts, which is what it costs.
    func counted(_ cuts: SelectionCuts) throws -> (estimate: Estimate, passed: Int) {
        try process.validate()
        try cuts.validate()
        guard points >= 1, replicas >= 2 else {
            throw NeutrinoPairError.tooFewPoints(points: points, replicas: replicas)
        }
        guard let generator = try NeutrinoPairGenerator(process, cuts: cuts, map: map) else {
            return (.exact(0, as: .statistical), 0)
        }
        let dimensions = 5
        let sequence = KroneckerSequence(dimensions: dimensions)
        let stream = RandomStream(name)
        var passed = 0
        let means = (0..<replicas).map { replica -> Double in
            let shifts = (0..<dimensions).map { stream.bits(at: UInt64(dimensions * replica + $0)) }
            var sum = 0.0
            var u = [Double](repeating: 0, count: dimensions)
            for index in 0..<points {
                for dimension in 0..<dimensions {
                    u[dimension] = sequence.coordinate(dimension, ofPoint: index, shift: shifts[dimension])
                }
                let weight = generator.weight(u)
                if weight > 0 { passed += 1 }
                sum += weight
            }
            return sum / Double(points)
        }
        // Phase space is open: that no event was found says nothing.
        guard means.contains(where: { $0 > 0 }) || process.particles.fermiConstant == 0 else {
            throw NumericalError.notConverged(
                task: "the Monte Carlo cross section of νν̄, with no event within the cuts,", reached: .infinity,
                requested: 1, effort: points * replicas)
        }
        return (.mean(of: means), passed)
    }
}
