import Testing

@testable import NumericalMethods

@Suite("Interpolation by monotone cubics")
struct MonotoneCubicTests {
    private let curve = MonotoneCubic(x: [0, 1, 1.5, 4, 5], y: [0, 0.2, 3, 3.5, 3.5])

    @Test("passes through the points, as the lines do, with a slope that does not jump")
    func points() {
        for index in 0..<4 {
            for (end, position) in [(index, curve.x[index]), (index + 1, curve.x[index + 1])] {
                #expect((curve.value(in: index, at: position).value - curve.y[end]).magnitude < 1e-14)
                #expect((curve.line(in: index, at: position).value - curve.y[end]).magnitude < 1e-14)
            }
            guard index > 0 else { continue }
            let slopes = [index - 1, index].map { curve.value(in: $0, at: curve.x[index]).slope }
            #expect((slopes[0] - slopes[1]).magnitude < 1e-12)
        }
    }

    @Test("rises where the points do and nowhere falls")
    func monotone() {
        var last = -1.0
        for step in 0..<500 {
            let x = 5 * Double(step) / 500
            let index = curve.x.lastIndex { $0 <= x } ?? 0
            let value = curve.value(in: min(index, 3), at: x).value
            #expect(value >= last - 1e-14)
            last = value
        }
    }

    @Test("is of higher order than lines: a cubic's error falls faster with the step")
    func order() {
        func misses(_ count: Int) -> (cubic: Double, line: Double) {
            let x = (0...count).map { 1 + Double($0) / Double(count) }
            let curve = MonotoneCubic(x: x, y: x.map { $0 * $0 * $0 })
            let middle = count / 2
            let at = 0.5 * (x[middle] + x[middle + 1])
            return (
                (curve.value(in: middle, at: at).value - at * at * at).magnitude,
                (curve.line(in: middle, at: at).value - at * at * at).magnitude
            )
        }
        #expect(misses(40).cubic < 0.1 * misses(40).line)
    }
}
