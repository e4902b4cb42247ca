import Testing

@testable import Plotting

/// Axes of any range: tiny relative spans, many decades, negative and huge numbers.
@Suite struct AxisRangeTests {
    static let seeds: [UInt64] = [1, 2, 3, 4]

    private func power(_ range: ClosedRange<Double>, _ random: inout FixedRandom) -> Double {
        let exponent = Double.random(in: range, using: &random)
        let whole = exponent.rounded(.down)
        return Trigonometry.pow10(Int(whole)) * (1 + 9 * (exponent - whole))
    }

    private func linear(_ random: inout FixedRandom) -> Axis {
        let center = power(-280...280, &random) * (Bool.random(using: &random) ? 1 : -1)
        let relative = power(-12...1, &random)
        let half = center.magnitude * relative
        return Axis(.linear, label: "$x$", from: center - half, to: center + half)
    }

    private func log(_ random: inout FixedRandom) -> Axis {
        let lower = power(-299...290, &random)
        let decades = power(-9...2.7, &random)
        let room = 299 - Trigonometry.log10(lower)
        let upper = lower * Trigonometry.pow10(Int(min(decades, room))) * (1 + (decades < 1 ? decades : 0))
        return Axis(.log, label: "$x$", from: lower, to: max(upper, lower * (1 + 1e-10)))
    }

    private func symlog(_ random: inout FixedRandom) -> Axis {
        let threshold = power(-100...100, &random)
        func end() -> Double {
            threshold * power(-3...30, &random) * (Bool.random(using: &random) ? 1 : -1)
        }
        let (a, b) = (end(), end())
        return Axis(.symlog, label: "$x$", from: min(a, b), to: max(a, b), linearThreshold: threshold)
    }

    private func axis(_ scale: Axis.Scale, _ random: inout FixedRandom) -> Axis {
        while true {
            let axis =
                switch scale {
                case .linear: linear(&random)
                case .log: log(&random)
                case .symlog: symlog(&random)
                }
            if (try? axis.validate("x")) != nil { return axis }
        }
    }

    @Test("ticks ascend, lie inside the range, and are no more than allowed", arguments: Axis.Scale.allCases, seeds)
    func ticks(_ scale: Axis.Scale, _ seed: UInt64) {
        var random = FixedRandom(seed: seed)
        for _ in 0..<1500 {
            let axis = axis(scale, &random)
            let limit = Int.random(in: 2...9, using: &random)
            let ticks = Ticks.make(axis, limit: limit)
            let values = ticks.major.map(\.value)
            #expect((1...limit).contains(values.count), "\(axis), \(limit): \(values)")
            if limit >= 6 { #expect(values.count >= 2, "\(axis), \(limit): \(values)") }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(axis): \(values)")
            #expect(values.allSatisfy { $0 >= axis.lower && $0 <= axis.upper }, "\(axis): \(values)")
            let slack = 2e-9 * max(axis.lower.magnitude, axis.upper.magnitude)
            #expect(ticks.minor.allSatisfy { $0 >= axis.lower - slack && $0 <= axis.upper + slack })
            #expect(ticks.minor.count <= 200, "\(axis): \(ticks.minor.count) minor ticks")
            #expect(Set(ticks.major.map(\.label)).count == values.count, "\(axis): \(ticks.major.map(\.label))")
            #expect(ticks.minor.allSatisfy { !values.contains($0) })
        }
    }

    @Test("labels say the values that they stand at, offset and power included", arguments: Axis.Scale.allCases, seeds)
    func labelsAreTrue(_ scale: Axis.Scale, _ seed: UInt64) throws {
        var random = FixedRandom(seed: seed)
        for _ in 0..<400 {
            let axis = axis(scale, &random)
            let ticks = Ticks.make(axis, limit: 7)
            for tick in ticks.major {
                let said = try #require(Reading.value(tick.label, ticks.offset), "\(tick.label) \(ticks.offset ?? "")")
                let scale = max(tick.value.magnitude * 1e-15, (axis.upper - axis.lower) * 1e-3)
                let tolerance = axis.scale == .linear ? scale : max(tick.value.magnitude * 1e-9, scale * 0)
                #expect((said - tick.value).magnitude <= tolerance * 3, "\(axis): \(tick), \(ticks.offset ?? "")")
            }
        }
    }

    @Test("labels do not overlap along x or along y, and stay on the page", arguments: Axis.Scale.allCases)
    func labelsApart(_ scale: Axis.Scale) throws {
        var random = FixedRandom(seed: 77)
        let metrics = try font()
        for round in 0..<60 {
            let chart = Chart(
                "", x: axis(scale, &random), y: axis(scale, &random),
                style: ChartStyle(width: [150, 246, 510][round % 3], height: [110, 190, 300][round % 3])
            ) {}
            let list = try layout(chart, metrics: metrics)
            let frame = list.frame
            let runs = list.labels("axis").filter { $0.rotation == 0 }
            let under = runs.filter { $0.origin.y > frame.bottom && $0.text != "x" }
            let line = under.map(\.origin.y).min() ?? 0
            let row = under.filter { $0.origin.y < line + 1 }.sorted { $0.origin.x < $1.origin.x }
            #expect(!row.isEmpty)
            for (a, b) in zip(row, row.dropFirst()) {
                let last = try #require(a.glyphs.last)
                #expect(a.origin.x + last.x + last.size * 0.4 < b.origin.x, "\(chart.x): \(row.map(\.text))")
            }
            let beside = runs.filter { $0.origin.x < frame.left - 2 && $0.origin.y < line }.map(\.origin.y).sorted()
            #expect(zip(beside, beside.dropFirst()).allSatisfy { $1 - $0 > 8 }, "\(chart.y)")
            for run in runs {
                let end = run.origin.x + (run.glyphs.last.map { $0.x + $0.size * 0.3 } ?? 0)
                let isInside = run.origin.x >= 0 && end <= list.width && run.origin.y <= list.height && run.origin.y > 4
                #expect(isInside, "\(run.text) at \(run.origin) to \(end) of \(list.width): \(chart.x) \(chart.y)")
            }
        }
    }
}

/// Reads a tick label back, as a person would.
enum Reading {
    static func value(_ label: String, _ offset: String?) -> Double? {
        guard let own = number(label) else { return nil }
        guard var text = offset.map({ strip($0) }) else { return own }
        var factor = 1.0
        if text.hasPrefix("*") {
            let end = text.dropFirst(5).firstIndex { $0 == "+" || $0 == "-" }
            guard let end, let power = number(String(text[text.index(after: text.startIndex)..<end])) else {
                return nil
            }
            factor = power
            text = String(text[end...])
        }
        guard let shift = number(text) else { return nil }
        return own * factor + shift
    }

