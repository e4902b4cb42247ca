extension Chart {
    /// Reports what no layout can mend.
    func validate() throws {
        try style.validate()
        try x.validate("x")
        try y.validate("y")
        var ids: Set<String> = []
        for mark in marks {
            guard ids.insert(mark.id).inserted else { throw PlottingError.duplicateID(mark.id) }
            try mark.validate()
        }
    }
}

extension ChartStyle {
    func validate() throws {
        let sizes: [(String, Double)] = [
            ("width", width), ("height", height), ("axis label size", axisLabelSize),
            ("tick label size", tickLabelSize), ("legend size", legendSize), ("annotation size", annotationSize),
            ("frame width", frameWidth), ("line width", lineWidth), ("hatch width", hatchWidth),
            ("symbol size", symbolSize),
        ]
        for (what, value) in sizes where !(value > 0 && value < 14400) {
            throw PlottingError.badSize(what: what, value: value)
        }
        for (what, value) in [("major tick length", majorTickLength), ("minor tick length", minorTickLength)]
        where !(value >= 0 && value < 1000) {
            throw PlottingError.badSize(what: what, value: value)
        }
        // Smaller labels along curves cannot be read in print.
        guard inlineLabelSize >= 7, inlineLabelSize < 1000 else {
            throw PlottingError.badSize(what: "size of the labels along curves (at least 7 pt)", value: inlineLabelSize)
        }
    }
}

extension Axis {
    func validate(_ name: String) throws {
        let error = PlottingError.badRange(axis: name, scale: scale, lower: lower, upper: upper)
        // Also false for NaN. The margins keep every tick position representable.
        guard lower < upper, lower.magnitude <= 1e300, upper.magnitude <= 1e300 else { throw error }
        switch scale {
        case .linear:
            guard upper - lower > 1e-13 * max(lower.magnitude, upper.magnitude), upper - lower > 1e-290 else {
                throw error
            }
        case .log:
            guard lower >= 1e-300, upper > lower * (1 + 1e-11) else { throw error }
        case .symlog:
            guard let linearThreshold, linearThreshold >= 1e-290, linearThreshold <= 1e300 else {
                throw PlottingError.badThreshold(axis: name, value: linearThreshold)
            }
            guard upper - lower > 1e-11 * max(lower.magnitude, upper.magnitude, linearThreshold) else { throw error }
        }
        for tick in ticks ?? [] where !(tick >= lower && tick <= upper) {
            throw PlottingError.badTick(axis: name, value: tick)
        }
    }
}

extension Mark {
    func validate() throws {
        switch self {
        case .line(let line):
            try check([("x", line.x), ("y", line.y)])
            try same([("y", line.y), ("yError", line.yError ?? line.y)])
        case .steps(let steps):
            guard !steps.values.isEmpty else { throw PlottingError.emptySeries(mark: id) }
            guard steps.edges.count == steps.values.count + 1 else {
                throw PlottingError.columnLengths(
                    mark: id, columns: ["edges", "values"], lengths: [steps.edges.count, steps.values.count])
            }
            try same([("values", steps.values), ("valueError", steps.valueError ?? steps.values)])
            for index in steps.edges.indices.dropFirst() where !(steps.edges[index] > steps.edges[index - 1]) {
                throw PlottingError.notAscending(mark: id, column: "edges", index: index)
            }
            guard steps.values.contains(where: { !$0.isNaN }) else { throw PlottingError.allUndefined(mark: id) }
        case .band(let band):
            try check([("x", band.x), ("lower", band.lower), ("upper", band.upper)])
            try same([("lower", band.lower), ("edgeError", band.edgeError ?? band.lower)])
        case .region(let region):
            try check([("x", region.x), ("y", region.y)])
            try same([("y", region.y), ("yError", region.yError ?? region.y)])
        case .points(let points):
            try check([("x", points.x), ("y", points.y)])
            try same([("y", points.y), ("yError", points.yError ?? points.y)])
        case .rule(let rule):
            guard rule.value.isFinite else {
                throw PlottingError.badPosition(mark: id, x: rule.value, y: rule.value)
            }
        case .contours(let set):
            // A level may have no curve at all; its columns must still match.
            for level in set.levels {
                for piece in level.pieces where piece.x.count != piece.y.count {
                    throw PlottingError.columnLengths(
                        mark: "\(id)/\(level.value)", columns: ["x", "y"], lengths: [piece.x.count, piece.y.count])
                }
            }
        case .filledContours(let filled):
            try filled.validate()
        case .shadedRange, .text, .arrow: break
        }
    }

    private func check(_ columns: [(String, [Double])]) throws {
        try same(columns)
        guard let length = columns.first?.1.count, length > 0 else { throw PlottingError.emptySeries(mark: id) }
        let hasPoint = (0..<length).contains { index in columns.allSatisfy { !$0.1[index].isNaN } }
        guard hasPoint else { throw PlottingError.allUndefined(mark: id) }
    }

    private func same(_ columns: [(String, [Double])]) throws {
        let lengths = columns.map(\.1.count)
        guard Set(lengths).count <= 1 else {
            throw PlottingError.columnLengths(mark: id, columns: columns.map(\.0), lengths: lengths)
        }
    }
}

extension FilledContours {
    func validate() throws {
        for (index, level) in levels.enumerated() {
            guard !level.value.isNaN, index == 0 || levels[index - 1].value < level.value else {
                throw PlottingError.notAscending(mark: id, column: "levels", index: index)
            }
            for ring in level.rings where ring.x.count != ring.y.count {
                throw PlottingError.columnLengths(
                    mark: "\(id)/\(level.value)", columns: ["x", "y"], lengths: [ring.x.count, ring.y.count])
            }
        }
    }
}
