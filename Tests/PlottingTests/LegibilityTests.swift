import Plotting
import Testing

@Suite struct LegibilityTests {
    private func pairs(_ chart: Chart) throws -> [IndistinctPair] { try chart.indistinctPairs(metrics: try font()) }

    private func crossing(_ first: Ink, _ second: Ink, dash: Dash = .solid, width: Double? = nil) -> Chart {
        plainChart {
            Line("up", x: [0, 10], y: [0, 10], role: .signal, ink: first)
            Line("down", x: [0, 10], y: [10, 0], role: .signal, ink: second, dash: dash, width: width)
        }
    }

    @Test func crossingLinesOfOneLookAreNamed() throws {
        let pair = try #require(try pairs(crossing(.blue, .blue)).first)
        #expect(pair.first == "up" && pair.second == "down" && pair.reason == .near && pair.difference == 0)
        #expect(pair.description.contains("\"up\" and \"down\" lie close together"))
    }

    @Test func anotherDashInkOrWidthTellsLinesApart() throws {
        #expect(try pairs(crossing(.blue, .blue, dash: .dashed)).isEmpty)
        #expect(try pairs(crossing(.blue, .black)).isEmpty)
        #expect(try pairs(crossing(.blue, .blue, width: 2)).isEmpty)
        #expect(try !pairs(crossing(.blue, .blue, width: 1.5)).isEmpty)
    }

    @Test(arguments: [
        (Ink.deepBlue, Ink.violet, [ColourVision.deuteranopia, .greyscale]), (.red, .slate, [.greyscale]),
        (.red, .darkGray, [.protanopia]),
    ])
    func coloursThatOnlySomeReadersConfuseAreNamed(first: Ink, second: Ink, visions: [ColourVision]) throws {
        let pair = try #require(try pairs(crossing(first, second)).first)
        #expect(visions.contains(pair.vision) && pair.difference < 0.15)
        #expect(first.colour.difference(from: second.colour) > 0.14)
    }

    @Test func linesFarApartMayLookAlikeUnlessTheLegendListsThemTogether() throws {
        func chart(_ labels: [String?], _ legend: Legend = .automatic) -> Chart {
            plainChart(legend: legend) {
                Line("low", x: [0, 10], y: [1, 1], role: .signal, label: labels[0])
                Line("high", x: [0, 10], y: [9, 9], role: .signal, label: labels[1])
            }
        }
        #expect(try pairs(chart([nil, nil])).isEmpty)
        #expect(try pairs(chart(["low", nil])).isEmpty)
        #expect(try pairs(chart(["low", "high"])).map(\.reason) == [.legend])
        #expect(try pairs(chart(["low", "high"], .hidden)).isEmpty)
    }

    @Test func linesThatRunCloseAreNeighbours() throws {
        func chart(_ distance: Double) -> Chart {
            plainChart {
                Line("low", x: [0, 10], y: [5, 5], role: .signal)
                Line("high", x: [0, 10], y: [5 + distance, 5 + distance], role: .signal)
            }
        }
        #expect(try pairs(chart(0.3)).count == 1)
        #expect(try pairs(chart(1)).isEmpty)
    }

    @Test func areasThatTouchMustDifferInTintOrHatch() throws {
        func chart(_ role: Role, _ hatch: Hatch?) -> Chart {
            plainChart {
                ShadedRange("left", .x, to: 5, role: .cut)
                ShadedRange("right", .x, from: 5, role: role, hatch: hatch)
            }
        }
        #expect(try pairs(chart(.cut, nil)).count == 1)
        #expect(try pairs(chart(.cut, .cross)).isEmpty)
        #expect(try pairs(chart(.favoured, nil)).isEmpty)
    }

    @Test func symbolsOfTwoFormsDiffer() throws {
        func chart(_ symbol: Points.Symbol, isFilled: Bool = true) -> Chart {
            plainChart {
                Points("a", x: [5], y: [5], symbol: .circle, role: .signal)
                Points("b", x: [5.1], y: [5.1], symbol: symbol, isFilled: isFilled, role: .signal)
            }
        }
        #expect(try pairs(chart(.circle)).count == 1)
        #expect(try pairs(chart(.square)).isEmpty)
        #expect(try pairs(chart(.circle, isFilled: false)).isEmpty)
    }