    private static func strip(_ text: String) -> String {
        text.replacing("$", with: "").replacing("\\times ", with: "*").replacing(" ", with: "")
            .replacing("{", with: "").replacing("}", with: "")
    }

    private static func number(_ label: String) -> Double? {
        let text = strip(label)
        if text.hasPrefix("-") { return number(String(text.dropFirst())).map { -$0 } }
        if text.hasPrefix("+") { return number(String(text.dropFirst())) }
        let parts = text.split(separator: "*")
        let values = parts.map { part -> Double? in
            part.hasPrefix("10^") ? Double("1e\(part.dropFirst(3))") : Double(part)
        }
        guard values.allSatisfy({ $0 != nil }) else { return nil }
        // As one decimal number, rounded once.
        if parts.count == 2, parts[1].hasPrefix("10^") { return Double("\(parts[0])e\(parts[1].dropFirst(3))") }
        return values.compactMap(\.self).reduce(1, *)
    }
}

@Suite struct SymmetricLogTests {
    private let axis = Axis.symlog("$x$", -100...100, linearWithin: 1)

    @Test("the linear part from zero to the threshold is as long as a decade, and the map is odd")
    func map() throws {
        let map = AxisMap(axis, start: 0, end: 600)
        #expect(try #require(map(0)) == 300)
        for (value, place) in [(1.0, 400.0), (10, 500), (100, 600), (-1, 200), (-10, 100), (-100, 0), (0.5, 350)] {
            #expect((try #require(map(value)) - place).magnitude < 1e-9)
        }
        #expect(map(.nan) == nil && map(.infinity) == nil)
        #expect(map.edge(-.infinity) ?? 0 < 0)
    }

    @Test("the map ascends through the threshold without a jump")
    func continuous() throws {
        let map = AxisMap(axis, start: 0, end: 600)
        var last = -1.0
        for step in 0...2000 {
            let place = try #require(map(-2 + 0.002 * Double(step)))
            #expect(place > last && (last < 0 || place - last < 1))
            last = place
        }
    }

