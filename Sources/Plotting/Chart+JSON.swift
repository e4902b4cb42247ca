#if canImport(FoundationEssentials)
    // The whole of Foundation would double the memory of a program that only draws.
    import FoundationEssentials
#else
    import Foundation
#endif

extension Graphic {
    /// The value as readable JSON: sorted keys, numbers with the fewest digits that give back the same double, columns
    /// of numbers in wrapped lines. Values that JSON lacks are the strings `"nan"`, `"inf"` and `"-inf"`.
    ///
    /// Equal values give equal bytes. A value decoded from them equals the encoded one, except that NaN equals nothing.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return JSONLayout.readable(Array(try encoder.encode(self)))
    }

    /// Reads what ``json()`` wrote.
    public init(json: [UInt8]) throws {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        self = try decoder.decode(Self.self, from: Data(json))
    }
}

/// Reads the JSON of a ``Chart`` or of a ``ChartGrid``, which has `panels`.
public func graphic(json: [UInt8]) throws -> any Graphic {
    struct Shape: Decodable {
        struct Panel: Decodable {}
        var panels: [Panel]?
    }
    let shape = try JSONDecoder().decode(Shape.self, from: Data(json))
    return shape.panels == nil ? try Chart(json: json) : try ChartGrid(json: json)
}

/// Breaks compact JSON into lines: one member a line, plain values of an array side by side.
enum JSONLayout {
    private static let lineLength = 110

    static func readable(_ compact: [UInt8]) -> [UInt8] {
        var reader = Reader(bytes: compact)
        var output: [UInt8] = []
        output.reserveCapacity(compact.count * 5 / 4)
        reader.value(indent: 0, into: &output)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

        private static func newline(_ indent: Int, _ output: inout [UInt8]) {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
        }

        mutating func value(indent: Int, into output: inout [UInt8]) {
            switch current {
            case UInt8(ascii: "{"): object(indent, &output)
            case UInt8(ascii: "["): array(indent, &output)
            default: output.append(contentsOf: scalar())
            }
        }

        private mutating func object(_ indent: Int, _ output: inout [UInt8]) {
            output.append(UInt8(ascii: "{"))
            position += 1
            var isEmpty = true
            while let byte = current, byte != UInt8(ascii: "}") {
                if byte == UInt8(ascii: ",") {
                    output.append(byte)
                    position += 1
                }
                isEmpty = false
                Self.newline(indent + 2, &output)
                output.append(contentsOf: scalar())
                output.append(contentsOf: Array(": ".utf8))
                position += 1
                value(indent: indent + 2, into: &output)
            }
            position += 1
            if !isEmpty { Self.newline(indent, &output) }
            output.append(UInt8(ascii: "}"))
        }

        private mutating func array(_ indent: Int, _ output: inout [UInt8]) {
            output.append(UInt8(ascii: "["))
            position += 1
            var column = indent
            var isWrapped = false
            var isFirst = true
            while let byte = current, byte != UInt8(ascii: "]") {
                if byte == UInt8(ascii: ",") {
                    output.append(byte)
                    position += 1
                }
                if current == UInt8(ascii: "{") || current == UInt8(ascii: "[") {
                    isWrapped = true
                    Self.newline(indent + 2, &output)
                    value(indent: indent + 2, into: &output)
                } else {
                    let text = scalar()
                    if column + text.count + 2 > lineLength {
                        isWrapped = true
                        Self.newline(indent + 2, &output)
                        column = indent + 2
                    } else if !isFirst {
                        output.append(UInt8(ascii: " "))
                    }
                    output.append(contentsOf: text)
                    column += text.count + 2
                }
                isFirst = false
            }
            position += 1
            if isWrapped { Self.newline(indent, &output) }
            output.append(UInt8(ascii: "]"))
        }

        /// A string, number or word, as it stands.
        private mutating func scalar() -> ArraySlice<UInt8> {
            let start = position
            if current == UInt8(ascii: "\"") {
                position += 1
                while let byte = current, byte != UInt8(ascii: "\"") {
                    position += byte == UInt8(ascii: "\\") ? 2 : 1
                }
                position += 1
            } else {
                while let byte = current, !Self.ends.contains(byte) { position += 1 }
            }
            return bytes[start..<min(position, bytes.count)]
        }

        private static let ends: [UInt8] = Array(",:]}".utf8)
    }
}
