#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the hardest scatter of a particle is wanted: a distribution of its azimuth, and a smallest q at each. It changes how
/// often events are drawn, and nothing of what they add up to.
package enum ScatterAim: Sendable {
    /// Anywhere.
    case nowhere
    /// Out of a circle about the beam: azimuths from the particle's own direction, at an angle to the beam within the circle.
    case outward(angle: Double, circle: Double)
    /// Into a circle about the beam: azimuths from the direction to its centre, at an angle to the beam beyond the circle.
    case inward(angle: Double, circle: Double)

    /// By how much the cone towards a circle is opened.
    private static let opening = 1.25

    /// Half of the cone in which a circle is seen.
    private static func halfCone(_ angle: Double, _ circle: Double) -> Double {
        min(opening * asin(min(circle / angle, 1)), Double.pi)
    }

    private static func stretch(_ angle: Double, _ circle: Double) -> Double {
        ((circle - angle) / (circle + angle)).squareRoot()
    }

    /// The azimuth at a uniform coordinate.
    @inline(__always)
    func azimuth(_ coordinate: Double) -> Double {
        switch self {
        case .nowhere: 2 * Double.pi * coordinate
        case .outward(let angle, let circle):
            2 * atan(Self.stretch(angle, circle) * tan(Double.pi * (coordinate - 0.5)))
        case .inward(let angle, let circle): (2 * coordinate - 1) * Self.halfCone(angle, circle)
        }
    }

    /// The density of the azimuth within −π … π, relative to a uniform one.
    @inline(__always)
    func density(_ azimuth: Double) -> Double {
        switch self {
        case .nowhere: return 1
        case .outward(let angle, let circle):
            let ratio = Self.stretch(angle, circle)
            let (sine, cosine) = (sin(0.5 * azimuth), cos(0.5 * azimuth))
            return ratio / (ratio * ratio * cosine * cosine + sine * sine)
        case .inward(let angle, let circle):
            let half = Self.halfCone(angle, circle)
            return abs(azimuth) <= half ? Double.pi / half : 0
        }
    }

    /// The angle by which the particle has to turn in a direction to reach the circle, or come closest to its centre.
    @inline(__always)
    func distance(_ azimuth: Double) -> Double {
        switch self {
        case .nowhere: return 0
        case .outward(let angle, let circle):
            let (sine, cosine) = (sin(azimuth), cos(azimuth))
            let root = (circle * circle - angle * angle * sine * sine).squareRoot()
            return cosine > 0
                ? (circle - angle) * (circle + angle) / (root + angle * cosine) : root - angle * cosine
        case .inward(let angle, let circle):
            let (sine, cosine) = (sin(azimuth), cos(azimuth))
            let square = circle * circle - angle * angle * sine * sine
            return angle * cosine - max(square, 0).squareRoot()
        }
    }

    /// What is left of the way from a place across the beam, by the shortest line; zero where it is made.
    package func rest(from place: PlaneAngle) -> PlaneAngle {
        let length = place.length
        let way: Double
        switch self {
        case .nowhere: return PlaneAngle(x: 0, y: 0)
        case .outward(_, let circle): way = circle - length
        case .inward(_, let circle): way = length - circle
        }
        guard way > 0, length > 0 else { return PlaneAngle(x: 0, y: 0) }
        if case .outward = self { return way / length * place }
        return -way / length * place
    }

    var isSomewhere: Bool {
        if case .nowhere = self { false } else { true }
    }

    /// The smallest distance in any direction.
    var nearest: Double {
        switch self {
        case .nowhere: 0
        case .outward(let angle, let circle): circle - angle
        case .inward(let angle, let circle): angle - circle
        }
    }
}
