import Backgrounds
import BuildGraph
import Cosmology
import Elastic
import Flavour
import FormFactors
import Foundation
import Hadronic
import Landscape
import Limits
import MagneticMoment
import Mixing
import MuoneMeasurement
import MuoneParameters
import PaperKit
import Projections
import Signal
import Trident

/// The paper on a light gauge boson of L_μ−L_τ at MUonE.
@main
struct ZPrimePaper: Paper {
    let documents: [Document]
    let variantChanges: Node<[String]>?
    let inputWarnings: Node<[String]>?
    let namedDeclarations: [NamedDeclaration]
    let exports: [Export]
    private let tables: LimitSources

    init(_ variant: Variant<PaperParameters>) throws {
        tables = try variant.limitTables()
        let catalogue = LimitCatalogue(variant.parameters, sources: tables)
        let (sections, reaches) = try Self.parts(variant.parameters, catalogue)
        documents = [Document("paper", main: "paper/main.tex") { sections }]
        exports = [.limits(variant.parameters, catalogue, reaches: reaches)]
        variantChanges = Node("paper/supplied-names", from: catalogue.suppliedCurves) { limits in
            limits.map { "a limit is supplied, \($0.facts.label)" }
        }
        inputWarnings = catalogue.warnings
        namedDeclarations = catalogue.namedDeclarations
    }

    /// In the order of the text.
    static func sections(_ p: PaperParameters, _ catalogue: LimitCatalogue) throws -> [Section] {
        try parts(p, catalogue).sections
    }

    /// The sections, and MUonE's reach. What several subjects use is declared once, and handed on.
    private static func parts(
        _ p: PaperParameters, _ catalogue: LimitCatalogue
    ) throws -> (sections: [Section], reaches: [ReachContour]) {
        let (signal, results) = try Section.signal(p, catalogue)
        let cosmology = Section.cosmology(p, catalogue)
        let elastic = Section.elastic(p, catalogue, emitted: results.reach)
        let projections = Section.projections(
            p, catalogue, favoured: results.band2Sigma,
            first: (reach: results.reach, light: results.reachAtLight, heavy: results.reachAtHeavy))
        let backgrounds = Section.backgrounds(
            p, catalogue,
            from: BackgroundInputs(
                reach: results.reach, atBenchmarks: (results.reachAtLight, results.reachAtHeavy),
                events: (results.eventsOfLight, results.eventsOfHeavy),
                bands: (results.band1Sigma, results.band2Sigma)))
        let sections = [
            signal, backgrounds, Section.trident(p, catalogue), Section.mixing(p, catalogue),
            Section.magneticMoment(p, catalogue),
            cosmology.section, projections.section,
            Section.landscape(
                p, catalogue, hubble: cosmology.results.hubbleBand, darkMatter: cosmology.results.diracTarget,
                reach: results.reach, secondReach: projections.secondReach),
            elastic.channel, Section.formFactors(p), Section.flavour(p), Section.hadronic(p), elastic.reach,
            Section.measurement(p),
        ]
        let first = [(events: p.requiredEvents, curve: results.reach)] + results.contours
        var reaches = first.map { ReachContour(beamEnergy: p.beamEnergy, events: $0.events, curve: $0.curve) }
        if p.landscape.secondBeamEnergy != p.beamEnergy {
            reaches.append(
                ReachContour(
                    beamEnergy: p.landscape.secondBeamEnergy, events: p.requiredEvents, curve: projections.secondReach))
        }
        return (sections, reaches)
    }

    static let observables: [Observable<PaperParameters>] =
        Observable.signal + Observable.acceptance + Observable.radiative + Observable.kicks + Observable.neutrinoPairs
        + Observable.search
        + Observable.magneticMoment + Observable.tridents + Observable.mixing
        + Observable.projections
        + Observable.cosmology + [.excluded, .limit] + Observable.elasticScattering + [.formFactor]
        + Observable.flavour + Observable.hadronic + Observable.measurement

    var warnings: [String] { tables.ignored.map(\.description) }

    var inputFolders: [InputFolder] { tables.folders }

    func inventories(in project: URL) -> [Inventory] { [tables.inventory(in: project)] }
}

extension ZPrimePaper {
    static let help = ProgramHelp(
        abstract: "Regenerates a particle-physics paper from first principles: figures, numbers and PDF.",
        examples: [
            ("One figure", "build reach"),
            ("A variant, in a folder of its own", "--set cuts.theta=2mrad --output /tmp/variant"),
            ("One number", "evaluate signal-events mass=100MeV coupling=1e-3"),
        ],
        lists: [
            #""limits": [{"file", "name", "label", "points"} or {"file", "error"}], the tables that a reader brings along"#
        ],
        answers: [
            """
            For excluded: {"schema": 1, "quantity", "inputs", "excluded", "excludedBy": [name], "limits" and "projections": \
            [{"name", "bound", "ratio": g/g_limit, "error", "errorKind", "limit", "excluded", "ranges": [{"from", "to"}], \
            "confidenceLevel", "kind", \
            "sources", "assumptions", "masses"}], "ended": curves that do not cover the mass, with the "masses" that they \
            do, "magneticMoment": {…}}.
            """,
            """
            For limit: a number's members and "ranges": [{"from", "to"}] of all that is excluded at the mass, "excluded" \
            where a coupling was given, "origin": "published table"|"supplied table"|"computation", "role", "kind", "bound", \
            "confidenceLevel", "sources", "assumptions", "masses".
            """,
            """
            With --points both take columns such as 'mass [MeV],coupling', and limit also 'name'. For excluded: whether a limit \
            of today excludes the point, which ones, and each one's g/g_limit, empty where its curve has ended; with \
            projections=yes those of projections too (MUonE's own is an integral of a millisecond at each new mass). For limit: \
            value, error, all ranges, and with a coupling whether it is excluded.
            """,
        ],
        exports: [
            """
            limits: every limit and projection, one file each in csv/ (GeV, with numerical errors), darkcast/ (.lmt, GeV) and \
            axionlimits/ (.txt, eV); index.json and README.md list them with source, confidence level, kind, role, masses and \
            errors; plot.py draws them with numpy and matplotlib. Each folder of tables is read back with --limits.
            """
        ])
}
