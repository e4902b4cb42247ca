import BuildGraph
import Kinematics
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import TridentPhysics

/// What other subjects use of the signal.
package struct SignalResults: Sendable {
    /// The coupling that gives the required events, over the masses of the scans.
    package let reach: Node<Curve>
    /// The same at the masses of the benchmarks.
    package let reachAtLight: Node<Estimate?>
    package let reachAtHeavy: Node<Estimate?>
    /// The couplings that the muon's magnetic moment favours within two standard deviations, over the same masses.
    package let band2Sigma: Node<MagneticMomentBand.Band?>
}

extension Section {
    /// The letter of Asai et al.: its four figures, its numbers, its claims.
    ///
    /// Without a look at the parameters: a declaration computes nothing, so that none can be wrong here.
    ///
    /// - Parameter supplied: the tables that a reader brings along.
    package static func signal(
        _ p: PaperParameters, supplied: Node<[DrawnLimit]>
    ) -> (section: Section, results: SignalResults) {
        let elastic = SignalKinematics.elastic(p)
        let radiative = SignalKinematics.radiative(p)
        let yields = SignalYields.declare(p)
        let reach = SignalReach.declare(
            thresholdMass: Node("signal/threshold-mass", from: elastic) { $0.thresholdMass }, p)
        func band(_ sigmas: Double) -> Node<MagneticMomentBand.Band?> {
            Node(
                "gminus2/band-\(Int(sigmas))sigma",
                MagneticMomentBand(
                    particles: p.particles, measurement: p.magneticMoment.deviation, sigmas: sigmas,
                    masses: p.massGrid))
        }
        let (band1Sigma, band2Sigma) = (band(1), band(2))
        let constraints = Constraint.letter(p.landscape)
        let limits = constraints.map { constraint in
            (
                constraint: constraint,
                curve: Node(
                    "limits/\(constraint.name)",
                    LimitCurve(particles: p.particles, constraint: constraint, masses: p.massGrid))
            )
        }
        let section = Section("letter") {
            Figure.elasticCut(
                Node(
                    "elastic/bound",
                    ElasticBoundCurve(particles: p.particles, beamEnergy: p.beamEnergy, count: p.angleCount)),
                elastic, p)
            Figure.electronEnergy(yields.spectra, p)
            Figure.signalEvents(reach.contours, band1Sigma, band2Sigma, limits, p)
            Figure.reach(reach.curve, reach.manyEvents, band1Sigma, band2Sigma, limits, supplied, p)
            SignalKinematics.parts(elastic, radiative)
            yields.numbers
            yields.claims
            reach.parts
            SignalReach.claims(
                events: yields.events.light, reach: reach.curve,
                na64Mu: limits.first { $0.constraint.name == Constraint.na64Mu.name }?.curve, p)
            tridentLimits(p)
            SignalText.parts(p)
            Passage(
                "caption/limits",
                constraints.filter { $0.role == .limit }.map(\.captionSentence).joined(separator: " "))
            Passage(
                "caption/projections",
                constraints.filter { $0.role == .projection }.map(\.captionSentence).joined(separator: " "))
            Passage("caption/supplied", from: supplied) {
                $0.map(\.constraint.captionSentence).joined(separator: " ")
            }
        }
        let results = SignalResults(
            reach: reach.curve, reachAtLight: yields.reach.light, reachAtHeavy: yields.reach.heavy,
            band2Sigma: band2Sigma)
        return (section, results)
    }

    /// The limits of the tridents at the masses of the benchmarks.
    private static func tridentLimits(_ p: PaperParameters) -> [Quantity] {
        func limit(_ name: String, _ experiment: TridentExperiment, _ mass: Double) -> Node<Estimate> {
            Node("limits/\(name)", TridentLimit(particles: p.particles, experiment: experiment, mass: mass))
        }
        return [
            Quantity(
                "trident/ccfr/light", "CCFR limit at the light benchmark mass", .digits(3),
                from: limit("ccfr-light", p.ccfr, p.light.mass)),
            Quantity(
                "trident/ccfr/heavy", "CCFR limit at the heavy benchmark mass", .digits(3),
                from: limit("ccfr-heavy", p.ccfr, p.heavy.mass)),
            Quantity(
                "trident/charm2/light", "CHARM-II limit at the light benchmark mass", .digits(3),
                from: limit("charm2-light", p.charmII, p.light.mass)),
            Quantity(
                "trident/charm2/heavy", "CHARM-II limit at the heavy benchmark mass", .digits(3),
                from: limit("charm2-heavy", p.charmII, p.heavy.mass)),
        ]
    }
}
