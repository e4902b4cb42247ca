import Foundation
import NumericalMethods

/// One thing that changed between two versions of a figure or of a number, said by the path of the member that changed.
package struct DocumentChange: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Numbers moved.
        case data
        /// A number became undefined or infinite, or the reverse.
        case undefined
        /// A curve is given at other points.
        case sampling
        case added
        case removed
        /// A text that is read: of an axis, a curve, the legend, a number.
        case label
        /// Range, scale or ticks of an axis.
        case axis
        /// Where the legend stands, or its heading.
        case legend
        /// Colour, dash, width, size.
        case style
        /// A stated numerical error, or a tolerance that the results carry.
        case tolerance
        /// What is drawn where on the page.
        case layout
        /// The bytes of a drawing.
        case drawing
        /// Anything else that is stored.
        case text
    }

    package var kind: Kind
    /// Members joined by dots; an array's elements are named by their `id` where they have one.
    package var path: String
    /// One sentence without a full stop; what changed is its subject, or left out where the path names it.
    package var summary: String
    /// The largest relative change of the numbers under the path, where there are any to compare.
    package var largestRelativeChange: Double?
    /// The largest change in units of the stated numerical errors (both, in quadrature); nil where none is stated.
    package var largestChangeInErrors: Double?
    /// Where on the abscissa the relative change is largest.
    package var position: Double?
    /// Whether the change counts: false for what the stated errors allow, and for mere consequences of another change.
    package var isBeyondTolerance: Bool

    package init(
        kind: Kind, path: String, summary: String, largestRelativeChange: Double? = nil,
        largestChangeInErrors: Double? = nil, position: Double? = nil, isBeyondTolerance: Bool = true
    ) {
        self.kind = kind
        self.path = path
        self.summary = summary
        self.largestRelativeChange = largestRelativeChange
        self.largestChangeInErrors = largestChangeInErrors
        self.position = position
        self.isBeyondTolerance = isBeyondTolerance
    }
}

/// A relative change as a reader takes it: in percent, or as a power of ten where that is too small or too large.
func percent(_ change: Double) -> String { decimal(100 * change, digits: 6) + " %" }

/// Two significant digits, for sizes in sentences: `3.4e+05`, `0.12`, `40`.
func roughText(_ value: Double) -> String {
    String(format: value.magnitude >= 1e4 ? "%.1e" : value.magnitude >= 10 ? "%.0f" : "%.2g", value)
}

func percent(_ change: Double, digits: Int) -> String { String(format: "%.\(digits)g", 100 * change) + " %" }
