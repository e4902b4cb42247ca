/// Places the vertices of a graph without cycles in layers from left to right, after Sugiyama, Tagawa and Toda (1981):
/// layers by the longest path, order by barycentres, heights by least squares.
///
/// The same for equal graphs, on every machine.
struct LayeredLayout {
    /// A vertex, or the point where an edge crosses a layer.
    struct Site {
        var layer: Int
        /// Nil where an edge passes.
        var vertex: Int?
        /// The centre, downwards.
        var y = 0.0
    }

    private(set) var sites: [Site]
    /// For each edge the sites that it passes, from its start to its end.
    private(set) var routes: [[Int]] = []
    /// The sites of each layer from top to bottom.
    private(set) var layers: [[Int]] = []
    private var before: [[Int]]
    private var after: [[Int]]

    /// Distance of the centres of two vertices, and of two edges that pass.
    static let vertexPitch = 15.0
    static let edgePitch = 5.0

    init(_ outline: GraphOutline) {
        let levels = Self.levels(outline)
        sites = outline.vertices.indices.map { Site(layer: levels[$0], vertex: $0) }
        layers = Array(repeating: [], count: (levels.max() ?? -1) + 1)
        before = Array(repeating: [], count: sites.count)
        after = before
        for vertex in sites.indices { layers[sites[vertex].layer].append(vertex) }
        for edge in outline.edges { route(edge) }
        order()
        align()
    }

    /// The longest way from a start; what has no inputs moves up to what uses it first.
    private static func levels(_ outline: GraphOutline) -> [Int] {
        var inputs = [[Int]](repeating: [], count: outline.vertices.count)
        var users = inputs
        for edge in outline.edges {
            inputs[edge.to].append(edge.from)
            users[edge.from].append(edge.to)
        }
        var missing = inputs.map(\.count)
        var levels = [Int](repeating: 0, count: inputs.count)
        var work = missing.indices.filter { missing[$0] == 0 }
        var next = 0
        while next < work.count {
            let vertex = work[next]
            next += 1
            for user in users[vertex] {
                levels[user] = max(levels[user], levels[vertex] + 1)
                missing[user] -= 1
                if missing[user] == 0 { work.append(user) }
            }
        }
        for vertex in inputs.indices where inputs[vertex].isEmpty {
            if let nearest = users[vertex].map({ levels[$0] }).min() { levels[vertex] = nearest - 1 }
        }
        return levels
    }

    private mutating func route(_ edge: GraphOutline.Edge) {
        var route = [edge.from]
        for layer in (sites[edge.from].layer + 1)..<max(sites[edge.from].layer + 1, sites[edge.to].layer) {
            route.append(sites.count)
            layers[layer].append(sites.count)
            sites.append(Site(layer: layer, vertex: nil))
            before.append([])
            after.append([])
        }
        route.append(edge.to)
        for (from, to) in zip(route, route.dropFirst()) {
            after[from].append(to)
            before[to].append(from)
        }
        routes.append(route)
    }

    /// Sweeps from left to right and back: each layer by the mean place of its neighbours.
    private mutating func order() {
        var places = [Double](repeating: 0, count: sites.count)
        func count(_ layer: [Int]) { for (place, site) in layer.enumerated() { places[site] = Double(place) } }
        layers.forEach(count)
        for sweep in 0..<24 {
            let isForward = sweep.isMultiple(of: 2)
            for layer in isForward ? Array(layers.indices) : layers.indices.reversed() {
                let means = layers[layer].map { site in
                    let neighbours = isForward ? before[site] : after[site]
                    guard !neighbours.isEmpty else { return places[site] }
                    return neighbours.reduce(0) { $0 + places[$1] } / Double(neighbours.count)
                }
                layers[layer] = zip(means, layers[layer]).enumerated()
                    .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
                    .map(\.element.1)
                count(layers[layer])
            }
        }
    }

    /// Draws each site to its neighbours' height, in order and with room between.
    private mutating func align() {
        for layer in layers {
            let heights = offsets(layer)
            let middle = (heights.last ?? 0) / 2
            for (site, height) in zip(layer, heights) { sites[site].y = height - middle }
        }
        for sweep in 0..<16 {
            for layer in sweep.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed() {
                let heights = offsets(layers[layer])
                let wishes = zip(layers[layer], heights).map { site, height in
                    let neighbours = before[site] + after[site]
                    let mean = neighbours.reduce(0) { $0 + sites[$1].y } / Double(max(1, neighbours.count))
                    return (neighbours.isEmpty ? sites[site].y : mean) - height
                }
                let settled = Self.ascending(wishes)
                for (index, site) in layers[layer].enumerated() { sites[site].y = settled[index] + heights[index] }
            }
        }
        let top = sites.map(\.y).min() ?? 0
        for site in sites.indices { sites[site].y -= top }
    }

    /// The least distances of a layer's sites from its first.
    private func offsets(_ layer: [Int]) -> [Double] {
        func half(_ site: Int) -> Double { (sites[site].vertex == nil ? Self.edgePitch : Self.vertexPitch) / 2 }
        var offsets: [Double] = []
        for (index, site) in layer.enumerated() {
            offsets.append(index == 0 ? 0 : offsets[index - 1] + half(layer[index - 1]) + half(site))
        }
        return offsets
    }

    /// The ascending sequence nearest to one in the sense of least squares: pool adjacent violators.
    static func ascending(_ values: [Double]) -> [Double] {
        var pools: [(sum: Double, count: Int)] = []
        for value in values {
            var pool = (sum: value, count: 1)
            while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
                pools.removeLast()
                pool = (last.sum + pool.sum, last.count + pool.count)
            }
            pools.append(pool)
        }
        return pools.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    }
}
