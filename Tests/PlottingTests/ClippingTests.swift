import Testing

@testable import Plotting

private let frame = PageRect(left: 10, top: 20, right: 110, bottom: 80)

@Suite struct ClippingTests {
    @Test func aCurveIsCutWhereItCrossesTheFrame() {
        let pieces = Clipping.polyline([PagePoint(0, 50), PagePoint(200, 50)], to: frame)
        #expect(pieces == [[PagePoint(10, 50), PagePoint(110, 50)]])
    }

    @Test func aCurveThatLeavesAndReturnsIsTwoPieces() {
        let curve = [PagePoint(20, 30), PagePoint(20, 200), PagePoint(60, 200), PagePoint(60, 30)]
        let pieces = Clipping.polyline(curve, to: frame)
        #expect(pieces == [[PagePoint(20, 30), PagePoint(20, 80)], [PagePoint(60, 80), PagePoint(60, 30)]])
    }

    @Test func aClosedCurveThatIsCutIsWholeWhereItWasClosed() {
        let ring = [PagePoint(60, 30), PagePoint(100, 50), PagePoint(60, 200), PagePoint(20, 50), PagePoint(60, 30)]
        let pieces = Clipping.polyline(ring, to: frame)
        #expect(pieces.count == 1)
        #expect(pieces.first?.first?.y == 80 && pieces.first?.last?.y == 80)
        #expect(pieces.first?.count { $0 == PagePoint(60, 30) } == 1)
    }

    @Test("a curve that touches the frame from inside at a point is one piece through that point")
    func touchesFromInside() {
        for touch in [PagePoint(60, 20), PagePoint(60, 80), PagePoint(10, 50), PagePoint(110, 50), PagePoint(10, 20)] {
            let curve = [PagePoint(40, 40), touch, PagePoint(80, 60)]
            #expect(Clipping.polyline(curve, to: frame) == [curve])
        }
    }

    @Test("a curve that touches the frame from outside at a point has no piece, in a corner neither")
    func touchesFromOutside() {
        for (before, touch, after) in [
            (PagePoint(40, 0), PagePoint(60, 20), PagePoint(80, 0)),
            (PagePoint(40, 99), PagePoint(60, 80), PagePoint(80, 99)),
            (PagePoint(0, 30), PagePoint(10, 50), PagePoint(0, 70)),
            (PagePoint(120, 30), PagePoint(110, 50), PagePoint(130, 70)),
        ] {
            #expect(Clipping.polyline([before, touch, after], to: frame).isEmpty)
        }
        #expect(Clipping.polyline([PagePoint(0, 30), PagePoint(20, 10)], to: frame).isEmpty)
    }

    @Test("a curve on the frame is drawn, and one without a length is not")
    func onTheFrame() {
        let border = [PagePoint(10, 20), PagePoint(110, 20)]
        #expect(Clipping.polyline(border, to: frame) == [border])
        #expect(Clipping.polyline([PagePoint(60, 50), PagePoint(60, 50)], to: frame).isEmpty)
    }

    @Test func aCurveOutsideTheFrameVanishes() {
        for (a, b) in [
            (PagePoint(0, 0), PagePoint(200, 10)), (PagePoint(0, 90), PagePoint(200, 100)),
            (PagePoint(0, 30), PagePoint(5, 60)), (PagePoint(120, 30), PagePoint(150, 60)),
        ] {
            #expect(Clipping.polyline([a, b], to: frame).isEmpty)
        }
    }

    @Test func randomWildCurvesNeverLeaveTheFrame() {
        var random = FixedRandom(seed: 7)
        for _ in 0..<500 {
            let curve = (0..<20).map { _ in
                let scale = Trigonometry.pow10(Int.random(in: 1...200, using: &random))
                return PagePoint(
                    Double.random(in: -1...1, using: &random) * scale, Double.random(in: -1...1, using: &random) * scale
                )
            }
            let lines = Clipping.polyline(curve, to: frame).joined()
            #expect(lines.allSatisfy(frame.contains))
            #expect(Clipping.polygon(curve, to: frame).allSatisfy(frame.contains))
        }
    }

