import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Random numbers of one event, one after the other: a function of a stream and the event's number.
package struct RandomDraws: Sendable {
    /// More than an event draws; those of two events never meet.
    private static let perEvent: UInt64 = 1 << 20

    private let stream: RandomStream
    private var counter: UInt64

    package init(_ stream: RandomStream, event: Int) {
        self.stream = stream
        counter = UInt64(truncatingIfNeeded: event) &* Self.perEvent
    }

    /// In (0, 1).
    package mutating func uniform() -> Double {
        counter &+= 1
        return stream.uniform(at: counter)
    }

    /// Two independent normal numbers of width one. Box and Muller, Ann. Math. Stat. 29, 610 (1958).
    package mutating func normalPair() -> PlaneAngle {
        PlaneAngle.polar((-2 * log(uniform())).squareRoot(), azimuth: 2 * Double.pi * uniform())
    }

    /// A Poisson number of a small mean, by multiplication of uniform numbers.
    package mutating func poisson(mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        let limit = exp(-mean)
        var product = uniform()
        var count = 0
        while product > limit {
            product *= uniform()
            count += 1
        }
        return count
    }
}