    @Test func whatBelongsTogetherMayLookAlike() throws {
        let chart = crossing(.blue, .blue)
        #expect(try chart.indistinctPairs(metrics: try font(), sameThing: { _, _ in true }).isEmpty)
    }

    @Test func aLineTooLightForThePageOrForAFillIsNamed() throws {
        func weak(_ ink: Ink) throws -> [WeakContrast] {
            try plainChart {
                ShadedRange("band", .y, from: 4, to: 6, role: .favoured)
                Line("line", x: [5, 5], y: [0, 10], role: .signal, ink: ink)
            }.weakContrasts(metrics: try font())
        }
        #expect(try weak(.deepBlue).isEmpty)
        #expect(try weak(.blue).map(\.background) != [.white])
        #expect(try weak(.blue).count == 1)
        #expect(try weak(.orange).count == 2)
        #expect(try weak(.orange).allSatisfy { $0.mark == "line" && $0.part == .line && $0.contrast < 3 })
    }

    @Test func aLineThatStaysOffTheFillIsNotJudgedByIt() throws {
        let chart = plainChart {
            ShadedRange("band", .y, from: 4, to: 6, role: .favoured)
            Line("line", x: [0, 10], y: [1, 1], role: .signal, ink: .blue)
        }
        #expect(try chart.weakContrasts(metrics: try font()).isEmpty)
    }

    @Test func aLineOverAColourMapIsJudgedByTheCellsBeneath() throws {
        func weak(height: Double) throws -> [WeakContrast] {
            try plainChart {
                ColourMap(
                    "map", x: [0, 10], y: [0, 5, 10], values: [0, 1], colours: ColourScale(.linear("value", 0...1)))
                Line("line", x: [1, 9], y: [height, height], role: .signal, ink: .black)
            }.weakContrasts(metrics: try font()).filter { $0.mark == "line" }
        }
        #expect(try weak(height: 2).count == 1)
        #expect(try weak(height: 8).isEmpty)
    }

    @Test func aHoleInAFilledContourShowsThePage() throws {
        func ring(_ low: Double, _ high: Double, isHole: Bool) -> ContourSet.Piece {
            let (x, y) = ([low, high, high, low, low], [low, low, high, high, low])
            return ContourSet.Piece(x: isHole ? x.reversed() : x, y: isHole ? y.reversed() : y)
        }
        func weak(_ rings: [ContourSet.Piece]) throws -> [WeakContrast] {
            try plainChart {
                FilledContours("fill", levels: [.init(0, rings: rings)], role: .signal, ink: .black)
                Line("line", x: [4, 6], y: [5, 5], role: .signal, ink: .blue)
            }.weakContrasts(metrics: try font()).filter { $0.mark == "line" }
        }
        #expect(try weak([ring(1, 9, isHole: false)]).count == 1)
        #expect(try weak([ring(1, 9, isHole: false), ring(3, 7, isHole: true)]).isEmpty)
    }

    @Test func aPaleTextIsNamedUnlessItsBackdropHelps() throws {
        func weak(_ ink: Ink, backdrop: Bool) throws -> [WeakContrast] {
            try plainChart {
                ShadedRange("band", .y, from: 4, to: 6, role: .favoured)
                Text("note", "note", at: .data(5, 5), ink: ink, hasBackdrop: backdrop)
            }.weakContrasts(metrics: try font())
        }
        #expect(try weak(.black, backdrop: false).isEmpty)
        #expect(try weak(.blue, backdrop: false).map(\.part) == [.text])
        #expect(try weak(.blue, backdrop: true).isEmpty)
        #expect(try !weak(.lightGray, backdrop: true).isEmpty)
    }

    @Test func everyPanelOfAGridIsJudged() throws {
        let grid = ChartGrid(
            "grid", rows: 1, columns: 2, panels: [crossing(.blue, .black), crossing(.orange, .orange)], legend: .above,
            style: .revtexTwoColumn)
        let pairs = try grid.indistinctPairs(metrics: try font())
        #expect(pairs.map(\.first) == ["b/up"] && pairs.map(\.second) == ["b/down"])
        #expect(try grid.weakContrasts(metrics: try font()).map(\.mark) == ["b/up", "b/down"])
        #expect(try grid.indistinctPairs(metrics: try font()) { $0.hasPrefix("b/") && $1.hasPrefix("b/") }.isEmpty)
    }
}
