import BuildGraph
import LimitModel
import NumericalMethods
import Plotting
import Reference

/// All that is said of a limit in one place: its facts, its look, and the maps that it stands on.
///
/// What is expensive never depends on it: the bound alone does that.
package struct LimitDeclaration: Codable, Hashable, Sendable {
    package var facts: LimitFacts
    package var look: LimitLook
    /// The maps that it is drawn on, with the place of its label there.
    package var maps: [LimitMap: LabelPlace]
    /// Its place in lists and legends; those of one number in the order of their names.
    package var order: Int
    /// Whether it counts towards what is excluded.
    package var excludes: Bool
    /// Before its name in the ids of marks: a table that anyone adds may have any name.
    package var markPrefix = ""
    /// What its author should be told, with the lines of its table.
    package var warnings: [String] = []

    package init(
        facts: LimitFacts, look: LimitLook, order: Int, excludes: Bool? = nil, maps: [LimitMap: LabelPlace] = [:]
    ) {
        self.facts = facts
        self.look = look
        self.order = order
        self.excludes = excludes ?? (facts.role == .limit)
        self.maps = maps
    }

    package var name: String { facts.name }

    package func stands(on map: LimitMap) -> Bool { maps[map] != nil }

    package func stands(onAnyOf maps: [LimitMap]) -> Bool { maps.contains(where: stands) }

    /// Limits before projections, each in their order.
    package static func precedes(_ first: LimitDeclaration, _ second: LimitDeclaration) -> Bool {
        func key(_ limit: LimitDeclaration) -> (Int, Int, String) {
            (limit.facts.role == .limit ? 0 : 1, limit.order, limit.name)
        }
        return key(first) < key(second)
    }
}

/// A figure, or another list, that limits are put on.
package enum LimitMap: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// The map of all limits, its tables, and `evaluate excluded`.
    case landscape
    case landscapeZoom = "landscape-zoom"
    case reach
    case signalEvents = "signal-events"
    case kineticMixing = "kinetic-mixing"
    case thermalTargets = "thermal-targets"
    /// What is set against the band of each input of the muon's magnetic moment.
    case momentWindows = "moment-windows"
}

/// How an experiment is drawn, in all figures alike.
package struct LimitLook: Codable, Hashable, Sendable {
    package var ink: Ink
    package var dash: Dash
    /// Relative to the figure's lines.
    package var width: Double
    /// Of the area that it alone excludes, where areas are hatched.
    package var hatch: Hatch

    package init(_ ink: Ink, _ dash: Dash, width: Double = 1, hatch: Hatch = .forward) {
        self.ink = ink
        self.dash = dash
        self.width = width
        self.hatch = hatch
    }

    /// The looks of a reader's tables, in turn: inks and dashes of their own, so that each is told apart, in grey by its dash, and
    /// none is taken for a curve of the paper.
    package static func unstated(_ index: Int) -> LimitLook {
        let inks: [Ink] = [.teal, .magenta, .brown, .green, .navy, .olive, .maroon, .cyan]
        let dashes: [Dash] = [
            .dashDotDotted, .shortDashed, .longDashDotted, .dashed, .dotted, .longShortDashed, .dashDotted, .longDashed,
        ]
        let round = index / inks.count
        return LimitLook(inks[index % inks.count], dashes[(index + round) % dashes.count])
    }
}

/// Something about a limit beside what is said of it.
package struct Described<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    package var declaration: LimitDeclaration
    package var value: Value

    package init(_ declaration: LimitDeclaration, _ value: Value) {
        self.declaration = declaration
        self.value = value
    }

    package var name: String { declaration.name }
    package var facts: LimitFacts { declaration.facts }
    package var look: LimitLook { declaration.look }
}

/// A limit with its curve: what a figure draws. The pieces are unbroken and ascend in mass.
package typealias DrawnLimit = Described<[LimitSegment]>

extension Described where Value == [LimitSegment] {
    package var segments: [LimitSegment] { value }
}

extension Described where Value == [ExcludedCouplings] {
    /// The coupling on the curve, above which all are excluded; nil where it has ended.
    package var coupling: Estimate? { value.limit }
}

/// A declared limit with its bound of known type: what ``Limit`` is made from.
package struct BoundedLimit<B: Bound>: Sendable {
    package var declaration: LimitDeclaration
    package var bound: B
    /// Where it is declared: no part of what is computed.
    package var place: SourcePlace

    package init(
        _ declaration: LimitDeclaration, _ bound: B, fileID: String = #fileID, line: Int = #line
    ) {
        self.declaration = declaration
        self.bound = bound
        place = SourcePlace(fileID: fileID, line: line)
    }

    package var name: String { declaration.name }
    package var facts: LimitFacts { declaration.facts }
}
