import Testing

@testable import Plotting

@Suite struct TicksTests {
    @Test func linearTicksAreRoundNumbersWithShortLabels() {
        let ticks = Ticks.make(.linear("", 0...5), limit: 8)
        #expect(ticks.major.map(\.label) == ["0", "1", "2", "3", "4", "5"])
        #expect(ticks.major.map(\.value) == [0, 1, 2, 3, 4, 5])
    }

    @Test(
        "minor ticks divide a step of 1 by five, of 2 by four and of 5 by five",
        arguments: [
            (0.0...4.0, 5, 1.0, 0.2), (0...8, 5, 2, 0.5), (0...20, 5, 5, 1), (0...0.4, 5, 0.1, 0.02),
            (0...80, 5, 20, 5),
        ])
    func minorSteps(range: ClosedRange<Double>, limit: Int, major: Double, minor: Double) {
        let ticks = Ticks.make(.linear("", range), limit: limit)
        let majors = stride(from: 0, through: range.upperBound * 1.0001, by: major).map { $0 }
        #expect(ticks.major.count == majors.count)
        #expect(zip(ticks.major, majors).allSatisfy { ($0.value - $1).magnitude < 1e-9 * range.upperBound })
        let all = (0...Int((range.upperBound / minor).rounded())).map { Double($0) * minor }
        let expected = all.filter { place in !majors.contains { ($0 - place).magnitude < 1e-9 * range.upperBound } }
        #expect(ticks.minor.count == expected.count)
        #expect(zip(ticks.minor, expected).allSatisfy { ($0 - $1).magnitude < 1e-9 * range.upperBound })
    }

    @Test(
        "a logarithmic range below a factor of three counts linearly, a wider one by digits, up to 5 below a factor of 12"
    )
    func shortLogarithmicRanges() {
        func labels(_ range: ClosedRange<Double>) -> [String] {
            Ticks.make(.log("", range), limit: 8).major.map(\.label)
        }
        #expect(labels(1...3.5) == ["1", "2", "3"])
        #expect(labels(1...2.9).contains("1.5") || labels(1...2.9).contains("1.50"))
        #expect(labels(1.5...16) == ["2", "3", "5", "10"])
        #expect(labels(1.5...21) == ["2", "5", "10", "20"])
    }

    @Test("the linear part of a symmetric logarithmic axis has steps that divide its threshold: of 2 by four")
    func linearPart() {
        let minor = Ticks.make(.symlog("", -200...200, linearWithin: 2), limit: 9).minor
        #expect([0.5, 1, 1.5].allSatisfy(minor.contains) && ![0.2, 0.4, 0.6].contains(where: minor.contains))
        let finer = Ticks.make(.symlog("", -100...100, linearWithin: 1), limit: 9).minor
        #expect([0.2, 0.4, 0.6, 0.8].allSatisfy(finer.contains))
    }

    @Test("numbers take a power of ten from 1e5 on, and below a step of 1e-4")
    func powersBegin() {
        func labels(_ upper: Double) -> [String] { Ticks.make(.linear("", 0...upper), limit: 6).major.map(\.label) }
        #expect(labels(100_000).last == #"$1.0\times 10^{5}$"# && labels(80_000).last == "80000")
        #expect(labels(5e-4).last == "0.0005" && labels(5e-5).last == #"$5\times 10^{-5}$"#)
    }

    @Test("labels below an axis stand apart by more than half their size")
    func apart() throws {
        let box = try MathLabel.layout("100", size: 8, metrics: font())
        let ticks = Ticks(major: [.init(value: 0, label: "100"), .init(value: 1, label: "100")], minor: [])
        for (space, areApart) in [(0.5, false), (0.7, true)] {
            let map = AxisMap(.linear("", 0...1), start: 20, end: 20 + box.width + space * 8)
            #expect(AxesLayout.areApart(ticks, [box, box], map, size: 8) == areApart)
        }
    }

    @Test("no tick lies on the frame, which it would only thicken")
    func onTheFrame() throws {
        let list = try drawn(plainChart { Line("line", x: [0, 10], y: [0, 10], role: .signal) })
        let (frame, ticks) = (list.frame, list.strokes("axis").flatMap(\.paths).filter { $0.points.count == 2 })
        #expect(ticks.count > 20)
        for tick in ticks {
            let (a, b) = (tick.points[0], tick.points[1])
            let place = a.x == b.x ? a.x : a.y
            let ends = a.x == b.x ? [frame.left, frame.right] : [frame.top, frame.bottom]
            #expect(ends.allSatisfy { ($0 - place).magnitude > 0.3 })
        }
    }

    @Test func decimalsFollowTheStep() {
        let ticks = Ticks.make(.linear("", 0...1), limit: 6)
        #expect(ticks.major.map(\.label) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    }

    @Test func negativeNumbersCarryAMathematicalMinus() {
        let ticks = Ticks.make(.linear("", -2...2), limit: 5)
        #expect(ticks.major.map(\.label) == ["$-2$", "$-1$", "0", "1", "2"])
    }

    @Test func largeNumbersAreWrittenWithPowersOfTen() {
        let ticks = Ticks.make(.linear("", 0...400_000), limit: 5)
        #expect(
            ticks.major.map(\.label) == [
                "0", #"$1\times 10^{5}$"#, #"$2\times 10^{5}$"#, #"$3\times 10^{5}$"#, #"$4\times 10^{5}$"#,
            ])
    }

