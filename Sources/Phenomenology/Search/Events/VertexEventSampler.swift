import Kinematics
import RadiativePhysics
import SignalPhysics

/// What leaves a vertex as a weighted event at a point of four coordinates and an azimuth.
package protocol VertexSampler: Sendable {
    /// Into how many equal parts each coordinate is divided for unweighting, about as the weights vary along it.
    static var divisions: [Int] { get }

    /// The event at a point of the unit cube, with the azimuth of the whole event about the beam (radians); of zero weight where
    /// there is none.
    func event(_ u0: Double, _ u1: Double, _ u2: Double, _ u3: Double, azimuth: Double) -> WeightedEvent
}

extension SignalSampler: VertexSampler {
    package static let divisions = [8, 8, 4, 16]
}

extension RadiativeSampler: VertexSampler {
    // The first coordinate chooses the map, too.
    package static let divisions = [32, 8, 8, 8]
}

/// Events of one vertex, as they are or as a detector measures muon and electron.
package struct VertexEventSampler<Source: VertexSampler>: EventSampler {
    /// The last coordinate is the azimuth of the whole event.
    package static var dimensions: Int { 5 }
    package static var divisions: [Int] { Source.divisions }

    private let source: Source
    private let detector: EventDetector?

    package init(_ source: Source, measuredBy detector: EventDetector? = nil) {
        self.source = source
        self.detector = detector
    }

    package func event(at point: SIMD8<Double>) -> WeightedEvent? {
        let event = source.event(point[0], point[1], point[2], point[3], azimuth: 2 * .pi * point[4])
        return event.weight > 0 ? event : nil
    }

    package func weight(of event: WeightedEvent) -> Double { event.weight }

    package func record(of event: WeightedEvent, number: Int) -> EventRecord {
        let record = EventRecord(event)
        return detector?.measured(event, record, number: number) ?? record
    }
}

package typealias SignalEventSampler = VertexEventSampler<SignalSampler>
package typealias RadiativeEventSampler = VertexEventSampler<RadiativeSampler>
