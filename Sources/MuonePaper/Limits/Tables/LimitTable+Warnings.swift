import LimitModel
import NumericalMethods

extension LimitTable {
    /// What can be read and is seldom meant, with the lines.
    static func warnings(of pieces: [TablePiece], _ shape: TableShape) -> [String] {
        var warnings: [String] = []
        if !shape.blankLines.isEmpty {
            warnings.append(
                "\(Self.named(shape.blankLines)) between the points without text: the curve goes on there; write '# gap' for a gap"
            )
        }
        if !shape.signLines.isEmpty {
            warnings.append(
                "\(Self.named(shape.signLines)) with a coupling that none can be, as programs write where there is no limit: taken for gaps"
            )
        }
        if !shape.loneLines.isEmpty {
            warnings.append(
                "\(Self.named(shape.loneLines)) between gaps: one mass alone is no curve, and is left out"
            )
        }
        let sentinels = Self.sentinels(pieces)
        if !sentinels.isEmpty {
            warnings.append(
                "\(Self.named(sentinels)) with a coupling far above all around, as programs write where there is no "
                    + "limit: it is drawn as a spike; write nan there for a gap")
        }
        let absurd = Self.beyondPerturbation(pieces)
        if sentinels.isEmpty, !absurd.isEmpty {
            warnings.append(
                "\(Self.named(absurd)) with a coupling above √4π = 3.54, where no perturbation theory holds; check "
                    + "the line '# coupling:'")
        }
        return warnings
    }

    private static func beyondPerturbation(_ pieces: [TablePiece]) -> [Int] {
        let largest = (4 * Double.pi).squareRoot()
        return pieces.flatMap { piece in
            piece.lines.indices.filter { piece.segment.points[$0].coupling > largest }.map { piece.lines[$0] }
        }.sorted()
    }

    /// `line 3`, `lines 3, 4 and 7`, at most five of them.
    static func named(_ lines: [Int]) -> String {
        guard lines.count > 1 else { return "line \(lines.first ?? 0)" }
        let shown = lines.prefix(5).map(String.init)
        if lines.count > 5 { return "lines \(shown.joined(separator: ", ")) and \(lines.count - 5) more" }
        return "lines \(shown.dropLast().joined(separator: ", ")) and \(shown.last ?? "")"
    }

    /// Couplings of one and more, a hundred times those that are no such.
    private static func sentinels(_ pieces: [TablePiece]) -> [Int] {
        let suspicious = pieces.filter { !$0.segment.isOutline }.flatMap { piece in
            zip(piece.segment.points, piece.lines).filter { $0.0.coupling >= 1 }
        }
        guard let least = suspicious.map(\.0.coupling).min() else { return [] }
        let others = pieces.flatMap { $0.segment.points.map(\.coupling) }.filter { $0 < least }
        guard let largest = others.max(),
            least > 100 * largest
                || Set(suspicious.map(\.0.coupling)).count == 1 && suspicious.count > 1 && least > 10 * largest
        else { return [] }
        return suspicious.map(\.1)
    }
}
