import Kinematics

/// What gives a weighted event at each point of a unit cube: of the signal, or of what it is told apart from.
package protocol EventSampler: Sendable {
    associatedtype Event

    /// Coordinates of the cube, at most eight.
    static var dimensions: Int { get }
    /// Into how many equal parts each of the first coordinates is divided for unweighting; the others are left whole.
    static var divisions: [Int] { get }

    /// The event at a point, nil where there is none.
    ///
    /// - Parameter point: coordinates in (0, 1), those beyond the dimension ignored.
    func event(at point: SIMD8<Double>) -> Event?

    /// What an event counts: the mean over uniform points is the cross section of the sampler's region, fb.
    func weight(of event: Event) -> Double

    /// What selections look at, as it is or as it is measured.
    ///
    /// - Parameter number: of the event in its sample: equal numbers give equal measurements.
    func record(of event: Event, number: Int) -> EventRecord
}
