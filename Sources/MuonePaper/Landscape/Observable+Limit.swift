import BuildGraph
import Limits
import MuoneCommon
import MuoneParameters
import PaperKit

extension Observable<PaperParameters> {
    /// What one experiment excludes, or would reach.
    package static let limit = Observable(
        "limit",
        "coupling above which an experiment of the map excludes all, or would; with a coupling the nearest edge of what it "
            + "excludes", unit: "1",
        [.text("name"), mass, .number("coupling", .dimensionless, .absent, largest: 1e3)], points: .limit
    ) { arguments, variant -> Question in
        try requirePositiveMass(arguments)
        if let coupling = arguments.number("coupling") { try requireCoupling(coupling) }
        guard let name = arguments.text("name") else { throw EvaluationError.missing(argument: "name", of: "limit") }
        let mass = try arguments.required("mass")
        let tables = try variant.limitTables()
        let catalogue = LimitCatalogue(variant.parameters, sources: tables)
        let others = ExclusionNodes.others(mass: mass, variant.parameters)
        // What stands on the map a table says itself.
        let answers: Node<[ExperimentLimit]> =
            if let other = others.first(where: { $0.name == name }) {
                Node("evaluate/limit/others", collecting: [other.limit])
            } else if let own = catalogue.mapLimits.first(where: { $0.name == name }) {
                own.onMap("evaluate/limit/own", atMass: mass)
            } else {
                catalogue.suppliedLimits("evaluate/limit/supplied", atMass: mass, besides: others.map(\.name))
            }
        let node = Node(
            "evaluate/limit", from: answers, catalogue.declarations(on: .landscape, in: "evaluate/limit"),
            parameters: Named(name: name, others: others.map(\.name))
        ) { named, answers, map in
            Found(
                limit: answers.first { $0.experiment.name == named.name },
                known: map.map(\.name) + named.others + answers.map(\.experiment.name))
        }
        return Question(node, warnings: tables.ignored.map(\.description), inputWarnings: catalogue.warnings) { found in
            guard let limit = found.limit else {
                throw EvaluationError.unknownChoice(argument: "name", of: "limit", text: name, choices: found.known)
            }
            return try LimitAnswer(limit, arguments)
        }
    }

    private struct Found: Codable, Sendable {
        var limit: ExperimentLimit?
        /// The names that there are.
        var known: [String]
    }

    private struct Named: Codable, Sendable {
        var name: String
        var others: [String]
    }
}
