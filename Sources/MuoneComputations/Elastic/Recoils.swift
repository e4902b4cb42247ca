import ElasticPhysics
import MuoneParameters

/// The electron's kinetic energies (GeV) of a curve.
public enum Recoils: Codable, Hashable, Sendable, ExpressibleByArrayLiteral {
    case given([Double])
    /// Equally spaced in the logarithm, from the first to the largest that the beam gives. Which that is, the computation
    /// finds: nothing is computed while a graph is declared.
    case toLargest(from: Double, count: Int)

    public init(arrayLiteral elements: Double...) { self = .given(elements) }

    /// - Throws: ``ElasticError`` where the beam gives no electron as much as the first.
    func points(of rate: ElasticRate) throws -> [Double] {
        switch self {
        case .given(let points): return points
        case .toLargest(let first, let count):
            let largest = rate.maximumRecoil
            guard largest > first else { throw ElasticError.badBins(lower: first, upper: largest, count: count) }
            return LogarithmicGrid(lower: first, upper: largest, count: count).points
        }
    }
}
