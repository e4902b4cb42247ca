struct SlotEncoder: Encoder {
    let slot: Slot
    let codingPath: [any CodingKey]
    let depth: Int
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .map = slot.content {} else { slot.content = .map([]) }
        return KeyedEncodingContainer(MapEncoding(slot: slot, codingPath: codingPath, depth: depth))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array = slot.content {} else { slot.content = .array([]) }
        return ArrayEncoding(slot: slot, codingPath: codingPath, depth: depth)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleEncoding(slot: slot, codingPath: codingPath, depth: depth)
    }
}

private struct SingleEncoding: SingleValueEncodingContainer {
    let slot: Slot
    let codingPath: [any CodingKey]
    let depth: Int

    func encodeNil() { slot.set { $0.null() } }
    func encode(_ value: Bool) { slot.set { $0.bool(value) } }
    func encode(_ value: String) { slot.set { $0.text(value) } }
    func encode(_ value: Double) { slot.set { $0.double(value) } }
    func encode(_ value: Float) { slot.set { $0.float(value) } }
    func encode(_ value: Int) { slot.set { $0.integer(value) } }
    func encode(_ value: Int8) { slot.set { $0.integer(value) } }
    func encode(_ value: Int16) { slot.set { $0.integer(value) } }
    func encode(_ value: Int32) { slot.set { $0.integer(value) } }
    func encode(_ value: Int64) { slot.set { $0.integer(value) } }
    func encode(_ value: UInt) { slot.set { $0.integer(value) } }
    func encode(_ value: UInt8) { slot.set { $0.integer(value) } }
    func encode(_ value: UInt16) { slot.set { $0.integer(value) } }
    func encode(_ value: UInt32) { slot.set { $0.integer(value) } }
    func encode(_ value: UInt64) { slot.set { $0.integer(value) } }
    func encode<T: Encodable>(_ value: T) throws { try slot.encode(value, path: codingPath, depth: depth + 1) }
}

private struct ArrayEncoding: UnkeyedEncodingContainer {
    let slot: Slot
    let codingPath: [any CodingKey]
    let depth: Int

    var count: Int {
        if case .array(let slots) = slot.content { slots.count } else { 0 }
    }

    private func next() -> Slot {
        let element = Slot()
        if case .array(var slots) = slot.content {
            slot.content = .unset  // keeps the array unique while it grows
            slots.append(element)
            slot.content = .array(slots)
        }
        return element
    }

    func encodeNil() { next().set { $0.null() } }
    func encode(_ value: Bool) { next().set { $0.bool(value) } }
    func encode(_ value: String) { next().set { $0.text(value) } }
    func encode(_ value: Double) { next().set { $0.double(value) } }
    func encode(_ value: Float) { next().set { $0.float(value) } }
    func encode(_ value: Int) { next().set { $0.integer(value) } }
    func encode(_ value: Int8) { next().set { $0.integer(value) } }
    func encode(_ value: Int16) { next().set { $0.integer(value) } }
    func encode(_ value: Int32) { next().set { $0.integer(value) } }
    func encode(_ value: Int64) { next().set { $0.integer(value) } }
    func encode(_ value: UInt) { next().set { $0.integer(value) } }
    func encode(_ value: UInt8) { next().set { $0.integer(value) } }
    func encode(_ value: UInt16) { next().set { $0.integer(value) } }
    func encode(_ value: UInt32) { next().set { $0.integer(value) } }
    func encode(_ value: UInt64) { next().set { $0.integer(value) } }

    func encode<T: Encodable>(_ value: T) throws {
        try next().encode(value, path: codingPath + [ArrayIndex(count - 1)], depth: depth + 1)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { SlotEncoder(slot: next(), codingPath: codingPath, depth: depth + 1) }
}

private struct MapEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: Slot
    let codingPath: [any CodingKey]
    let depth: Int

    private func value(_ key: String) -> Slot {
        let element = Slot()
        if case .map(var entries) = slot.content {
            slot.content = .unset
            entries.append((key, element))
            slot.content = .map(entries)
        }
        return element
    }

    private func value(_ key: Key) -> Slot { value(key.stringValue) }

    func encodeNil(forKey key: Key) { value(key).set { $0.null() } }
    func encode(_ value: Bool, forKey key: Key) { self.value(key).set { $0.bool(value) } }
    func encode(_ value: String, forKey key: Key) { self.value(key).set { $0.text(value) } }
    func encode(_ value: Double, forKey key: Key) { self.value(key).set { $0.double(value) } }
    func encode(_ value: Float, forKey key: Key) { self.value(key).set { $0.float(value) } }
    func encode(_ value: Int, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: Int8, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: Int16, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: Int32, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: Int64, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: UInt, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: UInt8, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: UInt16, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: UInt32, forKey key: Key) { self.value(key).set { $0.integer(value) } }
    func encode(_ value: UInt64, forKey key: Key) { self.value(key).set { $0.integer(value) } }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try self.value(key).encode(value, path: codingPath + [key], depth: depth + 1)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { nested("super") }
    func superEncoder(forKey key: Key) -> any Encoder { nested(key.stringValue) }

    private func nested(_ key: String) -> any Encoder {
        SlotEncoder(slot: value(key), codingPath: codingPath, depth: depth + 1)
    }
}

/// The position in an array, as a coding key.
struct ArrayIndex: CodingKey {
    let index: Int

    init(_ index: Int) { self.index = index }
    init?(stringValue: String) { return nil }
    init?(intValue: Int) { index = intValue }
    var stringValue: String { "index \(index)" }
    var intValue: Int? { index }
}
