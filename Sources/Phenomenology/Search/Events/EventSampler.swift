import Kinematics
import SignalPhysics

/// What gives a weighted event at each point of a unit cube: of the signal, or of what it is told apart from.
package protocol EventSampler: Sendable {
    /// Coordinates of the cube, at most eight.
    static var dimensions: Int { get }
    /// Into how many equal parts each of the first coordinates is divided for unweighting; the others are left whole.
    static var divisions: [Int] { get }

    /// The event at a point. The mean of the weights over uniform points is the cross section of the sampler's region, fb.
    ///
    /// - Parameter point: coordinates in (0, 1), those beyond the dimension ignored.
    func event(at point: SIMD8<Double>) -> WeightedEvent
}

extension SignalSampler: EventSampler {
    /// The last coordinate is the azimuth of the whole event.
    package static var dimensions: Int { 5 }
    package static var divisions: [Int] { [16, 8, 8, 16] }

    package func event(at point: SIMD8<Double>) -> WeightedEvent {
        event(point[0], point[1], point[2], point[3], azimuth: 2 * .pi * point[4])
    }
}
