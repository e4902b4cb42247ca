import Plotting

/// The relative change of a figure's curves along x, as a chart: what a picture of both cannot show where it is small.
enum ResidualChart {
    /// - Returns: nil where no curve moved that is given at the same points in both.
    static func chart(of old: JSONValue, _ new: JSONValue, changes: [DocumentChange]) -> Chart? {
        let roles: [Role] = [.signal, .alternative, .projection, .background]
        let moved = changes.filter { $0.kind == .data && $0.path.hasPrefix("marks.[") && $0.path.hasSuffix(".y") }
            .sorted { ($0.largestRelativeChange ?? 0, $1.path) > ($1.largestRelativeChange ?? 0, $0.path) }
        let curves = moved.compactMap { curve($0.path, old, new) }.prefix(roles.count)
        let values = curves.flatMap(\.y)
        guard let least = values.min(), let most = values.max(), let axis = xAxis(new, curves.flatMap(\.x)) else {
            return nil
        }
        // Zero is always in sight.
        let (low, high) = (min(least, 0), max(most, 0))
        let margin = 0.12 * (high - low)
        guard high > low, margin.isFinite else { return nil }
        let range = (low - margin)...(high + margin)
        return Chart(
            "Relative change along x", x: axis, y: .linear(#"change [\%]"#, range), legend: .automatic,
            style: ChartStyle(width: 340, height: 200)
        ) {
            Rule("zero", y: 0)
            zip(curves, roles).map { curve, role in
                Line(curve.name, x: curve.x, y: curve.y, role: role, label: label(curve.name))
            }
        }
    }

    private static func curve(
        _ path: String, _ old: JSONValue, _ new: JSONValue
    ) -> (name: String, x: [Double], y: [Double])? {
        guard let id = path.firstMatch(of: #/^marks\.\[([^\]]*)\]\.y$/#).map({ String($0.output.1) }),
            let before = mark(id, old), let after = mark(id, new), let x = after["x"]?.column,
            let one = before["y"]?.column, let two = after["y"]?.column, before["x"]?.column == x, x.count > 1,
            one.count == x.count, two.count == x.count
        else { return nil }
        let points = x.indices.compactMap { index -> (Double, Double)? in
            let change = 100 * (two[index] / one[index] - 1)
            return x[index].isFinite && change.isFinite ? (x[index], change) : nil
        }
        return points.count > 1 ? (id, points.map(\.0), points.map(\.1)) : nil
    }

    private static func mark(_ id: String, _ chart: JSONValue) -> JSONValue? {
        chart["marks"]?.elements?.first { $0["id"]?.string == id }
    }

    /// The figure's own axis where it has the points in it.
    private static func xAxis(_ chart: JSONValue, _ places: [Double]) -> Axis? {
        guard let low = places.min(), let high = places.max(), low < high else { return nil }
        let isLogarithmic = chart["x"]?["scale"]?.string == "log" && low > 0
        let label = chart["x"]?["label"]?.string ?? "x"
        return isLogarithmic ? .log(label, low...high) : .linear(label, low...high)
    }

    /// An id as a label: without what the labels' language takes for commands.
    private static func label(_ id: String) -> String {
        String(id.map { #"\$_^{}%#&~"#.contains($0) ? " " : $0 })
    }
}
