import Testing

@testable import NumericalMethods

@Suite struct RandomStreamTests {
    @Test func aStreamIsAFunctionOfItsNameAndTheCounter() {
        #expect(RandomStream("a").bits(at: 7) == RandomStream("a").bits(at: 7))
        #expect(RandomStream("a").bits(at: 7) != RandomStream("b").bits(at: 7))
        #expect(RandomStream("a").bits(at: 7) != RandomStream("a").bits(at: 8))
    }

    @Test func theBitsAreTheSameOnEveryMachine() {
        // The stream's definition, worked out independently with Python integers.
        #expect(RandomStream("").bits(at: 0) == 0xe587_d3df_f9e9_2ed0)
        #expect(RandomStream("muon").bits(at: 12345) == 0x3984_a778_ed1e_cf0d)
    }

    @Test func theMomentsAreThoseOfAUniformDistribution() {
        let stream = RandomStream("moments")
        let count = 100_000
        let values = (0..<count).map { stream.uniform(at: UInt64($0)) }
        #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
        for power in 1...4 {
            let mean =
                values.reduce(0) { sum, x in sum + (0..<power).reduce(1) { product, _ in product * x } }
                / Double(count)
            // Five standard deviations.
            let variance = 1 / Double(2 * power + 1) - 1 / Double((power + 1) * (power + 1))
            #expect(abs(mean - 1 / Double(power + 1)) < 5 * (variance / Double(count)).squareRoot())
        }
        let correlation = zip(values, values.dropFirst()).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
        #expect(abs(correlation / Double(count)) < 5 / 12 / Double(count).squareRoot())
    }
}

@Suite struct KroneckerSequenceTests {
    @Test(arguments: [1, 2, 4]) func aSmoothMeanConvergesFasterThanRandomPoints(dimensions: Int) {
        let sequence = KroneckerSequence(dimensions: dimensions)
        func error(_ count: Int) -> Double {
            var sum = 0.0
            for index in 0..<count {
                var product = 1.0
                for dimension in 0..<dimensions {
                    let x = sequence.coordinate(dimension, ofPoint: index, shift: 0)
                    product *= 6 * x * (1 - x)
                }
                sum += product
            }
            return abs(sum / Double(count) - 1)
        }
        // Random points would give 0.45/√n per dimension, 0.003 or more here.
        #expect(error(1 << 14) < 5e-4)
    }

    @Test func aShiftMovesEveryPointAlike() {
        let sequence = KroneckerSequence(dimensions: 3)
        let half = UInt64(1) << 63
        for index in 0..<100 {
            let first = sequence.coordinate(2, ofPoint: index, shift: 0)
            let second = sequence.coordinate(2, ofPoint: index, shift: half)
            #expect(abs(abs(first - second) - 0.5) < 1e-12)
        }
    }

    @Test func thePointsFillEveryIntervalEvenly() {
        let sequence = KroneckerSequence(dimensions: 1)
        var counts = [Int](repeating: 0, count: 16)
        for index in 0..<1600 { counts[Int(16 * sequence.coordinate(0, ofPoint: index, shift: 0))] += 1 }
        #expect(counts.allSatisfy { (97...103).contains($0) })
    }
}
