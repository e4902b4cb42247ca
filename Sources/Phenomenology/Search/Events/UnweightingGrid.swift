import NumericalMethods

/// The cells of a unit cube with the largest weight that was found in each, and what draws a cell in proportion to it.
///
/// The alias method of Walker (Electron. Lett. 10, 127 (1974)): one number, one look into a table.
struct UnweightingGrid: Sendable {
    let dimensions: Int
    private let divisions: [Int]
    /// The largest weight of each cell, fb, with what is added for what was not looked at.
    let heights: [Double]
    /// The probability that a drawn cell is kept, and which one it is exchanged for otherwise.
    private let kept: [Double]
    private let alias: [Int32]

    /// The cross section that a flat weight of each cell's height would have, fb: an upper bound but for overweights.
    let volume: Double

    /// Looks at this many points in a cell.
    private static let points = 32
    /// What the largest weight found is multiplied by.
    private static let margin = 1.2

    /// - Throws: ``EventError/noPhaseSpace`` where all weights are zero.
    init<Sampler: EventSampler>(_ sampler: Sampler) throws {
        dimensions = Sampler.dimensions
        divisions = Sampler.divisions
        let count = divisions.reduce(1, *)
        let stream = RandomStream("UnweightingGrid")
        let sequence = KroneckerSequence(dimensions: dimensions)
        var heights = [Double](repeating: 0, count: count)
        for cell in 0..<count {
            let shifts = (0..<dimensions).map { stream.bits(at: UInt64(cell * 8 + $0)) }
            var largest = 0.0
            for index in 0..<Self.points {
                var point = SIMD8<Double>.zero
                for dimension in 0..<dimensions {
                    point[dimension] = sequence.coordinate(dimension, ofPoint: index, shift: shifts[dimension])
                }
                guard let event = sampler.event(at: Self.place(point, cell, divisions)) else { continue }
                largest = max(largest, sampler.weight(of: event))
            }
            heights[cell] = largest * Self.margin
        }
        let mean = heights.reduce(0, +) / Double(count)
        guard mean > 0 else { throw EventError.noPhaseSpace }
        // No cell is left out for having shown nothing.
        heights = heights.map { max($0, 0.01 * mean) }
        self.heights = heights
        let sum = heights.reduce(0, +)
        volume = sum / Double(count)
        (kept, alias) = Self.table(heights.map { $0 / sum * Double(count) })
    }

    /// The cell that a number in (0, 1) draws, in proportion to the heights.
    @inline(__always)
    func cell(_ u: Double) -> Int {
        let scaled = u * Double(kept.count)
        let index = min(Int(scaled), kept.count - 1)
        return scaled - Double(index) < kept[index] ? index : Int(alias[index])
    }

    /// A point of the cube from one of a cell.
    @inline(__always)
    func place(_ point: SIMD8<Double>, in cell: Int) -> SIMD8<Double> { Self.place(point, cell, divisions) }

    @inline(__always)
    private static func place(_ point: SIMD8<Double>, _ cell: Int, _ divisions: [Int]) -> SIMD8<Double> {
        var placed = point
        var rest = cell
        for (dimension, parts) in divisions.enumerated() {
            placed[dimension] = (Double(rest % parts) + point[dimension]) / Double(parts)
            rest /= parts
        }
        return placed
    }

    /// Probabilities, of mean one, as those of keeping and exchanging.
    private static func table(_ probabilities: [Double]) -> (kept: [Double], alias: [Int32]) {
        var kept = probabilities
        var alias = probabilities.indices.map { Int32($0) }
        var small = probabilities.indices.filter { probabilities[$0] < 1 }
        var large = probabilities.indices.filter { probabilities[$0] >= 1 }
        while let poor = small.popLast(), let rich = large.last {
            alias[poor] = Int32(rich)
            kept[rich] -= 1 - kept[poor]
            if kept[rich] < 1 {
                large.removeLast()
                small.append(rich)
            }
        }
        // What rounding has left over stands for itself.
        for index in small + large where alias[index] == Int32(index) { kept[index] = 1 }
        return (kept, alias)
    }
}
