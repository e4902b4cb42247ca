import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Manuscript

struct CacheCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cache", abstract: "Shows, checks and shrinks the cache of results.",
            subcommands: [CacheStatsCommand<P>.self, CacheVerifyCommand<P>.self, CacheCollectCommand<P>.self])
    }
}

struct CacheStatsCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stats", abstract: "What the cache holds, by group of nodes and by last use.",
            discussion: """
                JSON: {"schema": 1, "path", "records": {"files", "bytes"}, "blobs", "other", "damagedRecords", \
                "groups": [{"name", "records", "bytes", "seconds"}], "ages": [{"days", "records", "bytes"}]}. An age counts \
                what was used within so many days, and not within the days before it in the list.
                """)
    }

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        try workspace.requireCache()
        let statistics = DiskStore(workspace.cache).statistics()
        if json { return print(try versionedJSON(statistics), terminator: "") }
        print("\(statistics.path): \(byteCount(statistics.bytes))")
        print("  \(statistics.records.files) records, \(byteCount(statistics.records.bytes))")
        print("  \(statistics.blobs.files) results and inputs, \(byteCount(statistics.blobs.bytes))")
        print("  \(statistics.other.files) other files, \(byteCount(statistics.other.bytes))")
        if statistics.damagedRecords > 0 {
            print("  \(statistics.damagedRecords) damaged records; 'cache verify' removes them")
        }
        print("\n\(column("nodes", 28)) records      size  computing took")
        for group in statistics.groups {
            print(row(group.name, group.records, group.bytes) + "  " + duration(group.seconds))
        }
        print("\n\(column("last used", 28)) records      size")
        var from = 0
        for age in statistics.ages {
            let label = age.days.map { from == 0 ? "within a day" : "\(from) to \($0) days ago" } ?? "before that"
            from = age.days ?? from
            if age.records > 0 { print(row(label, age.records, age.bytes)) }
        }
    }

    private func row(_ label: String, _ records: Int, _ bytes: Int) -> String {
        let (count, size) = ("\(records)", byteCount(bytes))
        let padded = [(count, 7), (size, 9)].map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }
        return "\(column(label, 28)) \(padded[0]) \(padded[1])"
    }
}

struct CacheVerifyCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: "Hashes every record and result again and removes what is damaged.",
            discussion: """
                The next build makes again what was removed. The exit code is 1 when something was damaged. JSON: {"schema": 1, \
                "records", "blobs", "bytes", "damaged": [{"file", "nodes", "problem"}], "withoutResult": [node], \
                "forgotten", "foreign": [file]}.
                """)
    }

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        try workspace.requireCache()
        let result = try DiskStore(workspace.cache).verify()
        if json {
            print(try versionedJSON(result), terminator: "")
        } else {
            for damage in result.damaged {
                let nodes = damage.nodes.isEmpty ? "" : " (\(damage.nodes.joined(separator: ", ")))"
                print("damaged, removed: \(damage.file)\(nodes): \(damage.problem)")
            }
            for file in result.foreign { note("warning: \(file) was written by no build; it is left alone") }
            if result.forgotten > 0 {
                print("records deleted by other means: \(result.forgotten); what needs them runs again")
            }
            if !result.withoutResult.isEmpty {
                print(
                    "\(result.withoutResult.count) results are not kept; they are made again when something needs them")
            }
            print(
                "\(result.records) records and \(result.blobs) results and inputs hashed, \(byteCount(result.bytes)): "
                    + (result.isWhole
                        ? "all whole" : "\(result.damaged.count) damaged; run 'paperbuild' to make them again"))
        }
        if !result.isWhole { throw ExitCode(1) }
    }
}

struct CacheCollectCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "gc", abstract: "Removes what was not used for long, the least recently used first.",
            discussion: """
                What the paper with these parameters needs stays, and so does what was written within the last hour, also above \
                the limit. Last uses are known to about a day. Safe while a build runs: what it finds gone it makes again. \
                JSON: {"schema": 1, "removedRecords", "removedBlobs", "removedBytes", "keptBytes", "neededBytes", \
                "isWithinLimits"}.
                """)
    }

    @Option(help: ArgumentHelp("Keep at most so much, such as 500MB or 2GiB.", valueName: "size"))
    var maxSize: ByteSize?

    @Option(help: ArgumentHelp("Keep what was used within this time, such as 30d, 12h or 2w.", valueName: "time"))
    var keep: Age?

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func validate() throws {
        if maxSize == nil, keep == nil {
            throw ValidationError("nothing says what to remove; give --max-size 500MB, --keep 30d, or both")
        }
    }

    func run() throws {
        let workspace = try options.workspace()
        try workspace.requireCache()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        let needed = try options.engine(in: workspace).needed(nodes: paper.targets + [paper.claims.erased])
        let result = try DiskStore(workspace.cache).collect(
            CacheLimits(bytes: maxSize?.bytes, days: keep?.days), needed: needed)
        if json { return print(try versionedJSON(result), terminator: "") }
        print(
            "removed \(result.removedRecords) records and \(result.removedBlobs) results, "
                + "\(byteCount(result.removedBytes)); \(byteCount(result.keptBytes)) left")
        if !result.isWithinLimits {
            note(
                "\(byteCount(result.neededBytes)) of it is what the paper needs and what was used within the last hour; "
                    + "it stays above --max-size")
        }
    }
}

/// A number of bytes as people write it.
struct ByteSize: ExpressibleByArgument {
    var bytes: Int

    init?(argument: String) {
        let units = [
            "": 1.0, "B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "KIB": 0x1p10, "MIB": 0x1p20, "GIB": 0x1p30,
            "TIB": 0x1p40,
        ]
        let digits = argument.prefix { $0.isNumber || $0 == "." }
        let unit = argument.dropFirst(digits.count).trimmingCharacters(in: .whitespaces).uppercased()
        guard let number = Double(digits), let factor = units[unit], number * factor < 1e18 else { return nil }
        bytes = Int(number * factor)
    }
}

/// A length of time in days, as people write it.
struct Age: ExpressibleByArgument {
    var days: Double

    init?(argument: String) {
        let units = ["h": 1.0 / 24, "d": 1, "w": 7]
        let digits = argument.prefix { $0.isNumber || $0 == "." }
        guard let number = Double(digits), let factor = units[String(argument.dropFirst(digits.count))] else {
            return nil
        }
        days = number * factor
    }
}

/// A number of bytes for people.
func byteCount(_ bytes: Int) -> String {
    switch Double(bytes) {
    case ..<1e3: "\(bytes) B"
    case ..<1e6: String(format: "%.1f kB", Double(bytes) / 1e3)
    case ..<1e9: String(format: "%.1f MB", Double(bytes) / 1e6)
    default: String(format: "%.2f GB", Double(bytes) / 1e9)
    }
}

/// JSON of a value's members beside the schema's number.
func versionedJSON(_ value: some Encodable) throws -> String {
    try readableJSON(Versioned(value: value))
}

private struct Versioned<Value: Encodable>: Encodable {
    var value: Value

    enum CodingKeys: String, CodingKey { case schema }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .schema)
        try value.encode(to: encoder)
    }
}
