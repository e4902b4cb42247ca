/// What stands in a cell of an answer.
public enum PointCell: Sendable {
    case number(Double)
    case text(String)
    case flag(Bool)
    /// Names, or numbers as written.
    case list([String])
    /// Ranges of numbers; without an end where all larger ones are inside.
    case ranges([(from: Double, to: Double?)])
    /// Empty, and `null`.
    case none
}

/// A column of the answers.
public struct AnswerColumn: Sendable {
    /// As CSV names it.
    public var title: String
    /// The member of the JSON object.
    public var key: String
    /// The member of the JSON object that ``key`` is in.
    public var group: String?

    public init(_ title: String, key: String? = nil, group: String? = nil) {
        self.title = title
        self.key = key ?? title
        self.group = group
    }
}

/// The answer to one point.
public struct PointAnswer: Sendable {
    public var cells: [PointCell]
    /// Why it has no value although the point is possible: an error of the computation.
    public var hasFailed: Bool

    public init(_ cells: [PointCell], hasFailed: Bool = false) {
        self.cells = cells
        self.hasFailed = hasFailed
    }
}

/// An observable made ready to answer many points.
public struct PointAnswers: Sendable {
    public var columns: [AnswerColumn]
    /// What to say before the answers.
    public var warnings: [String]
    /// The answers to a part of a list.
    public var answer: @Sendable (PointList, Range<Int>) throws -> [PointAnswer]

    public init(
        columns: [AnswerColumn], warnings: [String] = [],
        answer: @escaping @Sendable (PointList, Range<Int>) throws -> [PointAnswer]
    ) {
        self.columns = columns
        self.warnings = warnings
        self.answer = answer
    }
}

/// How answers are written.
public enum AnswerFormat: String, Sendable, CaseIterable {
    /// The points as they were, with columns behind them.
    case csv
    /// A JSON object on each line.
    case jsonLines = "jsonl"
}
