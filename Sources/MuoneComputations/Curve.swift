import Foundation
import NumericalMethods

/// A function on a grid, with the numerical error of each value.
public struct Curve: Codable, Hashable, Sendable {
    public var x: [Double]
    public var y: [Double]
    /// Absolute, of the same length as `y`.
    public var error: [Double]

    public init(x: [Double], y: [Double], error: [Double]) {
        self.x = x
        self.y = y
        self.error = error
    }

    public init(x: [Double], estimates: [Estimate]) {
        self.init(x: x, y: estimates.map(\.value), error: estimates.map(\.error))
    }

    /// The points whose value is positive, all that a logarithmic axis can show.
    public var positivePart: Curve {
        let kept = y.indices.filter { y[$0] > 0 }
        return Curve(x: kept.map { x[$0] }, y: kept.map { y[$0] }, error: kept.map { error[$0] })
    }

    public func mapX(_ transform: (Double) -> Double) -> Curve {
        Curve(x: x.map(transform), y: y, error: error)
    }

    public func scaledY(by factor: Double) -> Curve {
        Curve(x: x, y: y.map { $0 * factor }, error: error.map { $0 * factor.magnitude })
    }
}

extension LogarithmicGrid {
    /// The points; the ends are exactly `lower` and `upper`.
    public var points: [Double] {
        (0..<count).map { index in
            switch index {
            case 0: lower
            case count - 1: upper
            default: lower * pow(upper / lower, Double(index) / Double(count - 1))
            }
        }
    }
}
