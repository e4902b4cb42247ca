import Kinematics

/// The masses and the beam of MUonE (CODATA 2018), 150 GeV.
func muone(beamEnergy: Double = 150) throws -> ElasticKinematics {
    try ElasticKinematics(beamEnergy: beamEnergy, muonMass: 0.1056583755, electronMass: 0.51099895e-3)
}

/// SplitMix64: a fixed stream for property tests.
struct ElasticRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Double>) -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double(z >> 11) * 0x1p-53
    }
}
