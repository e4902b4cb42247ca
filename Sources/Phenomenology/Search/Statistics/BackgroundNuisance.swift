/// How the uncertainty of an expected background enters the likelihood. They differ when the background is not known well.
public enum BackgroundNuisance: String, Codable, Hashable, Sendable, CaseIterable {
    /// An auxiliary count m ~ Pois(τb) with τ = 1/(δ²B): pyhf's `shapesys`, and a control region as large as the
    /// uncertainty says.
    case onOff
    /// b = B(1 + δ)^θ with θ ~ N(0, 1), exact at every θ.
    case logNormal
}
