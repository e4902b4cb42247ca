import BuildGraph
import Kinematics
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// What other subjects use of the signal.
package struct SignalResults: Sendable {
    /// The coupling that gives the required events, over the masses of the scans.
    package let reach: Node<Curve>
    /// The couplings that give other numbers of events, over the same masses.
    package let contours: [(events: Double, curve: Node<Curve>)]
    /// The same at the masses of the benchmarks.
    package let reachAtLight: Node<Estimate?>
    package let reachAtHeavy: Node<Estimate?>
    /// The couplings that the muon's magnetic moment favours within two standard deviations, over the same masses.
    package let band2Sigma: Node<MagneticMomentBand.Band?>
    package let band1Sigma: Node<MagneticMomentBand.Band?>
    /// The selected events of the benchmarks.
    package let eventsOfLight: Node<Estimate>
    package let eventsOfHeavy: Node<Estimate>
}

extension Section {
    /// The letter of Asai et al.: its four figures, its numbers, its claims.
    ///
    /// Without a look at the parameters: a declaration computes nothing, so that none can be wrong here.
    package static func signal(
        _ p: PaperParameters, _ catalogue: LimitCatalogue
    ) throws -> (section: Section, results: SignalResults) {
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
        let limits = catalogue.drawn(onAnyOf: [.reach, .signalEvents], in: "limits", over: p.massGrid)
        let declarations = catalogue.declarations(on: .reach, in: "letter")
        let check = try AmplitudeCheck.declare(p)
        let section = Section("letter") {
            Figure.elasticCut(
                Node(
                    "elastic/bound",
                    ElasticBoundCurve(particles: p.particles, beamEnergy: p.beamEnergy, count: p.angleCount)),
                elastic, p)
            Figure.electronEnergy(yields.spectra, p)
            Figure.signalEvents(reach.contours, band1Sigma, band2Sigma, limits, p)
            Figure.reach(reach.curve, reach.manyEvents, band1Sigma, band2Sigma, limits, catalogue.suppliedCurves, p)
            SignalKinematics.parts(elastic, radiative)
            yields.numbers
            yields.claims
            check.numbers
            check.passage
            reach.parts
            SignalReach.claims(
                events: yields.events.light, reach: reach.curve,
                na64Mu: catalogue.cited.na64Mu.points("claims/reach-na64mu/points"), p)
            SignalText.parts(p)
            Passage("limits/drawn", from: limits) { limits in
                Wording.list(limits.filter { $0.declaration.stands(on: .signalEvents) }.map(\.facts.experiment))
            }
            Passage.captions("caption/limits", of: declarations, .limit)
            Passage.captions("caption/projections", of: declarations, .projection)
            Passage("caption/supplied", from: catalogue.suppliedCurves) {
                $0.map(\.facts.captionSentence).joined(separator: " ")
            }
        }
        let results = SignalResults(
            reach: reach.curve, contours: reach.contours.filter { $0.events != p.requiredEvents },
            reachAtLight: yields.reach.light, reachAtHeavy: yields.reach.heavy,
            band2Sigma: band2Sigma, band1Sigma: band1Sigma, eventsOfLight: yields.events.light,
            eventsOfHeavy: yields.events.heavy)
        return (section, results)
    }
}
