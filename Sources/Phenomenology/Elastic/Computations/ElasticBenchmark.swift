import Reference

/// A point of a model that Dev et al. choose.
public struct ElasticBenchmark: Codable, Hashable, Sendable {
    /// `np1`, `np2-plus`, `np2-minus`.
    public var name: String
    public var model: ElasticModel
    public var point: Benchmark

    public static let np1 = ElasticBenchmark(
        name: "np1", model: .vector(root: 0.8), point: Benchmark(mass: 0.0295, coupling: 5.89e-4))
    public static let np2Plus = ElasticBenchmark(
        name: "np2-plus", model: .vector(root: 0.4), point: Benchmark(mass: 0.126, coupling: 1.26e-3))
    public static let np2Minus = ElasticBenchmark(
        name: "np2-minus", model: .vector(root: -0.4), point: Benchmark(mass: 0.126, coupling: 1.26e-3))
    public static let all = [np1, np2Plus, np2Minus]
}
