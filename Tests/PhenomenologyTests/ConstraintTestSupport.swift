import Foundation

/// 10^x.
func exponential(_ x: Double) -> Double { pow(10, x) }

/// SplitMix64: a fixed stream for the tests of constraints.
struct ConstraintRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Double> = 0...1) -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double(z >> 11) * 0x1p-53
    }
}

func naturalExponential(_ x: Double) -> Double { exp(x) }

/// ln[(1+β)/(1−β)].
func logarithm(_ beta: Double) -> Double { 2 * atanh(beta) }

func naturalLogarithm(_ x: Double) -> Double { log(x) }

func logarithmRange(_ lower: Double, _ upper: Double) -> ClosedRange<Double> { log(lower)...log(upper) }

func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
