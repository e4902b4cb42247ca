import Kinematics
import SignalPhysics

/// Signal events, as they are or as a detector measures them.
package struct SignalEventSampler: EventSampler {
    /// The last coordinate is the azimuth of the whole event.
    package static let dimensions = 5
    package static let divisions = [8, 8, 4, 16]

    private let sampler: SignalSampler
    private let detector: EventDetector?

    package init(_ sampler: SignalSampler, measuredBy detector: EventDetector? = nil) {
        self.sampler = sampler
        self.detector = detector
    }

    package func event(at point: SIMD8<Double>) -> WeightedEvent? {
        let event = sampler.event(point[0], point[1], point[2], point[3], azimuth: 2 * .pi * point[4])
        return event.weight > 0 ? event : nil
    }

    package func weight(of event: WeightedEvent) -> Double { event.weight }

    package func record(of event: WeightedEvent, number: Int) -> EventRecord {
        let record = EventRecord(event)
        return detector?.measured(event, record, number: number) ?? record
    }
}
