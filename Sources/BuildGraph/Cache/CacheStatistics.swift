import ContentHash

/// What a cache holds, and how long ago it was used.
package struct CacheStatistics: Codable, Sendable {
    package struct Part: Codable, Sendable, Hashable {
        package var files = 0
        package var bytes = 0

        mutating func add(_ bytes: Int) {
            files += 1
            self.bytes += bytes
        }
    }

    /// The nodes whose names begin with the same component.
    package struct Group: Codable, Sendable, Hashable {
        package var name: String
        package var records: Int
        /// Bytes of the records and of the results, each result once.
        package var bytes: Int
        /// Seconds that the recorded runs took: what the cache saves.
        package var seconds: Double
    }

    /// Records by the days since their last use.
    package struct Age: Codable, Sendable, Hashable {
        /// Less than so many days; nil for all that are older.
        package var days: Int?
        package var records: Int
        package var bytes: Int
    }

    package var path: String
    package var records = Part()
    package var blobs = Part()
    /// The index, what explains, and files that are being written.
    package var other = Part()
    /// Records that are there but cannot be read.
    package var damagedRecords: Int
    /// Sorted by bytes, the largest first.
    package var groups: [Group]
    package var ages: [Age]

    /// Bytes of the whole folder.
    package var bytes: Int { records.bytes + blobs.bytes + other.bytes }

    /// The upper limits of the ages, in days.
    static let ageLimits = [1, 7, 30, 90]
}

extension DiskStore {
    /// Counts what is here; reads every record and no blob.
    /// - Parameter now: nanoseconds since 1970; the present unless given.
    package func statistics(now: Int64? = nil) -> CacheStatistics {
        let now = now ?? SystemFile.coarseTime()
        let contents = CacheContents(of: self)
        var statistics = CacheStatistics(
            path: path, damagedRecords: contents.damagedRecords.count, groups: [], ages: [])
        for record in contents.records.values { statistics.records.add(record.bytes) }
        for blob in contents.blobs.values { statistics.blobs.add(blob.bytes) }
        for part in ["index", "snapshot", "nodes", "uses", "locks", "logs", "tmp"] {
            count(path + "/" + part, in: &statistics.other)
        }

        let made = contents.made
        var groups: [String: CacheStatistics.Group] = [:]
        var ages = (CacheStatistics.ageLimits + [nil]).map { CacheStatistics.Age(days: $0, records: 0, bytes: 0) }
        var counted: Set<ContentDigest> = []
        // The latest use first, so that a result which several records share counts as used then.
        let latestFirst = contents.sortedKeys.compactMap { contents.records[$0] }.sorted { $0.lastUse > $1.lastUse }
        for entry in latestFirst {
            let name = String(entry.record.node.prefix { $0 != "/" })
            var bytes = entry.bytes
            for (content, _) in contents.references(of: entry.record, made: made)
            where counted.insert(content).inserted {
                bytes += contents.blobs[content]?.bytes ?? 0
            }
            var group = groups[name] ?? .init(name: name, records: 0, bytes: 0, seconds: 0)
            group.records += 1
            group.bytes += bytes
            group.seconds += entry.record.seconds
            groups[name] = group
            let days = Double(now - entry.lastUse) / Double(Self.day)
            let age = CacheStatistics.ageLimits.firstIndex { days < Double($0) } ?? CacheStatistics.ageLimits.count
            ages[age].records += 1
            ages[age].bytes += bytes
        }
        statistics.groups = groups.values.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
        statistics.ages = ages
        return statistics
    }

    private func count(_ file: String, in part: inout CacheStatistics.Part) {
        guard let stamp = SystemFile.stamp(file) else { return }
        if stamp.isRegular { return part.add(Int(stamp.size)) }
        for name in SystemFile.names(in: file) { count(file + "/" + name, in: &part) }
    }
}
