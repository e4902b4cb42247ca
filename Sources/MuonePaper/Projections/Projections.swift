import BeamPhysics
import BuildGraph
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

extension Section {
    /// What other experiments could reach, and MUonE with another beam.
    ///
    /// - Parameters:
    ///   - favoured: the band of two standard deviations of the magnetic moment.
    ///   - first: MUonE's reach over masses and at the two benchmarks.
    /// - Returns: the section, and the reach with the second beam, over masses.
    package static func projections(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, favoured: Node<MagneticMomentBand.Band?>,
        first: (reach: Node<Curve>, light: Node<Estimate?>, heavy: Node<Estimate?>)
    ) -> (section: Section, secondReach: Node<Curve>) {
        let (second, secondReach) = secondBeam(p, first: first)
        let section = Section("projections") {
            beamDumps(p, catalogue)
            kaons(p, favoured: favoured)
            favouredClaims(p)
            second
        }
        return (section, secondReach)
    }

    /// The masses (GeV) of the figures: from below the lightest published point.
    static let projectedMasses = LogarithmicGrid(lower: 0.0005, upper: 1, count: 133)

    /// Whether the projections test what the magnetic moment favours.
    private static func favouredClaims(_ p: PaperParameters) -> [Claim] {
        func points<B: Bound>(_ name: String, _ projection: B, _ sigmas: Double) -> Node<[FavouredPoint]> {
            // Below 2 m_μ, where the boson is invisible.
            Node(
                "projections/\(name)/favoured",
                FavouredComparison(
                    particles: p.particles, projection: projection, measurement: p.magneticMoment.deviation,
                    sigmas: sigmas, masses: [0.01, 0.1, 0.2]))
        }
        func claim(
            _ id: ResultID, _ statement: Claim.Statement, _ source: SourceKey, _ points: Node<[FavouredPoint]>,
            _ reading: Claim.Statement, line: Int = #line
        ) -> Claim {
            Claim(
                id, statement, .atMost(digits: 1), at: "abstract", of: source.rawValue,
                from: Claim.values(id, points) { points in
                    points.map { LabelledEstimate(decimal($0.mass * 1e3) + " MeV", $0.ratio) }
                }, reading: .reading(reading),
                explanation: Claim.text(
                    id.text, "The favoured couplings are those of the deviation that this paper is built with."),
                line: line)
        }
        return [
            claim(
                "na62-favoured", "NA62 could probe much of the region that $(g-2)_\\mu$ favours", .krnjaic2020,
                points("kaon", BoundedLimit.na62.bound, 0),
                "its coupling over that of the central value is at most \(claimed: 1)"),
            claim(
                "m3-favoured", "phase 1 of M$^3$ tests all of the region that $(g-2)_\\mu$ favours", .kahn2018,
                points("m3-phase1", BoundedLimit.m3Phase1.bound, -2),
                "its coupling over the lower $2\\sigma$ edge is at most \(claimed: 1)"),
        ]
    }

    /// A computed curve at the points of a published one. These are averages over bins of a curve that scatters by some ten
    /// per cent, so that a factor of 1.1 is what the drawing justifies.
    static func curveClaim(
        _ id: ResultID, _ facts: LimitFacts, at place: String, _ comparison: Node<[ComparedPoint]>,
        explanation: String, line: Int = #line
    ) -> Claim {
        Claim(
            id, "\(facts.experiment): the published curve", .withinFactor(1.1), at: place,
            of: facts.sources.joined(separator: ", "),
            from: Claim.values(id, comparison) { points in
                points.map { LabelledEstimate(decimal($0.mass * 1e3) + " MeV", $0.ratio) }
            },
            reading: .reading(
                "computed over published coupling at points read from the drawing\(claimed: 1, as: ""), to a factor of 1.1"
            ),
            explanation: Claim.text(id.text, explanation), line: line)
    }
}
