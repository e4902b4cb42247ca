/// A histogram drawn as steps: `values[i]` between `edges[i]` and `edges[i + 1]`.
public struct Steps: Codable, Hashable, Sendable, MarkConvertible {
    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// One more than there are values, ascending.
    public var edges: [Double]
    /// The height of each bin; one that is not finite leaves a gap.
    public var values: [Double]
    /// Numerical or statistical error of each value, absolute.
    public var valueError: [Double]?
    /// Draws a vertical bar of ± `valueError` at each bin's centre.
    public var showsErrorBars: Bool
    /// What the histogram means, from which it takes ink, dash and width.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Another dash pattern than the role's.
    public var dash: Dash?
    /// In points; `nil` takes the role's.
    public var width: Double?
    /// Label in the legend.
    public var label: String?

    /// A histogram over edges, of which there is one more than values.
    public init(
        _ id: String, edges: [Double], values: [Double], valueError: [Double]? = nil, showsErrorBars: Bool = false,
        role: Role, ink: Ink? = nil, dash: Dash? = nil, width: Double? = nil, label: String? = nil
    ) {
        self.id = id
        self.edges = edges
        self.values = values
        self.valueError = valueError
        self.showsErrorBars = showsErrorBars
        self.role = role
        self.ink = ink
        self.dash = dash
        self.width = width
        self.label = label
    }

    public var mark: Mark { .steps(self) }
}
