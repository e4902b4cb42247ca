import DetectorPhysics
import KickPhysics
import Kinematics
import NumericalMethods

/// Elastic events whose muon a nucleus has kicked over the angle cut, as they are measured.
package struct KickedEventSampler: EventSampler {
    /// The last coordinate stands for all further chance.
    package static let dimensions = 8
    package static let divisions = [16, 4, 8, 2, 2, 2, 4]

    private let sides: [KickedSampler]
    private let stream: RandomStream

    /// - Parameters:
    ///   - ratioMaximum: what electrons are looked for, as in ``KickedSampler``.
    ///   - seed: of the further chance.
    package init(_ settings: KickSettings, ratioMaximum: Double? = nil, seed: UInt64) throws {
        sides = try settings.position.sides.map {
            try KickedSampler(settings, side: $0, ratioMaximum: ratioMaximum)
        }
        stream = RandomStream("KickedEventSampler/\(seed)")
    }

    package func event(at point: SIMD8<Double>) -> KickedEvent? {
        // The first coordinate also chooses the side of the vertex.
        let scaled = point[0] * Double(sides.count)
        let side = min(Int(saturating: scaled), sides.count - 1)
        var draws = RandomDraws(stream, event: Int(saturating: point[7] * 0x1p44))
        let event = sides[side].event(
            { $0 == 0 ? scaled - Double(side) : point[$0] }, &draws)
        guard var event, event.weight > 0 else { return nil }
        event.weight *= Double(sides.count)
        return event
    }

    package func weight(of event: KickedEvent) -> Double { event.weight }

    package func record(of event: KickedEvent, number: Int) -> EventRecord {
        let measured = event.measured
        var record = EventRecord(.none)
        record.muonAngle = measured.muon.length
        record.electronAngle = measured.electron.length
        record.electronEnergy = measured.electronEnergy
        record.azimuthDifference = EventRecord.azimuth(
            from: (measured.muon.x, measured.muon.y), to: (measured.electron.x, measured.electron.y))
        return record
    }
}
