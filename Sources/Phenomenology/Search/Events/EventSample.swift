import NumericalMethods

/// A sample of events as columns of numbers of four bytes: 24 bytes an event.
///
/// They are for counting, to seven digits; the momenta with all digits are those that the generator gives for an event's number.
package struct EventSample: Codable, Hashable, Sendable {
    /// The number of the first event, and how many there are.
    package let first: Int
    package let count: Int
    /// What was tried, all events together.
    package private(set) var trials = 0
    /// The mean weight of a trial over this is the share of the trials that are accepted, fb.
    package let volume: Double
    private var muonAngle: FloatColumn
    private var electronEnergy: FloatColumn
    private var electronAngle: FloatColumn
    private var azimuthDifference: FloatColumn
    private var emittedEnergy: FloatColumn
    private var separation: FloatColumn
    /// The places of the events that do not count one, and what they count: more, in a sample without weights, where the largest
    /// weight that was foreseen was exceeded.
    package private(set) var overweights: [Int] = []
    package private(set) var weights: [Double] = []

    init(first: Int, count: Int, volume: Double) {
        self.first = first
        self.count = count
        self.volume = volume
        let empty = FloatColumn(count: count)
        (muonAngle, electronEnergy, electronAngle) = (empty, empty, empty)
        (azimuthDifference, emittedEnergy, separation) = (empty, empty, empty)
    }

    mutating func set(_ record: EventRecord, at index: Int, weight: Double, trials: Int) {
        muonAngle[index] = record.muonAngle
        electronEnergy[index] = record.electronEnergy
        electronAngle[index] = record.electronAngle
        azimuthDifference[index] = record.azimuthDifference
        emittedEnergy[index] = record.emittedEnergy
        separation[index] = record.separation
        self.trials += trials
        if weight != 1 {
            overweights.append(index)
            weights.append(weight)
        }
    }

    /// The event at a place of this sample, from zero on.
    package subscript(index: Int) -> EventRecord {
        var record = EventRecord(.none)
        record.muonAngle = muonAngle[index]
        record.electronEnergy = electronEnergy[index]
        record.electronAngle = electronAngle[index]
        record.azimuthDifference = azimuthDifference[index]
        record.emittedEnergy = emittedEnergy[index]
        record.separation = separation[index]
        return record
    }

    /// The share of the trials that gave an event.
    package var efficiency: Double { trials > 0 ? Double(count) / Double(trials) : 0 }

    /// Calls a function with each event and what it counts.
    package func visit(_ body: (EventRecord, Double) throws -> Void) rethrows {
        var next = 0
        for index in 0..<count {
            var weight = 1.0
            if next < overweights.count, overweights[next] == index {
                weight = weights[next]
                next += 1
            }
            try body(self[index], weight)
        }
    }
}

/// Numbers of four bytes each, stored as one string of bytes, the least significant first.
struct FloatColumn: Codable, Hashable, Sendable {
    private var bytes: [UInt8]

    init(count: Int) { bytes = [UInt8](repeating: 0, count: 4 * count) }

    init(from decoder: any Decoder) throws { bytes = try decoder.singleValueContainer().decode([UInt8].self) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }

    subscript(index: Int) -> Double {
        get {
            var bits: UInt32 = 0
            for place in 0..<4 { bits |= UInt32(bytes[4 * index + place]) << UInt32(8 * place) }
            return Double(Float(bitPattern: bits))
        }
        set {
            let bits = Float(newValue).bitPattern
            for place in 0..<4 { bytes[4 * index + place] = UInt8(truncatingIfNeeded: bits >> UInt32(8 * place)) }
        }
    }
}
