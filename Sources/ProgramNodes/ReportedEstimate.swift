import BuildGraph
@_spi(Solver) import NumericalMethods

/// What another program says of the error of a number that it prints.
public enum ReportedError: Sendable, Hashable {
    /// It prints one, which promises this; the pattern has a group `error`.
    case stated(ErrorKind)
    /// It states none. Known is only what printing rounded off, half a unit of the last digit, and nothing of the method's
    /// own error.
    case notStated
}

extension Node where Output == Estimate {
    /// A number that another program printed, with its error as the program states it, or with none of its own.
    ///
    /// ```swift
    /// let width = Node.reported(
    ///     "shower/width", in: try run.standardOutput, #"Width : (?<value>\S+) \+- (?<error>\S+)"#, .stated(.statistical))
    /// ```
    ///
    /// - Parameters:
    ///   - name: the node's.
    ///   - text: what the program wrote.
    ///   - pattern: a regular expression with a group `value`, and a group `error` where one is stated. It has to match once.
    ///   - error: what the program says of it.
    public static func reported(
        _ name: String, in text: Node<Blob>, _ pattern: String, _ error: ReportedError, fileID: String = #fileID,
        line: Int = #line
    ) -> Node<Estimate> {
        var kind: ErrorKind?
        if case .stated(let stated) = error { kind = stated }
        return Node(name, from: text, parameters: ReportedNumber(pattern: pattern, kind: kind)) { number, text in
            try number.read(text.text)
        }.declared(at: SourcePlace(fileID: fileID, line: line))
    }
}

/// How a number is read from a text.
struct ReportedNumber: Codable, Sendable {
    var pattern: String
    /// Nil where no error is stated.
    var kind: ErrorKind?

    /// Why a text has no such number.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }

    func read(_ text: String) throws -> Estimate {
        let regex: Regex<AnyRegexOutput>
        do { regex = try Regex(pattern) } catch {
            throw Problem(description: "'\(pattern)' is no regular expression: \(error)")
        }
        let matches = text.matches(of: regex)
        guard let match = matches.first, matches.count == 1 else {
            throw Problem(
                description:
                    "'\(pattern)' matches \(matches.count) times, and has to match once, in what the program wrote: "
                    + "\(text.prefix(300))")
        }
        func number(_ group: String) throws -> (value: Double, text: Substring) {
            guard let part = match.output[group]?.substring else {
                throw Problem(description: "'\(pattern)' has no group (?<\(group)>…)")
            }
            guard let value = Double(part), value.isFinite else {
                throw Problem(
                    description:
                        "the program wrote '\(part)' where \(group == "value" ? "a number" : "its error") was expected")
            }
            return (value, part)
        }
        let (value, digits) = try number("value")
        guard let kind else {
            let rounding = Self.halfUnit(digits)
            return Estimate(value, error: rounding, kind: .rounding)
        }
        let stated = try number("error").value
        guard stated >= 0 else { throw Problem(description: "the program states the negative error \(stated)") }
        return Estimate(value, error: stated, kind: kind)
    }

    /// Half a unit of the last digit of a number as it is written.
    static func halfUnit(_ text: Substring) -> Double {
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts.first ?? ""
        let fraction = mantissa.firstIndex(of: ".").map { mantissa[$0...].dropFirst().count } ?? 0
        return (Double("1e\(exponent - fraction)") ?? .infinity) / 2
    }
}