    @Test("ticks are zero and the powers of ten on both sides")
    func ticks() {
        let ticks = Ticks.make(axis, limit: 9)
        #expect(ticks.major.map(\.value) == [-100, -10, -1, 0, 1, 10, 100])
        #expect(ticks.major.map(\.label) == ["$-100$", "$-10$", "$-1$", "0", "1", "10", "100"])
        #expect(ticks.minor.contains(-20) && ticks.minor.contains(90) && ticks.minor.contains(0.2))
        #expect(!ticks.minor.contains(0))
    }

    @Test("many decades are thinned alike on both sides and keep zero")
    func thinned() {
        let ticks = Ticks.make(.symlog("", -1e12...1e12, linearWithin: 1e-3), limit: 7)
        let values = ticks.major.map(\.value)
        #expect(values.count <= 7 && values.contains(0))
        #expect(values == values.map { -$0 + 0 }.reversed())
        #expect(ticks.major.contains { $0.label.hasPrefix("$-10^{") })
    }

    @Test("a range on one side of the linear part has the ticks of a logarithmic axis")
    func oneSided() {
        let ticks = Ticks.make(.symlog("", -1000...(-1), linearWithin: 0.1), limit: 7)
        #expect(ticks.major.map(\.label) == ["$-1000$", "$-100$", "$-10$", "$-1$"])
        #expect(
            Ticks.make(.symlog("", 10...1000, linearWithin: 0.1), limit: 7) == Ticks.make(.log("", 10...1000), limit: 7)
        )
    }

    @Test("curves run through zero on it")
    func curve() throws {
        let list = try drawn(
            plainChart(y: axis, legend: .hidden) {
                Line("line", x: [0, 2, 5, 8, 10], y: [-100, -1, 0, 1, 100], role: .signal)
            })
        let points = try #require(list.strokes("line").first?.paths.first?.points)
        #expect(points.count == 5)
        #expect(distance(points[1], list.place(0.2, 1.0 / 3)) < 1e-9)
        #expect(distance(points[2], list.place(0.5, 0.5)) < 1e-9)
    }

    @Test("a missing or senseless threshold is refused", arguments: [nil, 0, -1, Double.nan, .infinity])
    func badThreshold(_ threshold: Double?) throws {
        let wrong = Axis(.symlog, label: "$y$", from: -1, to: 1, linearThreshold: threshold)
        let error = #expect(throws: PlottingError.self) { try drawn(plainChart(y: wrong) {}) }
        #expect(error?.description.contains("linearThreshold") == true)
    }

    @Test("the threshold is in the JSON of such an axis only")
    func json() throws {
        let chart = plainChart(y: axis) {}
        let text = String(decoding: try chart.json(), as: UTF8.self)
        #expect(text.contains("\"linearThreshold\": 1") && text.contains("\"scale\": \"symlog\""))
        #expect(try Chart(json: chart.json()) == chart)
        #expect(!String(decoding: try plainChart {}.json(), as: UTF8.self).contains("linearThreshold"))
    }
}

@Suite struct OffsetTests {
    @Test("a narrow range counts from a round number, which stands at the axis's end")
    func offset() throws {
        let ticks = Ticks.make(.linear("", 91.1876...91.18762), limit: 6)
        #expect(ticks.offset == #"$\times 10^{-5}+91.1876$"#)
        #expect(ticks.major.map(\.label) == ["0.0", "0.5", "1.0", "1.5", "2.0"])
        let list = try drawn(plainChart(x: .linear("$m$ [GeV]", 91.1876...91.18762)) {})
        let run = try #require(list.labels("axis").first { $0.text.contains("91.1876") })
        #expect(run.origin.x > (list.frame.left + list.frame.right) / 2 && run.origin.y > list.frame.bottom + 10)
    }

    @Test("a negative narrow range counts away from zero")
    func negative() {
        let ticks = Ticks.make(.linear("", -5.000002...(-5)), limit: 6)
        #expect(ticks.offset == #"$\times 10^{-6}-5$"#)
        #expect(ticks.major.last?.label == "0.0")
    }

    @Test("the offset of a vertical axis has room above the frame")
    func vertical() throws {
        let list = try drawn(plainChart(y: .linear("$m$", 1e9...1_000_000_010)) {})
        let run = try #require(list.labels("axis").first { $0.text.contains("10^9") })
        #expect(run.origin.y < list.frame.top && run.origin.y > 5)
        #expect(run.origin.x == list.frame.left)
    }

    @Test("ordinary ranges have none")
    func none() {
        for axis in [Axis.linear("", 0...1e-12), .linear("", 1000...1001), .linear("", -1e9...1e9)] {
            #expect(Ticks.make(axis, limit: 6).offset == nil)
        }
    }
}
