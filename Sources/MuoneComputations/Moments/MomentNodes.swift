import BuildGraph
import LimitModel
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// What is computed of bosons that couple to electrons and muons, and of those that turn one into the other, besides their
/// curves: magnetic moments and muonium.
package struct MomentNodes: Sendable {
    package let parameters: PaperParameters
    /// Of the vector that couples to the muon, at ``lightMass``, for the deviation of Dev2020: the bands of one and of five
    /// standard deviations.
    package let band1Sigma: Node<MomentBandAtMass.Edges?>
    package let band5Sigma: Node<MomentBandAtMass.Edges?>
    /// The coupling of a vector to the electron that its moment allows, at ``lightMass``.
    package let electronLimit: Node<Estimate?>
    /// The coupling of a vector and a scalar that change the flavour that the electron's moment allows, at ``heavyMass``.
    package let flavourElectronLimit: Node<Estimate?>
    package let flavourScalarElectronLimit: Node<Estimate?>
    /// Δa_μ of the vector that changes the flavour, at the coupling of size ``referenceCoupling``, at ``heavyMass``.
    package let flavourMoment: Node<Estimate>
    /// The same in the middle of the band of |Δa_μ|, at ``heavyMass`` and at 10 GeV.
    package let flavourInBand: [(mass: Double, node: Node<Estimate?>)]
    /// The masses between which the vector's loop is positive, below the muon's decay to it.
    package let positiveFrom: Node<Estimate?>
    package let positiveTo: Node<Estimate?>

    package let muonium: Node<MuoniumFacts.Facts>
    /// The coupling of the vector at ``heavyMass``, and at ``decayMass``, by the published formula, and from the Lagrangian.
    package let publishedHeavy: Node<Estimate?>
    package let publishedLight: Node<Estimate?>
    package let derivedHeavy: Node<Estimate?>
    /// The scalar's at ``heavyMass``.
    package let publishedScalar: Node<Estimate?>
    package let derivedScalar: Node<Estimate?>
    /// The limits from the Lagrangian over those by the published formula, at ``heavyMass``.
    package let vectorOverPublished: Node<Estimate?>
    package let scalarOverPublished: Node<Estimate?>
    /// Γ(μ → e Z′)/Γ_μ at ``decayMass`` and ``publishedLight``.
    package let decayRatio: Node<Estimate?>

    /// GeV.
    package static let lightMass = 0.01
    package static let decayMass = 0.1
    package static let heavyMass = 1.0
    package static let referenceCoupling = 1e-3

    package init(_ parameters: PaperParameters) {
        let p = parameters
        self.parameters = p
        let deviation = MagneticMomentMeasurements.deviationDev2020
        func band(_ sigmas: Double) -> Node<MomentBandAtMass.Edges?> {
            Node(
                "moments/band-\(Int(sigmas))sigma",
                MomentBandAtMass(
                    particles: p.particles,
                    band: MomentBand(.vector, loop: .muon, measurement: deviation, sigmas: sigmas),
                    mass: Self.lightMass))
        }
        band1Sigma = band(1)
        band5Sigma = band(5)
        func electron(
            _ mediator: OneLoopMoment.Mediator, _ loop: ChargedLepton, _ mass: Double
        ) -> Node<Estimate?> {
            Node(
                "moments/electron-\(mediator.rawValue)-\(loop.rawValue)",
                Asked(
                    particles: p.particles, bound: BoundedLimit.electronMoment(mediator, loop: loop).bound,
                    question: CouplingQuestion(mass: mass)))
        }
        electronLimit = electron(.vector, .electron, Self.lightMass)
        flavourElectronLimit = electron(.vector, .muon, Self.heavyMass)
        flavourScalarElectronLimit = electron(.scalar, .muon, Self.heavyMass)
        flavourMoment = Node(
            "moments/flavour-vector",
            LoopMoment(
                particles: p.particles, mediator: .vector, lepton: .muon, loop: .electron,
                benchmark: Benchmark(mass: Self.heavyMass, coupling: Self.referenceCoupling)))
        flavourInBand = [0.2, Self.heavyMass, 10].map { mass in
            (
                mass,
                Node(
                    "moments/flavour-in-band-\(Int(mass * 1e3))",
                    MomentInBand(
                        particles: p.particles,
                        band: MomentBand(
                            .vector, loop: .electron, measurement: deviation, sigmas: 0, comparison: .magnitude),
                        mass: mass))
            )
        }
        func zero(_ name: String, _ lower: Double, _ upper: Double) -> Node<Estimate?> {
            Node(
                "moments/flavour-zero-\(name)",
                MomentZero(
                    particles: p.particles, mediator: .vector, lepton: .muon, loop: .electron, lower: lower,
                    upper: upper))
        }
        positiveFrom = zero("from", 0.05, 0.06)
        positiveTo = zero("to", 0.065, 0.08)

        muonium = Node("muonium/facts", MuoniumFacts(particles: p.particles))
        func limit(
            _ mediator: MuoniumConversion.Mediator, _ formula: MuoniumConversion.Formula, _ mass: Double
        ) -> Node<Estimate?> {
            Node(
                "muonium/\(mediator.rawValue)-\(formula.rawValue)-\(Int(mass * 1e3))",
                MuoniumLimit(particles: p.particles, mediator: mediator, formula: formula, mass: mass))
        }
        publishedHeavy = limit(.vector, .published, Self.heavyMass)
        publishedLight = limit(.vector, .published, Self.decayMass)
        derivedHeavy = limit(.vector, .derived, Self.heavyMass)
        publishedScalar = limit(.scalar, .published, Self.heavyMass)
        derivedScalar = limit(.scalar, .derived, Self.heavyMass)
        vectorOverPublished = Node("muonium/vector-over-published", LimitRatio(), from: derivedHeavy, publishedHeavy)
        scalarOverPublished = Node("muonium/scalar-over-published", LimitRatio(), from: derivedScalar, publishedScalar)
        decayRatio = Node(
            "muonium/decay-ratio",
            FlavourDecayRatio(particles: p.particles, mediator: .vector, mass: Self.decayMass), from: publishedLight)
    }
}
