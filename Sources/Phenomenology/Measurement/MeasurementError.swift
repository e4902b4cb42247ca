/// Why the hadronic moment cannot be measured as asked.
public enum MeasurementError: Error, Equatable, CustomStringConvertible {
    /// Settings outside their domain.
    case invalidSettings(String)
    /// A bin without events has no statistical error.
    case emptyBin(number: Int, lower: Double, upper: Double)
    /// Data and template have different bins.
    case differentBins(data: Int, template: Int)
    /// Too few bins for the parameters, or bins that cannot tell two of them apart.
    case undetermined(parameters: [String], bins: Int, pivot: Double)
    /// The fit did not reach its minimum.
    case notConverged(distance: Double, evaluations: Int, parameters: [String])

    public var description: String {
        switch self {
        case .invalidSettings(let reason): reason
        case .emptyBin(let number, let lower, let upper):
            "bin \(number), from \(lower) to \(upper) GeV, has no events: use fewer bins or more luminosity"
        case .differentBins(let data, let template):
            "the data have \(data) bins and the template has \(template): give both the same"
        case .undetermined(let parameters, let bins, let pivot):
            "\(bins) bin\(bins == 1 ? "" : "s") cannot determine \(parameters.joined(separator: ", ")): the information "
                + "matrix is singular (a share of \(pivot) is left); use more bins, or fix the normalisation"
        case .notConverged(let distance, let evaluations, let parameters):
            "the fit of \(parameters.joined(separator: ", ")) is still \(distance) above its minimum in chi-squared after "
                + "\(evaluations) evaluations: check that the data resemble the template"
        }
    }
}
