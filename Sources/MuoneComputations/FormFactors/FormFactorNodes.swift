import BuildGraph
import ElasticPhysics
import MuoneParameters
import Reference

/// The results that the section on the form factors is made from.
public struct FormFactorNodes: Sendable {
    public let parameters: PaperParameters
    public let map: Node<FormFactorMap.Maps>
    /// Over −q² at the masses of the two benchmarks.
    public let light: Node<FormFactorCurves.Curves>
    public let heavy: Node<FormFactorCurves.Curves>
    public let lightFacts: Node<FormFactorFacts.Facts>
    public let heavyFacts: Node<FormFactorFacts.Facts>
    /// −q² (GeV²) of the recoils that MUonE counts: from ``smallestRecoil`` to the kinematic limit.
    public let momenta: Node<MeasuredMomenta.Range>

    /// The kinetic energy of the electron from which on elastic events are counted, GeV.
    public static let smallestRecoil = ElasticBins.smallestRecoil
    /// What the figures show, GeV and GeV².
    public static let masses = LogarithmicGrid(lower: 1e-3, upper: 1, count: 121)
    public static let shownMomenta = LogarithmicGrid(lower: 1e-4, upper: 1, count: 121)

    public init(_ parameters: PaperParameters) {
        self.parameters = parameters
        let particles = parameters.particles
        momenta = Node(
            "form-factors/momenta",
            MeasuredMomenta(
                particles: particles, beamEnergy: parameters.beamEnergy, smallestRecoil: Self.smallestRecoil))
        map = Node(
            "form-factors/map",
            FormFactorMap(particles: particles, masses: Self.masses, momenta: Self.shownMomenta))
        func curves(_ name: String, _ benchmark: Benchmark) -> Node<FormFactorCurves.Curves> {
            Node(
                "form-factors/\(name)",
                FormFactorCurves(particles: particles, mass: benchmark.mass, momenta: Self.shownMomenta))
        }
        func facts(_ name: String, _ benchmark: Benchmark) -> Node<FormFactorFacts.Facts> {
            Node(
                "form-factors/\(name)-facts",
                FormFactorFacts(particles: particles, beamEnergy: parameters.beamEnergy, benchmark: benchmark))
        }
        light = curves("light", parameters.light)
        heavy = curves("heavy", parameters.heavy)
        lightFacts = facts("light", parameters.light)
        heavyFacts = facts("heavy", parameters.heavy)
    }
}
