import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What chance does in the measurement of one event: the place of the vertex, uniform in (0, 1), and standard normal numbers.
package struct SpectrometerDraw: Sendable {
    package var vertex: Double
    package var beam: Double
    package var muon: Double
    package var electron: Double
    package var muonAngles: (Double, Double)
    package var electronAngles: (Double, Double)

    /// Of the event `index` of a stream.
    package init(_ stream: RandomStream, _ index: Int) {
        let start = UInt64(truncatingIfNeeded: index) &* 9
        func pair(_ offset: UInt64) -> (Double, Double) {
            let radius = (-2 * log(stream.uniform(at: start &+ offset))).squareRoot()
            let angle = 2 * .pi * stream.uniform(at: start &+ offset &+ 1)
            return (radius * cos(angle), radius * sin(angle))
        }
        vertex = stream.uniform(at: start)
        (beam, muon) = pair(1)
        (electron, _) = pair(3)
        muonAngles = pair(5)
        electronAngles = pair(7)
    }
}