    @Test func logarithmicMinorTicksAreTheMultiplesTwoToNine() {
        let ticks = Ticks.make(.log("", 1...100), limit: 8)
        #expect(ticks.minor == [2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90])
    }

    @Test func smallPowersOfTenArePlain() {
        #expect(Ticks.make(.log("", 1...300), limit: 8).major.map(\.label) == ["1", "10", "100"])
    }

    @Test func otherPowersOfTenAreExponents() {
        let ticks = Ticks.make(.log("", 1e-5...1e-2), limit: 8)
        #expect(ticks.major.map(\.label) == ["$10^{-5}$", "$10^{-4}$", "$10^{-3}$", "$10^{-2}$"])
        #expect(ticks.major.map(\.value) == [1e-5, 1e-4, 1e-3, 1e-2])
    }

    @Test func manyDecadesAreThinnedAndTheirMinorTicksAreDecades() {
        let ticks = Ticks.make(.log("", 1e-20...1e20), limit: 6)
        #expect(ticks.major.count <= 6)
        #expect(ticks.major.count >= 2)
        #expect(ticks.minor.contains { ($0 - 1).magnitude < 1e-12 || ($0 - 10).magnitude < 1e-11 })
    }

    @Test func aLogarithmicRangeWithinOneDecadeStillHasLabels() {
        #expect(Ticks.make(.log("", 2...9), limit: 8).major.map(\.label) == ["2", "3", "5"])
        #expect(Ticks.make(.log("", 1.2...1.9), limit: 6).major.count >= 3)
    }

    @Test func chosenTicksAreTakenAsGiven() {
        let ticks = Ticks.make(.log("", 1...1000, ticks: [2, 50, 1000]), limit: 3)
        #expect(ticks.major.map(\.value) == [2, 50, 1000])
        #expect(!ticks.minor.contains(50))
    }

    @Test func everyRangeGetsAscendingTicksInsideItAndNoMoreThanAllowed() {
        var random = FixedRandom(seed: 3)
        for _ in 0..<2000 {
            let lower =
                Double.random(in: -1...1, using: &random) * Trigonometry.pow10(Int.random(in: -8...8, using: &random))
            let span =
                Double.random(in: 0.1...1, using: &random) * Trigonometry.pow10(Int.random(in: -6...9, using: &random))
            let limit = Int.random(in: 3...9, using: &random)
            let axis = Axis(.linear, label: "", from: lower, to: lower + span)
            guard (try? axis.validate("x")) != nil else { continue }
            let values = Ticks.make(axis, limit: limit).major.map(\.value)
            let slack = 1e-6 * span
            #expect(values.count <= limit)
            #expect(!values.isEmpty, "\(axis)")
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
            #expect(values.allSatisfy { $0 >= lower - slack && $0 <= lower + span + slack }, "\(axis)")
        }
    }

    @Test func everyLogarithmicRangeGetsAscendingTicksInsideIt() {
        var random = FixedRandom(seed: 4)
        for _ in 0..<2000 {
            let lower =
                Trigonometry.pow10(Int.random(in: -30...20, using: &random)) * Double.random(in: 1...10, using: &random)
            let upper =
                lower
                * (1 + Double.random(in: 0.01...1, using: &random)
                    * Trigonometry.pow10(Int.random(in: 0...12, using: &random)))
            let axis = Axis(.log, label: "", from: lower, to: upper)
            let ticks = Ticks.make(axis, limit: 6)
            let values = ticks.major.map(\.value)
            #expect(!values.isEmpty, "\(axis)")
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
            #expect((values + ticks.minor).allSatisfy { $0 >= lower * 0.999999 && $0 <= upper * 1.000001 }, "\(axis)")
        }
    }

    @Test("every linear range has two labels where two are allowed, evenly spaced multiples of 1, 2 or 5")
    func twoLabels() throws {
        var random = FixedRandom(seed: 17)
        for _ in 0..<4000 {
            let span =
                Double.random(in: 1...10, using: &random) * Trigonometry.pow10(Int.random(in: -6...9, using: &random))
            let lower = Double.random(in: -20...20, using: &random) * span
            let limit = Int.random(in: 2...9, using: &random)
            let ticks = Ticks.make(Axis(.linear, label: "", from: lower, to: lower + span), limit: limit)
            let values = ticks.major.map(\.value)
            #expect(values.count >= 2 && values.count <= limit, "\(lower) \(span) \(limit)")
            let steps = zip(values, values.dropFirst()).map { $1 - $0 }
            #expect(steps.allSatisfy { ($0 / steps[0] - 1).magnitude < 1e-5 })
            #expect(Set(ticks.major.map(\.label)).count == values.count)
            #expect(ticks.minor.allSatisfy { !values.contains($0) })
        }
    }

    @Test("a low frame has two labels on its axis wherever the range starts")
    func twoLabelsOnAPage() throws {
        for start in stride(from: 0, through: 10, by: 0.25) {
            var chart = plainChart(y: .linear("$y$", start...start + 9.7)) {
                Line("line", x: [0, 10], y: [start, start + 9], role: .signal)
            }
            chart.style.height = 75
            let labels = try drawn(chart).labels("axis").filter { $0.rotation == 0 && Double($0.text) != nil }
            let left = labels.filter { $0.origin.x < 30 }
            #expect(left.count >= 2, "from \(start)")
        }
    }
}
