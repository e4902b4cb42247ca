/// A label whose place is found once everything else is known.
struct PendingLabel: Sendable {
    /// What it belongs to.
    enum Site: Sendable {
        /// Along a curve in pieces.
        ///
        /// - Parameter lines: which of the sketch's lines a gap cuts; `nil` where the curve is not drawn.
        case curve([MeasuredCurve], InlineLabel.Placement, Hint, lines: Int?)
        case rule(AxisName, at: Double, lineWidth: Double, SideLabel)
        case point(PagePoint, Text.Alignment)
        case area(PageRect, near: PagePoint)

        /// What has less choice comes first.
        var order: Int {
            switch self {
            case .rule: 0
            case .point: 1
            case .area: 2
            case .curve: 3
            }
        }
    }

    /// Where along its curve it is to stand.
    enum Hint: Sendable {
        case near(PagePoint)
        case share(Double)
        case anywhere
    }

    var site: Site
    var box: MathLabelBox
    var text: String
    var colour: Colour
    /// What stands for its mark in a legend, where it has to go there.
    var sample: LegendLayout.Sample?
}

/// A label for which there is no room: the legend has it.
struct UnplacedLabel: Sendable {
    var text: String
    var sample: LegendLayout.Sample?
}
