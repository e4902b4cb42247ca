/// σ_E/E of a calorimeter: a stochastic term that falls with √E, in quadrature with a constant one.
public struct EnergyResolution: Codable, Hashable, Sendable {
    /// The constant part of σ_E/E, of one. At least zero.
    public var constant: Double
    /// The coefficient of 1/√(E/GeV), of one. At least zero.
    public var stochastic: Double

    public init(constant: Double, stochastic: Double = 0) {
        self.constant = constant
        self.stochastic = stochastic
    }

    /// σ_E/E at an energy above zero, GeV.
    @inlinable
    public func relative(at energy: Double) -> Double {
        (constant * constant + stochastic * stochastic / energy).squareRoot()
    }

    /// σ_E at an energy above zero, GeV.
    @inlinable
    public func width(at energy: Double) -> Double { energy * relative(at: energy) }
}
