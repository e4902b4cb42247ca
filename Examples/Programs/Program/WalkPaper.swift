import PaperKit

/// What a variant may change.
struct Walk: ParameterSet {
    /// The probability to go on in the direction of the last step.
    var persistence = 0.7
    var walkers = 40_000
    var steps = 60
    var seed = 1

    static let all: [Parameter<Walk>] = [
        Parameter("persistence", "probability to go on in one's direction", \.persistence, range: 0.01...0.95),
        Parameter("walkers", "number of walkers that are simulated", \.walkers, range: 100...1_000_000),
        Parameter("steps", "number of steps", \.steps, range: 20...200),
        Parameter("seed", "of the simulation", \.seed, range: 0...1_000_000),
    ]

    /// The mean cosine of the angle between two steps.
    var memory: Double { persistence - (1 - persistence) / 3 }

    /// The mean squared displacement after a number of steps, in closed form.
    func displacement(after time: Int) -> Estimate {
        let (c, t) = (memory, Double(time))
        var power = 1.0
        for _ in 0..<time { power *= c }
        return .closedForm(t * (1 + c) / (1 - c) - 2 * c * (1 - power) / ((1 - c) * (1 - c)), operations: 256)
    }

    /// The diffusion constant, D = lim <r²>/4t.
    var diffusion: Estimate { .closedForm(0.25 * (1 + memory) / (1 - memory), operations: 16) }
}

/// A walk with a memory, by a simulation in Python, a program in C++ and a fit by gnuplot.
@main
struct WalkPaper: Paper {
    let documents: [Document]

    init(_ variant: Variant<Walk>) throws {
        let programs = try Programs(variant.parameters)
        let walk = variant.parameters
        documents = [
            Document("walk", main: "paper/main.tex") {
                Section("walk") {
                    Figure("displacement", chart: DisplacementChart.node(programs, walk))
                    Self.numbers(programs, walk)
                }
            }
        ]
    }

    private static func numbers(_ programs: Programs, _ walk: Walk) -> [Quantity] {
        [
            Quantity(
                "displacement/simulated", "mean squared displacement at the end, simulated", .withError,
                from: programs.simulatedEnd),
            Quantity(
                "displacement/exact", "mean squared displacement at the end, by the program in C++", .digits(6),
                from: programs.exactEnd),
            Quantity(
                "displacement/closed", "mean squared displacement at the end, closed form", .digits(6),
                from: Node("closed", parameters: walk) { $0.displacement(after: $0.steps) }),
            Quantity(
                "diffusion/fitted", "diffusion constant, fitted by gnuplot", .withError, from: programs.diffusion),
            Quantity(
                "diffusion/closed", "diffusion constant, closed form", .digits(4),
                from: Node("diffusion", parameters: walk) { $0.diffusion }),
        ]
    }

    static let help = ProgramHelp(
        name: "walk", abstract: "A paper whose results come from programs in Python, C++ and gnuplot.",
        examples: [
            ("More walkers, in a folder of its own", "--set walkers=200000 --output /tmp/variant"),
            ("The simulation by hand", "show walk/simulation --shell"),
        ])
}
