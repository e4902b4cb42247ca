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

    /// How often a normal number is drawn about what is left of the way.
    private static let aimedShare = 0.6

    /// A normal vector of a width, often drawn about another one, with the weight that makes up for it.
    package mutating func normalPair(width: Double, towards way: PlaneAngle) -> (value: PlaneAngle, weight: Double) {
        let natural = width * normalPair()
        let distance = way.length
        guard width > 0, distance > 0 else { return (natural, 1) }
        let share = Self.aimedShare
        let value = uniform() < share ? natural + way : natural
        // The ratio of the two densities: exp((2 x·d − d²)/2σ²).
        let exponent = (value.x * way.x + value.y * way.y - 0.5 * distance * distance) / (width * width)
        return (value, 1 / (1 - share + share * exp(exponent)))
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
