import Plotting
import Testing

@Suite struct ErrorTests {
    private func failure(_ chart: Chart) -> PlottingError? {
        do {
            _ = try drawn(chart)
            return nil
        } catch {
            return error as? PlottingError
        }
    }

    private func line(_ x: Axis = .linear("$x$", 0...1), _ y: Axis = .linear("$y$", 0...1)) -> Chart {
        plainChart(x: x, y: y) { Line("line", x: [0, 1], y: [0, 1], role: .signal) }
    }

    @Test(arguments: [(0.0, 10.0), (-1, 10), (10, 1), (5, 5), (1, .infinity), (.nan, 1)])
    func aLogarithmicRangeMustBePositiveAndAscending(lower: Double, upper: Double) throws {
        let error = try #require(failure(line(Axis(.log, label: "$x$", from: lower, to: upper))))
        guard case .badRange(let axis, .log, _, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(axis == "x")
        #expect(error.description.contains("0 < lower < upper"))
        #expect(error.description.contains("\(lower)"))
    }

    @Test(arguments: [(10.0, 1.0), (5, 5), (-.infinity, 1), (0, .nan), (1e15, 1e15 + 0.125), (0, 1e-300)])
    func aLinearRangeMustBeFiniteAndAscending(lower: Double, upper: Double) throws {
        let error = try #require(
            failure(line(.linear("$x$", 0...1), Axis(.linear, label: "$y$", from: lower, to: upper))))
        #expect(error.description.contains("the y axis runs from \(lower) to \(upper)"))
    }

    @Test func columnsOfDifferentLengthsAreNamed() throws {
        let error = try #require(failure(plainChart { Line("reach", x: [1, 2, 3], y: [1, 2], role: .signal) }))
        #expect(error == .columnLengths(mark: "reach", columns: ["x", "y"], lengths: [3, 2]))
        #expect(error.description.contains("\"reach\""))
    }

    @Test func anEmptySeriesIsNamed() throws {
        #expect(failure(plainChart { Line("reach", x: [], y: [], role: .signal) }) == .emptySeries(mark: "reach"))
    }

    @Test func aSeriesWithoutOneDefinedPointIsNamed() throws {
        let chart = plainChart { Line("reach", x: [1, 2], y: [.nan, .nan], role: .signal) }
        #expect(failure(chart) == .allUndefined(mark: "reach"))
    }

    @Test func twoMarksCannotShareAnID() throws {
        let chart = plainChart {
            Line("reach", x: [1, 2], y: [1, 2], role: .signal)
            Rule("reach", x: 3)
        }
        #expect(failure(chart) == .duplicateID("reach"))
    }

    @Test func histogramEdgesMustAscend() throws {
        let chart = plainChart { Steps("counts", edges: [0, 2, 1], values: [1, 2], role: .signal) }
        #expect(failure(chart) == .notAscending(mark: "counts", column: "edges", index: 2))
    }

    @Test func aTextOutsideTheDomainOfTheAxisIsAnError() throws {
        let chart = plainChart(x: .log("$x$", 1...10)) { Text("note", "here", at: .data(-1, 2)) }
        #expect(failure(chart) == .badPosition(mark: "note", x: -1, y: 2))
    }

    @Test func aTickOutsideTheRangeIsAnError() throws {
        #expect(failure(line(.linear("$x$", 0...1, ticks: [0, 2]))) == .badTick(axis: "x", value: 2))
    }

    @Test func labelsAlongCurvesBelowSevenPointsAreRefused() throws {
        var chart = line()
        chart.style.inlineLabelSize = 6
        #expect(failure(chart)?.description.contains("7 pt") == true)
    }

    @Test(arguments: [0, -5, Double.nan, .infinity, 12])
    func aPageTooSmallForItsLabelsIsAnError(width: Double) throws {
        var chart = line()
        chart.style.width = width
        #expect(failure(chart)?.description.contains("width") == true)
    }

    @Test func anEmptyContourLevelIsNoError() throws {
        #expect(failure(plainChart { ContourSet("events", levels: [.init(3, pieces: [], label: "3")]) }) == nil)
    }

    @Test func aMarkOutsideTheFrameIsNoError() throws {
        #expect(failure(plainChart { Line("far", x: [100, 200], y: [1, 2], role: .signal) }) == nil)
    }

    @Test func aLegendLargerThanTheFrameIsAnError() throws {
        // Spaces would let it break.
        let label = String(repeating: "very-", count: 20) + "long"
        let error = try #require(failure(plainChart { Line("a", x: [0, 1], y: [0, 1], role: .signal, label: label) }))
        #expect(error.description.contains("the width of the legend needs"))
    }

    @Test func anAxisLabelLongerThanThePageIsAnError() throws {
        let label = String(repeating: "very ", count: 20) + "long"
        let error = try #require(failure(line(.linear(label, 0...1))))
        #expect(error.description.contains("the axis label \"very very"))
    }
}
