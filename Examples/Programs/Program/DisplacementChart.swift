import PaperKit

/// The mean squared displacement against the number of steps.
enum DisplacementChart {
    static func node(_ programs: Programs, _ walk: Walk) -> Node<Chart> {
        Node(
            "figures/displacement/chart", from: programs.simulated, programs.exact, parameters: walk
        ) { walk, simulated, exact in
            let times = try simulated.counts("time").map { Double($0) }
            let (values, errors) = (try simulated.numbers("displacement"), try simulated.numbers("error"))
            // Every fourth point can be told from its neighbours.
            let shown = times.indices.filter { $0 % 4 == 3 }
            let last = Double(walk.steps)
            let diffusion = walk.diffusion.value
            return try Chart(
                "Mean squared displacement of a walk with a memory",
                x: .linear("step $t$", from: 0, to: last),
                y: .linear("$\\langle r^2\\rangle$", from: 0, to: (4 * diffusion * last / 50).rounded(.up) * 50)
            ) {
                Line(
                    "diffusion", x: [0, last], y: [0, 4 * diffusion * last], role: .reference, label: "$4Dt$")
                Line(
                    "exact", x: try exact.counts("time").map { Double($0) }, y: try exact.numbers("displacement"),
                    role: .signal, label: "enumerated (C++)")
                Points(
                    "simulated", x: shown.map { times[$0] }, y: shown.map { values[$0] },
                    yError: shown.map { errors[$0] }, role: .alternative, label: "simulated (Python)")
            }
        }
    }
}
