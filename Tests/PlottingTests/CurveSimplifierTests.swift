import Testing

@testable import Plotting

@Suite("Simplifying curves to what the page resolves")
struct CurveSimplifierTests {
    private let window = PageRect(left: 0, top: 0, right: 200, bottom: 150)

    private func simplified(_ points: [PagePoint]) -> [PagePoint] {
        var simplifier = CurveSimplifier(window: window)
        for point in points { simplifier.append(point) }
        return simplifier.finish()
    }

    /// The largest distance from any of some points to a curve, looking near each point's `x` only.
    private func farthest(_ points: [PagePoint], from curve: [PagePoint]) -> Double {
        var start = 0
        var farthest = 0.0
        for point in points {
            while start + 1 < curve.count, curve[start + 1].x < point.x - 0.1 { start += 1 }
            var nearest = Double.infinity
            var index = start
            while index + 1 < curve.count, curve[index].x < point.x + 0.1 {
                nearest = min(nearest, MeasuredCurve([curve[index], curve[index + 1]]).nearest(to: point).separation)
                index += 1
            }
            farthest = max(farthest, nearest)
        }
        return farthest
    }

    @Test("keeps every point of a curve whose points stand apart")
    func keeps() {
        let points = (0..<1000).map { PagePoint(0.2 * Double($0), Double($0 % 7)) }
        #expect(simplified(points) == points)
    }

    @Test("keeps few of ever so many points, none farther than the tolerance from what is drawn")
    func bounded() {
        var random = FixedRandom(seed: 21)
        let points = (0..<400_000).map { index in
            PagePoint(200 * Double(index) / 400_000, Double.random(in: 0...150, using: &random))
        }
        let kept = simplified(points)
        // At most four for each strip, and what came since strips were looked for.
        #expect(kept.count < 4 * 200 * 50 + 2 * CurveSimplifier.many)
        #expect(farthest(points, from: kept) <= CurveSimplifier.tolerance)
        #expect(farthest(kept, from: points) == 0)
    }

    @Test("keeps the extremes of a curve that oscillates faster than the page resolves")
    func extremes() {
        var points = (0..<300_000).map { PagePoint(200 * Double($0) / 300_000, 70 + Double($0 % 2)) }
        points[123_457].y = 3
        points[222_223].y = 140
        let kept = simplified(points)
        #expect(kept.count < 100_000)
        #expect(kept.contains(points[123_457]) && kept.contains(points[222_223]))
        #expect(kept.first == points.first && kept.last == points.last)
    }

    @Test("forgets what runs outside of the window, and changes nothing inside")
    func outside() {
        var random = FixedRandom(seed: 22)
        for _ in 0..<200 {
            let points = (0..<60).map { _ in
                PagePoint(Double.random(in: -400...600, using: &random), Double.random(in: -300...450, using: &random))
            }
            let kept = simplified(points)
            #expect(Clipping.polyline(kept, to: window) == Clipping.polyline(points, to: window))
        }
        let far = (0..<100_000).map { PagePoint(500 + Double($0), Double($0 % 2) * 100) }
        #expect(simplified([PagePoint(1, 1)] + far).count == 3)
    }
}
