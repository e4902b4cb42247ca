/// Answers as text, in the order of the points.
public struct AnswerWriter: Sendable {
    let points: PointList
    let answers: PointAnswers
    let format: AnswerFormat

    public init(_ points: PointList, _ answers: PointAnswers, as format: AnswerFormat) {
        self.points = points
        self.answers = answers
        self.format = format
    }

    /// The line of names; nothing for JSON.
    public var header: [UInt8] {
        guard format == .csv else { return [] }
        return Array(
            (points.header + "," + answers.columns.map { quoted($0.title) }.joined(separator: ",") + "\n").utf8)
    }

    /// The points are answered in parts of this size.
    public static let part = 8192

    /// Answers and writes all points, some parts at once.
    ///
    /// - Parameters:
    ///   - workers: how many parts are under way at once.
    ///   - write: takes the text of one part after the other.
    /// - Returns: the number of points whose computation failed.
    public func write(workers: Int, _ write: ([UInt8]) throws -> Void) async throws -> Int {
        try write(header)
        let parts = (points.count + Self.part - 1) / Self.part
        return try await withThrowingTaskGroup(of: (Int, [UInt8], Int).self) { group in
            var (started, next, failures) = (0, 0, 0)
            var waiting: [Int: ([UInt8], Int)] = [:]
            func start() {
                guard started < parts else { return }
                let number = started
                started += 1
                group.addTask {
                    try Task.checkCancellation()
                    let (text, failures) = try self.text(number)
                    return (number, text, failures)
                }
            }
            for _ in 0..<max(1, workers) { start() }
            while next < parts, let (number, text, failed) = try await group.next() {
                waiting[number] = (text, failed)
                while let (text, failed) = waiting.removeValue(forKey: next) {
                    try write(text)
                    failures += failed
                    next += 1
                }
                // No more than twice as many parts as workers wait for one that takes long.
                while started < parts, started - next < 2 * max(1, workers),
                    started - next - waiting.count < max(1, workers)
                {
                    start()
                }
            }
            return failures
        }
    }

    private func text(_ part: Int) throws -> ([UInt8], Int) {
        let range = part * Self.part..<min(points.count, (part + 1) * Self.part)
        let answers = try self.answers.answer(points, range)
        var text: [UInt8] = []
        text.reserveCapacity(range.count * 128)
        var failures = 0
        for (index, answer) in zip(range, answers) {
            switch format {
            case .csv: row(index, answer, &text)
            case .jsonLines: object(index, answer, &text)
            }
            if answer.hasFailed { failures += 1 }
        }
        return (text, failures)
    }

    // MARK: CSV

    private func row(_ index: Int, _ answer: PointAnswer, _ text: inout [UInt8]) {
        text += points.line(index)
        for cell in answer.cells {
            text.append(UInt8(ascii: ","))
            switch cell {
            case .number(let value): text += value.description.utf8
            case .text(let value): text += quoted(value).utf8
            case .flag(let value): text += (value ? "true" : "false").utf8
            case .list(let values): text += quoted(values.joined(separator: " ")).utf8
            case .ranges(let ranges):
                text += ranges.map { "\($0.from)..\($0.to.map(\.description) ?? "")" }.joined(separator: " ").utf8
            case .none: break
            }
        }
        text.append(0x0A)
    }

    private func quoted(_ value: String) -> String {
        value.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }
            ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
    }

    // MARK: JSON lines

    private func object(_ index: Int, _ answer: PointAnswer, _ text: inout [UInt8]) {
        text += "{\"inputs\":{".utf8
        for column in points.columns.indices {
            if column > 0 { text.append(0x2C) }
            member(points.columns[column].name, points.value(column, index), &text)
        }
        text.append(UInt8(ascii: "}"))
        var group: String?
        for (column, cell) in zip(answers.columns, answer.cells) {
            if column.group != group {
                if group != nil { text.append(UInt8(ascii: "}")) }
                group = column.group
                if let group { text += ",\"\(group)\":{".utf8 } else { text.append(0x2C) }
            } else {
                text.append(0x2C)
            }
            member(column.key, cell, &text)
        }
        text += (group == nil ? "}\n" : "}}\n").utf8
    }

    private func member(_ name: String, _ cell: PointCell, _ text: inout [UInt8]) {
        Self.string(name, &text)
        text.append(UInt8(ascii: ":"))
        switch cell {
        case .number(let value): text += value.description.utf8
        case .text(let value): Self.string(value, &text)
        case .flag(let value): text += (value ? "true" : "false").utf8
        case .list(let values):
            text.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { text.append(0x2C) }
                Self.string(value, &text)
            }
            text.append(UInt8(ascii: "]"))
        case .ranges(let ranges):
            text.append(UInt8(ascii: "["))
            for (index, range) in ranges.enumerated() {
                if index > 0 { text.append(0x2C) }
                text += "{\"from\":\(range.from)".utf8
                if let end = range.to { text += ",\"to\":\(end)".utf8 }
                text.append(UInt8(ascii: "}"))
            }
            text.append(UInt8(ascii: "]"))
        case .none: text += "null".utf8
        }
    }

    private static func string(_ value: String, _ text: inout [UInt8]) {
        text.append(0x22)
        for byte in value.utf8 {
            switch byte {
            case 0x22, 0x5C: text += [0x5C, byte]
            case 0..<0x20: text += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
            default: text.append(byte)
            }
        }
        text.append(0x22)
    }
}
