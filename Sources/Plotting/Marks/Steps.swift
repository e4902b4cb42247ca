/// A histogram drawn as steps: `values[i]` between `edges[i]` and `edges[i + 1]`.
public struct Steps: Codable, Hashable, Sendable, MarkConvertible {
    public var id: String
    /// One more than there are values, ascending.
    public var edges: [Double]
    public var values: [Double]
    /// Numerical or statistical error of each value, absolute.
    public var valueError: [Double]?
    /// Draws a vertical bar of ± `valueError` at each bin's centre.
    public var showsErrorBars: Bool
    public var role: Role
    public var ink: Ink?
    public var dash: Dash?
    public var width: Double?
    public var label: String?

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
