/// A polyline in the coordinates of a grid.
public struct Polyline: Codable, Hashable, Sendable {
    /// Coordinates of the points in the order of the line, in the units of the grid's first axis.
    public var x: [Double]
    /// As many as `x`, in the units of the grid's second axis.
    public var y: [Double]
    /// A closed line repeats its first point, exactly, at its end.
    public var isClosed: Bool

    /// Takes the points as they are; a closed line must repeat its first point itself.
    public init(x: [Double], y: [Double], isClosed: Bool) {
        self.x = x
        self.y = y
        self.isClosed = isClosed
    }

    /// The sum of the lengths of its segments.
    public var length: Double {
        zip(x.indices.dropFirst(), x.indices).reduce(0) { sum, pair in
            let dx = x[pair.0] - x[pair.1]
            let dy = y[pair.0] - y[pair.1]
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }

    /// The area inside a closed line: positive where it runs counterclockwise (x to the right, y upwards).
    public var signedArea: Double {
        guard let x0 = x.first, let y0 = y.first else { return 0 }
        return zip(x.indices.dropFirst(), x.indices).reduce(0) { sum, pair in
            sum + ((x[pair.1] - x0) * (y[pair.0] - y0) - (x[pair.0] - x0) * (y[pair.1] - y0)) / 2
        }
    }
}

/// Where a gridded function has one value.
public struct ContourLines: Codable, Hashable, Sendable {
    /// The value that the function has on the lines, in the function's units.
    public var level: Double
    /// Lines with an open end first, then closed ones, each in the order of the grid's rows. Higher values lie on the left
    /// of the direction in which a line runs (x to the right, y upwards).
    public var lines: [Polyline]
}

/// Where a gridded function lies between two values.
public struct ContourBand: Codable, Hashable, Sendable {
    /// `lower` ≤ value < `upper`; infinite for an open side.
    public var lower: Double
    /// The values from here on are outside.
    public var upper: Double
    /// Closed lines with the band on their left: outer borders run counterclockwise and holes clockwise, so that the nonzero
    /// and the even-odd rule fill alike.
    public var rings: [Polyline]

    /// The area, as the sum over the rings.
    public var area: Double { rings.reduce(0) { $0 + $1.signedArea } }
}

extension RectilinearGrid {
    /// The lines on which the function equals a level, by marching squares.
    ///
    /// Each line joins the places at which it crosses the edges of cells, found by linear interpolation, with straight
    /// segments (in the coordinate of ``Spacing``): its distance from the contour of a smooth function falls with the square of
    /// the grid's spacing. A cell with two crossings of opposite corners is resolved as the bilinear function is there (the
    /// asymptotic decider, G. M. Nielson and B. Hamann, Proc. Visualization '91, 83). A line ends on the grid's border or
    /// that of a hole, or it is closed.
    ///
    /// A value equal to the level counts as higher, as if the level were lower by an infinitesimal amount; parts without length
    /// or area that this makes (a level that is touched but not crossed) are left out.
    public func contours(at level: Double) -> ContourLines { contours(at: [level])[0] }

    /// ``contours(at:)-(Double)`` at several levels.
    public func contours(at levels: [Double]) -> [ContourLines] {
        let tracer = ContourTracer(self)
        return levels.map { level in
            ContourLines(level: level, lines: tracer.trace(level).lines)
        }
    }

    /// Where `lower` ≤ value < `upper`, with the same borders as the contours of both levels, exactly.
    ///
    /// - Parameters:
    ///   - lower: −∞ leaves the side open.
    ///   - upper: +∞ leaves the side open, and +∞ as a value is then inside.
    public func band(from lower: Double = -.infinity, to upper: Double = .infinity) -> ContourBand {
        bands([(lower, upper)])[0]
    }

    /// The bands between neighbours of ascending levels, and those below the first and above the last one: one more than
    /// there are levels. They cover the grid but its holes, without gap or overlap.
    public func bands(between levels: [Double]) -> [ContourBand] {
        bands(Array(zip([-.infinity] + levels, levels + [.infinity])))
    }

    private func bands(_ ranges: [(Double, Double)]) -> [ContourBand] {
        let tracer = ContourTracer(self)
        var last: (level: Double, traces: ContourTraces)?
        return ranges.map { lower, upper in
            guard lower < upper else { return ContourBand(lower: lower, upper: upper, rings: []) }
            let low = last.flatMap { $0.level == lower ? $0.traces : nil } ?? tracer.trace(lower)
            let high = tracer.trace(upper)
            last = (upper, high)
            var stitcher = BandStitcher(tracer, lower: lower, upper: upper)
            return ContourBand(lower: lower, upper: upper, rings: stitcher.rings(low, high))
        }
    }
}
