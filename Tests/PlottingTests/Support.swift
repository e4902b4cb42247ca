import CairoCanvas
import Plotting

/// A fixed sequence of random numbers (SplitMix64, Steele, Lea and Flood 2014).
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

func font() throws -> MathFont { try MathFont(path: try MathFont.locate()) }

func drawn(_ chart: Chart) throws -> DisplayList { try layout(chart, metrics: try font()) }

/// A chart with marks on 0…10 × 0…10.
func plainChart(
    x: Axis = .linear("$x$", 0...10), y: Axis = .linear("$y$", 0...10), legend: Legend = .automatic,
    @MarkBuilder _ marks: () -> [Mark]
) -> Chart {
    Chart("test", x: x, y: y, legend: legend, marks: marks)
}

extension DisplayList {
    /// The frame's rectangle, from the last closed stroke of the axes.
    var frame: (left: Double, top: Double, right: Double, bottom: Double) {
        let path = strokes("axis").last?.paths.first?.points ?? []
        let xs = path.map(\.x)
        let ys = path.map(\.y)
        return (xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
    }

    func strokes(_ source: String) -> [Stroke] {
        items.compactMap { item in
            if case .stroke(let stroke) = item, stroke.source == source { return stroke }
            return nil
        }
    }

    func fills(_ source: String) -> [Fill] {
        items.compactMap { item in
            if case .fill(let fill) = item, fill.source == source { return fill }
            return nil
        }
    }

    func labels(_ source: String) -> [GlyphRun] {
        items.compactMap { item in
            if case .glyphs(let run) = item, run.source == source { return run }
            return nil
        }
    }

    /// Every point of strokes and fills of a mark.
    func points(_ source: String) -> [PagePoint] {
        (strokes(source).flatMap(\.paths) + fills(source).flatMap(\.paths)).flatMap(\.points)
    }

    /// Page coordinates of a point given as fractions of the frame.
    func place(_ fx: Double, _ fy: Double) -> PagePoint {
        let frame = frame
        return PagePoint(
            frame.left + fx * (frame.right - frame.left), frame.bottom - fy * (frame.bottom - frame.top))
    }
}

func distance(_ a: PagePoint, _ b: PagePoint) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
}