    @Test func clippingKeepsTheLengthInsideTheFrame() {
        // Against counting points of a fine subdivision that lie inside.
        var random = FixedRandom(seed: 8)
        for _ in 0..<100 {
            let a = PagePoint(
                Double.random(in: -50...150, using: &random), Double.random(in: -50...150, using: &random))
            let b = PagePoint(
                Double.random(in: -50...150, using: &random), Double.random(in: -50...150, using: &random))
            let clipped = Clipping.polyline([a, b], to: frame).map { Clipping.length($0) }.reduce(0, +)
            let steps = 4000
            let inside = (0..<steps).count {
                frame.contains(Clipping.point(a, b, at: (Double($0) + 0.5) / Double(steps)))
            }
            let counted = Double(inside) / Double(steps) * Clipping.distance(a, b)
            #expect((clipped - counted).magnitude < 0.2)
        }
    }

    @Test func polygonsKeepTheirAreaInsideTheFrame() {
        func area(_ points: [PagePoint]) -> Double {
            guard let last = points.last else { return 0 }
            var previous = last
            var sum = 0.0
            for point in points {
                sum += previous.x * point.y - point.x * previous.y
                previous = point
            }
            return (sum / 2).magnitude
        }
        let larger = [PagePoint(0, 0), PagePoint(500, 0), PagePoint(500, 500), PagePoint(0, 500)]
        #expect(area(Clipping.polygon(larger, to: frame)) == frame.area)
        let half = [PagePoint(60, 0), PagePoint(500, 0), PagePoint(500, 500), PagePoint(60, 500)]
        #expect(area(Clipping.polygon(half, to: frame)) == frame.area / 2)
    }

    @Test func labelsCutOnlyTheCurvesTheyTouch() {
        let hole = TurnedRect(PageRect(left: 40, top: 45, right: 60, bottom: 55))
        let crossing = DisplayList.Path([PagePoint(20, 50), PagePoint(100, 50)])
        #expect(
            Clipping.outside([hole], crossing).map(\.points) == [
                [PagePoint(20, 50), PagePoint(40, 50)], [PagePoint(60, 50), PagePoint(100, 50)],
            ])
        let passing = DisplayList.Path([PagePoint(20, 60), PagePoint(100, 60)])
        #expect(Clipping.outside([hole], passing) == [passing])
    }

    @Test("what a label leaves of a line is drawn from half a point on")
    func shortRemainders() {
        let hole = TurnedRect(PageRect(left: 40, top: 45, right: 60, bottom: 55))
        for (start, count) in [(38.0, 2), (39.5, 2), (39.7, 1)] {
            let parts = Hatching.without([hole], PagePoint(start, 50), PagePoint(100, 50))
            #expect(parts.count == count, "\(start)")
            #expect(parts.last.map { $0.0 == PagePoint(60, 50) && $0.1 == PagePoint(100, 50) } == true)
        }
    }

    @Test func hatchingStaysInsideItsRegionAndOutOfLabels() {
        let region = [PagePoint(20, 30), PagePoint(100, 30), PagePoint(100, 70), PagePoint(20, 70)]
        let hole = TurnedRect(center: PagePoint(60, 50), halfWidth: 15, halfHeight: 5, rotation: 0.3)
        for hatch in Hatch.allCases {
            let paths = Hatching.segments(hatch, in: [region], holes: [hole])
            #expect(paths.isEmpty == (hatch == .none))
            for path in paths {
                let middle = Clipping.point(path.points[0], path.points[1], at: 0.5)
                #expect(middle.x >= 20 && middle.x <= 100 && middle.y >= 30 && middle.y <= 70)
                let local = hole.local(middle)
                #expect(local.x.magnitude >= 15 || local.y.magnitude >= 5)
            }
        }
    }
}
