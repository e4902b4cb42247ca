import OscillationPhysics
import PaperKit

/// Appearance of ν_e at a long baseline: exact, and as it is expanded.
@main
struct OscillationPaper: Paper {
    let documents: [Document]

    init(_ variant: Variant<Parameters>) {
        let appearance = Section.appearance(variant.parameters)
        let matter = Section.matter(variant.parameters)
        let sections = [
            appearance.section, matter.section, Section.published(appearance.results, matter.results),
        ]
        documents = [Document("oscillations", main: "paper/main.tex") { sections }]
    }

    static let observables = [
        Observable<Parameters>(
            "probability", "transition probability in matter of constant density", unit: "1",
            [
                .choice("channel", Channel.allCases.map(\.rawValue)), .number("energy", .energy),
                .choice("lepton", Lepton.self, .neutrino), .choice("ordering", MassOrdering.self, .normal),
                .number("baseline", .length, .parameter("baseline") { $0.experiment.length }),
                .number("density", .density, .parameter("density") { $0.experiment.density }),
                .number("delta", .angle, .parameter("mixing.delta") { $0.experiment.mixing.phase }),
            ]
        ) { arguments, parameters in
            var experiment = parameters.experiment
            experiment.length = try arguments.required("baseline")
            experiment.density = try arguments.required("density")
            let channel: Channel = try arguments.choice("channel")
            return Node(
                "evaluate/probability",
                TransitionProbability(
                    experiment.mixing(
                        try arguments.choice("ordering"), phase: try arguments.required("delta")),
                    energy: try arguments.required("energy"), try arguments.choice("lepton"), from: channel.ends.from,
                    to: channel.ends.to, through: [experiment.layer])
            ).optional
        }
    ]

    static let help = ProgramHelp(
        name: "oscillations", abstract: "A paper on the appearance of electron neutrinos at a long baseline.",
        examples: [
            ("One figure", "build appearance"),
            ("Another density, in a folder of its own", "--set density=3g/cm3 --output /tmp/variant"),
            ("One number", "evaluate probability channel=mue energy=2.5GeV delta=-90deg"),
        ])
}

/// ν_α → ν_β as it is typed: `mue`.
enum Channel: String, CaseIterable {
    case ee, emu, etau, mue, mumu, mutau, taue, taumu, tautau

    var ends: (from: Flavour, to: Flavour) {
        switch self {
        case .ee: (.electron, .electron)
        case .emu: (.electron, .muon)
        case .etau: (.electron, .tau)
        case .mue: (.muon, .electron)
        case .mumu: (.muon, .muon)
        case .mutau: (.muon, .tau)
        case .taue: (.tau, .electron)
        case .taumu: (.tau, .muon)
        case .tautau: (.tau, .tau)
        }
    }
}
