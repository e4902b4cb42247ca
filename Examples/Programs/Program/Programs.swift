import PaperKit

/// The programs of other languages, each a node, and what the paper reads from what they write.
struct Programs: Sendable {
    /// Columns time, displacement, error.
    let simulated: Node<DataTable>
    /// Columns time, displacement.
    let exact: Node<DataTable>
    let simulatedEnd: Node<Estimate>
    let exactEnd: Node<Estimate>
    /// With the error that gnuplot states.
    let diffusion: Node<Estimate>

    init(_ walk: Walk) throws {
        // Its interpreter and numpy tell their versions; after an upgrade of either it runs again.
        let simulation = try Command(
            "walk/simulation", .python(packages: ["numpy"]),
            arguments: [
                .input(.file("programs/walk.py"), as: "walk.py"), .parameter(walk.persistence),
                .parameter(walk.walkers), .parameter(walk.steps), .seed,
            ], outputs: Files { $0.standardOutput() }, seed: UInt64(walk.seed), timeLimit: .seconds(600),
            progress: #"step (\d+)/(\d+)"#)
        // One node compiles, another runs what it made: a remark in the source compiles it and runs nothing.
        let compiled = try Command(
            "walk/compiled", .find("g++", identity: .version(["--version"]), remedy: "apt install g++"),
            arguments: ["-O2", "-o", .output("walk"), .input(.file("programs/walk.cpp"), as: "walk.cpp")],
            outputs: Files { $0.file("walk") })
        let enumeration = try Command(
            "walk/enumeration", Program(built: try compiled["walk"]),
            arguments: [.parameter(walk.persistence), .parameter(walk.steps)], outputs: Files { $0.standardOutput() })
        let printed = try simulation.standardOutput
        let fit = try Command(
            "walk/fit", .find("gnuplot", identity: .version(["--version"]), remedy: "apt install gnuplot-nox"),
            arguments: ["-c", .input(.file("programs/fit.gp"), as: "fit.gp"), .input(printed, as: "walk.csv"), "10"],
            outputs: Files { $0.file("constant.txt") })
        simulated = Node<DataTable>(
            "walk/simulated", table: printed,
            columns: [.count("time"), .number("displacement"), .number("error")])
        exact = Node<DataTable>(
            "walk/exact", table: try enumeration.standardOutput, columns: [.count("time"), .number("displacement")])
        // The last line, as the program wrote it: with the error that it states, or with none of its own.
        simulatedEnd = .reported(
            "walk/simulated-end", in: printed, #"\n\#(walk.steps),(?<value>[^,\n]+),(?<error>[^,\n]+)\n"#,
            .stated(.statistical))
        exactEnd = .reported(
            "walk/exact-end", in: try enumeration.standardOutput, #"\n\#(walk.steps),(?<value>[^,\n]+)\n"#, .notStated)
        diffusion = .reported(
            "walk/diffusion", in: try fit["constant.txt"], #"D = (?<value>\S+) \+- (?<error>\S+)"#,
            .stated(.statistical))
    }
}
